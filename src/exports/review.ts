import type { z } from 'zod'
import type { StoredFile } from '#domain/attachment.ts'
import { bulletinChange, markChange } from '#domain/bulletin-change.ts'
import { chineseDate, isDay } from '#domain/calendar.ts'
import { type Change, everyChange } from '#domain/changes.ts'
import { shownValue } from '#domain/correction.ts'
import { compareText, type Dataset, type Inspection } from '#domain/dataset.ts'
import { dueDay } from '#domain/due-day.ts'
import { isGroup } from '#domain/figure.ts'
import { rateViews } from '#domain/rate.ts'
import { deadlineText } from '#domain/reference.ts'
import type { Path } from '#problems/problem.ts'
import type { Deadline } from '#schema/deadline.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import type { Group } from '#schema/group.ts'
import { fieldAt, meaningsAt, schemaAt } from '#schema/schema-at.ts'
import { fileKinds } from './file-kinds.ts'

/** The authored files of one version. */
export interface ReviewedVersion {
  /** Null when there is no folder of data. */
  readonly dataset: Dataset | null
  /** The plain value of each data file. */
  readonly values: ReadonlyMap<string, unknown>
  /** Whether a file is there and cannot be read. */
  readonly isUnreadable: (file: string) => boolean
}

/** One thing that readers will see otherwise. Null where there was, or will be, nothing. */
export interface ReviewLine {
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** What a change does to one record, or to what one unit has said. */
export interface ReviewPart {
  readonly subject: string
  readonly file: string
  readonly lines: readonly ReviewLine[]
}

/** A page by its address from the root of the site. */
export interface PageLine {
  readonly address: string
  readonly title: string
}

/** Which pages come, read otherwise, or go. */
export interface PageChanges {
  readonly added: readonly PageLine[]
  readonly changed: readonly PageLine[]
  readonly removed: readonly PageLine[]
  /** Whether what stands on every page is changed: the name of the site, its notice, its footer. */
  readonly isFrameChanged: boolean
}

/** A change to something already published that no correction speaks of. */
export interface OwedCorrection {
  readonly file: string
  readonly line: number | null
  /** What is changed, as the check says it. */
  readonly says: string
  /** The entry to be written, for the record's corrections. */
  readonly entry: string
}

/** All that a reviewer reads of a change. */
export interface Review {
  /** 与版本“main”相比 */
  readonly between: string
  /** The change in a few words: 叙州区新增问题1项, 期限 +2. */
  readonly headlines: readonly string[]
  readonly records: readonly ReviewPart[]
  /** Null when a file could not be read, so that nobody knows what would stand on which page. */
  readonly pages: PageChanges | null
  readonly owed: readonly OwedCorrection[]
}

/** Whether every file of both versions could be read. */
export const isWholeReview = (records: readonly ReviewPart[]): boolean =>
  records.every(({ lines }) => lines.length > 0)

/** What a change does to what the public will read, record by record, in the order of the files. */
export function review(before: ReviewedVersion, now: ReviewedVersion): ReviewPart[] {
  const files = [
    ...new Set([...before.values.keys(), ...now.values.keys(), ...bulletins(before, now)]),
  ]
  const parts = files.sort(compareText).flatMap((file): ReviewPart[] => {
    if ([before, now].some((version) => version.isUnreadable(file)))
      return [{ subject: '读不出来，没有比较', file, lines: [] }]
    const part = file.startsWith('content/')
      ? inBulletin(file, before.dataset, now.dataset)
      : inFile(file, before, now)
    return part.lines.length === 0 ? [] : [part]
  })
  return [...parts, ...attachmentParts(before.dataset, now.dataset)]
}

/** Files beside the records that came, went, or are others under the same name. */
function attachmentParts(before: Dataset | null, now: Dataset | null): ReviewPart[] {
  const [was, is] = [before?.attachments ?? {}, now?.attachments ?? {}]
  const paths = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort(compareText)
  return paths.flatMap((path): ReviewPart[] => {
    const [old, fresh] = [was[path], is[path]]
    if (old?.sha256 === fresh?.sha256) return []
    const subject = `附件${path}`
    const file = `content/attachments/${path}`
    const line =
      old === undefined || fresh === undefined
        ? whole(subject, old === undefined)
        : { what: '文件内容', before: fileWords(old), after: fileWords(fresh) }
    return [{ subject, file, lines: [line] }]
  })
}

const fileWords = ({ size, sha256 }: StoredFile): string =>
  `${size}字节（SHA-256 ${sha256.slice(0, 8)}…）`

const bulletins = (...versions: ReviewedVersion[]): string[] =>
  versions.flatMap(({ dataset }) =>
    Object.keys(dataset?.bulletins ?? {}).map((id) => `content/bulletins/${id}.mdx`),
  )

function inBulletin(file: string, before: Dataset | null, now: Dataset | null): ReviewPart {
  const id = file.replace(/^content\/bulletins\/|\.mdx$/g, '')
  const subject = `${periodName(id, now ?? before)}通报`
  const [was, is] = [before?.bulletins[id] !== undefined, now?.bulletins[id] !== undefined]
  if (was !== is) return { subject, file, lines: [whole(subject, is)] }
  const change = bulletinChange(id, before, now)
  if (change !== null)
    return { subject, file, lines: [{ what: '正文', before: change.from, after: change.to }] }
  const marks = markChange(id, before, now)
  const lines =
    marks === null ? [] : [{ what: '标题和段落的标记', before: marks.from, after: marks.to }]
  return { subject, file, lines }
}

const whole = (what: string, isNew: boolean): ReviewLine => ({
  what,
  before: isNew ? null : '有',
  after: isNew ? '新增' : null,
})

const periodName = (id: string, dataset: Dataset | null): string =>
  dataset?.inspections.find((one) => one.id === id)?.period.label ?? id

function inFile(file: string, before: ReviewedVersion, now: ReviewedVersion): ReviewPart {
  const [old, fresh] = [before.values.get(file), now.values.get(file)]
  const dataset = now.dataset ?? before.dataset
  const subject = subjectOf(file, dataset)
  const schema = schemaOf(file)
  const both = { before: before.dataset, now: now.dataset }
  if (schema === null) return { subject, file, lines: [] }
  const isInspection = file.startsWith('data/inspections/')
  if (old === undefined || fresh === undefined) {
    const isNew = old === undefined
    const issues = isInspection
      ? issueLines(child(isNew ? fresh : old, 'issues'), isNew, dataset)
      : []
    return { subject, file, lines: [whole(subject, isNew), ...issues] }
  }
  const changes = everyChange(old, fresh).flatMap(opened)
  const records = { old: inspectionOf(file, both.before), fresh: inspectionOf(file, both.now) }
  const rates = isInspection ? rateLines(records.old, records.fresh, both) : []
  const deadlines = isInspection ? deadlineLines(records.old, records.fresh) : new Map()
  const isTold = ({ path }: Change): boolean =>
    (rates.length > 0 && isOfRate(path)) || (isOfDeadline(path) && deadlines.has(String(path[1])))
  return {
    subject,
    file,
    lines: [
      ...rates,
      ...deadlines.values(),
      ...changes.flatMap((change) => (isTold(change) ? [] : wordsFor(change, schema, both))),
    ],
  }
}

/** An inspection as it was read: what the check refuses is not in it. */
const inspectionOf = (file: string, dataset: Dataset | null): Inspection | undefined =>
  dataset?.inspections.find(({ id }) => file === `data/inspections/${id}.yaml`)

/** A rate is told with the counts that make it. */
const isOfRate = (path: Path): boolean =>
  path[0] === 'areas' &&
  (path.at(-2) === 'rates' || (path.includes('rates') && path.at(-1) === 'stated'))

/** And a deadline as its document words it. */
const isOfDeadline = (path: Path): boolean =>
  path[0] === 'deadlines' && (path.length === 2 || wordings.includes(String(path[2])))

function subjectOf(file: string, dataset: Dataset | null): string {
  const [, folder = '', first = '', second] =
    /^data\/([a-z-]+)(?:\/([^/]+?))?(?:\/([^/]+?))?\.yaml$/.exec(file) ?? []
  const unit = dataset?.units[second ?? '']?.name ?? second ?? ''
  if (folder === 'inspections') return `${periodName(first, dataset)}检查`
  if (folder === 'self-inspections') return `${unit}：${orderName(first, dataset)}自查整改情况`
  if (folder === 'rectifications') return `${unit}：对问题${first}的整改说明`
  if (folder === 'registers') return `${orderName(first, dataset)}自查整改台账`
  return kindOf(file)?.title ?? file
}

/** The name of a period that reports were ordered for. */
function orderName(id: string, dataset: Dataset | null): string {
  for (const { deadlines = {} } of dataset?.inspections ?? [])
    for (const { period } of Object.values(deadlines)) if (period?.id === id) return period.label
  return id
}

const kindOf = (file: string) =>
  Object.values(fileKinds).find(({ place }) =>
    new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(file),
  )
const schemaOf = (file: string): z.ZodType | null => kindOf(file)?.schema ?? null

/** A table or list that came or went as a whole, entry by entry: one step is one thing to read. */
function opened(change: Change): Change[] {
  const { path, before, after } = change
  const [root] = path
  const value = before ?? after
  const tables = ['issues', 'deadlines', 'follow_ups', 'units', 'channels', 'areas', 'requirements']
  const isTable = path.length === 1 && tables.includes(String(root)) && isRecord(value)
  const isSteps = path.length === 3 && path[2] === 'rectification' && Array.isArray(value)
  if ((!isTable && !isSteps) || (before !== undefined && after !== undefined)) return [change]
  return Object.entries(value as object).map(([key, inner]: [string, unknown]) => ({
    path: [...path, isSteps ? Number(key) : key],
    before: before === undefined ? undefined : inner,
    after: after === undefined ? undefined : inner,
  }))
}

interface Both {
  readonly before: Dataset | null
  readonly now: Dataset | null
}

function wordsFor(change: Change, schema: z.ZodType, both: Both): ReviewLine[] {
  const { path, before, after } = change
  const [root, id] = path.map(String)
  const dataset = both.now ?? both.before
  if (root === 'issues' && path.length === 2 && (before === undefined || after === undefined))
    return issueLines({ [id ?? '']: before ?? after }, before === undefined, dataset)
  const say = (value: unknown, side: Dataset | null): string | null => {
    if (value === undefined) return null
    // What the check refuses is shown as it is typed.
    return isRight(value, schema, path) ? wordsOf(value, schema, path, side) : typed(value)
  }
  return [
    {
      what: placeName(path, schema, dataset),
      before: say(before, both.before),
      after: say(after, both.now),
    },
  ]
}

/** New or withdrawn issues, by the units that they name. */
function issueLines(issues: unknown, isNew: boolean, dataset: Dataset | null): ReviewLine[] {
  const entries = isRecord(issues) ? Object.entries(issues) : []
  return entries.map(([id, issue]) => {
    const units = child(issue, 'units')
    const who = Array.isArray(units) ? (shownValue(units, dataset) ?? '') : '没有写明单位的'
    const text = `${id}${String(child(issue, 'text') ?? '')}`
    return {
      what: `${who}${isNew ? '新增' : '撤去'}问题`,
      before: isNew ? null : text,
      after: isNew ? text : null,
    }
  })
}

/** Every rate that readers see otherwise: what was printed, or else computed, and its fraction. */
function rateLines(
  old: Inspection | undefined,
  fresh: Inspection | undefined,
  both: Both,
): ReviewLine[] {
  const [was, is] = [ratesIn(old?.areas, both.before), ratesIn(fresh?.areas, both.now)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [before = null, after = null] = [was.get(what), is.get(what)]
    return before === after ? [] : [{ what, before, after }]
  })
}

/** The fields that together say until when. */
const wordings = ['due', 'stated', 'words', 'within', 'every', 'time']

/** Every deadline that is new, gone, or set to another day, by its id. */
function deadlineLines(
  old: Inspection | undefined,
  fresh: Inspection | undefined,
): Map<string, ReviewLine> {
  const [was, is] = [old?.deadlines ?? {}, fresh?.deadlines ?? {}]
  const lines = new Map<string, ReviewLine>()
  for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [before, after] = [was[id], is[id]].map(deadlineWords)
    if (before === undefined || after === undefined || before.whole === after.whole) continue
    const key = before.words === after.words ? 'whole' : 'words'
    const what = `期限“${is[id]?.title ?? was[id]?.title ?? id}”`
    lines.set(id, { what, before: before[key], after: after[key] })
  }
  return lines
}

/** Until when, as printed, and with the day: a day that no words follow is a change all the same. */
function deadlineWords(deadline: Deadline | undefined): {
  words: string | null
  whole: string | null
} {
  if (deadline === undefined) return { words: null, whole: null }
  const words = deadlineText(deadline)
  const day = dueDay(deadline)
  return { words, whole: day === null ? words : `${words}（${chineseDate(day)}）` }
}

function ratesIn(
  areas: Inspection['areas'] | undefined,
  dataset: Dataset | null,
): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (name: string, group: Group): void => {
    for (const { label, text, numerator, denominator } of rateViews(
      group,
      dataset?.site.rate_decimals ?? 1,
    )) {
      const fraction =
        numerator === null || denominator === null ? '' : `（${numerator}/${denominator}）`
      found.set(`${name}${label}`, `${text ?? '没有比率'}${fraction}`)
    }
    for (const { parts } of Object.values(group.splits ?? {}))
      for (const [label, part] of Object.entries(parts))
        if (isGroup(part)) visit(`${name}${label}`, part)
    for (const [label, round] of Object.entries(group.rounds ?? {})) visit(`${name}${label}`, round)
  }
  for (const [area, group] of Object.entries(areas ?? {}))
    visit(dataset?.site.areas[area]?.name ?? area, group)
  return found
}

/** Words that only hold together what is below them. */
const containers = ['areas', 'tally', 'splits', 'parts', 'figures', 'rounds', 'rates', 'follow_ups']

/** 政务新媒体不合格, 问题2024-q1-05的程度 */
function placeName(path: Path, schema: z.ZodType, dataset: Dataset | null): string {
  const [root, id] = path.map(String)
  const names = path.map((key, n): string => {
    const here = path.slice(0, n + 1)
    const word = String(key)
    if (containers.includes(word) && n < path.length - 1) return ''
    if (n === 1 && root === 'areas') return dataset?.site.areas[word]?.name ?? word
    if (n > 1 && path[n - 1] === 'splits') return ''
    if (n > 0 && path[n - 1] === 'tally') return countNames[word as CountName]
    if (typeof key === 'number') return `第${key + 1}项`
    return fieldAt(schema, here)?.title ?? word
  })
  if (root === 'areas') return names.join('')
  if (root === 'follow_ups')
    return `问题${id ?? ''}${names
      .slice(2)
      .map((name) => `的${name}`)
      .join('')}`
  if (root === 'deadlines') names[1] = `“${titleOf(path, dataset) ?? id ?? ''}”`
  if (path[2] === 'rectification' && path.length === 4) names.pop()
  const [first = '', second, ...more] = names
  if (second === undefined) return first
  return [`${first}${second}`, ...more].filter(Boolean).join('的')
}

/** The title of a deadline in the inspection that has it. */
const titleOf = ([, id]: Path, dataset: Dataset | null): string | undefined =>
  dataset?.inspections.flatMap(({ deadlines = {} }) => deadlines[String(id)]?.title ?? []).at(-1)

const isRight = (value: unknown, schema: z.ZodType, path: Path): boolean =>
  schemaAt(schema, path).some((one) => one.safeParse(value).success)

const typed = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** A value in words; of a group, its parts. */
function wordsOf(value: unknown, schema: z.ZodType, path: Path, dataset: Dataset | null): string {
  if (typeof value === 'string')
    return choice(value, schema, path) ?? date(value) ?? shown(value, dataset)
  if (isRecord(value)) {
    const whole = shownValue(value, dataset)
    if (whole !== null) return whole
    return Object.entries(value)
      .map(([key, inner]) => {
        const here = [...path, key]
        const words = wordsOf(inner, schema, here, dataset)
        // The parts of a step speak for themselves.
        return path[2] === 'rectification'
          ? words
          : `${fieldAt(schema, here)?.title ?? key}：${words}`
      })
      .join('，')
  }
  if (Array.isArray(value))
    return (
      shownValue(value, dataset) ??
      value.map((item, n) => wordsOf(item, schema, [...path, n], dataset)).join('；')
    )
  return shown(value, dataset)
}

const shown = (value: unknown, dataset: Dataset | null): string =>
  shownValue(value, dataset) ?? String(value)

const date = (text: string): string | null => (isDay(text) ? chineseDate(text) : null)

/** What a word that was chosen means, as the field's explanation has it. */
function choice(word: string, schema: z.ZodType, path: Path): string | null {
  const meanings = meaningsAt(schema, path)
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? null) : null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const child = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined)
