import { inlineNodes } from '#domain/bulletin.ts'
import { chineseDate } from '#domain/calendar.ts'
import type { Dataset, Inspection } from '#domain/dataset.ts'
import { numberOf } from '#domain/figure.ts'
import type { Figure } from '#schema/figure.ts'
import type { Problem } from '#problems/problem.ts'
import { problem, type Check } from './check.ts'

/** Figures, dates and names that the data holds are references in the bulletin, not typed again. */
export const typedByHand: Check = {
  name: 'typed-by-hand',
  description: 'No figure, date, unit or account that stands in the data is typed in a bulletin.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const bulletin = dataset.bulletins[inspection.id]
      if (bulletin === undefined) continue
      const file = `content/bulletins/${bulletin.id}.mdx`
      const { words, figures } = valuesOf(dataset, inspection)
      const report = (text: string, path: string, offset: number): void => {
        problems.push(problem('typed-by-hand', file, { at: 'offset', offset }, { text, path }, 'warning'))
      }
      for (const node of inlineNodes(bulletin)) {
        if (node.type !== 'text') continue
        for (const [word, path] of words) {
          const at = node.text.indexOf(word)
          if (at >= 0) report(word, path, node.offset + at)
        }
        for (const match of node.text.matchAll(figureInProse)) {
          const path = figures.get(match[1] ?? '')
          if (path !== undefined) report(match[0], path, node.offset + match.index)
        }
      }
    }
    return problems
  },
}

/** A number with a counter or a percent sign; bare numbers, years and ordinals are prose. */
const figureInProse = /(\d+(?:\.\d+)?%|\d+(?=(?:个|家|条|件|篇)))/g

/** Names shorter than this (高县) also occur across other words (提高县级), so they are not looked for. */
const shortestName = 3

function valuesOf(
  dataset: Dataset,
  inspection: Inspection,
): { words: Map<string, string>; figures: Map<string, string> } {
  const words = new Map<string, string>()
  const figures = new Map<string, string>()
  const word = (text: string, path: string): void => {
    if ([...text].length >= shortestName && !words.has(text)) words.set(text, path)
  }
  word(inspection.period.label, 'period.label')
  word(inspection.issuer, 'issuer')
  if (inspection.rechecked_until !== undefined) word(chineseDate(inspection.rechecked_until), 'rechecked_until')
  for (const [id, { due }] of Object.entries(inspection.deadlines ?? {}))
    word(chineseDate(due), `deadlines.${id}`)
  for (const [id, { name }] of Object.entries(dataset.units)) word(name, `units.${id}`)
  for (const [id, { name }] of Object.entries(dataset.channels)) word(name, `channels.${id}`)

  const figure = (value: Figure | undefined, path: string): void => {
    const number = numberOf(value)
    if (number !== null && !figures.has(String(number))) figures.set(String(number), path)
  }
  for (const [id, area] of Object.entries(inspection.areas)) {
    for (const [name, value] of Object.entries(area.tally ?? {})) figure(value, `areas.${id}.tally.${name}`)
    for (const [by, split] of Object.entries(area.splits ?? {}))
      for (const [label, part] of Object.entries(split.parts))
        if (!(typeof part === 'object' && 'tally' in part)) figure(part, `areas.${id}.splits.${by}.parts.${label}`)
    for (const [name, rate] of Object.entries(area.rates ?? {}))
      if (rate.stated !== undefined && !figures.has(rate.stated)) figures.set(rate.stated, `areas.${id}.rates.${name}`)
  }
  return { words, figures }
}
