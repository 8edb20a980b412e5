import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { lastDayInTime } from '#model/deadline.ts'
import { deadlineText } from '#model/reference.ts'
import {
  exceptionsIn,
  listedYears,
  registersByYear,
  type YearOfRegisters,
} from '#model/late-reports.ts'
import { Memoized } from '#model/memoized.ts'
import {
  groupOf,
  type Register,
  type RegisterGroup,
  registerGroups,
  type RegisterState,
} from '#model/register.ts'
import * as at from '../addresses.ts'
import { registerRow } from '../register-rows.ts'
import { reportPeriodsOf, subjectOfSite } from '../report-periods.ts'
import { gapWords } from '../tables/table.ts'

const years = new Memoized<readonly YearOfRegisters[]>()
const listed = new Memoized<readonly YearOfRegisters[]>()

/** The years that have a page, oldest first. */
export const publicationYears = (model: Model): readonly YearOfRegisters[] =>
  listed.of(model, () => listedYears(model.dataset, model.index, model.asOf))

/** The years that have a register, oldest first. */
export const everyYear = (model: Model): readonly YearOfRegisters[] =>
  years.of(model, () => registersByYear(model.dataset, model.index, model.asOf))

/** The groups in which the index counts units. */
const counted = Object.keys(registerGroups) as RegisterGroup[]

/** The title of the list of a year. */
export const publicationTitle = (year: string): string => `${year}年晚于期限和未收录的自查公开`

/** Every period of self-inspections with its counts, newest first, and the lists of years. */
export function reportPeriodListView(model: Model) {
  const periods = [...reportPeriodsOf(model)].reverse()
  const registers = new Map(
    everyYear(model).flatMap(({ registers: all }) => all.map((one) => [one.period, one] as const)),
  )
  const countsOf = (register: Register | undefined): Record<RegisterGroup, number> => {
    const groups = (register?.rows ?? []).map(({ status }) => groupOf(status))
    return Object.fromEntries(
      counted.map((group) => [group, groups.filter((one) => one === group).length]),
    ) as Record<RegisterGroup, number>
  }
  const rows = periods.map((period) => {
    const register = registers.get(period.id)
    return { period, register, counts: countsOf(register), others: period.unasked.length }
  })
  const groups = counted.filter((group) => rows.some(({ counts }) => counts[group] > 0))
  const hasOrders = registers.size > 0
  const hasOthers = rows.some(({ others }) => others > 0)
  const subject = subjectOfSite(model)
  return {
    title: `各期${subject}公开情况`,
    lead: `本站收录${periods.length}期${subject}。${hasOrders ? '应公开的单位各期不同；本站未收录不等于没有公开，主管机关在期限之后核查过的才写“经核查未公开”。' : '没有收录要求公开的文件，只列出已经公开的，不判断早晚。'}`,
    columns: [
      { label: '期' },
      ...(hasOrders ? [{ label: '期限' }, { label: '台账里的单位', number: true }] : []),
      ...groups.map((group) => ({ label: registerGroups[group].label, number: true })),
      ...(hasOthers ? [{ label: '未收录要求的', number: true }] : []),
    ],
    rows: rows.map(({ period, register, counts, others }) => [
      { label: period.label, href: at.registerPage(period.id) },
      ...(hasOrders
        ? [
            // Beside it, reports that are not yet due are not taken for missing ones.
            register === undefined
              ? gapWords['not-recorded']
              : deadlineText(register.order.deadline),
            String(register?.rows.length ?? 0),
          ]
        : []),
      ...groups.map((group) => ({
        label: String(counts[group]),
        alert: group === 'overdue' && counts[group] > 0,
      })),
      ...(hasOthers ? [String(others)] : []),
    ]),
    years: [...publicationYears(model)].reverse().map((one) => ({
      label: publicationTitle(one.year),
      href: at.publicationPage(one.year),
      note: `${sumOf(one)}份次`,
    })),
  }
}

const sumOf = ({ registers }: YearOfRegisters): number =>
  registers.reduce((sum, register) => sum + exceptionsIn(register).length, 0)

/** Who was late in a year, or is not recorded, over all its registers. */
export function publicationView(model: Model, { of }: { readonly of: YearOfRegisters }) {
  const { year, registers } = of
  const counts = (['overdue', 'late', 'not-recorded'] as const).flatMap((state) => {
    const count = registers
      .flatMap(exceptionsIn)
      .filter(({ status }) => status.state === state).length
    return count === 0 ? [] : [`${stateNames[state]}${count}份次`]
  })
  const expected = registers.reduce((sum, { expected: own }) => sum + own, 0)
  const newestFirst = [...registers].reverse()
  const without = newestFirst.filter((register) => exceptionsIn(register).length === 0)
  return {
    title: publicationTitle(year),
    lead: `${year}年${registers.length}期自查整改，应公开${expected}份次，其中${counts.join('，')}。`,
    /** The registers of all periods, also of those without a table below. */
    registers: newestFirst.map(({ label, period }) => ({ label, href: at.registerPage(period) })),
    without:
      without.length === 0
        ? null
        : `${without.map(({ label }) => label).join('、')}没有晚于期限、经核查未公开和期限已过未收录的单位，下面不列。`,
    note: `按期、再按单位名录的次序排列，不是名次。“经核查未公开”只写主管机关在期限之后核查过的，此后有没有公开不作推断；本站未收录不等于没有公开。公开日期不详的不判断早晚，不列。`,
    periods: newestFirst
      .map((register) => ({ register, rows: exceptionsIn(register) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ register, rows }) => {
        const last = lastDayInTime(register.order.deadline)
        const due = last === null ? '' : `最后一天${chineseDate(last)}，`
        return {
          caption: `${register.label}（${due}${rows.length}个单位）`,
          rows: rows.map((row, byName) => ({
            ...registerRow(model, register, row),
            id: `${register.period}-${row.unit}`,
            byName,
          })),
        }
      }),
  }
}

const stateNames: Readonly<Partial<Record<RegisterState['state'], string>>> = {
  overdue: registerGroups.overdue.label,
  late: registerGroups.late.label,
  'not-recorded': '期限已过、本站未收录',
}
