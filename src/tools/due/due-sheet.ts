import { chineseDate } from '#model/calendar.ts'
import { stateOfDay } from '#model/deadline.ts'
import type { DueItem } from '#model/due-list.ts'
import type { Model } from '#model/model.ts'
import type { OpennessDay } from '#model/openness-days.ts'
import { unitsByTier } from '#model/unit-record.ts'
import { dueStateOf, dueTitle } from '#view/due-list.ts'
import { attributes, Markup, markup } from '#view/markup.ts'
import { opennessPassedWords } from '#view/openness-days.ts'
import { unitName } from '#view/names.ts'

/**
 * More duties than these do not fit beside the names; the rest are listed below the table. Those of the
 * ledgers share one column.
 */
const maxColumns = 4
/** With more rows than these, letters are smaller, so that sixty units fit on a sheet. */
const maxLargeRows = 34

/**
 * A printable sheet of who owes what: units down, the duties ahead across, each with its own clock, and
 * last what has passed. One HTML file without any other file, for A4: sixty units fit on one sheet. It
 * is for work inside the office, not part of the site.
 *
 * @param items the duties to show, in their order
 * @param days the days of the ledgers to show, the earliest first
 */
export function dueSheet(
  model: Model,
  items: readonly DueItem[],
  days: readonly OpennessDay[] = [],
): string {
  const { dataset, asOf } = model
  const duties = days.filter(({ what }) => what !== 'closes')
  const ledgerAhead = Map.groupBy(
    duties.filter(({ day }) => stateOfDay(day, asOf).state !== 'passed'),
    ({ unit }) => unit,
  )
  const hasLedger = ledgerAhead.size > 0
  const ahead = items.filter(({ state, units }) => state === 'due' && units.length > 0)
  const columns = ahead.slice(0, maxColumns - (hasLedger ? 1 : 0))
  const passed = passedByUnit(
    model,
    items.filter(({ state }) => state !== 'due'),
    duties.filter(({ day }) => stateOfDay(day, asOf).state === 'passed'),
  )
  const others = items.filter((item) => item.state === 'due' && !columns.includes(item))
  const owing = new Set([
    ...columns.flatMap(({ units }) => units.map(({ id }) => id)),
    ...ledgerAhead.keys(),
    ...passed.keys(),
  ])
  const tiers = unitsByTier(dataset)
    .map(({ label, units }) => ({ label, units: units.filter((id) => owing.has(id)) }))
    .filter(({ units }) => units.length > 0)
  const title = `${dataset.site.place}期限单（截至${chineseDate(asOf)}）`
  const heads = columns.map((item) => {
    const days = leftWords(item, asOf)
    return markup`<th scope="col" class="clock">${dueTitle(item)}<br><span>${item.last}前</span><br>${days}</th>`
  })
  if (hasLedger)
    heads.push(markup`<th scope="col" class="clock ledger">政务公开台账<br>最近的一项</th>`)
  const isPassed = passed.size > 0
  const rowOf = (id: string): Markup => {
    const cells = columns.map((item) => {
      const owes = item.units.some((unit) => unit.id === id)
      return markup`<td>${owes ? leftWords(item, asOf) : '—'}</td>`
    })
    if (hasLedger) cells.push(markup`<td>${ledgerWords(ledgerAhead.get(id) ?? [], asOf)}</td>`)
    const last = isPassed && markup`<td class="passed">${passed.get(id) ?? '—'}</td>`
    return markup`<tr><th scope="row">${unitName(model, id)}</th>${cells}${last}</tr>`
  }
  const bodies = tiers.map(
    ({ label, units }) =>
      markup`<tbody${attributes({ 'aria-label': label })}>${units.map(rowOf)}</tbody>`,
  )
  const table = markup`<table><thead><tr><th scope="col">单位</th>${heads}${isPassed && markup`<th scope="col" class="passed">期限已过</th>`}</tr></thead>${bodies}</table>`
  const lead =
    owing.size === 0
      ? '没有到期的，也没有期限已过、本站未收录的单位。'
      : `${owing.size}个单位有到期的，或者期限已过、本站没有收录到完成情况的事项。“—”：没有这一项，或者已经收录。`
  const rest =
    others.length > 0 &&
    markup`<p>其他事项：${others.map((item) => otherWords(model, item)).join('；')}。</p>`
  const note = `本站未收录不等于没有完成。主管机关在期限之后核查过的，才写“核查未公开”“核查时未见”和逾期，天数算到核查那天。${
    duties.length === 0 ? '' : '政务公开台账的事项只写最近的一项和件数，不逐项列出。'
  }`
  const look = `${owing.size > maxLargeRows ? 'small' : 'large'}${isPassed ? '' : ' clocks-only'}`
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${new Markup(styles)}
</style>
</head>
<body${attributes({ class: look })}>
<h1>${title}</h1>
<p>${lead}</p>
${owing.size > 0 && table}
${rest}
<p>${note}</p>
</body>
</html>
`.text
}

/** What a unit's ledger has ahead: 反馈还有5天，共3项. */
function ledgerWords(days: readonly OpennessDay[], asOf: string): string {
  const [first] = days
  if (first === undefined) return '—'
  const next = `${shortNames[first.what]}${leftWords({ last: first.day }, asOf)}`
  return days.length === 1 ? next : `${next}，共${days.length}项`
}

const shortNames: Readonly<Record<OpennessDay['what'], string>> = {
  closes: '征求意见',
  feedback: '反馈',
  gazette: '公报',
  report: '年报',
}

/** What each unit has let pass as far as is recorded, one after the other. */
function passedByUnit(
  model: Model,
  items: readonly DueItem[],
  days: readonly OpennessDay[],
): ReadonlyMap<string, Markup> {
  const entries = new Map<string, Markup[]>()
  for (const item of items)
    for (const unit of item.units) {
      const { overdue } = unit
      const what = item.record.deadline.period?.label ?? dueTitle(item)
      const entry =
        overdue === null
          ? markup`${what}：${dueStateOf(model, item, unit).label}`
          : markup`<b>${what}：${overdue.lookedOn}核查未公开，逾期${overdue.days}天</b>`
      entries.set(unit.id, [...(entries.get(unit.id) ?? []), entry])
    }
  for (const [unit, own] of Map.groupBy(days, ({ unit }) => unit)) {
    const { overdue, others } = opennessPassedWords(model, own)
    const entry = markup`台账：${overdue !== null && markup`<b>${overdue}</b>`}${overdue !== null && others !== null && '，'}${others}`
    entries.set(unit, [...(entries.get(unit) ?? []), entry])
  }
  return new Map(
    [...entries].map(([unit, all]) => [
      unit,
      markup`${all.map((entry, n) => [n > 0 && '；', entry])}`,
    ]),
  )
}

const leftWords = ({ last }: Pick<DueItem, 'last'>, asOf: string): string => {
  const { state, days } = stateOfDay(last, asOf)
  return state === 'today' ? '当日到期' : `还有${days}天`
}

/** 2025年1月15日前报送政府网站工作年度报表（各县（区）、功能区） */
function otherWords(model: Model, item: DueItem): string {
  const names = item.units.map(({ id }) => unitName(model, id))
  const { who_stated: stated = '文件未写明单位' } = item.record.deadline
  const who = names.length === 0 || names.length > 5 ? stated : names.join('、')
  return `${chineseDate(item.last)}前${dueTitle(item)}（${who}）`
}

const styles = `@page { size: A4; margin: 10mm 10mm 9mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 190mm; color: #000; background: #fff; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif }
@media screen { body { padding: 10mm } }
h1 { margin: 0 0 1mm; font-size: 13pt }
p { margin: 0 0 1.5mm; font-size: 8.5pt; line-height: 1.3 }
table { width: 100%; margin-bottom: 1.5mm; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
tbody { border-top: 1.2pt solid #000 }
th, td { border: .4pt solid #666; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { background: #eee; font-size: 8pt }
th:first-child { width: 38mm }
.clock { width: 21mm }
.ledger { width: 36mm }
.clocks-only .clock { width: auto }
td:not(.passed), span { white-space: nowrap }
.large :is(th, td) { padding: 1mm 1.5mm; font-size: 9.5pt; line-height: 1.3 }
.small :is(th, td) { padding: .15mm 1mm; font-size: 7.8pt; line-height: 1.15 }
body thead .clock { font-size: 8pt }
body thead .clock span { font-size: 7pt }`
