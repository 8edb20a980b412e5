import { addDays, chineseDate } from '#model/calendar.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import { nextQuarter, workingDay, type Quarter } from './quarters.ts'
import { districts } from './roster.ts'

/**
 * The deadlines that the bulletin of a quarter sets.
 *
 * @param prominent whether units with prominent problems have to report
 */
export function makeDeadlines(
  quarter: Quarter,
  published: string,
  prominent: boolean,
): Record<string, Deadline> {
  const next = nextQuarter(quarter)
  const publish = workingDay(`${next.thirdMonth}-06`)
  const deadlines: Record<string, Deadline> = {}
  if (prominent)
    deadlines.rectification = {
      what: 'rectification-report',
      title: '书面报送突出问题整改情况',
      who: { appendix: 'prominent' },
      who_stated: '存在突出问题的单位（见附件）',
      ...reportDay(quarter, published),
      deliverable: 'written',
      to: '市政府办公室',
    }
  deadlines['self-inspection'] = {
    what: 'self-inspection',
    title: '主动公开自查整改情况',
    who: 'all-units',
    who_stated: '全市各级各部门',
    period: { id: next.id, label: next.label, start: next.start, end: next.end },
    areas: ['openness', 'websites', 'media'],
    due: publish,
    stated: before(publish),
    deliverable: 'public',
  }
  if (quarter.number === 3) Object.assign(deadlines, standing)
  if (quarter.number === 4) {
    const year = String(quarter.year)
    const due = `${year}-12-20`
    deadlines.annual = {
      what: 'self-inspection',
      title: '主动公开网站年度自查情况',
      who: [...districts],
      who_stated: '各县（区）、功能区',
      period: {
        id: `${year}-annual`,
        label: `${year}年度`,
        start: `${year}-01-01`,
        end: `${year}-12-31`,
      },
      areas: ['websites'],
      due,
      stated: before(due),
      deliverable: 'public',
    }
    const yearly = `${quarter.year + 1}-01-15`
    deadlines['yearly-form'] = {
      what: 'other',
      title: '报送政府网站工作年度报表',
      who: [...districts],
      who_stated: '各县（区）、功能区',
      due: yearly,
      time: '12:00',
      stated: `${chineseDate(yearly)}12:00前`,
      deliverable: 'electronic',
      to: '市政府办公室',
    }
  }
  return deadlines
}

const before = (day: string): string => `${chineseDate(day)}前`

/** The deadline of the written report; each quarter states it in a different form. */
function reportDay(
  { number }: Quarter,
  published: string,
): Pick<Deadline, 'due' | 'within' | 'inclusive' | 'stated'> {
  if (number === 2)
    return {
      within: { days: 10, kind: 'working', after: 'issued' },
      stated: '本通报印发后10个工作日内',
    }
  const due = workingDay(addDays(published, 15))
  return {
    due,
    // The day itself is not included.
    ...(number === 1 ? { inclusive: false } : {}),
    stated: number === 1 ? `${before(due)}（不含当日）` : before(due),
  }
}

/** Duties for which no day can be computed. */
const standing: Readonly<Record<string, Deadline>> = {
  'dead-links': {
    what: 'other',
    title: '处理失效链接',
    who: 'all-units',
    who_stated: '各级各部门',
    words: '发现后当日清零',
  },
  interpretation: {
    what: 'other',
    title: '发布政策解读材料',
    who: [...districts],
    who_stated: '各县（区）、功能区',
    every: { count: 1, unit: 'month' },
    words: '每月至少1篇',
    deliverable: 'public',
  },
  messages: {
    what: 'other',
    title: '答复网民留言',
    who: 'not-stated',
    within: { days: 3, kind: 'working' },
    words: '收到后3个工作日内',
  },
}

/** Requirements of the bulletin without a deadline. */
export const requirementsIn = ({ number }: Quarter): InspectionFile['requirements'] =>
  requirements[number - 1] ?? {}

const prominentProblems = { title: '抓好突出问题整改' }
const platforms = { title: '强化公开平台建管' }
/** From the first to the fourth quarter. */
const requirements: readonly InspectionFile['requirements'][] = [
  { prominent: prominentProblems, openness: { title: '深化政务公开工作' }, platforms },
  { prominent: prominentProblems, interpretation: { title: '加强政策发布和解读' }, platforms },
  { prominent: prominentProblems, openness: { title: '规范法定主动公开内容' }, platforms },
  {
    prominent: prominentProblems,
    annual: { title: '做好年度自查和报表编制' },
    platforms,
  },
]
