import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { readCsv } from '#spreadsheet/read-csv.ts'
import { readWorkbook } from '#spreadsheet/read-workbook.ts'
import { type Sheet, SheetMistake } from '#spreadsheet/sheet.ts'

/** The sheets of a file that somebody named, or why it cannot be read, in Chinese. */
export function sheetsAt(
  path: string,
): { readonly sheets: readonly Sheet[] } | { readonly mistake: string } {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return {
      mistake:
        code === 'ENOENT' ? `没有文件“${path}”。` : `“${path}”打不开（${code ?? '原因不明'}）。`,
    }
  }
  try {
    const isText = /^\.(csv|txt|tsv)$/i.test(extname(path))
    return { sheets: isText ? [readCsv(bytes, basename(path))] : readWorkbook(bytes) }
  } catch (error) {
    if (error instanceof SheetMistake) return { mistake: `“${path}”：${error.message}` }
    throw error
  }
}
