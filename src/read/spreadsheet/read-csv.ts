import { CsvError, parse } from 'csv-parse/sync'
import { decodedText } from '../files/decode.ts'
import { limits } from './limits.ts'
import { type ReadSheet, SheetMistake, typedCell } from './sheet.ts'

/**
 * Reads a CSV file in UTF-8 with or without a byte-order mark, UTF-16 with one, or GBK (GB 18030).
 */
export function readCsv(bytes: Uint8Array, name: string): ReadSheet {
  const text = decodedText(bytes)
  if (text === null)
    throw new SheetMistake(
      '文字编码既不是 UTF-8，也不是 GBK。请用表格软件打开，另存为 XLSX 再导入。',
    )
  const delimiter = delimiterOf(text)
  refuseTooMany(text, delimiter)
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    })
    return {
      name,
      isHidden: false,
      rows: rows.map((row) => row.map(typedCell)),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? `第${error['lines']}行附近` : ''
    throw new SheetMistake(
      `${line}的引号没有成对，读不下去。请用表格软件打开，另存为 XLSX 再导入。`,
    )
  }
}

/** Refuses a text with too many cells before it is parsed. */
function refuseTooMany(text: string, delimiter: string): void {
  let cells = 1
  for (const character of text)
    if (character === delimiter || character === '\n' || character === '\r') cells++
  if (cells > limits.cells)
    throw new SheetMistake(
      `单元格超过${limits.cells / 10_000}万个，不像填报的表格。请只留下要导入的内容，保存后再导入。`,
    )
}

/** The delimiter of the first line: a comma, a tab or a semicolon. */
function delimiterOf(text: string): string {
  const line = /^.*$/m.exec(text.replace(/"[^"]*"/g, ''))?.[0] ?? ''
  const counted = [',', '\t', ';'].map((character) => ({
    character,
    count: line.split(character).length,
  }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).character
}
