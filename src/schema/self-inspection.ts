import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { attachments, fileName } from './attachment.ts'
import { corrections } from './correction.ts'
import { documentFacts } from './document.ts'
import { measure } from './figure.ts'
import { group } from './group.ts'
import { day, described, httpAddress, id, missing, name, phrase, publishOn } from './scalars.ts'
import { window } from './window.ts'

const problemAndMeasure = z.strictObject({
  problem: described(phrase, '问题', undefined, '1个链接打不开'),
  measure: described(phrase, '整改措施', undefined, '已更换链接').optional(),
  result: described(phrase, '整改结果', undefined, '2024年5月20日整改完毕').optional(),
  area: described(id, '领域', '报告写明是哪个领域的问题才填', 'websites').optional(),
  units: described(
    z.array(id).min(1),
    '单位',
    '县（区）、主管部门的报告点名了下属哪些单位的，填单位编号',
    ['xuzhou'],
  ).optional(),
  channels: described(z.array(id).min(1), '网站或账号', '报告写明是哪个网站、账号的才填', [
    'xuzhou-jiaoyu',
  ]).optional(),
  figures: described(z.record(name, measure), '数字', '问题里的数字，例如：错别字 62处', {
    错别字: { value: 62, unit: '处' },
  }).optional(),
})

const accountFigures = z.strictObject({
  channels: described(z.array(id).min(1), '账号', undefined, ['xuzhou-jiaoyu']),
  figures: described(z.record(name, measure), '数字'),
})

/** The archived copy of a report that was published elsewhere. */
const archivedCopy = z.strictObject({
  file: fileName,
  sha256: described(
    name,
    '校验值',
    '文件的 SHA-256，64位；文件以后有任何改动都会查出来',
    '6f48ad536e3b72abf7b3fdf4c83c19d353fec9c75070eded11686fa5bdfc5331',
  ),
  saved: described(day, '存档日期', undefined, '2024-06-11').optional(),
})

/** `data/self-inspections/<period>/<unit>.yaml`: a unit's own report. */
export const selfInspection = z.strictObject({
  title: described(name, '报告标题', undefined, '市财政局2024年第二季度自查整改情况'),
  published: described(
    z.union([day, missing], { error: 'expects-date' }),
    '公开日期',
    '不知道的填 not-stated，台账只写已公开，不判断早晚',
    '2024-06-03',
  ),
  publish_on: publishOn,
  document: described(documentFacts, '文件信息').optional(),
  address: described(
    httpAddress,
    '公开网址',
    undefined,
    'https://www.example.com/zwgk/1.html',
  ).optional(),
  areas: described(z.array(id).min(1), '涉及的领域', undefined, [
    'openness',
    'websites',
  ]).optional(),
  summary: described(
    phrase,
    '自查情况',
    undefined,
    '逐项自查，发现2个问题，已整改1个。',
  ).optional(),
  window: described(window, '统计时段').optional(),
  figures: described(z.record(name, measure), '数字', '左边照抄报告里的名称').optional(),
  results: described(z.record(id, group), '各领域的数字', '左边是领域编号').optional(),
  accounts: described(
    z.array(accountFigures).min(1),
    '各账号的数字',
    '几个账号合写一个数的，列在一起',
  ).optional(),
  problems: described(z.array(problemAndMeasure).min(1), '问题和整改').optional(),
  no_problems: described(
    phrase,
    '没有发现问题',
    '报告写明没有发现问题的，照抄这句话；没有写到问题的不填，这是两回事',
    '自查未发现问题',
  ).optional(),
  outlook: described(phrase, '下一步', undefined, '每月自查一次，发现问题当月整改。').optional(),
  attachments: described(attachments, '附件').optional(),
  archived: described(
    archivedCopy,
    '存档副本',
    '报告发布在别处的，把原文另存一份，原网址失效后仍可查看',
  ).optional(),
  corrections: described(corrections, '更正').optional(),
  acknowledged,
})
export type SelfInspection = z.infer<typeof selfInspection>

/** `data/registers/<period>.yaml`: the office's own records for the register of a period. */
export const registerRecord = z.strictObject({
  looked_on: described(
    day,
    '核查日期',
    '办公室核对各单位公开情况的日期；没有核对过就不填，逾期与否不作判断',
    '2024-06-11',
  ).optional(),
  exempt: described(z.record(id, phrase), '免于公开的单位和理由', undefined, {
    xuzhou: '机构已经撤并',
  }).optional(),
  corrections: described(corrections, '更正').optional(),
  acknowledged,
})
export type RegisterRecord = z.infer<typeof registerRecord>
