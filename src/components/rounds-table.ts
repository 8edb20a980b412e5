import { markup, type Markup } from '#view/markup.ts'
import { circled, type RoundCell, type unitRoundsView } from '#view/pages/unit-rounds.ts'
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
      markup`<tr data-filtered data-tier="${tier}" data-unit="${unit.label}"><th scope="row">${linkMarkup(unit)}</th>${cells.map(cellOf)}</tr>`,
  )
  return markup`<caption>${caption}</caption><thead><tr><th scope="col">单位</th>${heads}</tr></thead><tbody>${body}</tbody>`
}

function cellOf({ issues, isNamed, counting, alert, reports }: RoundCell): Markup {
  const count = isNamed ? markup`<b>${issues}</b>` : broken(issues)
  const counted =
    counting === null ? null : alert ? markup` <em>${counting}</em>` : markup` ${counting}`
  const states = reports.map(({ text, alert: late }) =>
    late ? markup` <i><em>${broken(text)}</em></i>` : markup` <i>${broken(text)}</i>`,
  )
  return markup`<td>${count}${counted}${states}</td>`
}

/** A narrow column breaks these words only where they have a joint: 2024年|第四季度, 晚于期限|公开. */
const broken = (text: string): Markup =>
  markup`${text.split(/(?<=\d年)(?=[^度])|(?<=[①-⑳]|未说明|晚于期限|本站|经核查|公开日期)(?=.)/).map((part, n) => [n > 0 && joint, part])}`
const joint = markup`<wbr>`
