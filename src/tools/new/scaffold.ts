/**
 * The room `tools/` helps people to enter and review data: new, import, diff, due, demo,
 * compare-reports, proposals, federation, verify and codeowners, one folder each. A tool plans and
 * returns texts; a command prints or writes them. Start here: this file plans the drafts for
 * `npm run new`.
 */

import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import { type Dataset, type Index, unitsOfIssue } from '#model/dataset.ts'
import { chineseNumber } from '#model/chinese-numeral.ts'
import {
  idAfter,
  inspectionBefore,
  isPerhapsRound,
  type PeriodId,
  periodIdOf,
} from '#model/period-id.ts'
import { nearest } from '#messages/nearest.ts'
import { isYear } from '#model/openness-files.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { newBulletin } from './bulletin.ts'
import { newInspection } from './new-inspection.ts'
import {
  leftInReview,
  newLedger,
  newLedgerReview,
  newRectification,
  newSelfInspection,
} from '#forms/unit-files.ts'

/** What to create drafts for. */
export type Request =
  /** Without an id, the period after `after`. */
  | { readonly kind: 'inspection'; readonly id?: string; readonly after?: string }
  | { readonly kind: 'self-inspection'; readonly period: string; readonly unit: string }
  | { readonly kind: 'rectification'; readonly issue: string; readonly unit: string }
  /** Without a unit, the office's file of the year. */
  | { readonly kind: 'openness'; readonly year: string; readonly unit?: string }

/** Texts by file, named as `data/…` and `content/…`, or why there are none, in Chinese. */
type Scaffold =
  | {
      readonly files: ReadonlyMap<string, string>
      /** What the editor has to know about them. */
      readonly note?: string
      /** What a file that exists already still lacks. */
      readonly left?: string
    }
  | { readonly mistake: string }

/** The existing data. */
interface ScaffoldContext {
  readonly dataset: Dataset
  readonly index: Index
  /** The day of the pages; later looks at ledgers are no part of a draft. */
  readonly asOf: string
  /** The path from the data folder to the JSON Schemas; null when it should not be written. */
  readonly schemas: string | null
}

/** The drafts for a request. They do not depend on the machine, nor on the clock. */
export function scaffold(request: Request, context: ScaffoldContext): Scaffold {
  if (request.kind === 'inspection') return forInspection(request, context)
  if (request.kind === 'openness') return forLedger(request, context)
  return request.kind === 'self-inspection'
    ? forSelfInspection(request, context)
    : forRectification(request, context)
}

/** The comment by which text editors find the schema of a file at a depth below the data folder. */
const heads = ({ schemas }: ScaffoldContext, depth: number, name: string): string[] =>
  schemas === null
    ? []
    : [`yaml-language-server: $schema=${'../'.repeat(depth)}${schemas}/${name}.json`]

function forInspection(
  { id: given, after }: Extract<Request, { kind: 'inspection' }>,
  context: ScaffoldContext,
): Scaffold {
  const { dataset } = context
  const ids = dataset.inspections.map((one) => one.id)
  const base = dataset.inspections.find((one) => one.id === after) ?? null
  if (after !== undefined && base === null)
    return unknown('期', after, ids, authoredFolder('inspection'))
  const id = given ?? (base === null ? null : idAfter(base))
  if (id === null)
    return {
      mistake: `从“${after ?? ''}”看不出下一期的编号，请写出来，例如：npm run new -- 2024-q2 --after ${after ?? ''}`,
    }
  const period = periodIdOf(id)
  if (period === null) return { mistake: notAPeriod(id) }
  const previous = base ?? inspectionBefore(dataset.inspections, period)
  const known = dataset.inspections.find((one) => one.id === id)
  const draft = newInspection(dataset, id, previous, heads(context, 1, 'inspection'))
  const last = previous === null ? null : (dataset.bulletins[previous.id] ?? null)
  const note =
    isPerhapsRound(period, previous) && known === undefined
      ? monthNote(period, (round) => round)
      : null
  return {
    ...(note === null ? {} : { note }),
    files: new Map([
      [authoredFile('inspection', id), draft.yaml],
      // If the data file exists, the bulletin is drafted from it.
      [authoredFile('bulletin', id), newBulletin(dataset, known ?? draft.value, last)],
    ]),
  }
}

/** That a number was taken for a month, and how to ask for a round of that number. */
const monthNote = (
  { id, prefix, year, number }: PeriodId,
  command: (round: string) => string,
): string =>
  `“${id}”当作${year}年${number}月。是第${number}次、第${number}期的，请删去新建的文件，改用 npm run new -- ${command(roundId(prefix, year, number))}。`

function forSelfInspection(
  { period, unit }: Extract<Request, { kind: 'self-inspection' }>,
  context: ScaffoldContext,
): Scaffold {
  const { dataset, index } = context
  // Units may report for a period for which no document orders it.
  if (!index.orders.has(period) && periodIdOf(period) === null) {
    const near = nearest(period, index.orders.keys())
    const hint = near === null ? '' : `是不是“${near}”？`
    return { mistake: `${notAPeriod(period)}${hint}` }
  }
  if (dataset.units[unit] === undefined) return unknownUnit(dataset, unit)
  const text = newSelfInspection(context, period, unit, heads(context, 2, 'self-inspection'))
  const isUnordered = dataset.inspections.length > 0 && !index.orders.has(period)
  const known = index.orders.has(period) || dataset.selfInspections[period] !== undefined
  const read = periodIdOf(period)
  const month =
    !known && read !== null && isPerhapsRound(read, inspectionBefore(dataset.inspections, read))
      ? monthNote(read, (round) => `self-inspection ${round} ${unit}`)
      : ''
  const order = isUnordered
    ? `数据里没有要求公开“${period}”这一期的通报，报告照常公开，不判断早晚。`
    : ''
  const note = `${month}${order}`
  return {
    files: new Map([[authoredFile('self-inspection', period, unit), text]]),
    ...(note === '' ? {} : { note }),
  }
}

function forRectification(
  { issue: id, unit }: Extract<Request, { kind: 'rectification' }>,
  context: ScaffoldContext,
): Scaffold {
  const { dataset, index } = context
  const record = index.issueById.get(id)
  if (record === undefined)
    return unknown('问题', id, index.issueById.keys(), authoredFolder('inspection'))
  const found = dataset.units[unit]
  if (found === undefined) return unknownUnit(dataset, unit)
  const named = unitsOfIssue(record.issue)
  if (!named.includes(unit)) {
    const who = named.length === 0 ? '它没有点名任何单位' : `它点名的单位是：${named.join('、')}`
    return { mistake: `问题“${id}”没有点名${found.name}（${unit}），${who}。` }
  }
  const text = newRectification(found, record, heads(context, 2, 'rectification'))
  return { files: new Map([[authoredFile('rectification', id, unit), text]]) }
}

function forLedger(
  { year, unit }: Extract<Request, { kind: 'openness' }>,
  context: ScaffoldContext,
): Scaffold {
  const { dataset } = context
  if (!isYear(year)) return { mistake: `“${year}”不是年份，请写成 2023 这样的四位数字。` }
  if (unit === undefined) {
    const text = newLedgerReview(dataset, year, heads(context, 1, 'openness-office'))
    const left = leftInReview(dataset, year)
    return {
      files: new Map([[authoredFile('openness-office', year), text]]),
      ...(left === '' ? {} : { left }),
    }
  }
  const found = dataset.units[unit]
  if (found === undefined) return unknownUnit(dataset, unit)
  const text = newLedger(found, year, unit, heads(context, 2, 'openness'))
  return { files: new Map([[authoredFile('openness', year, unit), text]]) }
}

/** The message for an unknown unit id; if a unit has that name, it gives its id. */
function unknownUnit(dataset: Dataset, unit: string): Scaffold {
  const byName = Object.entries(dataset.units).find(([, { name }]) => name === unit)?.[0]
  if (byName !== undefined) return { mistake: `请写单位编号：“${unit}”的编号是“${byName}”。` }
  const near = nearest(unit, Object.keys(dataset.units))
  if (near !== null) return unknown('单位', unit, Object.keys(dataset.units), authoredFile('units'))
  const [tier = 'county'] = Object.keys(dataset.site.tiers)
  return {
    mistake: [
      `data/units.yaml 里没有编号为“${unit}”的单位。单位编号是自己起的英文短名；请先在 units 下面加一行，再新建：`,
      `  ${idPattern.test(unit) ? unit : 'donghe'}: { name: 单位名称, tier: ${tier} }`,
      `tier 是 data/site.yaml 里 tiers 的编号，现有：${Object.keys(dataset.site.tiers).join('、')}。`,
    ].join('\n'),
  }
}

/** Why an id is no period, with the id that a period in words has: 2025年第5期. */
function notAPeriod(id: string): string {
  const [, year, round] =
    /^(\d{4})年?第?([〇零一二三四五六七八九十]+|\d{1,2})[期次批轮]/.exec(id) ?? []
  const number = round === undefined ? null : (chineseNumber(round) ?? Number(round))
  const near =
    year === undefined || number === null || Number.isNaN(number)
      ? ''
      : `要新建${year}年第${number}次、第${number}期的，写 ${roundId('', Number(year), number)}。`
  return `${notAPeriodId(id)}${near}`
}

const roundId = (prefix: string, year: number, number: number): string =>
  `${prefix}${year}-r${String(number).padStart(2, '0')}`

const notAPeriodId = (id: string): string =>
  `“${id}”不是期的编号。请写成 2024-q2（第二季度）、2024-h1（上半年）、2025-06（6月）、2025-r05（第5次、第5期）、2024-q1-b2（第一季度第二批）或 2024（全年）。`

function unknown(what: string, id: string, known: Iterable<string>, place: string): Scaffold {
  const near = nearest(id, known)
  const hint = near === null ? `请核对 ${place} 里的编号。` : `是不是“${near}”？`
  return { mistake: `没有编号为“${id}”的${what}。${hint}` }
}
