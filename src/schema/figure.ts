import { z } from 'zod'
import { described, missing, phrase } from './scalars.ts'

export const count = z
  .int({ error: 'expects-count' })
  .nonnegative({ error: 'expects-count' })

/** A figure with what the document says of it beyond the bare number. */
const qualifiedFigure = z.strictObject({
  value: described(z.union([count, missing], { error: 'expects-figure' }), '数值'),
  stated: described(phrase, '原文写法', '文件里的原样写法，例如“约600”；页面照原样显示').optional(),
})

/** One number of a document: a whole number, or the reason why there is none. */
export const figure = z.union([count, missing, qualifiedFigure], { error: 'expects-figure' })
export type Figure = z.infer<typeof figure>

/**
 * The counts whose meaning the product knows, with their names on the page. A document prints any
 * of them; the ones it does not print are left out.
 */
export const countNames = {
  total: '总数',
  running: '正常运行',
  checked: '检查',
  passed: '合格',
  failed: '不合格',
  received: '收到',
  valid: '有效',
  closed: '办结',
  closed_on_time: '按期办结',
  open: '在办',
} as const
export type CountName = keyof typeof countNames

export const countName = z.enum(Object.keys(countNames) as [CountName, ...CountName[]], {
  error: 'expects-count-name',
})

const named = (name: CountName, description: string) =>
  described(figure, countNames[name], description).optional()

export const tally = z.strictObject({
  total: named('total', '全部数量，含停用、未检查的'),
  running: named('running', '正常运行的数量'),
  checked: named('checked', '本次实际检查的数量，合格率以它为分母'),
  passed: named('passed', '合格数量；一般不填，由检查数减不合格数得出'),
  failed: named('failed', '不合格（计入合格率）的数量'),
  received: named('received', '收到的留言数量'),
  valid: named('valid', '有效留言数量'),
  closed: named('closed', '已办结的留言数量'),
  closed_on_time: named('closed_on_time', '按期办结的留言数量；文件没有单独写明就不填'),
  open: named('open', '期限内仍在办理的留言数量'),
})
export type Tally = z.infer<typeof tally>
