type Cell = string | number

/**
 * A table for spreadsheets: UTF-8 with a byte-order mark, CRLF, and no cell that a spreadsheet would
 * take for a formula.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  // Spreadsheets in Chinese take the full-width signs alike.
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
