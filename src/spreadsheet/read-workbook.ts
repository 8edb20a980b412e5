import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { type Cell, emptyCell, type Sheet, SheetMistake, typedCell } from './sheet.ts'

/** Every sheet of a workbook: XLSX, the older XLS, or what a monitoring platform calls so. */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  let book: WorkBook
  try {
    book = read(bytes, { type: 'array', cellNF: true, cellText: true, cellHTML: false })
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new SheetMistake(
      isLocked
        ? '这份表格设了密码。请用表格软件取消密码，保存后再导入。'
        : '这份文件不是能读的表格。请用表格软件打开，另存为 XLSX 再导入。',
    )
  }
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, n) => {
    const sheet = book.Sheets[name]
    if (sheet === undefined) return []
    const isHidden = (book.Workbook?.Sheets?.[n]?.Hidden ?? 0) !== 0
    return [{ name, isHidden, rows: rowsOf(sheet, from1904) }]
  })
}

/** No table of an office is as big; a stray format may reach to the last row of a sheet. */
const mostRows = 20_000
const mostColumns = 500

function rowsOf(sheet: WorkSheet, from1904: boolean): Cell[][] {
  if (sheet['!ref'] === undefined) return []
  const { e: last } = utils.decode_range(sheet['!ref'])
  const rows: Cell[][] = []
  for (let row = 0; row <= Math.min(last.r, mostRows); row++) {
    const cells: Cell[] = []
    for (let column = 0; column <= Math.min(last.c, mostColumns); column++) {
      const object = sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined
      cells.push(object === undefined ? emptyCell : cellOf(object, from1904))
    }
    rows.push(cells)
  }
  // What stands once over merged cells is meant for each of them.
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    const said = rows[start.r]?.[start.c]
    if (said === undefined) continue
    for (let row = start.r; row <= end.r; row++)
      for (let column = start.c; column <= end.c; column++) {
        const cells = rows[row]
        if (cells !== undefined && column < cells.length) cells[column] = said
      }
  }
  while (rows.at(-1)?.every(({ text, mistake }) => text === '' && mistake === null) === true)
    rows.pop()
  return rows
}

function cellOf({ t: type, v: value, w: shown, z: format }: CellObject, from1904: boolean): Cell {
  if (type === 'e')
    return { ...emptyCell, mistake: `公式出错（${shown ?? '没有结果'}），请在表格软件里改正` }
  if (type === 'b') return { ...emptyCell, text: value === true ? '是' : '否' }
  if (type !== 'n' || typeof value !== 'number')
    return typeof value === 'string' ? typedCell(value) : emptyCell
  const pattern = String(format ?? 'General')
  if (SSF.is_date(pattern)) return { ...emptyCell, text: dateText(value, from1904) }
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return {
      ...emptyCell,
      mistake: '数字超过15位，表格软件已经改动了后面的数字；请把这一列设为文本，重新录入',
    }
  // A percentage and a code with leading zeros are read as shown; 1.2E+15 and ### are not.
  const isAsShown = shown !== undefined && (pattern.includes('%') || /^0{2,}$/.test(pattern))
  const text = isAsShown ? shown.trim() : String(Number(value.toPrecision(15)))
  return { text, number: pattern.includes('%') ? null : value, mistake: null }
}

function dateText(value: number, from1904: boolean): string {
  const { y, m, d, H, M } = SSF.parse_date_code(value, { date1904: from1904 }) as Readonly<
    Record<'y' | 'm' | 'd' | 'H' | 'M', number>
  >
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${String(y)}-${two(m)}-${two(d)}`
  return H + M > 0 ? `${day} ${two(H)}:${two(M)}` : day
}
