import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { attachments } from './attachment.ts'
import { corrections } from './correction.ts'
import { deadline } from './deadline.ts'
import { measure } from './figure.ts'
import { group } from './group.ts'
import { issue } from './issue.ts'
import { period } from './period.ts'
import { documentFacts } from './document.ts'
import { day, described, id, isNoReason, missing, name, phrase, publishOn } from './scalars.ts'

/**
 * A cell: typed text or a number, the reason why there is none, or a reference to the value in the
 * data that it repeats.
 */
const cell = z.union(
  [
    z
      .string({ error: 'expects-cell' })
      .trim()
      .min(1, { error: 'expects-cell' })
      .refine(isNoReason, { error: 'reason-refused' }),
    missing,
    z.number(),
    z.strictObject({ of: described(name, '引用', '数据中的位置，例如：units.xuzhou') }),
  ],
  { error: 'expects-cell' },
)

/** Any table of a document: its appendices, a ranking, a list of scores. */
const appendix = z.strictObject({
  title: described(name, '附件标题', undefined, '存在突出问题的政务新媒体名单'),
  columns: described(z.array(name).min(1), '列名', undefined, ['序号', '新媒体名称']).optional(),
  rows: described(
    z.array(z.array(cell)).min(1),
    '各行',
    '只知道标题、没有收录内容的附件，列名和各行都不填；原文空着的格子写 "—"，看不清的写 illegible',
    [[1, { of: 'units.xuzhou' }]],
  ).optional(),
  note: described(phrase, '附注').optional(),
})
export type Appendix = z.infer<typeof appendix>

const requirement = z.strictObject({
  title: described(name, '要求', undefined, '抓好突出问题整改'),
})

const answer = z.enum(['yes', 'no', 'partly', 'not-stated'], { error: 'expects-answer' })

const answers = {
  rectified: described(
    answer,
    '是否整改',
    'yes 已整改，no 未整改，partly 部分整改，not-stated 文件未写明',
  ),
  reported: described(answer, '是否反馈', '责任单位是否报送整改情况'),
  note: described(phrase, '说明').optional(),
}

/**
 * The account of a later inspection on an issue of an earlier one. Reported and rectified are
 * separate facts.
 */
const followUp = z.strictObject({
  ...answers,
  units: described(
    z.record(id, z.strictObject(answers)),
    '各单位的情况',
    '文件把几个单位分开说的才填；左边是单位编号，没有列出的单位以上面的为准',
  ).optional(),
})
export type FollowUp = z.infer<typeof followUp>

/** What an inspection says about the previous round as a whole, without naming single issues. */
const previousRound = z.strictObject({
  label: described(name, '哪一期', '照文件的写法', '2022年第三季度'),
  rectified: answers.rectified,
  reported: answers.reported,
  figures: described(z.record(name, measure), '数字', '例如：未报送整改情况的单位 15个').optional(),
  note: described(phrase, '说明').optional(),
})

/** Work that a document praises or tells others to learn from. */
const goodExample = z.strictObject({
  text: described(phrase, '做法', '照文件的写法', '逐月公开留言办理情况'),
  units: described(z.array(id).min(1), '单位', '文件点名的单位（填单位编号）', [
    'xuzhou',
  ]).optional(),
  channels: described(z.array(id).min(1), '网站或账号', undefined, ['xuzhou-jiaoyu']).optional(),
  area: described(id, '检查领域', undefined, 'media').optional(),
  figures: described(z.record(name, measure), '数字', '做法里的数字，例如：公开领域 19个', {
    公开领域: { value: 19, unit: '个' },
  }).optional(),
})

/** `data/inspections/<period>.yaml`: one published round. */
export const inspection = z.strictObject({
  period: described(period, '期'),
  activity: described(
    name,
    '做的是什么',
    '不是检查的才填，例如：考评、账号清理、表扬；页面写成“2023年度考评结果”',
    '考评',
  ).optional(),
  issuer: described(name, '发文机关', undefined, '宜宾市人民政府办公室'),
  joint_issuers: described(z.array(name).min(1), '联合发文机关', undefined, [
    '市委网信办',
  ]).optional(),
  document: described(documentFacts, '文件信息').optional(),
  published_here: described(day, '本站发布日期', undefined, '2024-04-10'),
  publish_on: publishOn,
  rechecked_until: described(day, '复核截止时间', undefined, '2024-03-05').optional(),
  areas: described(z.record(id, group), '检查领域'),
  figures: described(z.record(name, measure), '不属于某个领域的数字', undefined, {
    信息报送: 128,
  }).optional(),
  issues: described(z.record(id, issue), '问题').optional(),
  good_examples: described(
    z.array(goodExample).min(1),
    '好的做法',
    '文件点名表扬、供学习的做法；整张表扬名单写在 appendices',
  ).optional(),
  follow_ups: described(
    z.record(id, followUp),
    '上期问题的整改情况',
    '左边是上期问题的编号',
  ).optional(),
  previous_round: described(previousRound, '上期整改总体情况').optional(),
  deadlines: described(z.record(id, deadline), '期限').optional(),
  requirements: described(z.record(id, requirement), '下步要求').optional(),
  appendices: described(z.record(id, appendix), '附件和表格').optional(),
  remarks: described(z.array(phrase).min(1), '备注', undefined, [
    '本表不含已关停的账号',
  ]).optional(),
  attachments: described(
    attachments,
    '附件文件',
    '随通报公开的文件，例如通报原件（PDF、OFD）；通报里的表格写在 appendices',
    [{ file: 'tongbao.pdf', title: '通报原件' }],
  ).optional(),
  corrections: described(corrections, '更正').optional(),
  acknowledged,
})
export type InspectionFile = z.infer<typeof inspection>
