/** The list of what is due and late, by name: for the page of deadlines, its table and the printed sheet. */
import type { DataAsOf, Model } from '#model/model.ts'
import { addDays, chineseDate } from '#model/calendar.ts'
import { type DueItem, dueList, listSpan } from '#model/due-list.ts'
import { Memoized } from '#model/memoized.ts'
import { pendingState } from '#model/register.ts'
import { dailyState } from './daily-state.ts'
import { deadlineHref, deadlineTitle, type DeadlineProps, dutyWords } from './deadline-lines.ts'
import { type Link, unitLink } from './names.ts'
import { registerWords } from './register-words.ts'

const lists = new Memoized<readonly DueItem[]>()

/** The duties of the list, computed once. */
export const dueItems = ({ dataset, index, asOf }: DataAsOf): readonly DueItem[] =>
  lists.of(dataset, () => dueList(dataset, index, asOf), asOf)

export interface DueRow {
  /** Anchor of the first row of a state, or of those not yet due. */
  readonly id?: string
  readonly what: Link
  /** The units of the roster; the document's words where it names none. */
  readonly who: readonly Link[]
  /** The last day in time. */
  readonly last: string
  readonly state: DeadlineProps['state']
}

/** The list with a sentence on it; null when nothing is due or late. */
export function dueListView(model: Model) {
  const items = dueItems(model)
  if (items.length === 0) return null
  const { asOf } = model
  const states = (
    [
      ['overdue', '经核查未公开'],
      ['not-recorded', '期限已过、本站未收录'],
      ['due', `一周内（到${chineseDate(addDays(asOf, listSpan.within))}）到期`],
    ] as const
  ).flatMap(([state, words]) => {
    const own = items.filter((item) => item.state === state)
    const units = own.reduce((sum, item) => sum + Math.max(1, item.units.length), 0)
    return units === 0 ? [] : [{ state, words, units, own }]
  })
  const looked = items.some(({ state }) => state === 'overdue')
    ? '“经核查未公开”只写主管机关在期限之后核查过、记录了日期的。'
    : ''
  return {
    /**
     * How many there are of each state, by unit, each a link to its rows; what is due soon, which
     * stands below what is late, first.
     */
    counts: states
      .toSorted((a, b) => Number(b.state === 'due') - Number(a.state === 'due'))
      .map(({ state, words, units }) => ({
        label: `${words}${units}项`,
        href: `#${anchors[state]}`,
      })),
    note: `${looked}本站未收录不等于没有完成。报送材料等本站不收录完成情况的，过期后不列；一年以前的期限也不列。`,
    rows: states.flatMap(({ state, own }) =>
      own
        .flatMap((item) => dueRows(model, item))
        .map((row, n) => (n === 0 ? { id: anchors[state], ...row } : row)),
    ),
  }
}

const anchors: Readonly<Record<DueItem['state'], string>> = {
  overdue: 'list-overdue',
  'not-recorded': 'list-not-recorded',
  due: 'list-due',
}

/** A duty with the period of its report, or with the document that lays it down. */
export const dueTitle = ({ record }: Pick<DueItem, 'record'>): string =>
  record.deadline.period === undefined
    ? `${deadlineTitle(record)}（${record.inspection.period.label}）`
    : deadlineTitle(record)

/** A row for each state that units of a duty have. */
function dueRows(model: Model, item: DueItem): DueRow[] {
  const { record, last, units } = item
  const what = { label: dueTitle(item), href: deadlineHref(record) }
  const row = (who: readonly Link[], state: DeadlineProps['state']): DueRow => ({
    what,
    who,
    last: chineseDate(last),
    state,
  })
  if (units.length === 0)
    return [
      row([{ label: record.deadline.who_stated ?? '文件未写明单位' }], pendingWords(model, last)),
    ]
  const states = Map.groupBy(units, (unit) => dueStateOf(model, item, unit).label)
  return [...states.values()].flatMap((some) => {
    const [first] = some
    return first === undefined
      ? []
      : [
          row(
            some.map(({ id }) => unitLink(model, id)),
            dueStateOf(model, item, first),
          ),
        ]
  })
}

/** The state of one unit's duty, in the words of its page. */
export function dueStateOf(
  model: Model,
  { record, last }: Pick<DueItem, 'record' | 'last'>,
  { id, overdue }: DueItem['units'][number],
): DeadlineProps['state'] {
  if (overdue !== null) return registerWords(overdue)
  return record.deadline.what === 'rectification-report'
    ? dutyWords(model, record, id)
    : pendingWords(model, last)
}

const pendingWords = (model: Model, last: string): DeadlineProps['state'] => ({
  ...registerWords(pendingState(last, model.asOf)),
  ...dailyState(model, last, 'duty'),
})
