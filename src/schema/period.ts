import { z } from 'zod'
import { count } from './figure.ts'
import { day, described, phrase } from './scalars.ts'

export const period = z.strictObject({
  label: described(phrase, '名称', '照文件的写法，例如：2024年第一季度'),
  start: described(day, '起'),
  end: described(day, '止'),
  sequence: described(count, '本年第几次').optional(),
  batch: described(count, '第几批').optional(),
})
export type Period = z.infer<typeof period>
