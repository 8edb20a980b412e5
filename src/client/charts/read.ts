import type {
  ChartDescription,
  ChartPattern,
  ChartSeries,
  ChartTone,
} from '#view/charts/description.ts'
import { withFirstYear } from '#view/charts/labels.ts'

/** The description of a chart, read back from its figure: values and texts from its table. */
export function readFigure(figure: HTMLElement): ChartDescription {
  const table = find(figure, 'table')
  const whole = all(table, 'tbody tr')
  const more = figure.querySelector<HTMLInputElement>('.chart-more')
  const isShort = more !== null && !more.checked
  const rows = whole.filter((row) => !row.hidden && !(isShort && row.dataset.tail === ''))
  const short = (of: readonly HTMLElement[]) => of.map((row) => row.dataset.short ?? '')
  const [categoryName, ...heads] = all(table, 'thead th')
  const { chart, unit, min, max } = figure.dataset
  return {
    id: figure.id,
    title: text(find(figure, '.chart-title')),
    kind: chart as ChartDescription['kind'],
    categoryName: text(categoryName),
    categories: rows.map((row) => text(find(row, 'th'))),
    ...(whole[0]?.dataset.short === undefined
      ? {}
      : { shortCategories: withFirstYear(short(rows), short(whole)) }),
    series: heads.map((head, i) =>
      readSeries(
        head,
        rows.map((row) => all(row, 'td')[i]),
      ),
    ),
    unit: unit ?? '',
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: Number(max) }),
    targets: all(figure, '.chart-target').flatMap((item) =>
      item.hidden ? [] : [{ value: Number(item.dataset.value), label: text(item) }],
    ),
  }
}

function readSeries(head: HTMLElement, cells: (HTMLElement | undefined)[]): ChartSeries {
  const { tone, pattern, dash } = head.dataset
  return {
    name: text(head),
    tone: tone as ChartTone,
    isLeftOut: Boolean(head.hidden),
    values: cells.map((cell) =>
      !Boolean(head.hidden) && cell?.dataset.value ? Number(cell.dataset.value) : null,
    ),
    display: cells.map(text),
    dash: dash !== undefined,
    hollow: cells.map((cell) => cell?.dataset.hollow !== undefined),
    apart: cells.map((cell) => cell?.dataset.apart !== undefined),
    ...(pattern === undefined ? {} : { pattern: pattern as ChartPattern }),
  }
}

export function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`The chart holds no ${selector}`)
  return found
}

export function all(root: HTMLElement, selector: string): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(selector))
}

function text(element: HTMLElement | undefined): string {
  return element?.textContent.trim() ?? ''
}
