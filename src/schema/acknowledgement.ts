import { z } from 'zod'
import { described, name, phrase } from './scalars.ts'

/** A problem found by the check that an editor has examined and accepts. */
const acknowledgement = z.strictObject({
  code: described(name, '提示的代码', '提示末尾方括号里的英文代码', 'rate-differs'),
  at: described(
    name,
    '位置',
    '本文件中的位置，例如 areas.media.rates.passed；附件里的写附件的文件名；不填指整个文件',
  ).optional(),
  reason: described(phrase, '理由', undefined, '已与原件核对，原件如此'),
})
export type Acknowledgement = z.infer<typeof acknowledgement>

/** The same field in every authored file. It concerns only problems in its own file. */
export const acknowledged = described(
  z.array(acknowledgement).min(1),
  '已核对的提示',
  '只对本文件、它写到的附件（检查数据还包括同名的通报）的警告、提示和提示代码一页写明可以放过的错误有效',
).optional()
