import { z } from 'zod'
import { deadline } from './deadline.ts'
import { area } from './group.ts'
import { issue } from './issue.ts'
import { period } from './period.ts'
import { day, described, id, phrase } from './scalars.ts'

/** A cell is typed text or a number, or points at the value in the data that it repeats. */
const cell = z.union([
  phrase,
  z.number(),
  z.strictObject({ of: described(phrase, '引用', '数据中的位置，例如：units.xuzhou') }),
], { error: 'expects-cell' })

export const appendix = z.strictObject({
  title: described(phrase, '附件标题'),
  columns: described(z.array(phrase).min(1), '列名'),
  rows: described(z.array(z.array(cell)).min(1), '各行'),
})
export type Appendix = z.infer<typeof appendix>

export const requirement = z.strictObject({
  title: described(phrase, '要求'),
})

/** `data/inspections/<period>.yaml`: one published round. */
export const inspection = z.strictObject({
  period: described(period, '期'),
  subject: described(phrase, '检查事项', '通报标题里的事项，例如：政务公开及网络平台检查情况').optional(),
  issuer: described(phrase, '发文机关'),
  number: described(phrase, '发文字号').optional(),
  issued: described(day, '成文日期').optional(),
  published_here: described(day, '本站发布日期'),
  rechecked_until: described(day, '复核截止时间').optional(),
  areas: described(z.record(id, area), '检查领域'),
  issues: described(z.record(id, issue), '问题').optional(),
  deadlines: described(z.record(id, deadline), '期限').optional(),
  requirements: described(z.record(id, requirement), '下步要求').optional(),
  appendices: described(z.record(id, appendix), '附件').optional(),
  remarks: described(z.array(phrase).min(1), '备注').optional(),
})
export type InspectionFile = z.infer<typeof inspection>
