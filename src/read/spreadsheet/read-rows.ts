import { readXml } from '../archive/read-xml.ts'
import { textVisitor, unescapedText } from './cell-text.ts'
import { limits } from './limits.ts'
import { dayText, type NumberFormat, shownNumber } from './number-format.ts'
import { type Cell, columnName, emptyCell, SheetMistake, typedCell } from './sheet.ts'

/** What the cells of all sheets of a workbook share. */
export interface Workbook {
  /** Whether days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
  readonly texts: readonly Cell[]
  readonly formats: readonly NumberFormat[]
  /** Remaining cells that its sheets may hold; counted down. */
  readonly budget: { cells: number }
}

/** A range of merged cells, counted from 0, ends included. */
interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * The rows of a sheet's XML up to the last non-empty one. Every cell of a merged range gets the
 * range's value.
 *
 * @throws SheetMistake for a cell with content, or more cells, beyond `limits`
 */
export function readRows(xml: Uint8Array, sheet: string, book: Workbook): Cell[][] {
  const rows: Cell[][] = []
  const merged: Range[] = []
  let used = { row: -1, column: -1 }
  let row = -1
  let column = -1
  let current: TypedCell | null = null
  let isValue = false
  let isFormula = false
  const visitor = textVisitor(
    (text) => {
      if (current !== null) current.inline += text
    },
    {
      open(element, attributes) {
        if (element === 'row') {
          row = rowNumber(attributes['r']) ?? row + 1
          column = -1
        } else if (element === 'c') {
          const place = placeOf(attributes['r'])
          row = place?.row ?? row
          column = place?.column ?? column + 1
          current = {
            type: attributes['t'] ?? 'n',
            format: book.formats[Number(attributes['s'] ?? 0)] ?? { kind: 'plain' },
            value: '',
            inline: '',
            hasFormula: false,
          }
        } else if (element === 'v') isValue = true
        else if (element === 'f') isFormula = true
        else if (element === 'mergeCell') merged.push(rangeOf(attributes['ref']))
        if (isFormula && current !== null) current.hasFormula = true
      },
      text(text) {
        if (isValue && current !== null) current.value += text
      },
      close(element) {
        if (element === 'v') isValue = false
        else if (element === 'f') isFormula = false
        else if (element === 'c' && current !== null) {
          place(cellOf(current, book))
          current = null
        }
      },
    },
  )
  readXml(xml, visitor)
  for (const range of merged) fillMerged(range)
  while (rows.at(-1)?.every(isEmpty) === true) rows.pop()
  return rows

  function place(cell: Cell): void {
    const isFar = row >= limits.rows || column >= limits.columns
    // A format applied up to the end of a sheet is no content.
    if (!isFar) used = { row: Math.max(used.row, row), column: Math.max(used.column, column) }
    if (isEmpty(cell)) return
    if (isFar)
      throw new SheetMistake(
        `工作表“${sheet}”的 ${columnName(column)}${row + 1} 单元格有内容，超出能导入的范围（${limits.rows}行、${limits.columns}列）。请删去那里的内容，保存后再导入。`,
      )
    setCell(row, column, cell)
  }

  function setCell(atRow: number, atColumn: number, cell: Cell): void {
    while (rows.length <= atRow) {
      spendCells(1)
      rows.push([])
    }
    const cells = rows[atRow] ?? []
    spendCells(atColumn + 1 - cells.length)
    while (cells.length < atColumn) cells.push(emptyCell)
    cells[atColumn] = cell
  }

  function spendCells(places: number): void {
    if (places > 0) book.budget.cells -= places
    if (book.budget.cells < 0)
      throw new SheetMistake(
        `这份表格的单元格（包括合并的）超过${limits.cells / 10_000}万个，不像填报的表格。请只留下要导入的内容，保存后再导入。`,
      )
  }

  function fillMerged({ top, left, bottom, right }: Range): void {
    const topLeft = rows[top]?.[left] ?? emptyCell
    const [last, end] = [Math.min(bottom, used.row), Math.min(right, used.column)]
    // Overlapping merged ranges would be filled repeatedly, so count them too.
    spendCells(Math.max(0, last - top + 1) * Math.max(0, end - left + 1))
    for (let atRow = top; atRow <= last; atRow++)
      for (let atColumn = left; atColumn <= end; atColumn++) setCell(atRow, atColumn, topLeft)
  }
}

const isEmpty = ({ text, mistake }: Cell): boolean => text === '' && mistake === null

/** A cell as it is in the XML. */
interface TypedCell {
  readonly type: string
  readonly format: NumberFormat
  value: string
  /** The inline text of the cell, rich or plain. */
  inline: string
  hasFormula: boolean
}

function cellOf({ type, format, value, inline, hasFormula }: TypedCell, book: Workbook): Cell {
  switch (type) {
    case 'inlineStr':
      return typedCell(inline)
    case 's':
      return value === '' ? emptyCell : (book.texts[Number(value)] ?? unknownText)
    case 'str':
      return typedCell(unescapedText(value))
    case 'b':
      return { ...emptyCell, text: value.trim() === '1' || value.trim() === 'true' ? '是' : '否' }
    case 'e':
      return { ...emptyCell, mistake: `公式出错（${value || '没有结果'}），请在表格软件里改正` }
    case 'd':
      return {
        ...emptyCell,
        text: value
          .trim()
          .replace(/T(?:00:00)?(?::00(?:\.0+)?)?Z?$/, '')
          .replace('T', ' '),
      }
    default:
      if (value.trim() !== '') return numberCell(Number(value), format, book.from1904)
      return hasFormula
        ? { ...emptyCell, mistake: '公式还没有结果，请用表格软件打开文件，保存后再导入' }
        : emptyCell
  }
}

const unknownText: Cell = { ...emptyCell, mistake: '单元格的文字丢失了，请在表格软件里重新录入' }

function numberCell(value: number, format: NumberFormat, from1904: boolean): Cell {
  if (!Number.isFinite(value)) return { ...emptyCell, mistake: '不是能读的数字，请重新录入' }
  if (format.kind === 'date') {
    const text = dayText(value, from1904)
    return text === null
      ? { ...emptyCell, mistake: '不是能读的日期，请重新录入' }
      : { ...emptyCell, text }
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return {
      ...emptyCell,
      mistake: '数字超过15位，表格软件已经改动了后面的数字；请把这一列设为文本，重新录入',
    }
  // Percentages and codes with leading zeros are read as shown; 1.2E+15 and ### are not.
  const text =
    format.kind === 'shown'
      ? shownNumber(value, format.pattern)
      : String(Number(value.toPrecision(15)))
  const isPercentage = format.kind === 'shown' && format.pattern.includes('%')
  return { text, number: isPercentage ? null : value, mistake: null }
}

/** Row index, counted from 0; null where the sheet gives none. */
const rowNumber = (written: string | undefined): number | null =>
  written !== undefined && /^[1-9]\d{0,6}$/.test(written) ? Number(written) - 1 : null

/**
 * Row and column of a reference such as `AB12`, counted from 0; null where the sheet gives none.
 */
function placeOf(written: string | undefined): { row: number; column: number } | null {
  const [, letters, number] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(written ?? '') ?? []
  if (letters === undefined) return null
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  )
  return { row: Number(number) - 1, column: column - 1 }
}

function rangeOf(written = ''): Range {
  const [first, last = first] = written.split(':')
  const [start, end] = [placeOf(first), placeOf(last)]
  if (start === null || end === null) return { top: 0, left: 0, bottom: -1, right: -1 }
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}
