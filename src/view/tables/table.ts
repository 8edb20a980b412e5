import { missingWords } from '#model/figure.ts'
import { rateGapWords } from '#model/rate.ts'
import type { Terms } from '#model/terms.ts'

/** The reasons for a cell without a value, in the words that the cell shows instead. */
export const gapWords = {
  ...missingWords,
  ...rateGapWords,
  none: '无',
  'no-exact-number': '文件没有写确切的数',
  'no-day': '没有具体日期',
  'not-required': '本站没有收录要求',
  'day-not-known': '日期不详',
  'whole-roster': '名录中的全部单位',
  'no-inspection': '本站没有收录这一季度的检查',
  'no-such-count': '这一期没有这个数',
  'not-added': '按某一日计，不相加',
  'incomplete-year': '各期合不成整年，不合计',
  'period-without-number': '有的期没有这个数，不合计',
  'not-all-named': '文件没有逐一列明',
  'not-inspected': '未检查',
  'inspection-not-stated': '未说明是否检查',
  'list-open': '名单未列全',
  'not-named': '未被点名',
} as const
export type GapReason = keyof typeof gapWords

/** The same in English, for the dictionary. */
export const englishGapWords: Readonly<Record<GapReason, string>> = {
  'not-stated': 'not stated in the document',
  illegible: 'illegible',
  'not-applicable': 'not applicable',
  'not-recorded': 'not recorded here',
  'no-cases': 'no cases, so no rate',
  'counts-contradict': 'the counts contradict each other, so no rate',
  'no-counts': 'counts not stated in the document, so no rate',
  none: 'none',
  'no-exact-number': 'the document gives no exact number',
  'no-day': 'no day is given',
  'not-required': 'no document recorded here asks for it',
  'day-not-known': 'day not known',
  'whole-roster': 'all units on the list',
  'no-inspection': 'no inspection of this quarter is recorded here',
  'no-such-count': 'no such count in this period',
  'not-added': 'counted on a day, so not added up',
  'incomplete-year': 'the periods do not make a whole year, so no sum',
  'period-without-number': 'some period does not have this number, so no sum',
  'not-all-named': 'the documents do not name them all',
  'not-inspected': 'not inspected',
  'inspection-not-stated': 'not stated whether it was inspected',
  'list-open': 'not named, but the document does not list all that it means',
  'not-named': 'inspected and not named',
}

/** What numbers count, with the English for the dictionary. */
export const unitWords = { 项: 'items', 个: 'channels', 天: 'days', 位: 'digits' } as const

/** A cell without a value. */
interface Gap {
  readonly gap: GapReason
}
export type Value = string | number | boolean | readonly string[] | Gap

/** `list`: texts, one after the other; `date`: a day as ISO 8601 writes it. */
type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'yes-no' | 'list'

export interface Column {
  /** Stable, even if the title changes. */
  readonly key: string
  readonly title: string
  readonly english: string
  readonly type: ColumnType
  /** What a number counts, where that is the same in all rows. */
  readonly unit?: keyof typeof unitWords
  readonly description: string
  readonly englishDescription: string
  /** The reasons for which a cell may be without a value; a column that names none is always filled. */
  readonly gaps?: readonly GapReason[]
  /** Whether its texts may be the words of a reason, as a page writes them where there is no value. */
  readonly tellsReasons?: true
  /** What the codes in this column mean. */
  readonly codes?: Readonly<Record<string, string>>
  /** The table whose key this column repeats. */
  readonly refersTo?: string
}

/** A column of texts that is always filled, unless options say otherwise. */
export const column = (
  key: string,
  title: string,
  english: string,
  description: string,
  englishDescription: string,
  more: Partial<Column> = {},
): Column => ({ key, title, english, type: 'text', description, englishDescription, ...more })

/** What every table of a kind has, with or without rows. */
export interface TableHead {
  /** Its name in addresses. */
  readonly name: string
  readonly title: string
  readonly english: string
  readonly description: string
  readonly englishDescription: string
  readonly columns: readonly Column[]
  /** The columns that together tell a row from all others. */
  readonly key: readonly string[]
}

export type Row = Readonly<Record<string, Value>>

export interface Table extends TableHead {
  readonly rows: readonly Row[]
}

/** The facts about a file besides its rows. */
export interface Provenance extends Terms {
  /** The scope of the rows: 宜宾市……, 2024年第一季度, 市财政局. */
  readonly subject: string
  /** The day for which everything that depends on the day was computed. */
  readonly asOf: string
}

export const isGap = (value: Value): value is Gap =>
  typeof value === 'object' && !Array.isArray(value)

/** A value, or why there is none. */
export const or = <T extends Value>(value: T | null | undefined, gap: GapReason): T | Gap =>
  value ?? { gap }

/** A list that says something, or why there is none. */
export const listOr = (values: readonly string[] | undefined, gap: GapReason): Value =>
  values === undefined || values.length === 0 ? { gap } : values

/** A table as text, for a format without other information: the titles, then the rows. */
export const tableCells = ({ columns, rows }: Table): (string | number)[][] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => columns.map(({ key }) => cellOf(row, key))),
]

/** The reason in words where there is no value. */
function cellOf(row: Row, key: string): string | number {
  const value = valueOf(row, key)
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return yesNoText(value)
  return isGap(value) ? gapWords[value.gap] : listText(value)
}

export function valueOf(row: Row, key: string): Value {
  const value = row[key]
  if (value === undefined) throw new Error(`a row has no "${key}"`)
  return value
}

export const yesNoText = (value: boolean): string => (value ? '是' : '否')
export const listText = (values: readonly string[]): string => values.join('；')

/** The description of a column, including the meaning of its codes. */
export const explained = ({ description, codes = {} }: Column): string => {
  const spelt = Object.entries(codes).map(([code, words]) => `${code} ${words}`)
  return spelt.length === 0 ? description : `${description}：${spelt.join('，')}`
}

/** The same in English; the codes are English words themselves. */
export const explainedInEnglish = ({ englishDescription, codes }: Column): string =>
  codes === undefined
    ? englishDescription
    : `${englishDescription}: ${Object.keys(codes).join(', ')}`

/** The words of every reason that a column may give. */
export const gapWordsOf = ({ gaps = [] }: Column): string[] => gaps.map((gap) => gapWords[gap])

/** The English and the Chinese name of each type. */
export const typeWords: Readonly<Record<ColumnType, { english: string; chinese: string }>> = {
  text: { english: 'text', chinese: '文字' },
  integer: { english: 'integer', chinese: '整数' },
  number: { english: 'number', chinese: '数字' },
  date: { english: 'date (YYYY-MM-DD)', chinese: '日期（年-月-日）' },
  'yes-no': { english: 'yes or no', chinese: '是或否' },
  list: { english: 'list of texts', chinese: '列表' },
}
