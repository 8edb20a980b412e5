import { z } from 'zod'
import { measure } from './figure.ts'
import { group, window } from './group.ts'
import { day, described, httpAddress, id, phrase } from './scalars.ts'

const problemAndMeasure = z.strictObject({
  problem: described(phrase, '问题'),
  measure: described(phrase, '整改措施').optional(),
  result: described(phrase, '整改结果').optional(),
})

const accountFigures = z.strictObject({
  channels: described(z.array(id).min(1), '账号'),
  figures: described(z.record(phrase, measure), '数字'),
})

/** `data/self-inspections/<period>/<unit>.yaml`: a unit's own report. */
export const selfInspection = z.strictObject({
  title: described(phrase, '报告标题'),
  published: described(day, '公开日期'),
  address: described(httpAddress, '公开网址').optional(),
  areas: described(z.array(id).min(1), '涉及的领域').optional(),
  summary: described(phrase, '自查情况').optional(),
  window: described(window, '统计时段').optional(),
  figures: described(z.record(phrase, measure), '数字', '左边照抄报告里的名称').optional(),
  results: described(z.record(id, group), '各领域的数字', '左边是领域编号').optional(),
  accounts: described(
    z.array(accountFigures).min(1),
    '各账号的数字',
    '几个账号合写一个数的，列在一起',
  ).optional(),
  problems: described(z.array(problemAndMeasure).min(1), '问题和整改').optional(),
  outlook: described(phrase, '下一步').optional(),
})
export type SelfInspection = z.infer<typeof selfInspection>

/** `data/registers/<period>.yaml`: what the office itself records of a period's register. */
export const registerRecord = z.strictObject({
  looked_on: described(
    day,
    '核查日期',
    '办公室核对各单位公开情况的日期；没有核对过就不填，逾期与否不作判断',
  ).optional(),
  exempt: described(z.record(id, phrase), '免于公开的单位和理由').optional(),
})
export type RegisterRecord = z.infer<typeof registerRecord>
