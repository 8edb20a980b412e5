import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { megabytes } from '#model/file-size.ts'
import { limits } from '#read/spreadsheet/limits.ts'
import { readCsv } from '#read/spreadsheet/read-csv.ts'
import { readWorkbook } from '#read/spreadsheet/read-workbook.ts'
import { type ReadSheet, SheetMistake } from '#read/spreadsheet/sheet.ts'

/** The sheets of a file named in a command, or why it cannot be read, in Chinese. */
export function sheetsAt(
  path: string,
): { readonly sheets: readonly ReadSheet[] } | { readonly mistake: string } {
  let bytes: Buffer
  try {
    const stats = statSync(path)
    if (!stats.isFile() && !stats.isDirectory())
      return { mistake: `“${path}”不是文件，请写表格文件的名称。` }
    if (stats.size > limits.fileBytes)
      return {
        mistake: `“${path}”有${megabytes(stats.size)}兆，超过能导入的${megabytes(limits.fileBytes)}兆。请只留下要导入的工作表，删去图片，保存后再导入。`,
      }
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
