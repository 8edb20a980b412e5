import type { DailyState } from '#view/daily-state.ts'
import { attributes, markup, type Markup } from '#view/markup.ts'
import { linkMarkup } from './links.ts'
import type { Link } from '#view/names.ts'

interface Column {
  label: string
  /** Shown in the head of the column: 家, 个, %. */
  unit?: string | undefined
  /** Numbers are aligned right. */
  number?: boolean | undefined
  /** Cells do not wrap, for ids and similar values. */
  whole?: boolean | undefined
  /** Its head is a word of a document, so the search indexes it. */
  printed?: boolean | undefined
  /** The language of its cells, if it is not that of the page. */
  lang?: string | undefined
}

/**
 * `alert` marks a count of failures above zero; `daily` a state whose words change from day to day.
 */
type HtmlCell = string | (Link & { alert?: boolean | undefined; daily?: DailyState | undefined })

export interface HtmlTable {
  caption: string
  /** Hides the caption visually, because the heading above says the same. */
  headed?: boolean | undefined
  columns: Column[]
  /** One cell a column; the first is the head of its row unless `rowHeads` is false. */
  rows: HtmlCell[][]
  /** Totals. */
  foot?: HtmlCell[] | undefined
  rowHeads?: boolean | undefined
  /**
   * Keeps its columns on a phone and scrolls there: a table of a document, and one that is too long
   * for cards.
   */
  scrolls?: boolean | undefined
}

/**
 * Whether the rows of a table become cards on a phone: more columns than this do not fit there, and
 * one of them would be cut off at the edge.
 */
export const isCards = ({ columns, rows, scrolls = false }: HtmlTable): boolean =>
  !scrolls &&
  (columns.length > maxPhoneColumns ||
    (columns.length === maxPhoneColumns &&
      rows.some((cells) => cells.some((cell) => isWide(labelOf(cell))))))
const maxPhoneColumns = 3

/** Whether a text needs more than a third of a phone: a long one, or one with a long word. */
const isWide = (text: string): boolean => text.length > maxNarrowLength || /[!-~]{12}/.test(text)
const labelOf = (cell: HtmlCell): string => (typeof cell === 'string' ? cell : cell.label)

/** The content of a table element. */
export function tableMarkup(table: HtmlTable): Markup {
  const { caption, headed = false, columns, rows, foot, rowHeads = true } = table
  const cards = isCards(table)
  // Without them, browsers take no table for one whose rows are drawn as blocks.
  const role = (name: string): Markup => attributes({ role: cards ? name : undefined })
  const rowMarkup = (some: HtmlCell[][]): Markup[] =>
    some.map((cells) => {
      const all = cells.map((cell, n) => cellMarkup(cell, columns[n], rowHeads && n === 0, cards))
      return markup`<tr${role('row')}>${all}</tr>`
    })
  const heads = columns.map(({ label, unit, number, printed = false }) => {
    const note = unit === undefined ? null : markup`<span class="unit-of">（${unit}）</span>`
    return markup`<th scope="col"${role('columnheader')}${printed && printedWords}${classes({ num: number })}>${label}${note}</th>`
  })
  const title = markup`<caption${classes({ 'visually-hidden': headed })}>${caption}</caption>`
  const group = role('rowgroup')
  const totals = foot === undefined ? null : markup`<tfoot${group}>${rowMarkup([foot])}</tfoot>`
  return markup`${title}<thead${group}><tr${role('row')}>${heads}</tr></thead><tbody${group}>${rowMarkup(rows)}</tbody>${totals}`
}

/** Marks a label as words of a document, which the search indexes. */
export const printedWords = attributes({ 'data-printed': '' })

function cellMarkup(
  cell: HtmlCell,
  column: Column | undefined,
  isHead: boolean,
  cards: boolean,
): Markup {
  const { label, href, alert, daily }: Exclude<HtmlCell, string> =
    typeof cell === 'string' ? { label: cell } : cell
  const { number = false, whole, lang } = column ?? {}
  const looks = classes({
    num: number,
    // Words and long sentences about a number have to wrap.
    reason: number && (isReason(label) || label.length > maxNarrowLength),
    whole,
    long: !number && label.length > maxNarrowLength,
    linked: !number && href !== undefined && label.length > maxNarrowLength,
    'cell-alert': alert,
  })
  const { label: name, unit } = column ?? {}
  const before = attributes({
    lang,
    scope: isHead ? 'row' : undefined,
    role: cards ? (isHead ? 'rowheader' : 'cell') : undefined,
    'data-label':
      cards && !isHead && name !== undefined
        ? `${name}${unit === undefined ? '' : `（${unit}）`}`
        : undefined,
  })
  const after = attributes({ 'data-last-day': daily?.lastDay, 'data-words': daily?.words })
  const text = linkMarkup({ label, href })
  return isHead
    ? markup`<th${before}${looks}${after}>${text}</th>`
    : markup`<td${before}${looks}${after}>${text}</td>`
}

/** Longer texts get a minimum width in tables that are wider than the screen. */
const maxNarrowLength = 30

/** Whether a cell of numbers holds a reason instead. */
const isReason = (label: string): boolean => label.length > 6 && !/\d/.test(label)

function classes(known: Readonly<Record<string, boolean | undefined>>): Markup {
  const names = Object.keys(known).filter((name) => known[name])
  return attributes({ class: names.length === 0 ? undefined : names.join(' ') })
}
