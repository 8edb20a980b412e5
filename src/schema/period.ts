import { z } from 'zod'
import { count } from './figure.ts'
import { day, described, name } from './scalars.ts'

export const period = z.strictObject({
  label: described(name, '名称', '照文件的写法', '2024年第一季度'),
  start: described(day, '起', undefined, '2024-01-01'),
  end: described(day, '止', undefined, '2024-03-31'),
  sequence: described(count, '本年第几次', undefined, 1).optional(),
  batch: described(count, '第几批', undefined, 1).optional(),
})
export type Period = z.infer<typeof period>
