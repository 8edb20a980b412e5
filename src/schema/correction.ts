import { z } from 'zod'
import { day, described, id, name, phrase } from './scalars.ts'

const shown = z.union([phrase, z.number()], { error: 'expects-text' })

/** A dated, reasoned change to something already published. */
export const correction = z
  .strictObject({
    on: described(day, '更正日期', undefined, '2024-06-12'),
    at: described(
      name,
      '更正的位置',
      '数据中的位置，例如 areas.media.tally.failed；通报正文写 bulletin',
      'areas.media.tally.failed',
    ),
    from: described(shown, '原来的内容', '照页面的写法；原来没有、这次补上的不填', 1).optional(),
    to: described(
      shown,
      '更正后的内容',
      '照页面的写法；撤回、删去的不填；换了编号的问题，写新的位置，例如 issues.2024-q1-03',
      2,
    ).optional(),
    units: described(
      z.array(id).min(1),
      '原来点名的单位',
      '只在撤回问题、撤回整期检查时写：数据里不再有原来点名的单位，写了编号，各单位的订阅才收得到这条更正',
      ['xuzhou'],
    ).optional(),
    issues: described(
      z.array(id).min(1),
      '原来的问题编号',
      '只在撤回整期检查、换整期的编号时写：写了，各项问题原来的网址上才留有说明',
      ['2023-q4-01'],
    ).optional(),
    reason: described(phrase, '更正理由', undefined, '录入有误，与原件核对后更正'),
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, { error: 'correction-empty' })
export type Correction = z.infer<typeof correction>

/** The corrections of one record. Every kind of authored record has this field. */
export const corrections = z.array(correction).min(1)

/**
 * `data/corrections.yaml`: records that were withdrawn or renamed as a whole and therefore have no
 * file that could contain the correction. `at` is the record: `inspections/2024-q1`.
 */
export const correctionsFile = z.strictObject({
  corrections: described(
    corrections,
    '撤回或改名的记录',
    'at 写记录的位置，例如 inspections/2024-q1 或 self-inspections/2024-q2/xuzhou；改名的，to 写新的位置，撤回的不写 to',
  ),
})
