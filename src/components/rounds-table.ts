import { attributes, markup, type Markup } from '#view/markup.ts'
import { circled, reportOf, type RoundCell, type unitRoundsView } from '#view/pages/unit-rounds.ts'
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
      (one, n) => markup` <i>${reports.length > 1 ? circled(n) : '自查 '}${broken(one.label)}</i>`,
    )
    return markup`<th scope="col"><a href="${href}">${broken(label)}</a>${orders}</th>`
  })
  const body = rows.map(
    ({ tier, unit, cells }) =>
      markup`<tr data-filtered data-tier="${tier}" data-unit="${unit.label}"><th scope="row">${linkMarkup(unit)}</th>${cells.map((cell) => cellOf(cell))}</tr>`,
  )
  const scroll = columns.length > inView.narrow && [
    markup`<span${attributes({ class: columns.length > inView.wide ? 'rounds-scroll' : 'rounds-scroll rounds-scroll-narrow' })}>，左右滚动看更早的</span>`,
  ]
  return markup`<caption>${caption}${scroll}</caption><thead><tr><th scope="col">单位</th>${heads}</tr></thead><tbody>${body}</tbody>`
}

/** How many rounds are in view at most, in a window of less than 75 em and in a wider one. */
const inView = { narrow: 6, wide: 12 } as const

type Years = Pick<ReturnType<typeof unitHistoryView>, 'caption' | 'rows'>

/**
 * The content of the table of one unit's rounds, a row for each year, the newest round first. On a phone
 * its cells are blocks, which browsers take for a table by their roles.
 */
export function yearsTable({ caption, rows }: Years): Markup {
  const most = Math.max(...rows.map(({ rounds }) => rounds.length))
  const body = rows.map(({ label, rounds }) => {
    const cells = rounds.map(({ label: name, href, cell }) =>
      cellOf(cell, markup`<a href="${href}">${broken(name)}</a> `),
    )
    const rest =
      rounds.length < most ? markup`<td role="cell" colspan="${most - rounds.length}"></td>` : null
    return markup`<tr role="row"><th scope="row" role="rowheader">${label}</th>${cells}${rest}</tr>`
  })
  return markup`<caption>${caption}</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">年份</th><th scope="col" role="columnheader" colspan="${most}">各次检查，最近的在前</th></tr></thead><tbody role="rowgroup">${body}</tbody>`
}

/**
 * @param head names the round where the column does not; the cell then also names the period of each
 *   report, and leaves out those that are not required
 */
function cellOf(
  { issues, isNamed, counting, alert, reports }: RoundCell,
  head: Markup | null = null,
): Markup {
  const count = isNamed ? markup`<b>${issues}</b>` : broken(issues)
  const counted =
    counting === null ? null : alert ? markup` <em>${counting}</em>` : markup` ${counting}`
  const states = reports
    .filter(({ isRequired }) => head === null || isRequired)
    .map((report) => {
      const { sign, state, alert: late } = report
      const before = broken(head === null ? sign : reportOf(report))
      const words = broken(state)
      return markup` <i>${before}${late ? markup`<em>${words}</em>` : words}</i>`
    })
  const role = attributes({ role: head === null ? undefined : 'cell' })
  return markup`<td${role}>${head}${count}${counted}${states}</td>`
}

/** A narrow column breaks these words only where they have a joint: 2024年|第四季度, 晚于期限|公开. */
const broken = (text: string): Markup =>
  markup`${text.split(/(?<=\d年)(?=[^度])|(?<=未说明|晚于期限|本站|经核查|公开日期|要求公开的|季度自查：)(?=.)/).map((part, n) => [n > 0 && joint, part])}`
const joint = markup`<wbr>`
