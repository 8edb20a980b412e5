import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { day, described, id, name, phrase, yesNo } from './scalars.ts'

/** A threshold of an indicator, such as the number of days without updates. */
const threshold = z.strictObject({
  value: described(z.number({ error: 'expects-number' }), '数值', undefined, 14),
  unit: described(name, '单位', undefined, '天'),
  note: described(phrase, '说明').optional(),
})

const indicator = z.strictObject({
  name: described(name, '指标', undefined, '内容不更新'),
  area: described(id, '检查领域', undefined, 'media'),
  kind: described(
    z.enum(['veto', 'deduction', 'bonus', 'ordinary'], { error: 'expects-indicator-kind' }),
    '类别',
    'veto 单项否决，deduction 扣分，bonus 加分，ordinary 通报提出的一般问题',
  ),
  meaning: described(phrase, '含义').optional(),
  thresholds: described(
    z.record(name, threshold),
    '界限',
    '左边写是什么的界限；各地标准不同的，在本地目录里用同一编号另写',
  ).optional(),
  source: described(name, '依据', '与整个目录的依据不同时才填').optional(),
  verified: described(yesNo, '已核对原文', '尚未与正式文件核对的填 false，页面注明'),
})
export type Indicator = z.infer<typeof indicator>

/** `data/indicators/<catalogue>.yaml`: one version of a catalogue. */
export const catalogue = z.strictObject({
  title: described(name, '目录名称'),
  source: described(name, '依据'),
  valid_from: described(day, '启用日期', '不知道的不填').optional(),
  valid_to: described(day, '停用日期').optional(),
  replaces: described(
    id,
    '替代的目录',
    '本目录的同编号指标代替那个目录里的，例如当地把 14 天改为 10 天',
    'national-2019',
  ).optional(),
  indicators: described(z.record(id, indicator), '指标'),
  acknowledged,
})
export type Catalogue = z.infer<typeof catalogue>
