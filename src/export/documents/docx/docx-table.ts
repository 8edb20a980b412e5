import { paragraphXml, runXml } from './docx-xml.ts'
import { size, textWidth } from './measures.ts'
import { displayWidth } from '#messages/display-width.ts'
import type { DocumentTable } from './official-document.ts'

/**
 * A table as wide as the text block. Its head is repeated on every page, and rows do not break
 * across pages.
 */
export function tableXml({ columns, rows }: DocumentTable): string {
  const widths = columnWidths([columns, ...rows])
  const row = (cells: readonly string[], style: 'TableHead' | 'TableCell') => {
    const head = style === 'TableHead' ? '<w:tblHeader/>' : ''
    const inner = cells.map(
      (text, n) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[n] ?? 0}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraphXml(style, runXml(text))}</w:tc>`,
    )
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${inner.join('')}</w:tr>`
  }
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${row(columns, 'TableHead')}${rows.map((cells) => row(cells, 'TableCell')).join('')}</w:tbl>`
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const borders = sides
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')
const padding = [
  ['top', 40],
  ['left', 80],
  ['bottom', 40],
  ['right', 80],
]
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('')
const properties = `<w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${padding}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>`

/** The horizontal padding of a cell and its borders, in twips. */
const room = 180

/**
 * Column widths in proportion to their longest cells. Cells of up to eight characters, such as dates,
 * stay on one line; the limit is lower for tables with many columns.
 */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(...rows.map((cells) => cells.length))
  const longest = Array.from({ length: count }, (_, n) =>
    Math.min(24, Math.max(1, ...rows.map((cells) => displayWidth(cells[n] ?? '')))),
  )
  const leastWith = (most: number): number[] =>
    longest.map((characters) => Math.min(most, characters) * size.smallFour * 10 + room)
  const most = [8, 6, 4, 2].find((one) => sumOf(leastWith(one)) <= textWidth)
  const least = most === undefined ? longest.map(() => textWidth / count) : leastWith(most)
  const shared = (textWidth - sumOf(least)) / sumOf(longest)
  const widths = least.map((width, n) => Math.floor(width + shared * (longest[n] ?? 0)))
  return widths.map((width, n) => (n < count - 1 ? width : width + textWidth - sumOf(widths)))
}

const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
