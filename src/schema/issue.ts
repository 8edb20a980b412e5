import { z } from 'zod'
import { measure } from './figure.ts'
import { day, described, id, missing, phrase, yesNo } from './scalars.ts'

/** One dated step in the life of an issue. Reported back and rectified are two facts. */
export const rectificationStep = z.strictObject({
  on: described(day, '日期'),
  step: described(
    z.enum(['notified', 'reported', 'rectified', 'recheck-passed', 'recheck-failed', 'closed'], {
      error: 'expects-step',
    }),
    '进展',
  ),
  note: described(phrase, '说明').optional(),
})
export type RectificationStep = z.infer<typeof rectificationStep>

/** One printed finding of an inspection. */
export const issue = z.strictObject({
  area: described(id, '检查领域'),
  units: described(
    z.union([z.array(id).min(1), missing], { error: 'expects-units' }),
    '单位',
    '文件点名的单位（填单位编号）；文件没有写明的填 not-stated',
  ),
  exhaustive: described(yesNo, '是否列全', '文件写“等单位”时填 false').optional(),
  channels: described(z.array(id).min(1), '网站或账号').optional(),
  indicators: described(z.array(id).min(1), '检查指标'),
  printed_status: described(phrase, '原文定性', '文件对它的称呼', '存在突出问题').optional(),
  severity: described(
    z.enum(['veto', 'ordinary'], { error: 'expects-severity' }),
    '程度',
    'veto 单项否决，ordinary 一般问题',
  ),
  counts_in_rate: described(yesNo, '是否计入合格率'),
  text: described(phrase, '问题', '一句话说清是什么问题，不重复错误内容'),
  problem: described(phrase, '问题类型（附件用语）').optional(),
  figures: described(z.record(phrase, measure), '数字', '例如：错误表述 332处').optional(),
  remark: described(phrase, '备注').optional(),
  rectification: described(z.array(rectificationStep), '整改进展').optional(),
})
export type Issue = z.infer<typeof issue>
