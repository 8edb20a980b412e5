import { authoredFile } from '#schema/authored-files.ts'
import { type Column, column, or } from '../tables/table.ts'

// Columns that several tables of the yearly form share.

export const issuerColumn = column(
  'issuer',
  '发布机关',
  'Issuer',
  '开展检查的机关',
  'The office that inspected',
)
export const sourcePeriodColumn = column(
  'period',
  '期',
  'Period',
  '检查期，或者全年',
  'Period of inspection, or the whole year (全年)',
)

/** The source of a number. */
interface Source {
  readonly file: string
  readonly path: string
  readonly page: string
}

/** The columns for the source of a number. */
export const sourceColumns = (gaps: readonly Gap[] = []): Column[] =>
  [
    column(
      'file',
      '数据文件',
      'Data file',
      '数字所在的文件',
      'The file in which the number stands',
    ),
    column('path', '位置', 'Path', '数字在文件中的位置', 'Place of the number in the file'),
    column('page', '页面', 'Page', '网站上的页面', 'Page of the site'),
  ].map((one) => (gaps.length === 0 ? one : { ...one, gaps }))

type Gap = 'no-inspection' | 'no-such-count' | 'not-applicable'

/** The cells of the source columns; without a source, each holds the reason. */
export const sourceCells = (source: Source | null, gap: Gap) => ({
  file: or(source?.file, gap),
  path: or(source?.path, gap),
  page: or(source?.page, gap),
})

/** The source of a value in the file of an inspection. */
export const sourceIn = (inspection: string, path: string, address: string): Source => ({
  file: authoredFile('inspection', inspection),
  path,
  // From the root of the site.
  page: address.slice(1),
})
