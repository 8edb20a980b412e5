/**
 * The cells of what was copied in a spreadsheet program: rows on lines, cells apart by tabs, a cell of
 * several lines in double quotes. Rows without any text are left out.
 */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/y
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    rows[rows.length - 1]?.push((quoted === undefined ? plain : quoted.replace(/""/g, '"')).trim())
    if (end !== '\t' && end !== '') rows.push([])
  }
  return rows.filter((row) => row.some((one) => one !== ''))
}
