import type { Inspection } from '#model/dataset.ts'
import { officesOf } from '#model/offices.ts'

/** The printed label of an inspection, with its batch when the label does not name it. */
export const inspectionLabel = ({
  period: { label, batch },
}: Pick<Inspection, 'period'>): string =>
  batch === undefined || label.includes('批') ? label : `${label}第${batch}批`

/**
 * The name of an inspection followed by a word for its outcome: 2024年第一季度检查结果. The activity is
 * not repeated when the label already ends in it.
 */
export function inspectionName(
  inspection: Pick<Inspection, 'period' | 'activity'>,
  what: string,
): string {
  const { activity = '检查' } = inspection
  const label = inspectionLabel(inspection)
  return `${label}${label.endsWith(activity) ? '' : activity}${alreadySays(activity, what) ? '' : what}`
}

/**
 * The heading of an inspection's issues: its period, with the activity when it was not an
 * inspection.
 */
export const inspectionHeading = (inspection: Pick<Inspection, 'period' | 'activity'>): string =>
  inspection.activity === undefined ? inspectionLabel(inspection) : inspectionName(inspection, '')

/** Whether an activity already ends in such a word, as 信箱办理情况 does. */
const alreadySays = (activity: string, what: string): boolean =>
  ['结果', '情况'].includes(what) && /(结果|情况|名单|清单|公告)$/.test(activity)

/** 检查结果, or the corresponding word for another activity. */
export const resultName = ({ activity = '检查' }: Pick<Inspection, 'activity'>): string =>
  `${activity}${alreadySays(activity, '结果') ? '' : '结果'}`

/** 2024年第二季度自查整改公开台账 */
export const registerTitle = ({ label }: { readonly label: string }): string =>
  `${label}自查整改公开台账`

/** 2024年第一季度通报 */
export const bulletinName = (inspection: Pick<Inspection, 'period' | 'activity'>): string =>
  `${inspectionHeading(inspection)}通报`

/** All offices that issued a document, as it names them. */
export const issuersOf = (inspection: Pick<Inspection, 'issuer' | 'joint_issuers'>): string =>
  officesOf(inspection).join('、')
