import { labelOfPeriod } from '#model/report-periods.ts'
import type { Model } from '#model/model.ts'
import {
  type CorrectionRecord,
  correctionsOf,
  covers,
  ofBulletin,
  renamedIssue,
  unitsOfCorrection,
} from '#model/correction.ts'
import type { PublicRecord } from '#model/public-records.ts'
import { chineseDate } from '#model/calendar.ts'
import { placeName } from '#model/place-name.ts'
import { inspection } from '#schema/inspection.ts'
import { officeOpenness, unitOpenness } from '#schema/openness.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { registerRecord, selfInspection } from '#schema/self-inspection.ts'
import * as at from './addresses.ts'
import { opennessTitle } from './openness-words.ts'
import { type Link, unitName } from './names.ts'
import { inspectionName, registerTitle } from './inspection-names.ts'
import { severityWords } from './issue-words.ts'
import { Memoized } from '#model/memoized.ts'

/** A correction as pages print it. */
export interface CorrectionLine {
  readonly id: string
  readonly on: string
  readonly date: string
  /** The page that was corrected. */
  readonly record: Link
  /** The corrected part of the page. */
  readonly what: Link
  readonly from: string
  readonly to: string
  readonly reason: string
}

const records = new Memoized<readonly CorrectionRecord[]>()

/** All corrections, memoized because every page needs them. */
function everyCorrection(model: Model): readonly CorrectionRecord[] {
  const { dataset } = model
  return records.of(dataset, () => correctionsOf(dataset))
}

export const hasCorrections = (model: Model): boolean => everyCorrection(model).length > 0

/** Every correction, the newest first. */
export const correctionLines = (model: Model): CorrectionLine[] =>
  everyCorrection(model).map((one) => lineOf(model, one))

const byUnit = new Memoized<ReadonlyMap<string, readonly CorrectionRecord[]>>()

/** The corrections that are about each unit, the newest first. */
function correctionsByUnit(model: Model): ReadonlyMap<string, readonly CorrectionRecord[]> {
  const { dataset } = model
  return byUnit.of(dataset, () => {
    const pairs = everyCorrection(model).flatMap((record) =>
      [...unitsOfCorrection(record, dataset)].map((unit) => ({ unit, record })),
    )
    const groups = Map.groupBy(pairs, ({ unit }) => unit)
    return new Map([...groups].map(([unit, of]) => [unit, of.map(({ record }) => record)]))
  })
}

/** The corrections that are about a unit, the newest first. */
export const correctionsOfUnit = (model: Model, unit: string): CorrectionLine[] =>
  (correctionsByUnit(model).get(unit) ?? []).map((one) => lineOf(model, one))

const byRecord = new Memoized<ReadonlyMap<string | undefined, readonly CorrectionRecord[]>>()

/** The corrections of one record, or with `part`, those that concern that part of it. */
export function correctionsIn(model: Model, record: string, part?: string): CorrectionLine[] {
  const groups = byRecord.of(model.dataset, () =>
    Map.groupBy(everyCorrection(model), ({ record: corrected }) => corrected?.id),
  )
  return (groups.get(record) ?? [])
    .filter(
      ({ correction: { at: path } }) =>
        part === undefined || covers(part, path) || covers(path, part),
    )
    .map((one) => lineOf(model, one))
}

/** A correction as a sentence, without its day and page. */
export const correctionText = ({ what, from, to, reason }: CorrectionLine): string =>
  `${what.label}，原来：${unstopped(from)}；更正为：${unstopped(to)}。理由：${reason}`

/**
 * A sentence for the head of a corrected page, in two parts: how often it was corrected since its
 * publication, and what was corrected last and when. Null when nothing was.
 */
export function correctionNotice(
  corrections: readonly CorrectionLine[],
): { readonly count: string; readonly last: string } | null {
  const [newest] = corrections
  const last = newest === undefined ? '' : `：${newest.date}，${newest.what.label}。`
  return newest === undefined
    ? null
    : {
        count: `${corrections.length}处更正`,
        last: corrections.length === 1 ? last : `，最近一处${last}`,
      }
}

const unstopped = (words: string): string => words.replace(/[。；]$/, '')

function lineOf(model: Model, { correction, record, id }: CorrectionRecord): CorrectionLine {
  const { on, from, to, reason } = correction
  const words = (value: string | number): string =>
    Object.hasOwn(codeWords, value) ? (codeWords[value] ?? '') : String(value)
  const link = recordLink(model, record?.id ?? String(to ?? correction.at))
  const line = { id, on, date: chineseDate(on), record: link, reason }
  // A correction of a whole record names the record by its id.
  if (record === null)
    return {
      ...line,
      what: { label: to === undefined ? '撤回' : '改用新的编号' },
      from: `${from === undefined ? '' : `${words(from)}，`}编号${correction.at}`,
      to: to === undefined ? '（撤回）' : `编号${to}`,
    }
  const now = renamedIssue(correction)
  const renamed = now === null ? null : `编号${now}`
  return {
    ...line,
    what: whatLink(model, record, correction.at),
    from: from === undefined ? '（原来没有）' : words(from),
    to: to === undefined ? '（撤回）' : (renamed ?? words(to)),
  }
}

/** The words that pages print for codes in the data. */
const codeWords: Readonly<Record<string, string>> = {
  veto: severityWords.veto,
  ordinary: severityWords.ordinary,
  full: '全覆盖检查',
  sample: '抽查',
}

/** A link to the page of a record; without an address when it has no page. */
function recordLink(model: Model, id: string): Link {
  const { dataset, index } = model
  const [kind, period = '', unit = ''] = id.split('/')
  if (kind === 'inspections') {
    const found = dataset.inspections.find((one) => one.id === period)
    return found === undefined
      ? { label: `检查结果（${period}）` }
      : { label: inspectionName(found, '结果'), href: at.inspectionPage(period) }
  }
  if (kind === 'rectifications')
    return {
      label: `${unitName(model, unit)}对问题${period}的说明`,
      ...(index.issueById.has(period) ? { href: at.issuePage(period) } : {}),
    }
  if (kind === 'openness')
    return {
      label:
        unit === '' ? opennessTitle(period) : `${unitName(model, unit)}${opennessTitle(period)}`,
      href: unit === '' ? at.opennessPage(period) : at.opennessUnitPage(period, unit),
    }
  const label = labelOfPeriod(dataset, index, period)
  if (kind === 'registers')
    return {
      label: registerTitle({ label }),
      ...(index.orders.has(period) ? { href: at.registerPage(period) } : {}),
    }
  const report = dataset.selfInspections[period]?.[unit]
  return report === undefined
    ? { label: `${unitName(model, unit)}${label}自查整改情况` }
    : { label: report.title, href: at.selfInspectionPage(period, unit) }
}

const schemas = {
  inspections: inspection,
  'self-inspections': selfInspection,
  registers: registerRecord,
  rectifications: rectificationStatement,
  openness: unitOpenness,
  'openness-office': officeOpenness,
} as const

function whatLink(model: Model, record: PublicRecord, place: string): Link {
  const { dataset, index } = model
  const { inspection } = record
  const page = recordLink(model, record.id).href
  if (place === ofBulletin) {
    const has = inspection !== null && dataset.bulletins[inspection.id] !== undefined
    return { label: '通报正文', href: has ? at.bulletinPage(inspection.id) : page }
  }
  const label = placeName(schemas[record.kind], place, nameOf(model, record)).join('·')
  if (inspection === null || page === undefined) return { label, href: page }
  const [part, id = ''] = place.split('.')
  if (part === 'areas' && inspection.areas[id] !== undefined)
    return { label, href: at.areaAnchor(inspection.id, id) }
  if (part === 'issues' && index.issueById.get(id)?.inspection.id === inspection.id)
    return { label, href: at.issuePage(id) }
  return { label, href: part === 'deadlines' ? `${page}#deadlines` : page }
}

/** Names the parts of a record by their collection and id. */
function nameOf(model: Model, { inspection }: PublicRecord) {
  const { areas } = model.dataset.site
  return (collection: string, id: string): string | undefined => {
    if (collection === 'areas' || collection === 'results')
      return inspection?.areas[id]?.label ?? areas[id]?.name
    if (collection === 'issues' || collection === 'follow_ups') return `问题${id}`
    if (collection === 'deadlines') return inspection?.deadlines?.[id]?.title
    if (collection === 'requirements') return inspection?.requirements?.[id]?.title
    if (collection === 'appendices') return inspection?.appendices?.[id]?.title
    if (collection === 'policies' || collection === 'consultations' || collection === 'judgements')
      return `编号${id}`
    return collection === 'exempt' || collection === 'units'
      ? model.dataset.units[id]?.name
      : undefined
  }
}
