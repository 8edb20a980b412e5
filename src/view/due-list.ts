/** The list of what is due and late, by name: for the page of deadlines, its table and the printed sheet. */
import type { Model } from '#model/model.ts'
import { addDays, chineseDate } from '#model/calendar.ts'
import { spanWords } from './date-words.ts'
import { type DueItem, dueList, listSpan } from '#model/due-list.ts'
import { Memoized } from '#model/memoized.ts'
import { pendingState } from '#model/register.ts'
import { dailyState } from './daily-state.ts'
import { deadlineHref, deadlineTitle, type DeadlineProps, dutyWords } from './deadline-lines.ts'
import { type Link, unitLink } from './names.ts'
import { registerWords } from './register-words.ts'
import type { OpenData } from './tables/kind.ts'

const lists = new Memoized<readonly DueItem[]>()

/** The duties of the list, computed once. */
export const dueItems = ({ dataset, index, asOf }: OpenData): readonly DueItem[] =>
  lists.of(dataset, () => dueList(dataset, index, asOf), asOf)

interface DueRow {
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
  const counts = (
    [
      ['overdue', '经核查未公开'],
      ['not-recorded', '期限已过，本站未收录'],
      ['due', `${spanWords(asOf, addDays(asOf, listSpan.within))}到期`],
    ] as const
  ).flatMap(([state, words]) => {
    const units = items
      .filter((item) => item.state === state)
      .reduce((sum, item) => sum + Math.max(1, item.units.length), 0)
    return units === 0 ? [] : [`${words}的${units}项`]
  })
  const looked = items.some(({ state }) => state === 'overdue')
    ? '“经核查未公开”只写主管机关在期限之后核查过、记录了日期的。'
    : ''
  return {
    lead: `按单位和事项计：${counts.join('，')}。`,
    note: `${looked}本站未收录不等于没有完成。报送材料等本站不收录完成情况的，过期后不列；一年以前的期限也不列。`,
    rows: items.flatMap((item) => dueRows(model, item)),
  }
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
