import { z } from 'zod'
import {
  count,
  countName,
  figure,
  type Figure,
  measure,
  type Measure,
  remarks,
  tally,
  type Tally,
} from './figure.ts'
import { described, name, phrase, yesNo } from './scalars.ts'
import { window } from './window.ts'

/** The rates that the program can compute, with their names on pages. */
export const rateNames = {
  passed: '合格率',
  failed: '不合格率',
  closed: '办结率',
  closed_on_time: '按期办结率',
} as const
export type RateName = keyof typeof rateNames

export const isRateName = (name: string): name is RateName => Object.hasOwn(rateNames, name)

/**
 * A known name, or a name printed in the document. A name in ASCII that is not known is a typo.
 *
 * @param refused Chinese names from which nothing could be computed
 */
const nameOr = (
  known: Readonly<Record<string, string>>,
  error: string,
  refused: readonly string[] = [],
) =>
  name.refine(
    (name) => Object.hasOwn(known, name) || (/[^\x20-\x7e]/.test(name) && !refused.includes(name)),
    { error },
  )

/**
 * Whether a text is a percentage or per mille, or words without digits. Quotation marks belong to
 * the file, not to the rate.
 */
const isRateAsPrinted = (text: string): boolean =>
  /[%％‰]/.test(text) ? !/^[“”‘’"]/.test(text) : !/\d/.test(text)

/** A count, a number, or a figure of the same block by its printed name. */
const numberOrCount = z.union(
  [
    countName,
    count,
    name.refine((text) => /[^\x20-\x7e]/.test(text) && !/^约?\d+(\.\d+)?\S{0,2}$/.test(text), {
      error: 'expects-count-name',
    }),
  ],
  { error: 'expects-count-name' },
)

export const rate = z.strictObject({
  stated: described(
    name.refine(isRateAsPrinted, { error: 'expects-percent' }),
    '文件所载比率',
    '文件里印的百分数，照抄；页面照原样显示，并与计数核对',
    '99.7%',
    '低于70%',
  ).optional(),
  numerator: described(
    numberOrCount,
    '分子',
    '计数的名称、同一块里 figures 或各部分的名称，或者数字；不填时按通常算法',
    'passed',
    '已解读文件',
  ).optional(),
  denominator: described(
    numberOrCount,
    '分母',
    '计数的名称、同一块里 figures 或各部分的名称，或者数字；不填时按通常算法',
    'total',
    '应解读文件',
  ).optional(),
  ...remarks,
})
export type Rate = z.infer<typeof rate>

/**
 * How figures are split; the name appears in the title of the table. Other printed words are
 * allowed.
 */
export const splitNames: Readonly<Record<string, string>> = {
  tier: '层级',
  platform: '平台',
  region: '地区',
  outcome: '结果',
  channel: '渠道',
  type: '类型',
}

/**
 * A block of figures: an area of an inspection, a part of a split, one of several rounds, or a part
 * of a self-inspection. Blocks can be nested, so a matrix is a split of a split.
 */
export interface Group {
  label?: string | undefined
  object?: string | undefined
  counter?: string | undefined
  coverage?: 'full' | 'sample' | undefined
  method?: string | undefined
  window?: z.infer<typeof window> | undefined
  source?: string | undefined
  tally?: Tally | undefined
  rates?: Record<string, Rate> | undefined
  figures?: Record<string, Measure> | undefined
  splits?: Record<string, Split> | undefined
  rounds?: Record<string, Round> | undefined
  as_printed?: boolean | undefined
  no_problems?: string | undefined
  note?: string | undefined
}
export interface Split {
  of: z.infer<typeof countName>
  parts: Record<string, Figure | Group>
  exhaustive?: boolean | undefined
  additive?: boolean | undefined
}
interface Round extends Group {
  sets_rate?: boolean | undefined
}

const groupShape = {
  label: described(
    name,
    '名称',
    '文件对这一块的称呼，与领域名称不同时才填',
    '政务新媒体和小程序',
  ).optional(),
  object: described(name, '检查对象', '与领域的通常说法不同时才填', '政务新媒体账号').optional(),
  counter: described(name, '量词', undefined, '个').optional(),
  coverage: described(
    z.enum(['full', 'sample'], { error: 'expects-coverage' }),
    '检查范围',
    'full 全覆盖检查，sample 抽查',
  ).optional(),
  method: described(phrase, '抽样或检查方法', undefined, '随机抽查，人工复核').optional(),
  window: described(window, '统计时段').optional(),
  source: described(name, '数据来源', '例如：我为政府网站找错').optional(),
  tally: described(tally, '计数').optional(),
  rates: described(
    z.record(nameOr(rateNames, 'expects-rate-name', Object.values(rateNames)), rate),
    '比率',
    'passed 合格率，failed 不合格率，closed 办结率，closed_on_time 按期办结率；其他照抄文件里的名称',
    { passed: { stated: '99.7%' } },
  ).optional(),
  figures: described(
    z.record(name, measure),
    '其他数字',
    '左边照抄文件里的名称，例如：平均得分',
  ).optional(),
  as_printed: described(
    yesNo,
    '照原文',
    '文件本身的数字互相矛盾、已核对无误录时填 true：不再报错，只提示',
  ).optional(),
  no_problems: described(
    phrase,
    '没有发现问题',
    '文件写明没有发现问题的，照抄这句话；没有写到问题的不填，这是两回事',
    '未发现存在突出问题的网站',
  ).optional(),
  note: described(phrase, '说明').optional(),
}

export const split: z.ZodType<Split> = z.strictObject({
  of: described(countName, '拆分的是哪个数', '例如 running：把“正常运行”的总数拆开'),
  get parts() {
    return described(
      z.record(name, z.union([figure, group], { error: 'expects-figure' })),
      '各部分',
      '左边照抄文件里的名称，右边是数量，或再分一层',
    )
  },
  exhaustive: described(
    yesNo,
    '是否列全',
    '文件写“等”、没有列全各部分的填 false，不再核对加总',
  ).optional(),
  additive: described(
    yesNo,
    '能否相加',
    '各部分有重叠，加起来本来就不等于总数的填 false，不再核对加总',
  ).optional(),
})

export const group: z.ZodType<Group> = z.strictObject({
  ...groupShape,
  get splits() {
    return splits()
  },
  get rounds() {
    return described(
      z.record(name, round),
      '分次检查',
      '一期查了几次时逐次填写；不加总，只有一次进入合格率',
    ).optional()
  },
})

const splits = () =>
  described(
    z.record(nameOr(splitNames, 'expects-split-name'), split),
    '分组',
    'tier 按层级，platform 按平台，region 按地区，outcome 按结果；其他照抄文件里的说法',
  ).optional()

const round: z.ZodType<Round> = z.strictObject({
  ...groupShape,
  get splits() {
    return splits()
  },
  sets_rate: described(yesNo, '合格率以这一次为准').optional(),
})
