import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { day, described, id, name } from './scalars.ts'

export const unit = z.strictObject({
  name: described(name, '名称', '照文件的写法；页面用它称呼这个单位', '市财政局'),
  tier: described(id, '层级', 'site.yaml 中 tiers 的编号', 'county'),
  became: described(
    z.strictObject({
      unit: described(id, '现单位', '承继它的单位的编号', 'shuju'),
      on: described(day, '自哪天起', '从这一天起，“全部单位”不再包括它', '2024-05-10').optional(),
    }),
    '更名或并入',
    '机构更名、合并后，原来的一条留着，旧文件仍用它；新名称另录一条',
    { unit: 'shuju', on: '2024-05-10' },
  ).optional(),
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

/** A website or an account, identified by platform and name. */
export const channel = z.strictObject({
  platform: described(name, '平台', '例如：微信公众号、政府网站'),
  name: described(name, '名称'),
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
