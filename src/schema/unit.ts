import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { described, id, phrase } from './scalars.ts'

export const unit = z.strictObject({
  name: described(phrase, '名称', '照文件的写法；页面用它称呼这个单位', '市财政局'),
  tier: described(id, '层级', 'site.yaml 中 tiers 的编号', 'county'),
})
export type Unit = z.infer<typeof unit>

/** `data/units.yaml` */
export const unitsFile = z.strictObject({
  roster: described(
    z.enum(['partial', 'complete'], { error: 'expects-roster' }),
    '名录是否完整',
    'partial 只收录了一部分；complete 是全市完整名录',
  ),
  units: described(z.record(id, unit), '单位'),
  acknowledged,
})

/** A website, or an account: platform and name together tell which. */
export const channel = z.strictObject({
  platform: described(phrase, '平台', '例如：微信公众号、政府网站'),
  name: described(phrase, '名称'),
  unit: described(
    z.union([id, z.literal('not-stated')]),
    '所属单位',
    '文件没有写明填 not-stated',
    'xuzhou',
  ),
})
export type Channel = z.infer<typeof channel>

/** `data/channels.yaml` */
export const channelsFile = z.strictObject({
  channels: described(z.record(id, channel), '网站和账号'),
  acknowledged,
})
