import { z } from 'zod'
import { described, id, missing, type Missing, name, phrase, yesNo } from './scalars.ts'
import { window } from './window.ts'

export const count = z.int({ error: 'expects-count' }).nonnegative({ error: 'expects-count' })

const number = z.number({ error: 'expects-number' })

/** How a document qualifies a number: 约, 低于, 不少于, or only in words. */
const hedges = {
  at_least: described(number, '不少于', '文件写“不少于、以上”时填', 600).optional(),
  at_most: described(number, '不超过', '文件写“不超过、以内”时填', 600).optional(),
  above: described(number, '高于', '文件写“高于、超过”时填', 600).optional(),
  below: described(number, '低于', '文件写“低于、不足”时填', 600).optional(),
  approximate: described(yesNo, '约数', '文件写“约、左右”时填 true').optional(),
  stated: described(
    name,
    '原文写法',
    '文件里的原样写法，例如“约600”“全部合格”；页面照原样显示',
  ).optional(),
}

interface Hedges {
  at_least?: number | undefined
  at_most?: number | undefined
  above?: number | undefined
  below?: number | undefined
  approximate?: boolean | undefined
  stated?: string | undefined
}
/** The keys of which a number has at least one; a document may state only how a number changed. */
export const numberKeys = [
  'value',
  'values',
  'stated',
  'at_least',
  'at_most',
  'above',
  'below',
  'changes',
] as const
const saysSomething = (one: object): boolean =>
  numberKeys.some((key) => (one as Readonly<Record<string, unknown>>)[key] !== undefined)

/** The change of a value since an earlier one, as the document states it. */
export const change = z.strictObject({
  base: described(
    z.union([name, missing], { error: 'expects-text' }),
    '与什么相比',
    '例如：上季度、去年同期；文件没有写明的填 not-stated',
    '上季度',
  ),
  direction: described(
    z.enum(['up', 'down', 'level'], { error: 'expects-direction' }),
    '升降',
    'up 上升，down 下降，level 持平',
  ),
  from: described(number, '原数', '文件写明了原来是多少的填', 90).optional(),
  value: described(number, '幅度', '持平时不填', 2.5).optional(),
  unit: described(name, '单位', '例如：个百分点、%、分、条').optional(),
  stated: described(name, '原文写法').optional(),
})
export type FigureChange = z.infer<typeof change>

/** Statements of a document about any number: a count, a rate, a score. */
export const remarks = {
  rank: described(count, '名次', undefined, 3).optional(),
  changes: described(
    z.array(change).min(1),
    '升降',
    '文件只写了升降、没有写多少的，只填这一项',
  ).optional(),
  window: described(
    window,
    '统计时段',
    '这个数另有时段的才填，例如截至某一天、某一年以来',
  ).optional(),
  units: described(
    z.array(id).min(1),
    '涉及单位',
    '这个数说的是哪些单位，文件点了名的填单位编号；只点了其中几个的，网页在后面写“等”',
    ['xuzhou'],
  ).optional(),
  channels: described(
    z.array(id).min(1),
    '涉及账号',
    '这个数说的是哪些网站、账号，例如新开设的、关停的',
    ['xuzhou-jiaoyu'],
  ).optional(),
  note: described(phrase, '说明').optional(),
}
export interface Remarks {
  rank?: number | undefined
  changes?: FigureChange[] | undefined
  window?: z.infer<typeof window> | undefined
  units?: string[] | undefined
  channels?: string[] | undefined
  note?: string | undefined
}

/** A count with the document's qualifiers and remarks. */
const qualifiedFigure = z
  .strictObject({
    value: described(z.union([count, missing], { error: 'expects-figure' }), '数值').optional(),
    called: described(
      name,
      '文件的叫法',
      '计数（tally）里的数，文件用的词与本站的叫法不同、意思也可能不同的，照抄，例如 closed 填“回复”',
      '回复',
    ).optional(),
    ...hedges,
    ...remarks,
  })
  .refine(saysSomething, { error: 'expects-value' })

/** One count of a document: a whole number, or the reason why there is none. */
export const figure = z.union([count, missing, qualifiedFigure], { error: 'expects-figure' })
export type Figure = z.infer<typeof figure>

/** A number with qualifiers and remarks. Its parts may be such numbers too. */
interface QualifiedMeasure extends Hedges, Remarks {
  value?: number | Missing | undefined
  values?: number[] | undefined
  unit?: string | undefined
  full?: number | undefined
  parts?: Record<string, Measure> | undefined
  exhaustive?: boolean | undefined
  additive?: boolean | undefined
  as_printed?: boolean | undefined
}
export type Measure = number | Missing | QualifiedMeasure

const qualifiedMeasure: z.ZodType<QualifiedMeasure> = z
  .strictObject({
    value: described(z.union([number, missing], { error: 'expects-number' }), '数值').optional(),
    values: described(
      z.array(number).min(1),
      '几个数',
      '文件只列了几个数、没有说各是谁的，按原文次序填，不填 value',
      [53.4, 59.5, 54.7],
    ).optional(),
    unit: described(name, '单位', '例如：分、条、人、万次').optional(),
    ...hedges,
    full: described(number, '满分', '得分的满分，例如 110').optional(),
    ...remarks,
    get parts() {
      return described(z.record(name, measure), '其中', '组成这个数的各部分，加起来应等于它', {
        县级: 10,
        市级: 38,
      }).optional()
    },
    exhaustive: described(
      yesNo,
      '是否列全',
      '文件没有列全各部分的填 false，网页在后面写“等”',
    ).optional(),
    additive: described(
      yesNo,
      '能否相加',
      '各部分有重叠，或者各是平均数，加起来本来就不等于它的填 false',
    ).optional(),
    as_printed: described(
      yesNo,
      '照原文',
      '文件本身的数字互相矛盾、已核对无误录时填 true：不再报错，只提示',
    ).optional(),
  })
  .refine(saysSomething, { error: 'expects-value' })

/** Any other number of a document: a score, views, a number of people. */
export const measure: z.ZodType<Measure> = z.union([number, missing, qualifiedMeasure], {
  error: 'expects-number',
})

/**
 * The counts that the program can compute with, with their names on pages. A document prints some
 * of them; the others are left out.
 */
export const countNames = {
  total: '总数',
  running: '正常运行',
  checked: '检查',
  passed: '合格',
  failed: '不合格',
  received: '收到',
  valid: '有效',
  verified: '属实',
  closed: '办结',
  closed_on_time: '按期办结',
  open: '在办',
  published: '公开',
} as const
export type CountName = keyof typeof countNames
export const isCountName = (name: string): name is CountName => Object.hasOwn(countNames, name)

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
  received: named('received', '收到的留言、信件数量'),
  valid: named('valid', '有效留言数量'),
  verified: named('verified', '查证属实的留言数量'),
  closed: named('closed', '已办结、已答复的数量'),
  closed_on_time: named('closed_on_time', '按期办结的数量；文件没有单独写明就不填'),
  open: named('open', '期限内仍在办理的数量'),
  published: named('published', '对外公开的数量'),
})
export type Tally = z.infer<typeof tally>
