import { channel } from 'node:diagnostics_channel'

/** What a build works at. Files are told apart by what it takes to make them. */
export const workWords = {
  reading: '读取和检查',
  bundling: '准备程序',
  pages: '网页',
  tables: 'CSV 和 JSON',
  workbooks: 'XLSX',
  pictures: '图片',
  documents: 'DOCX 和 ZIP',
  others: '其他文件',
  search: '搜索',
} as const
export type Work = keyof typeof workWords

/** What a build tells of itself while it runs, to whoever listens. */
export type BuildEvent =
  /** From here on, time belongs to this. */
  | { readonly type: 'work'; readonly work: Work }
  /** So many files are going to be made. */
  | { readonly type: 'planned'; readonly files: number }
  | { readonly type: 'file'; readonly path: string; readonly work: Work; readonly bytes: number }

/** A channel of the process: the build runs inside Astro, its listeners beside it. */
export const buildEvents = channel('gongshi:build')

export const tell = (event: BuildEvent): void => {
  buildEvents.publish(event)
}

/** What it takes to make a file, by the ending of its address. */
export function workOn(path: string): Work {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? ''
  if (ending === 'html') return 'pages'
  if (ending === 'xlsx') return 'workbooks'
  if (ending === 'csv' || ending === 'json') return 'tables'
  if (ending === 'png') return 'pictures'
  return ending === 'docx' || ending === 'zip' ? 'documents' : 'others'
}
