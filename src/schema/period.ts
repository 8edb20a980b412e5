import { z } from 'zod'
import { day, described, phrase } from './scalars.ts'

export const period = z.strictObject({
  label: described(phrase, '名称', '照文件的写法，例如：2024年第一季度'),
  start: described(day, '起'),
  end: described(day, '止'),
})
export type Period = z.infer<typeof period>
