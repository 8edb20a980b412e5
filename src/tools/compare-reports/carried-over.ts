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
const documentKinds = { 规章: '规章', 行政规范性文件: '(?:行政)?规范性文件' } as const

/**
 * Adds up what two reports say of requests and documents that go over from one year to the next:
 * 上年结转 has to be 结转下年度 of the report before, 现行有效件数 that of the report before with 制发 and without 废止,
 * and within a report 新收 and 结转 as much as 办理结果 and 结转下年度.
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
  if (last === null) return { mistakes, checked, unchecked }
  compare(
    '上年结转政府信息公开申请数量',
    '上年报告的“结转下年度继续办理”',
    [last.left, now.from],
    ([expected = 0, printed = 0]) => ({ expected, printed }),
  )
  for (const kind of Object.keys(documentKinds)) {
    const [one, other] = [now.inForce.get(kind), last.inForce.get(kind)]
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

function figuresOf({ text }: DocumentText): Figures {
  const plain = text.normalize('NFKC')
  const total = (label: RegExp): number | null => {
    const numbers = numbersAfter(plain, label)
    // Without its last column the row cannot be told from one with an empty cell.
    if (numbers?.length !== applicantColumns) return null
    const sum = numbers.slice(0, -1).reduce((all, one) => all + one, 0)
    return sum === numbers.at(-1) ? sum : null
  }
  const inForce = new Map<string, InForce>()
  const table = /本年制发件数[^]{0,60}?现行有效件数/.exec(plain)
  if (table !== null) {
    const rest = plain.slice(table.index + table[0].length, table.index + 600)
    for (const [kind, words] of Object.entries(documentKinds)) {
      const [issued, abolished, valid, ...more] =
        numbersAfter(rest, new RegExp(`(?:^|[\\s|])${words}(?=[\\s|])`)) ?? []
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
    received: total(/本年新收政府信息公开申请(?:数量|总数)/),
    from: total(/上年结转政府信息公开申请(?:数量|总数)/),
    handled: total(/\(七\)\s{0,9}总计/),
    left: total(/结转下年度继续办理/),
    inForce,
  }
}

/** The whole numbers between a label and the next word; null where there is no label. */
function numbersAfter(text: string, label: RegExp): number[] | null {
  const found = label.exec(text)
  if (found === null) return null
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 200)
  const cells = /^[\s\d|｜│,]*/.exec(rest)?.[0] ?? ''
  // The number of the next heading is no cell: “3.属于……”.
  const isCut = /^[.、．)）]/.test(rest.slice(cells.length))
  const numbers = (cells.match(/\d+/g) ?? []).map(Number)
  return isCut ? numbers.slice(0, -1) : numbers
}
