import { z } from 'zod'
import { dayOrMonth, described, httpAddress, name, phrase } from './scalars.ts'

/** The document or web page in which a record was published. Unknown values are left out. */
export const documentFacts = z.strictObject({
  title: described(
    name,
    '文件标题',
    '有通报正文（MDX）时不填，以正文标题为准',
    '关于2024年第一季度检查情况的通报',
  ).optional(),
  type: described(name, '文种', '例如：通报、报告、函、公告').optional(),
  number: described(name, '发文字号', undefined, '×府办〔2024〕1号').optional(),
  to: described(
    name,
    '主送机关',
    '照文件开头的写法，末尾不写冒号；通报正文里已经有的不用再填',
    '各县（区）人民政府，市直各部门',
  ).optional(),
  basis: described(
    z.array(name).min(1),
    '依据',
    '文件依据的文件，照文件的写法，一个一条；通报正文里已经有的不用再填',
    ['国办秘函〔2019〕19号'],
  ).optional(),
  contact: described(
    phrase,
    '联系方式',
    '文件写明的联系人、办公电话、邮箱；通报正文里已经有的不用再填，个人手机号码不要填',
    '市政务公开办，0000-0000000',
  ).optional(),
  index: described(name, '索引号', '照文件的写法', '000000000/2024-00001').optional(),
  subject: described(name, '主题分类', undefined, '综合政务').optional(),
  validity: described(name, '有效性', undefined, '有效').optional(),
  issued: described(dayOrMonth, '成文日期', undefined, '2024-04-08').optional(),
  published: described(dayOrMonth, '原发布日期', '发文机关公布的日期', '2024-04-10').optional(),
  reposted: described(dayOrMonth, '转载日期', undefined, '2024-04-12').optional(),
  address: described(
    httpAddress,
    '原文网址',
    undefined,
    'https://www.example.com/zwgk/1.html',
  ).optional(),
  abridged: described(phrase, '删节说明', '来源文本有删节时注明').optional(),
})
export type DocumentFacts = z.infer<typeof documentFacts>
