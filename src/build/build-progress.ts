import { formatName, tableFormats } from '#export/tables/formats.ts'

/** The names of the formats of text, or of the others: `CSV 和 JSON`. */
const namesOfFormats = (isText: boolean): string =>
  tableFormats
    .filter((format) => format.isText === isText)
    .map(formatName)
    .join('、')
    .replace(/、([^、]*)$/, ' 和 $1')

/** What a build works at. Files are told apart by what it takes to make them. */
export const workWords = {
  reading: '读取和检查',
  bundling: '准备程序',
  pages: '网页',
  tables: namesOfFormats(true),
  workbooks: namesOfFormats(false),
  pictures: '图片',
  documents: 'DOCX 和 ZIP',
  others: '其他文件',
  search: '搜索',
} as const
export type Work = keyof typeof workWords

/** What follows a build: it is told what the build does now, and each file. */
export interface BuildProgress {
  /** From here on, time belongs to this. */
  readonly enter: (work: Work) => void
  /** So many files are going to be written by the works that follow, one after the other. */
  readonly plan: (files: number) => void
  readonly written: (file: {
    readonly path: string
    readonly work: Work
    readonly bytes: number
  }) => void
}

/** For a build that nobody follows, such as `astro build`. */
export const silent: BuildProgress = {
  enter: () => undefined,
  plan: () => undefined,
  written: () => undefined,
}
