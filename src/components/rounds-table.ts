import { markup, type Markup } from '#view/markup.ts'
import { circled, type RoundCell, type unitRoundsView } from '#view/pages/unit-rounds.ts'
import type { unitHistoryView } from '#view/pages/unit-history.ts'
import { linkMarkup } from './links.ts'

type View = ReturnType<typeof unitRoundsView>

/**
 * The content of the table of units and rounds. Thousands of cells have to stay light: their elements
 * have no classes of their own (`b` counts issues, `i` is the state of a report, `em` is an alert).
 */
export function roundsTable({
  caption,
  columns,
  rows,
}: Pick<View, 'caption' | 'columns' | 'rows'>) {
  const heads = columns.map(({ label, href, reports }) => {
    const orders = reports.map(
      (one, n) => markup` <i>自查${reports.length > 1 && circled(n)} ${broken(one.label)}</i>`,
    )
    return markup`<th scope="col"><a href="${href}">${broken(label)}</a>${orders}</th>`
  })
  const body = rows.map(
    ({ tier, unit, cells }) =>
      markup`<tr data-filtered data-tier="${tier}" data-unit="${unit.label}"><th scope="row">${linkMarkup(unit)}</th>${cells.map((cell) => cellOf(cell))}</tr>`,
  )
  return markup`<caption>${caption}</caption><thead><tr><th scope="col">单位</th>${heads}</tr></thead><tbody>${body}</tbody>`
}

type Years = Pick<ReturnType<typeof unitHistoryView>, 'caption' | 'rows'>

/** The content of the table of one unit's rounds, a row for each year. */
export function yearsTable({ caption, rows }: Years): Markup {
  const most = Math.max(...rows.map(({ rounds }) => rounds.length))
  const body = rows.map(({ label, rounds }) => {
    const cells = rounds.map(({ label: name, href, reports, cell }) => {
      const head = markup`<a href="${href}">${broken(name)}</a> `
      const orders = reports.map(({ label: period }) => period)
      return cellOf(cell, head, orders)
    })
    const rest = rounds.length < most ? markup`<td colspan="${most - rounds.length}"></td>` : null
    return markup`<tr><th scope="row">${label}</th>${cells}${rest}</tr>`
  })
  return markup`<caption>${caption}</caption><thead><tr><th scope="col">年份</th><th scope="col" colspan="${most}">各次检查</th></tr></thead><tbody>${body}</tbody>`
}

/**
 * @param head before the rest, where the column does not say which round it is
 * @param orders the periods of the reports, where the head of the column does not say them
 */
function cellOf(
  { issues, isNamed, counting, alert, reports }: RoundCell,
  head: Markup | null = null,
  orders: readonly string[] = [],
): Markup {
  const count = isNamed ? markup`<b>${issues}</b>` : broken(issues)
  const counted =
    counting === null ? null : alert ? markup` <em>${counting}</em>` : markup` ${counting}`
  const states = reports.map(({ text, alert: late }, n) => {
    const state = late ? markup`<em>${broken(text)}</em>` : broken(text)
    const order = orders[n]
    return markup` <i>${order !== undefined && ['自查', broken(order), '：']}${state}</i>`
  })
  return markup`<td>${head}${count}${counted}${states}</td>`
}

/** A narrow column breaks these words only where they have a joint: 2024年|第四季度, 晚于期限|公开. */
const broken = (text: string): Markup =>
  markup`${text.split(/(?<=\d年)(?=[^度])|(?<=[①-⑳]|未说明|晚于期限|本站|经核查|公开日期)(?=.)/).map((part, n) => [n > 0 && joint, part])}`
const joint = markup`<wbr>`
