import type { Model } from '#model/model.ts'
import { type DeadlineBoard, deadlineBoard } from '#model/deadline-board.ts'
import { chineseDate } from '#model/calendar.ts'
import { everyOpennessDay } from '#model/openness-days.ts'
import * as at from '../addresses.ts'
import { deadlineLine } from '../deadline-lines.ts'
import { progressOf } from '../deadline-progress.ts'
import { dueListView } from '../due-list.ts'
import { opennessDueView } from '../openness-days.ts'

export function deadlineBoardView(model: Model) {
  const { index, asOf } = model
  const { today, upcoming, standing, standingEarlier, passed } = deadlineBoard(index, asOf)
  const ahead = today.length + upcoming.length
  const passedCount = passed.reduce((sum, { records }) => sum + records.length, 0)
  const counts = [
    ahead === 0 ? '没有未到的期限' : `还有${ahead}项期限未到`,
    ...(today.length === 0 ? [] : [`其中${today.length}项在这一天到期`]),
    ...(passedCount === 0 ? [] : [`${passedCount}项已过`]),
    ...(standing.length === 0
      ? []
      : [`${standing.length + standingEarlier.length}项是没有日期的长期要求`]),
  ]
  const lines = (records: DeadlineBoard['today']) =>
    records.map((record) => ({
      id: `${record.inspection.id}-${record.id}`,
      ...deadlineLine(model, record),
      progress: progressOf(model, record),
      inspection: {
        label: record.inspection.period.label,
        href: at.inspectionPage(record.inspection.id),
      },
    }))
  const due = dueListView(model)
  const ledger = opennessDueView(model)
  const groups = [
    // The day is named, because the states below are refreshed on later days.
    { id: 'today', title: `${chineseDate(asOf)}当日到期`, lines: lines(today), earlier: [] },
    { id: 'upcoming', title: `${chineseDate(asOf)}以后到期`, lines: lines(upcoming), earlier: [] },
    { id: 'standing', title: '长期要求', lines: lines(standing), earlier: lines(standingEarlier) },
  ].filter((group) => group.lines.length > 0)
  return {
    lead: `截至${chineseDate(asOf)}，${counts.join('，')}。期限已过不等于没有完成：本站只说收录到什么。`,
    /** By name: who is late, and what is due within a week. */
    due,
    /** The days of the ledgers of policies. */
    ledger,
    /** The parts of the page below the first list. */
    parts: [
      ...groups.flatMap(({ id }) =>
        id === 'upcoming'
          ? [{ label: '以后到期', href: '#upcoming' }]
          : id === 'standing'
            ? [{ label: '长期要求', href: '#standing' }]
            : [],
      ),
      ...(ledger === null ? [] : [{ label: '政务公开台账的日子', href: '#ledger' }]),
      ...(passedCount === 0 ? [] : [{ label: '以前到期', href: '#passed' }]),
    ],
    hasDeadlines: index.deadlines.length > 0,
    isDated: ahead + passedCount + everyOpennessDay(model).length > 0,
    groups,
    passedTitle: `${chineseDate(asOf)}以前到期`,
    passed: passed.map(({ year, records }) => ({ year, lines: lines(records) })),
  }
}
