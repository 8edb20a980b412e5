import type { FileWork } from '#export/files.ts'
import { formatName, tableFormats } from '#export/tables/formats.ts'

/** The names of the formats of text, or of the others: `CSV 和 JSON`. */
const namesOfFormats = (isText: boolean): string =>
  tableFormats
    .filter((format) => format.isText === isText)
    .map(formatName)
    .join('、')
    .replace(/、([^、]*)$/, ' 和 $1')

/** The kinds of work in a build. Files that are no pages are grouped by how they are produced. */
export type Work = FileWork | 'reading' | 'bundling' | 'pages' | 'search'

/** The words for each kind of work, in the order of a build. */
export const workWords: Readonly<Record<Work, string>> = {
  reading: '读取和检查',
  bundling: '准备程序',
  pages: '网页',
  tables: namesOfFormats(true),
  workbooks: namesOfFormats(false),
  pictures: '图片',
  documents: 'DOCX 和 ZIP',
  others: '其他文件',
  search: '搜索',
}

/** Receives the progress of a build: the current kind of work, and each written file. */
export interface BuildProgress {
  /** Starts a kind of work; time is counted for it until the next call. */
  readonly enter: (work: Work) => void
  /** Moves processor time, in seconds, that another thread spent on other work than the current. */
  readonly moveTime: (time: {
    readonly from: Work
    readonly to: Work
    readonly cpu: number
  }) => void
  /** Announces how many files are written next. Pages, and files beside them, are not announced. */
  readonly plan: (files: number) => void
  readonly written: (file: {
    readonly path: string
    readonly work: Work
    readonly bytes: number
  }) => void
}

/** For a build without a progress display, such as `astro build`. */
export const silent: BuildProgress = {
  enter: () => undefined,
  moveTime: () => undefined,
  plan: () => undefined,
  written: () => undefined,
}
