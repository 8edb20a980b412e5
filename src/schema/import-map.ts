import { z } from 'zod'
import { countNames } from './figure.ts'
import { opennessHeadings } from './openness-headings.ts'
import { described, id, phrase } from './scalars.ts'

/** What the rows of a spreadsheet are imported as. */
export const importKinds = [
  'issues',
  'reports',
  'report-problems',
  'tallies',
  'policies',
  'consultations',
  'annual-reports',
] as const
type ImportKind = (typeof importKinds)[number]

/** The fields of each kind that a column can fill, with their headings in a template. */
export const importFields = {
  issues: {
    id: '问题编号',
    area: '检查领域',
    units: '责任单位',
    channels: '网站或账号',
    platform: '平台',
    indicators: '检查指标',
    printed_status: '原文定性',
    severity: '程度',
    counts_in_rate: '计入合格率',
    text: '问题',
    problem: '问题类型（附件用语）',
    remark: '备注',
  },
  reports: {
    unit: '单位',
    title: '报告标题',
    published: '公开日期',
    address: '公开网址',
    summary: '自查情况',
    outlook: '下一步',
  },
  'report-problems': {
    unit: '单位',
    problem: '问题',
    measure: '整改措施',
    result: '整改结果',
  },
  tallies: { area: '检查领域', ...countNames },
  ...opennessHeadings,
  'annual-reports': { unit: '单位', published: '公布日期', url: '网址' },
} as const satisfies Record<ImportKind, Readonly<Record<string, string>>>

const heading = (title: string) => described(phrase, title, '表头里这一列的写法').optional()

/**
 * A value that is the same in every row, written as in a cell, if the table has no column for it.
 */
const constant = (title: string) =>
  described(phrase, title, '每一行都填这个，写法与单元格里相同').optional()

/**
 * A column map, stored beside the project for further exports of the same platform. It is not data
 * and is never published.
 */
export function importMap<K extends ImportKind>(kind: K) {
  const titles: Readonly<Record<string, string>> = importFields[kind]
  const all = (of: typeof heading): Record<string, ReturnType<typeof heading>> =>
    Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, of(title)]))
  return z.strictObject({
    into: described(z.enum(importKinds), '导入成什么', intoWords),
    period: described(id, '期的编号', '台账写年份', '2024-q2').optional(),
    sheet: described(phrase, '工作表的名称', '不写就用第一张').optional(),
    header: described(
      z.int({ error: 'expects-count' }).min(1).max(1000),
      '表头在第几行',
      '不写就自己找',
    ).optional(),
    columns: described(z.strictObject(all(heading)), '各字段在哪一列', '左边是字段，右边是表头'),
    fixed: described(z.strictObject(all(constant)), '各行相同的内容').optional(),
    figures: described(
      z.record(phrase, phrase),
      '数字',
      '只用于 reports：左边是报告里的名称，右边是表头',
    ).optional(),
    words: described(
      z.record(phrase, phrase),
      '换一种说法',
      '左边是表里的写法，右边是本站的写法，例如 叙州: 叙州区',
    ).optional(),
    skip: described(
      z.record(phrase, z.array(phrase).min(1)),
      '跳过的行',
      '左边是表头，右边是出现在那一列、要跳过的文字，例如 序号: [合计]',
    ).optional(),
  })
}

const intoWords =
  'issues 问题，reports 各单位的自查整改情况，report-problems 自查发现的问题，tallies 各领域的数量，policies 政策文件，consultations 征求意见，annual-reports 年度报告'

/** The part of a column map that tells its kind. */
export const importMapKind = z.looseObject({
  into: described(z.enum(importKinds), '导入成什么', intoWords),
})

/** A column map of any kind, as the program uses it. */
export interface ImportMap {
  readonly into: ImportKind
  readonly period?: string | undefined
  readonly sheet?: string | undefined
  readonly header?: number | undefined
  readonly columns: Readonly<Record<string, string | undefined>>
  readonly fixed?: Readonly<Record<string, string | undefined>> | undefined
  readonly figures?: Readonly<Record<string, string>> | undefined
  readonly words?: Readonly<Record<string, string>> | undefined
  readonly skip?: Readonly<Record<string, readonly string[]>> | undefined
}
