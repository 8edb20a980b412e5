import { z } from 'zod'
import { attachments } from './attachment.ts'
import { measure } from './figure.ts'
import { findingSubject } from './openness.ts'
import { day, described, id, missing, name, phrase, yesNo } from './scalars.ts'
import { window } from './window.ts'

/** One dated step of an issue's rectification. Reported and rectified are different steps. */
const rectificationStep = z
  .strictObject({
    on: described(day, '日期', undefined, '2024-03-15'),
    step: described(
      z.enum(
        [
          'notified',
          'reported',
          'rectified',
          'recheck-passed',
          'recheck-failed',
          'extended',
          'withdrawn',
          'closed',
        ],
        { error: 'expects-step' },
      ),
      '进展',
      'notified 已通知整改，reported 单位已报送，rectified 已整改，recheck-passed 复核通过，recheck-failed 复核未通过，extended 同意延期，withdrawn 撤销问题，closed 已办结；报送和整改是两件事，分别填写',
    ),
    units: described(
      z.array(id).min(1),
      '单位',
      '这一步只涉及其中几个单位时填；不填指问题点名的全部单位',
      ['caizheng'],
    ).optional(),
    until: described(day, '延期到', 'extended 必填', '2024-04-30').optional(),
    reason: described(
      phrase,
      '理由',
      'withdrawn 必填；extended 有理由的填',
      '经核实不属于该单位职责',
    ).optional(),
    note: described(phrase, '说明').optional(),
  })
  .refine(({ step, until }) => step !== 'extended' || until !== undefined, {
    error: 'extension-without-until',
  })
  .refine(({ step, until }) => step === 'extended' || until === undefined, {
    error: 'until-without-extension',
  })
  .refine(({ step, reason }) => step !== 'withdrawn' || reason !== undefined, {
    error: 'withdrawal-without-reason',
  })
export type RectificationStep = z.infer<typeof rectificationStep>

/** Where an issue comes from that a program proposed and a person confirmed. */
const origin = z.strictObject({
  from: described(name, '由什么提示', '提示这个问题的程序', '年度报告比对'),
  measured: described(
    phrase,
    '测得',
    '测得的数和参考线，照程序的写法',
    '自有内容重复率96.4%，参考线80%（未经核定）',
  ),
  about: described(
    findingSubject,
    '关于',
    '台账里的哪一项；填了的，网站按以后的台账写明后来的情况',
  ).optional(),
  evidence: described(
    attachments,
    '公开的依据',
    '决定公开依据的才填；文件放在 content/attachments/期/ 里，公开前遮盖个人信息',
    [{ file: 'evidence-2024-q1-08.txt', title: '年度报告比对的依据' }],
  ).optional(),
})

/** One printed finding of an inspection. */
export const issue = z.strictObject({
  area: described(
    z.union([id, z.array(id).min(2), z.literal('not-stated')], { error: 'expects-id' }),
    '检查领域',
    '领域的编号；一个问题涉及几个领域的写列表，例如 [websites, media]；文件没有说是哪个领域的填 not-stated',
    'media',
  ),
  units: described(
    z.union([z.array(id).min(1), missing], { error: 'expects-units' }),
    '单位',
    '文件点名的单位（填单位编号）；文件没有写明的填 not-stated',
    ['xuzhou'],
  ),
  exhaustive: described(yesNo, '是否列全', '文件写“等单位”时填 false').optional(),
  channels: described(z.array(id).min(1), '网站或账号', undefined, ['xuzhou-jiaoyu']).optional(),
  indicators: described(z.array(id).min(1), '检查指标', undefined, [
    'serious-misstatement',
  ]).optional(),
  printed_status: described(name, '原文定性', '文件对它的称呼', '存在突出问题').optional(),
  severity: described(
    z.enum(['veto', 'ordinary', 'not-stated'], { error: 'expects-severity' }),
    '程度',
    'veto 单项否决，ordinary 一般问题，not-stated 文件未写明',
  ),
  counts_in_rate: described(
    z.union([z.boolean(), z.literal('not-stated')], { error: 'expects-yes-no-or-not-stated' }),
    '是否计入合格率',
    'true 计入，false 不计入，not-stated 文件未写明',
  ),
  window: described(window, '起止', '例如从哪个月起没有更新').optional(),
  text: described(phrase, '问题', '一句话说清是什么问题，不重复错误内容', '“互动交流”栏目为空白'),
  problem: described(name, '问题类型（附件用语）', undefined, '严重表述错误').optional(),
  figures: described(z.record(name, measure), '数字', '例如：错误表述 332处', {
    错误表述: 3,
  }).optional(),
  remark: described(phrase, '备注').optional(),
  origin: described(
    origin,
    '来由',
    '由程序提示、经人工确认的问题才填；npm run confirm 会写好',
  ).optional(),
  rectification: described(z.array(rectificationStep), '整改进展').optional(),
})
export type Issue = z.infer<typeof issue>
