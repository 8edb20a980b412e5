import { z } from 'zod'
import { day, described, id, phrase, yesNo } from './scalars.ts'

export const indicator = z.strictObject({
  name: described(phrase, '指标', undefined, '栏目空白'),
  area: described(id, '检查领域', undefined, 'media'),
  kind: described(
    z.enum(['veto', 'deduction', 'ordinary'], { error: 'expects-indicator-kind' }),
    '类别',
    'veto 单项否决，deduction 扣分，ordinary 通报提出的一般问题',
  ),
  meaning: described(phrase, '含义', undefined, '首页栏目无信息更新').optional(),
  threshold: described(
    z.strictObject({
      value: described(z.number(), '数值', undefined, 14),
      unit: described(phrase, '单位', undefined, '天'),
    }),
    '界限',
    '例如 14 天；各地标准不同的，在本地目录里另写',
  ).optional(),
  verified: described(yesNo, '已核对原文', '尚未与正式文件核对的填 false，页面注明'),
})
export type Indicator = z.infer<typeof indicator>

/** `data/indicators/<catalogue>.yaml`: one version of a catalogue. */
export const catalogue = z.strictObject({
  title: described(phrase, '目录名称', undefined, '政府网站与政务新媒体检查指标'),
  source: described(phrase, '依据', undefined, '国办秘函〔2019〕19号'),
  valid_from: described(day, '启用日期', undefined, '2019-04-01').optional(),
  indicators: described(z.record(id, indicator), '指标'),
})
export type Catalogue = z.infer<typeof catalogue>
