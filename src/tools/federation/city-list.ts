import { z } from 'zod'
import { described, id, name, phrase } from '#schema/scalars.ts'

const city = z.strictObject({
  name: described(name, '名称', '页面上怎样称呼这个市', '示例市'),
  package: described(
    phrase,
    '数据包',
    '该市网站 data/datapackage.json 的网址，或者本机的路径',
    'https://www.example.gov.cn/jcgk/data/datapackage.json',
  ),
})

/** The cities of an overview, in the order in which they are shown. */
export const cityList = z.strictObject({
  name: described(name, '名称', '汇总页的标题', '示例省政务公开检查情况汇总'),
  notice: described(phrase, '说明', '写在每一页上方', '非官方示例').optional(),
  cities: described(z.record(id, city), '各市'),
})
