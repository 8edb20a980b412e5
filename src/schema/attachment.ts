import { z } from 'zod'
import { described, name } from './scalars.ts'

export const fileName = described(
  name,
  '文件名',
  '文件放在 content/attachments/ 里：通报的放在 期/，单位报告的放在 期/单位/；只用小写英文字母和数字，例如 report.pdf',
  'report.pdf',
)

/** A file that is published beside a record. */
const attachment = z.strictObject({
  file: fileName,
  title: described(name, '名称', '页面上显示的名称', '问题整改清单'),
})
export const attachments = z.array(attachment).min(1)
export type Attachment = z.infer<typeof attachment>
