import { authoredFile } from '#schema/authored-files.ts'
import { inlineNodes } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { isGroup, numberOf } from '#model/figure.ts'
import { groupsOf } from '#model/groups.ts'
import { readPercent } from '#model/printed-percent.ts'
import { rateView } from '#model/rate.ts'
import { resolveReference } from '#model/reference.ts'
import { isRateName, rateNames } from '#schema/group.ts'
import { halfWidth } from '#model/plain-text.ts'
import type { Figure, Measure } from '#schema/figure.ts'
import { shortList } from '#messages/nearest.ts'
import type { Problem } from '#messages/problem.ts'
import { isToFill } from '#messages/unfinished.ts'
import { problem, type Check } from '../check.ts'
import { isDayOf, printedDays } from '../dates/printed-time.ts'
import { areaOfPath, type Spoken, spokenAreas } from './spoken-areas.ts'

/** Figures, dates and names from the data are references in the bulletin, not typed again. */
export const typedByHand: Check = {
  name: 'typed-by-hand',
  description: 'No figure, date, unit or account that stands in the data is typed in a bulletin.',
  check({ dataset }) {
    const problems: Problem[] = []
    const names = namesOf(dataset)
    for (const inspection of dataset.inspections) {
      const bulletin = dataset.bulletins[inspection.id]
      if (bulletin === undefined) continue
      const file = authoredFile('bulletin', bulletin.id)
      const values = valuesOf(dataset, inspection)
      const report = (text: string, paths: readonly string[], offset: number): void => {
        const [path = '', ...others] = paths
        const place = { at: 'offset', offset } as const
        problems.push(
          others.length === 0
            ? problem('typed-by-hand', file, place, { text, path }, 'warning')
            : problem(
                'typed-by-hand-either',
                file,
                place,
                { text, path, paths: shortList(paths) },
                'warning',
              ),
        )
      }
      const typed = [...inlineNodes(bulletin)].filter((node) => node.type === 'text')
      const whole = typed.map(({ text }) => text).join('\n')
      for (const name of occurringNames(whole, names))
        for (const path of names.paths.get(name) ?? []) addTo(values.words, name, path)
      const findWords = wordFinder(
        // A placeholder is not a value yet.
        [...values.words.keys()].filter((word) => !isToFill(word)),
      )
      const dates = datesByDay(values.dates)
      const spokenAt = spokenAreas(dataset, inspection, bulletin)
      const printed = (path: string): string => {
        const resolved = resolveReference(dataset, inspection, path)
        return resolved.found ? resolved.text : ''
      }
      for (const node of typed) {
        const { text, offset } = node
        for (const { word, at } of findWords(text))
          report(word, values.words.get(word) ?? [], offset + at)
        for (const date of printedDays(text)) {
          // A month without a year occurs in many contexts; a full date is specific enough.
          if (date.year === null && date.day === null) continue
          const paths = (dates.get(date.month) ?? [])
            .flatMap(([iso, known]) => (isDayOf(date, iso) ? known : []))
            // A reference prints the year too, so that it would change the words of the document.
            .filter((path) => date.year !== null || printed(path).startsWith(date.text))
          if (paths.length > 0) report(date.text, paths, offset + date.index)
        }
        for (const figure of figuresIn(text)) {
          const known = values.figures.get(figure.key) ?? []
          const paths = candidates(known, figure, inspection, spokenAt(node, figure.index))
          const [first] = paths
          if (first === undefined) continue
          const { written, index } = wholeFigure(text, figure, printed(first))
          report(written, paths, offset + index)
        }
      }
    }
    return problems
  },
}

/** Creates a function that finds words in a text at every position, in the order of the list. */
function wordFinder(words: readonly string[]): (text: string) => { word: string; at: number }[] {
  const byStart = Map.groupBy(words, (word) => startOf(word))
  const order = new Map(words.map((word, n) => [word, n]))
  return (text) => {
    const found: { word: string; at: number }[] = []
    const ends = new Map<string, number>()
    for (let at = 0; at < text.length; at++)
      for (const word of byStart.get(startOf(text, at)) ?? [])
        if (at >= (ends.get(word) ?? 0) && text.startsWith(word, at)) {
          found.push({ word, at })
          ends.set(word, at + word.length)
        }
    return found.sort((a, b) => (order.get(a.word) ?? 0) - (order.get(b.word) ?? 0) || a.at - b.at)
  }
}

/** Days and months, by number of the month. */
const datesByDay = (dates: Paths): ReadonlyMap<number, (readonly [string, string[]])[]> =>
  Map.groupBy([...dates], ([iso]) => Number(iso.split('-')[1]))

/**
 * A percentage, or a number with a counter word. Bare numbers, years, ordinals, time spans and
 * requirements (每月至少1篇) are prose.
 */
const figureInProse =
  /(?=\d)(?<![\d.])(?<!第 ?|每[^，。；]{0,4}|不少于|不低于|不超过|至少)(?:(?<percent>\d+(?:\.\d+)?) ?%|(?<count>\d+)(?= ?(?:[个家条件篇次项名人份处起户宗幅张组款例](?!月|季度|工作日|自然日|百分点|小时|星期|方面)|人次|万次)))/g
const rateInWords = /百分之(?:百|[\d.]+|[〇零一二三四五六七八九十点]+)/g

interface FigureInProse {
  /** The number as in the data: 99.7% or 370. */
  readonly key: string
  readonly written: string
  readonly index: number
  /** The name in front of a percentage: 按期办结率; empty when there is none. */
  readonly rate: string
  /** Whether what is counted are places or offices: 18个市, 5家单位. */
  readonly countsUnits: boolean
}

/** Places or offices that a sentence counts, and not what belongs to them (370个市级网站). */
const countedUnits =
  /^ ?[个家]?(?:地级)?(?:省|市|县|区|州|盟|旗|乡|镇|街道|部门|单位|地区)(?:（[市县区州旗乡镇]）|[、和市县区州旗乡镇]|街道|部门|单位)*(?=$|[^\p{Script=Han}]|合格|全部|均|都|的|中|共|未|达|没有|无)/u

/**
 * The values that a typed figure may repeat: not those of areas that its sentence does not speak of,
 * and no rate of another name. A percentage such as 100% occurs for many things, so it repeats the
 * rate of an area only where the text speaks of that area.
 */
function candidates(
  paths: readonly string[],
  { key, rate, countsUnits }: FigureInProse,
  inspection: Inspection,
  spoken: Spoken,
): string[] {
  const isOnlyArea = Object.keys(inspection.areas).length === 1
  return paths.filter((path) => {
    const area = areaOfPath(inspection, path)
    if (area === null) return true
    // The counts of an area are of websites, accounts or messages.
    if (countsUnits && /\.(?:tally|splits)\./.test(path)) return false
    if (spoken === null ? key.endsWith('%') && !isOnlyArea : !spoken.has(area)) return false
    const [, name = ''] = /\.rates\.(.+)$/.exec(path) ?? []
    const label = isRateName(name) ? rateNames[name] : name
    return rate === '' || label === '' || rate.endsWith(label) || label.endsWith(rate)
  })
}

/** A typed figure with the unit that a reference to its value prints too: 5个, 约600条. */
function wholeFigure(
  text: string,
  { written, index }: FigureInProse,
  printed: string,
): { readonly written: string; readonly index: number } {
  const inside = printed.indexOf(written)
  const start = index - inside
  return inside >= 0 && start >= 0 && text.startsWith(printed, start)
    ? { written: printed, index: start }
    : { written, index }
}

function figuresIn(text: string): FigureInProse[] {
  if (!/[\d０-９]|百分之/.test(text)) return []
  const ascii = halfWidth(text)
  const written = (index: number, length: number): string => text.slice(index, index + length)
  const rateBefore = (index: number): string =>
    /\p{Script=Han}{0,10}率(?=(?:为|是|达到?|约|：|均为)?$)/u.exec(
      text.slice(Math.max(0, index - 14), index).trimEnd(),
    )?.[0] ?? ''
  return [
    ...[...ascii.matchAll(figureInProse)].map(({ 0: whole, index, groups = {} }) => ({
      key: groups['percent'] === undefined ? String(Number(whole)) : `${groups['percent']}%`,
      written: written(index, whole.length),
      index,
      rate: groups['percent'] === undefined ? '' : rateBefore(index),
      countsUnits: countedUnits.test(ascii.slice(index + whole.length, index + whole.length + 20)),
    })),
    ...[...ascii.matchAll(rateInWords)].map(({ 0: whole, index }) => ({
      key: `${readPercent(whole)?.digits ?? ''}%`,
      written: written(index, whole.length),
      index,
      rate: rateBefore(index),
      countsUnits: false,
    })),
  ]
}

/** Names shorter than this (高县) also occur across other words (提高县级), so they are not looked for. */
const minNameLength = 3

const isLongEnough = (name: string): boolean => [...name].length >= minNameLength

type Paths = Map<string, string[]>

function addTo(paths: Paths, key: string, path: string): void {
  const known = paths.get(key)
  if (known === undefined) paths.set(key, [path])
  else known.push(path)
}

/** The values of an inspection as they would be typed, with their paths. */
interface Values {
  readonly words: Paths
  /** Paths by ISO day or month. */
  readonly dates: Paths
  readonly figures: Paths
}

/** The names of all units and accounts. */
interface Names {
  readonly paths: Paths
  readonly byStart: ReadonlyMap<string, readonly string[]>
}

const startOf = (text: string, at = 0): string => text.slice(at, at + minNameLength)

function namesOf({ units, channels }: Dataset): Names {
  const paths: Paths = new Map()
  for (const [kind, records] of Object.entries({ units, channels }))
    for (const [id, { name }] of Object.entries(records))
      if (isLongEnough(name)) addTo(paths, name, `${kind}.${id}`)
  return { paths, byStart: Map.groupBy(paths.keys(), (name) => startOf(name)) }
}

/**
 * The names that occur in a text. Starts from the text, because most names occur in no bulletin.
 */
function occurringNames(text: string, { byStart }: Names): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at < text.length; at++)
    for (const name of byStart.get(startOf(text, at)) ?? [])
      if (text.startsWith(name, at)) found.add(name)
  return found
}

function valuesOf(dataset: Dataset, inspection: Inspection): Values {
  const { document = {}, deadlines = {}, issues = {} } = inspection
  const words: Paths = new Map()
  const dates: Paths = new Map()
  const figures: Paths = new Map()
  const word = (text: string, path: string): void => {
    if (isLongEnough(text)) addTo(words, text, path)
  }
  const date = (iso: string | undefined, path: string): void => {
    if (iso !== undefined) addTo(dates, iso, path)
  }
  word(inspection.period.label, 'period.label')
  word(inspection.issuer, 'issuer')
  date(inspection.rechecked_until, 'rechecked_until')
  for (const key of ['issued', 'published', 'reposted'] as const)
    date(document[key], `document.${key}`)
  for (const [id, { due, period }] of Object.entries(deadlines)) {
    date(due, `deadlines.${id}`)
    if (period !== undefined) word(period.label, `deadlines.${id}.period`)
  }
  const figure = (value: Figure | Measure | undefined, path: string): void => {
    const number = numberOf(value)
    if (number !== null) addTo(figures, String(number), path)
  }
  const measures = (record: Readonly<Record<string, Measure>> = {}, at: string): void => {
    for (const [name, value] of Object.entries(record)) {
      figure(value, `${at}.${name}`)
      if (typeof value !== 'object') continue
      for (const [n, one] of (value.values ?? []).entries())
        figure(one, `${at}.${name}.values.${n}`)
      measures(value.parts, `${at}.${name}.parts`)
    }
  }
  for (const { group, path } of groupsOf(inspection)) {
    const { tally = {}, rates = {}, splits = {}, window } = group
    const at = path.join('.')
    for (const end of ['start', 'end'] as const) date(window?.[end], `${at}.window.${end}`)
    for (const [name, value] of Object.entries(tally)) figure(value, `${at}.tally.${name}`)
    for (const [name, rate] of Object.entries(rates)) {
      const { text } = rateView(name, rate, group, dataset.site.rate_decimals)
      if (text !== null) addTo(figures, halfWidth(text).replace(/ /g, ''), `${at}.rates.${name}`)
    }
    measures(group.figures, `${at}.figures`)
    for (const [by, split] of Object.entries(splits))
      for (const [label, part] of Object.entries(split.parts))
        if (!isGroup(part)) figure(part, `${at}.splits.${by}.parts.${label}`)
  }
  measures(inspection.figures, 'figures')
  for (const [id, issue] of Object.entries(issues)) measures(issue.figures, `issues.${id}.figures`)
  for (const [n, example] of (inspection.good_examples ?? []).entries())
    measures(example.figures, `good_examples.${n}.figures`)
  return { words, dates, figures }
}
