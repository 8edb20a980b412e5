import type { Correction } from '#schema/correction.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type { DemoInspection } from './inspection.ts'
import { addDays } from '#model/calendar.ts'
import { workingDay } from './quarters.ts'

/** Adds corrections to some inspections. */
export const withCorrections = (
  inspections: readonly DemoInspection[],
  asOf: string,
): DemoInspection[] =>
  inspections.map((inspection, n) => {
    const corrections =
      n % 3 === 1 ? correctionsOf(inspection.file).filter(({ on }) => on <= asOf) : []
    return corrections.length === 0
      ? inspection
      : { ...inspection, file: { ...inspection.file, corrections } }
  })

/** Corrections of typing errors, a week after publication. */
function correctionsOf({ published_here: published, areas, issues }: InspectionFile): Correction[] {
  const on = workingDay(addDays(published, 7))
  const total = areas.messages?.tally?.received
  const [issue] = Object.entries(issues ?? {})
  return [
    ...(typeof total === 'number' && total > 0
      ? [
          {
            on,
            at: 'areas.messages.tally.received',
            from: total + 1,
            to: total,
            reason: '重复计算1件，与平台核对后更正',
          },
        ]
      : []),
    ...(issue === undefined
      ? []
      : [
          {
            on,
            at: `issues.${issue[0]}.text`,
            from: issue[1].text.slice(0, -2),
            to: issue[1].text,
            reason: '录漏两个字，照原件补上',
          },
        ]),
  ]
}

/** A correction of a report's title that lacked its last word. */
export const correctionOfTitle = (title: string, on: string): Correction => ({
  on,
  at: 'title',
  from: title.slice(0, -2),
  to: title,
  reason: '标题录漏两个字',
})

/** A withdrawal: the newest inspection was first published under another id. */
export function withdrawals(inspections: readonly DemoInspection[]): Correction[] {
  const { quarter, file } = inspections.at(-1) ?? {}
  if (quarter === undefined || file === undefined) throw new Error('a city has inspections')
  return [
    {
      on: workingDay(addDays(file.published_here, 1)),
      at: `inspections/${quarter.id}-draft`,
      from: `${quarter.label}检查结果`,
      to: `inspections/${quarter.id}`,
      reason: '编号有误，网址随之更换',
    },
  ]
}
