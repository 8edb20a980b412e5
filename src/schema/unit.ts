import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { day, dayOrMonth, described, id, name } from './scalars.ts'

const unit = z.strictObject({
  name: described(name, '名称', '照文件的写法；页面用它称呼这个单位', '市财政局'),
  tier: described(id, '层级', 'site.yaml 中 tiers 的编号', 'county'),
  parent: described(
    id,
    '上级单位',
    '单位的编号，例如县教育局的上级写这个县；没有的不填',
    'xuzhou',
  ).optional(),
  earlier_names: described(
    z.array(name).min(1),
    '曾用名',
    '同一个单位以前的名称，旧文件里用的；机构合并、职责变了的，用 became 另录一条',
    ['市政务服务局'],
  ).optional(),
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
const channel = z.strictObject({
  platform: described(name, '平台', '例如：微信公众号、政府网站'),
  name: described(name, '名称'),
  unit: described(
    z.union([id, z.literal('not-stated')]),
    '所属单位',
    '文件没有写明填 not-stated',
    'xuzhou',
  ),
  earlier_names: described(z.array(name).min(1), '曾用名', '账号以前的名称，旧文件里用的', [
    '叙州发布',
  ]).optional(),
  opened: described(dayOrMonth, '开设日期', undefined, '2019-06').optional(),
  closed: described(dayOrMonth, '关停日期', '已经关停、注销的填', '2024-09-12').optional(),
  merged_into: described(
    id,
    '并入的账号',
    '关停时迁移、合并到哪个账号，填账号编号',
    'xuzhou-fabu',
  ).optional(),
  filed: described(
    z.enum(['yes', 'no', 'cancelled'], { error: 'expects-choice' }),
    '备案',
    'yes 已备案，no 未备案，cancelled 已注销备案；文件没有写到的不填',
  ).optional(),
})
export type Channel = z.infer<typeof channel>

/** `data/channels.yaml` */
export const channelsFile = z.strictObject({
  channels: described(z.record(id, channel), '网站和账号'),
  acknowledged,
})
