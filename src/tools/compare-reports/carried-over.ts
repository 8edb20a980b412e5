import type { DocumentText } from '#read/documents/document-lines.ts'

/** A sum of the tables of two reports that does not come out. */
interface SumMistake {
  /** What is compared, in Chinese. */
  readonly what: string
  /** The sum as it should be, and as it is printed. */
  readonly expected: number
  readonly printed: number
  /** How `expected` was computed, in Chinese. */
  readonly how: string
}

/** Findings of the tables of one report and of the one before. */
export interface Sums {
  readonly mistakes: readonly SumMistake[]
  /** What could be computed, and what could not be, in Chinese. */
  readonly checked: readonly string[]
  readonly unchecked: readonly string[]
}

/** The figures of a report that a sum needs; null where they cannot be read for certain. */
interface Figures {
  readonly received: number | null
  readonly from: number | null
  readonly handled: number | null
  readonly left: number | null
  readonly inForce: ReadonlyMap<string, InForce>
}

/** The row of a kind of documents: issued and abolished in the year, in force at its end. */
interface InForce {
  readonly issued: number
  readonly abolished: number
  readonly valid: number
}

/** With other words that reports use for them. */
const documentKinds = {
  规章: label('规章'),
  行政规范性文件: label('行政规范性文件', '规范性文件'),
} as const

/**
 * The words of a cell, with what may stand between their characters where a cell has several lines.
 * The number of a heading before them does not matter; a word before them does.
 */
function label(...words: readonly string[]): RegExp {
  const one = (text: string): string =>
    text
      .split('')
      .map((character) => character.replace(/[()]/, '\\$&'))
      .join('\\s{0,3}')
  return new RegExp(`(?<!\\p{Script=Han})(?:${words.map(one).join('|')})`, 'gu')
}

const requestRows = {
  received: label(
    '本年新收政府信息公开申请数量',
    '本年新收政府信息公开申请总数',
    '本年新收政府信息公开申请数',
  ),
  from: label(
    '上年结转政府信息公开申请数量',
    '上年结转政府信息公开申请总数',
    '上年结转政府信息公开申请数',
  ),
  handled: label('(七)总计'),
  left: label('结转下年度继续办理', '结转下一年度继续办理'),
} as const

/**
 * Adds up what two reports say of requests and documents that go over from one year to the next:
 * 上年结转 has to be 结转下年度 of the report before, 现行有效件数 that of the report before with 制发 and without 废止,
 * and within a report 新收 and 结转 as much as 办理结果 and 结转下年度.
 *
 * @param before the report of the year before; null where that is not of the year before, or there is none
 */
export function addUp(current: DocumentText, before: DocumentText | null): Sums {
  const now = figuresOf(current)
  const last = before === null ? null : figuresOf(before)
  const mistakes: SumMistake[] = []
  const checked: string[] = []
  const unchecked: string[] = []
  const compare = (
    what: string,
    how: string,
    parts: readonly (number | null | undefined)[],
    sum: (numbers: readonly number[]) => { expected: number; printed: number },
  ): void => {
    const numbers = parts.filter((part) => typeof part === 'number')
    if (numbers.length < parts.length) {
      unchecked.push(what)
      return
    }
    checked.push(what)
    const { expected, printed } = sum(numbers)
    if (expected !== printed) mistakes.push({ what, how, expected, printed })
  }
  compare(
    '本年申请的收和办',
    '本年新收＋上年结转－本年度办理结果总计',
    [now.received, now.from, now.handled, now.left],
    ([received = 0, from = 0, handled = 0, left = 0]) => ({
      expected: received + from - handled,
      printed: left,
    }),
  )
  compare(
    '上年结转政府信息公开申请数量',
    '上年报告的“结转下年度继续办理”',
    [last?.left, now.from],
    ([expected = 0, printed = 0]) => ({ expected, printed }),
  )
  for (const kind of Object.keys(documentKinds)) {
    const [one, other] = [now.inForce.get(kind), last?.inForce.get(kind)]
    compare(
      `${kind}现行有效件数`,
      '上年报告的现行有效件数＋本年制发－本年废止',
      [other?.valid, one?.issued, one?.abolished, one?.valid],
      ([valid = 0, issued = 0, abolished = 0, printed = 0]) => ({
        expected: valid + issued - abolished,
        printed,
      }),
    )
  }
  return { mistakes, checked, unchecked }
}

/** Kinds of applicants and their total, in a row of the table of requests. */
const applicantColumns = 7

function figuresOf({ text, lines }: DocumentText): Figures {
  const plain = text.normalize('NFKC')
  const rows = lines
    .filter(({ kind }) => kind === 'row')
    .map(({ start, end }) => cellsOf(text.slice(start, end).normalize('NFKC')))
  const total = (words: RegExp): number | null =>
    onlyOne([
      ...rows.map((cells) => totalOfCells(cells, words)),
      ...rowsOfNumbers(plain, words).map(totalOfNumbers),
    ])
  const inForce = new Map<string, InForce>()
  const table = /本\s?年\s?制\s?发\s?件\s?数[^]{0,80}?现\s?行\s?有\s?效\s?件\s?数/.exec(plain)
  if (table !== null) {
    const rest = plain.slice(table.index + table[0].length, table.index + 600)
    for (const [kind, words] of Object.entries(documentKinds)) {
      const [issued, abolished, valid, ...more] = rowsOfNumbers(rest, words)[0] ?? []
      if (
        issued !== undefined &&
        abolished !== undefined &&
        valid !== undefined &&
        more.length === 0
      )
        inForce.set(kind, { issued, abolished, valid })
    }
  }
  return {
    received: total(requestRows.received),
    from: total(requestRows.from),
    handled: total(requestRows.handled),
    left: total(requestRows.left),
    inForce,
  }
}

/** The value that was read; null where none was, or several that differ. */
function onlyOne(values: readonly (number | null)[]): number | null {
  const found = new Set(values.filter((value) => value !== null))
  const [value] = found
  return found.size === 1 && value !== undefined ? value : null
}

const cellsOf = (row: string): string[] => row.split(/[\t|｜│┃]/).map((cell) => cell.trim())

/**
 * The total of a row of the table of requests: an empty cell, or one with a stroke, is none, as long
 * as the kinds of applicants add up to the total.
 */
function totalOfCells(cells: readonly string[], words: RegExp): number | null {
  const at = cells.findIndex((cell) => cell.search(words) >= 0 && !/\d$/.test(cell))
  if (at < 0) return null
  const [columns, rest] = [
    cells.slice(at + 1, at + 1 + applicantColumns),
    cells.slice(at + 1 + applicantColumns),
  ]
  if (rest.some((cell) => cell !== '') || !/^\d/.test(columns.at(-1) ?? '')) return null
  const numbers = columns.map((cell) => (/^[-—–/\s]*$/.test(cell) ? 0 : numberOf(cell)))
  return totalOfNumbers(numbers)
}

/** The last number of a row, where it is the sum of the others and no column is missing. */
function totalOfNumbers(numbers: readonly (number | null)[]): number | null {
  // Without its last column the row cannot be told from one with an empty cell.
  if (numbers.length !== applicantColumns) return null
  let sum = 0
  for (const one of numbers.slice(0, -1)) {
    if (one === null) return null
    sum += one
  }
  return sum === numbers.at(-1) ? sum : null
}

const wholeNumber = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d+`
const numberOf = (cell: string): number | null =>
  new RegExp(`^(?:${wholeNumber})$`).test(cell) ? Number(cell.replaceAll(',', '')) : null

/** The whole numbers between each place of a label and the next word. */
function rowsOfNumbers(text: string, words: RegExp): number[][] {
  return [...text.matchAll(words)].map(({ 0: found, index }) => {
    const rest = text.slice(index + found.length, index + found.length + 200)
    const cells = /^[\s\d|｜│,]*/.exec(rest)?.[0] ?? ''
    // The number of the next heading is no cell, nor is a number with its unit: “3.属于……”, “12件”.
    const next = rest.slice(cells.length)
    const isCut =
      /^[.、．)）]/.test(next) || (/\d$/.test(cells) && /^[\p{Script=Han}%]/u.test(next))
    const numbers = (cells.match(new RegExp(wholeNumber, 'g')) ?? []).map((one) =>
      Number(one.replaceAll(',', '')),
    )
    return isCut ? numbers.slice(0, -1) : numbers
  })
}
