import { authoredFile, kindOfFile } from '#schema/authored-files.ts'
import type { z } from 'zod'
import type { StoredFile } from '#model/attachment.ts'
import { bulletinChange, markChange } from '#model/bulletin-change.ts'
import { type Change, everyChange } from '#model/changes.ts'
import { shownValue } from '#model/correction-writing.ts'
import { compareText, type Dataset, type Inspection } from '#model/dataset.ts'
import { isPlainGroup } from '#model/plain-group.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import type { BothDatasets, ReviewedVersion, ReviewLine, ReviewPart } from './review.ts'
import { deadlineLines, isOfDeadline, isOfRate, rateLines } from './review-computed.ts'
import { changedPlace, valueWords } from './review-words.ts'

/** The changes that the public will see, record by record, in the order of the files. */
export function reviewedRecords(before: ReviewedVersion, now: ReviewedVersion): ReviewPart[] {
  const files = [
    ...new Set([...before.values.keys(), ...now.values.keys(), ...bulletins(before, now)]),
  ]
  const parts = files.sort(compareText).flatMap((file): ReviewPart[] => {
    if ([before, now].some((version) => version.isUnreadable(file)))
      return [{ subject: '读不出来，没有比较', file, lines: [] }]
    const { kind, ids: [id = ''] = [] } = kindOfFile(file) ?? {}
    const part =
      kind === 'bulletin'
        ? inBulletin(file, id, before.dataset, now.dataset)
        : inFile(file, before, now)
    return part.lines.length === 0 ? [] : [part]
  })
  return [...parts, ...attachmentParts(before.dataset, now.dataset)]
}

/** Files beside the records that were added, removed or replaced under the same name. */
function attachmentParts(before: Dataset | null, now: Dataset | null): ReviewPart[] {
  const [was, is] = [before?.attachments ?? {}, now?.attachments ?? {}]
  const paths = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort(compareText)
  return paths.flatMap((path): ReviewPart[] => {
    const [old, fresh] = [was[path], is[path]]
    if (old?.sha256 === fresh?.sha256) return []
    const subject = `附件${path}`
    const file = authoredFile('attachment', path)
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
    Object.keys(dataset?.bulletins ?? {}).map((id) => authoredFile('bulletin', id)),
  )

function inBulletin(
  file: string,
  id: string,
  before: Dataset | null,
  now: Dataset | null,
): ReviewPart {
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
  const schema = definitionOfFile(file)?.schema
  const both = { before: before.dataset, now: now.dataset }
  if (schema === undefined) return { subject, file, lines: [] }
  const isInspection = kindOfFile(file)?.kind === 'inspection'
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
  const deadlines = isInspection ? deadlineLines(records.old, records.fresh, both) : new Map()
  const isDescribed = ({ path }: Change): boolean =>
    (rates.length > 0 && isOfRate(path)) || (isOfDeadline(path) && deadlines.has(String(path[1])))
  return {
    subject,
    file,
    lines: [
      ...rates,
      ...deadlines.values(),
      ...changes.flatMap((change) => (isDescribed(change) ? [] : linesOf(change, schema, both))),
    ],
  }
}

/** An inspection as it was read, without the parts that the check refuses. */
const inspectionOf = (file: string, dataset: Dataset | null): Inspection | undefined =>
  dataset?.inspections.find(({ id }) => file === authoredFile('inspection', id))

function subjectOf(file: string, dataset: Dataset | null): string {
  const { kind, ids: [first = '', second = ''] = [] } = kindOfFile(file) ?? {}
  const unit = dataset?.units[second]?.name ?? second
  if (kind === 'inspection') return `${periodName(first, dataset)}检查`
  if (kind === 'self-inspection') return `${unit}：${orderName(first, dataset)}自查整改情况`
  if (kind === 'rectification') return `${unit}：对问题${first}的整改说明`
  if (kind === 'register') return `${orderName(first, dataset)}自查整改公开台账`
  if (kind === 'openness') return `${unit}：${first}年${fileKinds.openness.title}`
  if (kind === 'openness-office') return `${first}年${fileKinds['openness-office'].title}`
  return definitionOfFile(file)?.title ?? file
}

/** The name of a period that reports were ordered for. */
function orderName(id: string, dataset: Dataset | null): string {
  for (const { deadlines = {} } of dataset?.inspections ?? [])
    for (const { period } of Object.values(deadlines)) if (period?.id === id) return period.label
  return id
}

/** The title and schema of the kind of a file; undefined for a path of no kind. */
function definitionOfFile(file: string): (typeof fileKinds)[keyof typeof fileKinds] | undefined {
  const { kind } = kindOfFile(file) ?? {}
  return kind !== undefined && kind in fileKinds
    ? fileKinds[kind as keyof typeof fileKinds]
    : undefined
}

/** A table or list that came or went as a whole, entry by entry: one step is one thing to read. */
function opened(change: Change): Change[] {
  const { path, before, after } = change
  const [root] = path
  const value = before ?? after
  const tables = [
    'issues',
    'deadlines',
    'follow_ups',
    'units',
    'channels',
    'areas',
    'requirements',
    'policies',
    'consultations',
    'judgements',
  ]
  const isTable = path.length === 1 && tables.includes(String(root)) && isPlainGroup(value)
  const isSteps = path.length === 3 && path[2] === 'rectification' && Array.isArray(value)
  if ((!isTable && !isSteps) || (before !== undefined && after !== undefined)) return [change]
  return Object.entries(value as object).map(([key, inner]: [string, unknown]) => ({
    path: [...path, isSteps ? Number(key) : key],
    before: before === undefined ? undefined : inner,
    after: after === undefined ? undefined : inner,
  }))
}

function linesOf(change: Change, schema: z.ZodType, both: BothDatasets): ReviewLine[] {
  const { path, before, after } = change
  const [root, id] = path.map(String)
  const dataset = both.now ?? both.before
  if (root === 'issues' && path.length === 2 && (before === undefined || after === undefined))
    return issueLines({ [id ?? '']: before ?? after }, before === undefined, dataset)
  const say = (value: unknown, side: Dataset | null): string | null =>
    value === undefined ? null : valueWords(value, schema, path, side)
  return [
    {
      what: changedPlace(path, schema, dataset),
      before: say(before, both.before),
      after: say(after, both.now),
    },
  ]
}

/** New or withdrawn issues, by the units that they name. */
function issueLines(issues: unknown, isNew: boolean, dataset: Dataset | null): ReviewLine[] {
  const entries = isPlainGroup(issues) ? Object.entries(issues) : []
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

const child = (value: unknown, key: string): unknown =>
  isPlainGroup(value) ? value[key] : undefined
