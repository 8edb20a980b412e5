import { z } from 'zod'
import { countName, figure, tally } from './figure.ts'
import { dayOrMonth, described, phrase, yesNo } from './scalars.ts'

/** The span that a block of figures covers; often not the period of the inspection. */
export const window = z.strictObject({
  start: described(dayOrMonth, '起').optional(),
  end: described(dayOrMonth, '止').optional(),
})

export const rate = z.strictObject({
  stated: described(
    z.string({ error: 'expects-percent' }).regex(/^\d+(\.\d+)?%$/, { error: 'expects-percent' }),
    '文件所载比率',
    '文件里印的百分数，照抄，例如 "99.7%"；页面照原样显示，并与计数核对',
  ).optional(),
  numerator: described(countName, '分子', '不填时按该比率的通常算法').optional(),
  denominator: described(countName, '分母', '不填时按该比率的通常算法').optional(),
})
export type Rate = z.infer<typeof rate>

/** The rates whose formula the product knows, with their names on the page. */
export const rateNames = {
  passed: '合格率',
  'closed-on-time': '按期办结率',
} as const
export type RateName = keyof typeof rateNames

export const rates = z.partialRecord(
  z.enum(Object.keys(rateNames) as [RateName, ...RateName[]], { error: 'expects-rate-name' }),
  rate,
)

const partOfSplit = z.union([
  figure,
  z.strictObject({
    tally: described(tally, '计数'),
    rates: described(rates, '比率').optional(),
  }),
], { error: 'expects-figure' })

export const split = z.strictObject({
  of: described(countName, '拆分的是哪个数', '例如 running：把“正常运行”的总数拆开'),
  parts: described(z.record(phrase, partOfSplit), '各部分', '左边照抄文件里的名称，右边是数量'),
  exhaustive: described(
    yesNo,
    '是否列全',
    '文件写“等”、或各部分有重叠时填 false，不再核对加总',
  ).optional(),
})
export type Split = z.infer<typeof split>

/** How a split is taken; the word stands in the table's title. */
export const splitNames = { tier: '层级', platform: '平台', region: '地区' } as const
export type SplitName = keyof typeof splitNames

export const area = z.strictObject({
  coverage: described(
    z.enum(['full', 'sample'], { error: 'expects-coverage' }),
    '检查范围',
    'full 全覆盖检查，sample 抽查',
  ).optional(),
  window: described(window, '统计时段').optional(),
  source: described(phrase, '数据来源', '例如：我为政府网站找错').optional(),
  tally: described(tally, '计数').optional(),
  rates: described(rates, '比率').optional(),
  splits: described(
    z.partialRecord(
      z.enum(Object.keys(splitNames) as [SplitName, ...SplitName[]], { error: 'expects-split-name' }),
      split,
    ),
    '分组',
  ).optional(),
  as_printed: described(
    yesNo,
    '照原文',
    '文件本身的数字互相矛盾、已核对无误录时填 true：不再报错，只提示',
  ).optional(),
})
export type Area = z.infer<typeof area>
