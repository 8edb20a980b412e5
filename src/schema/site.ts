import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { described, httpAddress, id, phrase, yesNo } from './scalars.ts'

export const areaName = z.strictObject({
  name: described(phrase, '领域名称', undefined, '政务新媒体'),
  counter: described(phrase, '量词', '例如：家、个、条').optional(),
  object: described(phrase, '检查对象', '例如：政府网站').optional(),
})

/** `data/site.yaml` */
export const site = z.strictObject({
  name: described(phrase, '站点名称', undefined, '宜宾市政务公开与网络平台检查公示'),
  place: described(phrase, '地区', '例如：宜宾市'),
  official: described(yesNo, '是否官方站点', '没有取得授权的填 false，每页标明非官方'),
  sample: described(yesNo, '是否示例数据', '虚构数据填 true，每页标明示例数据').optional(),
  notice: described(phrase, '提示语', '显示在每页顶部', '非官方示例，依据公开文件整理').optional(),
  time_zone: described(
    phrase.refine(isTimeZone, { error: 'expects-time-zone' }),
    '时区',
    '判断“今天”用的时区，例如：Asia/Shanghai',
  ),
  rate_decimals: described(
    z.int({ error: 'expects-count' }).min(0).max(4),
    '比率小数位数',
    '计算出的百分数默认保留几位小数',
    1,
  ),
  areas: described(z.record(id, areaName), '检查领域'),
  tiers: described(z.record(id, phrase), '单位层级', '按页面上的先后次序', { county: '县（区）' }),
  platforms: described(
    z.record(phrase, z.array(phrase)),
    '平台',
    '左边是本站使用的名称，右边是同一平台的其他叫法，没有就写 []',
    { 微信公众号: ['微信公众平台'] },
  ),
  source: described(
    z.strictObject({
      title: described(
        phrase,
        '来源文件',
        undefined,
        '宜宾市人民政府办公室关于2024年第一季度检查情况的通报',
      ),
      address: described(httpAddress, '网址').optional(),
    }),
    '数据来源',
  ).optional(),
  contact: described(phrase, '联系方式', undefined, '电话 0000-0000000').optional(),
  repository: described(httpAddress, '数据仓库网址').optional(),
  acknowledged,
})
export type Site = z.infer<typeof site>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
