import { inlineNodes } from '#domain/bulletin.ts'
import { chineseDate } from '#domain/calendar.ts'
import type { Dataset, Inspection } from '#domain/dataset.ts'
import { isGroup, numberOf } from '#domain/figure.ts'
import { groupsOf } from '#domain/groups.ts'
import { rateView } from '#domain/rate.ts'
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
        problems.push(
          problem('typed-by-hand', file, { at: 'offset', offset }, { text, path }, 'warning'),
        )
      }
      const typed = [...inlineNodes(bulletin)].filter((node) => node.type === 'text')
      const whole = typed.map(({ text }) => text).join('\n')
      // Most names of a city are in no one bulletin: looking once for each saves looking everywhere.
      const present = [...words].filter(([word]) => whole.includes(word))
      for (const node of typed) {
        for (const [word, path] of present)
          for (const at of placesOf(word, node.text)) report(word, path, node.offset + at)
        for (const match of node.text.matchAll(figureInProse)) {
          const path = figures.get(match[1] ?? '')
          if (path !== undefined) report(match[0], path, node.offset + match.index)
        }
      }
    }
    return problems
  },
}

function* placesOf(word: string, text: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at
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
  if (inspection.rechecked_until !== undefined)
    word(chineseDate(inspection.rechecked_until), 'rechecked_until')
  for (const [id, { due, period }] of Object.entries(inspection.deadlines ?? {})) {
    if (due !== undefined) word(chineseDate(due), `deadlines.${id}`)
    if (period !== undefined) word(period.label, `deadlines.${id}.period`)
  }
  for (const [id, { window }] of Object.entries(inspection.areas))
    for (const end of ['start', 'end'] as const)
      if (window?.[end] !== undefined) word(chineseDate(window[end]), `areas.${id}.window.${end}`)
  for (const [id, { name }] of Object.entries(dataset.units)) word(name, `units.${id}`)
  for (const [id, { name }] of Object.entries(dataset.channels)) word(name, `channels.${id}`)

  const figure = (value: Figure | undefined, path: string): void => {
    const number = numberOf(value)
    if (number !== null && !figures.has(String(number))) figures.set(String(number), path)
  }
  for (const { group, path } of groupsOf(inspection)) {
    const { tally = {}, rates = {}, splits = {} } = group
    const at = path.join('.')
    for (const [name, value] of Object.entries(tally)) figure(value, `${at}.tally.${name}`)
    for (const [name, rate] of Object.entries(rates)) {
      const { text } = rateView(name, rate, tally, dataset.site.rate_decimals)
      if (text !== null && !figures.has(text)) figures.set(text, `${at}.rates.${name}`)
    }
    for (const [by, split] of Object.entries(splits))
      for (const [label, part] of Object.entries(split.parts))
        if (!isGroup(part)) figure(part, `${at}.splits.${by}.parts.${label}`)
  }
  return { words, figures }
}
