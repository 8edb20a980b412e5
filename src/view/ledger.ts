import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { type Inspection, type IssueRecord, compareText } from '#model/dataset.ts'
import { subjectsOf, type LifeEvent } from '#model/issue-life.ts'
import {
  type Ledger,
  ledgerOf,
  type LedgerRow,
  whyNoDuty,
  whyNoReport,
  whyNoUnit,
} from '#model/ledger.ts'
import { deadlineText } from '#model/reference.ts'
import { pendingState } from '#model/register.ts'
import { frequencyOf, type Repeat, repeatsIn } from '#model/repeats.ts'
import { gapWords } from './tables/table.ts'
import * as at from './addresses.ts'
import { type DailyState, dailyState } from './daily-state.ts'
import { channelLink, type Link, unitLink } from './names.ts'
import { bulletinName } from './inspection-names.ts'
import { inspectionViews } from './inspection-views.ts'
import {
  accountText,
  issueStateWords,
  rectifiedText,
  reportWords,
  stepText,
  stepWords,
} from './issue-words.ts'
import { registerWords } from './register-words.ts'
import type { StateWords } from './state-words.ts'
import { Memoized } from '#model/memoized.ts'

interface Known {
  readonly ledger: Ledger
  readonly byInspection: ReadonlyMap<string, readonly LedgerRow[]>
  readonly repeats: ReturnType<typeof repeatsIn>
}
const computed = new Memoized<Known>()

function known(model: Model): Known {
  const { dataset, index, asOf } = model
  return computed.of(dataset, () => {
    const ledger = ledgerOf(dataset, index, asOf)
    return {
      ledger,
      byInspection: Map.groupBy(ledger.rows, ({ record }) => record.inspection.id),
      repeats: repeatsIn(index),
    }
  })
}

/** The ledger of all issues on the as-of day. Computed once for a dataset. */
export const ledger = (model: Model): Ledger => known(model).ledger

/** An issue's rows, one for each unit; with a unit, only its row. */
export function ledgerRows(model: Model, { id }: IssueRecord, unit?: string): readonly LedgerRow[] {
  const rows = ledger(model).byIssue.get(id) ?? []
  return unit === undefined ? rows : rows.filter((row) => row.unit === unit)
}

/** The rows of one inspection, in the order in which it names them. */
export const rowsOfInspection = (model: Model, { id }: Inspection): readonly LedgerRow[] =>
  known(model).byInspection.get(id) ?? []

export interface StepLine {
  on?: string
  date: string
  label: string
  href?: string
}

/** The recorded steps of an issue, by date; a step of some of its units names them. */
export function stepLines(model: Model, record: IssueRecord, unit?: string): StepLine[] {
  const lines = new Map<string, { event: LifeEvent; line: StepLine; units: string[] }>()
  for (const row of ledgerRows(model, record, unit))
    for (const event of row.events) {
      const line = lineOf(event)
      const key = JSON.stringify(line)
      const same = lines.get(key)
      const name = row.unit === null ? [] : [unitLink(model, row.unit).label]
      if (same === undefined) lines.set(key, { event, line, units: name })
      else same.units.push(...name)
    }
  const all = unit === undefined ? subjectsOf(record.issue).length : 1
  return [...lines.values()]
    .sort((a, b) => compareText(a.event.on, b.event.on))
    .map(({ line, units }) =>
      units.length === 0 || units.length === all
        ? line
        : { ...line, label: `${units.join('、')}：${line.label}` },
    )
}

const lineOf = (event: LifeEvent): StepLine =>
  event.kind === 'step'
    ? { on: event.on, date: chineseDate(event.on), label: stepText(event.step) }
    : {
        date: bulletinName(event.inspection),
        label: accountText(event.account),
        href: at.inspectionPage(event.inspection.id),
      }

/** The state of an issue; when the states of its units differ, each state names its units. */
export function stateLine(model: Model, record: IssueRecord, unit?: string): string {
  const { asOf } = model
  const rows = ledgerRows(model, record, unit)
  const states = Map.groupBy(rows, ({ state }) => issueStateWords(state, asOf).label)
  const all = unit === undefined ? subjectsOf(record.issue).length : 1
  return [...states]
    .map(([label, some]) =>
      some.length === all
        ? label
        : `${label}（${some.flatMap((row) => (row.unit === null ? [] : [unitLink(model, row.unit).label])).join('、')}）`,
    )
    .join('；')
}

export const stateOf = (model: Model, { state }: LedgerRow): StateWords =>
  issueStateWords(state, model.asOf)

type LedgerCell = string | (Link & { daily?: DailyState })

/** Rows of the ledger as a table, without columns that no row fills. */
export function ledgerTable(
  model: Model,
  rows: readonly LedgerRow[],
  subjects: 'unit' | 'issue' | 'both',
): { columns: { label: string; whole: boolean }[]; rows: LedgerCell[][] } {
  const columns: {
    label: string
    whole?: boolean
    cell: (row: LedgerRow) => LedgerCell
    filled?: boolean
  }[] = [
    ...(subjects === 'unit'
      ? []
      : [
          {
            label: '问题',
            cell: ({ record }: LedgerRow): LedgerCell => ({
              label: record.issue.text,
              href: at.issuePage(record.id),
            }),
          },
          { label: '编号', whole: true, cell: ({ record }: LedgerRow): LedgerCell => record.id },
        ]),
    ...(subjects === 'issue'
      ? []
      : [
          {
            label: '单位',
            cell: (row: LedgerRow): LedgerCell =>
              row.unit === null ? gapWords[whyNoUnit(row)] : unitLink(model, row.unit),
          },
        ]),
    {
      label: '通知整改',
      // On an issue's own page the table has too few columns to become cards on a phone.
      whole: subjects !== 'unit',
      cell: ({ notified }) => (notified === null ? notRecorded : chineseDate(notified)),
      filled: rows.some(({ notified }) => notified !== null),
    },
    {
      label: '报送期限',
      cell: (row) => dutyText(model, row),
      filled: rows.some(({ duty }) => duty !== null),
    },
    {
      label: '报送情况',
      cell: (row) => reportCell(model, row),
      filled: rows.some(({ report }) => report.state !== 'no-duty'),
    },
    {
      label: '整改',
      cell: ({ rectified }) => (rectified === null ? notRecorded : factText(rectified)),
      filled: rows.some(({ rectified }) => rectified !== null),
    },
    {
      label: '复核',
      cell: ({ recheck }) => (recheck === null ? notRecorded : factText(recheck)),
      filled: rows.some(({ recheck }) => recheck !== null),
    },
    { label: '目前状态', cell: (row) => stateOf(model, row).label },
  ]
  const shown = columns.filter(({ filled = true }) => filled)
  return {
    columns: shown.map(({ label, whole = false }) => ({ label, whole })),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
  }
}

const notRecorded = gapWords['not-recorded']

/** By when a unit has to report, or why there is no deadline. */
function dutyText(model: Model, row: LedgerRow): string {
  if (row.duty !== null) return deadlineText(row.duty.deadline)
  const { dataset, index } = model
  return gapWords[whyNoDuty(dataset, index, row)]
}

/** The state of a report. Until one is recorded, the state changes from day to day. */
function reportCell(model: Model, row: LedgerRow): LedgerCell {
  const { dataset, index } = model
  const { report } = row
  if (report.state === 'no-duty') return gapWords[whyNoReport(dataset, index, row)]
  if ((report.state !== 'awaited' && report.state !== 'not-recorded') || report.last === null)
    return reportWords(report)
  const { label } = registerWords(pendingState(report.last, model.asOf))
  return { label, ...dailyState(model, report.last, 'duty') }
}

const factText = (event: LifeEvent): string =>
  event.kind === 'step'
    ? `${chineseDate(event.on)}${stepWords[event.step.step]}`
    : `${bulletinName(event.inspection)}${rectifiedText(event.account)}`

/** The earlier findings of the same kind of one unit or account. */
export interface RepeatLine {
  who: Link
  /** Newest first. */
  earlier: Link[]
  /** The total, when not all are listed: 等5项. */
  suffix?: string
  /** In how many of the last rounds it was named, as far as that is known. */
  often?: string
}

/** Earlier findings of the same kind, by unit or account; of all of them also how often. */
export function repeatLines(model: Model, record: IssueRecord, unit?: string): RepeatLine[] {
  const own = (repeat: Repeat): boolean =>
    unit === undefined ||
    repeat.unit === unit ||
    (repeat.channel !== null && model.dataset.channels[repeat.channel]?.unit === unit)
  return (known(model).repeats.get(record.id) ?? []).filter(own).map((repeat) => ({
    who:
      repeat.unit === null
        ? channelLink(model, repeat.channel ?? '')
        : unitLink(model, repeat.unit),
    earlier: repeat.earlier.map(({ id, inspection }) => ({
      label: `${inspection.period.label}（${id}）`,
      href: at.issuePage(id),
    })),
    ...(unit === undefined ? oftenWords(model, record, repeat) : {}),
  }))
}

function oftenWords(model: Model, record: IssueRecord, repeat: Repeat): Pick<RepeatLine, 'often'> {
  const { dataset, index } = model
  const found = frequencyOf(
    dataset,
    inspectionViews(model),
    ({ id }) => index.issuesByInspection.get(id) ?? [],
    record,
    repeat,
  )
  return found === null
    ? {}
    : {
        often: `截至${record.inspection.period.label}，记录完整的${found.rounds}次检查中有${found.named}次`,
      }
}
