import { z } from 'zod'
import { acknowledged } from './acknowledgement.ts'
import { corrections } from './correction.ts'
import { day, described, httpAddress, name, phrase, publishOn } from './scalars.ts'

/** `data/rectifications/<issue>/<unit>.yaml`: a unit's own statement on an issue that names it. */
export const rectificationStatement = z.strictObject({
  on: described(day, '日期', '单位提供说明的日期', '2024-03-12'),
  statement: described(phrase, '说明', undefined, '已更换失效链接，并排查了全部栏目。'),
  measures: described(z.array(phrase).min(1), '整改措施', undefined, [
    '每周检查一次链接',
  ]).optional(),
  evidence: described(
    z
      .array(
        z.strictObject({
          title: described(name, '名称', undefined, '更正后的栏目页面'),
          address: described(httpAddress, '网址', undefined, 'https://www.example.com/zwgk/2.html'),
          on: described(day, '日期', '材料的日期', '2024-03-11').optional(),
        }),
      )
      .min(1),
    '佐证材料',
  ).optional(),
  publish_on: publishOn,
  corrections: described(corrections, '更正').optional(),
  acknowledged,
})
export type RectificationStatement = z.infer<typeof rectificationStatement>
