import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { unitsOfIssue } from '#model/dataset.ts'
import { isMissing, missingWords } from '#model/figure.ts'
import { type IndicatorHistory, indicatorHistories } from '#model/indicator-record.ts'
import { Memoized } from '#model/memoized.ts'
import { medianOf, sortedSettlementDays } from '#model/settlement.ts'
import { unitsByTier } from '#model/unit-record.ts'
import * as at from '../addresses.ts'
import { inspectionName } from '../inspection-names.ts'
import { ledger, stateOf } from '../ledger.ts'
import { areaName, type Link, unitLink } from '../names.ts'

const histories = new Memoized<readonly IndicatorHistory[]>()

/** Every indicator with what is recorded under it, in the order of the catalogues. */
export const indicatorsOf = (model: Model): readonly IndicatorHistory[] =>
  histories.of(model, () => indicatorHistories(model.dataset, model.index, ledger(model)))

export const indicatorKinds = {
  veto: '单项否决',
  deduction: '扣分',
  bonus: '加分',
  ordinary: '一般问题',
} as const

/** The name with the area, because areas share names; with the id where that does not tell them apart. */
export function indicatorTitle(model: Model, { id, indicator }: IndicatorHistory): string {
  const same = indicatorsOf(model).some(
    (other) =>
      other.id !== id &&
      other.indicator.name === indicator.name &&
      other.indicator.area === indicator.area,
  )
  const more = same ? `，${id}` : ''
  return `${indicator.name}（${areaName(model, indicator.area)}检查指标${more}）`
}

/** Every indicator with its counts: which kinds of problems come up again. */
export function indicatorListView(model: Model) {
  const all = indicatorsOf(model)
  const used = all.filter(({ issues }) => issues.length > 0)
  const total = model.dataset.inspections.length
  const names = Map.groupBy(used, ({ indicator }) => indicator.name)
  const shortTitle = (one: IndicatorHistory): string =>
    (names.get(one.indicator.name)?.length ?? 0) > 1
      ? indicatorTitle(model, one)
      : one.indicator.name
  const isOpen = ({ rows }: IndicatorHistory): boolean => rows.some(({ open }) => open)
  const again = used.filter(({ rounds }) => rounds.length > 1).length
  return {
    title: '检查指标',
    lead:
      used.length === 0
        ? '本站收录的各期通报没有写明问题属于哪项检查指标。'
        : `本站收录的${total}期通报提出的问题涉及${used.length}项检查指标${total > 1 ? `，其中${again}项在两期以上提出过` : ''}。各期检查的范围不同，没有提出不等于没有。`,
    columns: [
      { label: '检查指标' },
      { label: '提出过', unit: '期', number: true },
      { label: '问题', unit: '项', number: true },
      { label: '点名单位', unit: '个', number: true },
      { label: '尚无办结记录', unit: '项次', number: true },
      { label: '领域', whole: true },
      { label: '类别', whole: true },
    ],
    /** Those with open issues first; a long list of the others is folded. */
    groups: (
      [
        ['有问题尚无办结记录的', used.filter(isOpen)],
        ['其他提出过的', used.filter((one) => !isOpen(one))],
      ] as const
    )
      .filter(([, some]) => some.length > 0)
      .map(([title, some]) => ({
        title: `${title}（${some.length}项）`,
        rows: some.map((one) => [
          { label: shortTitle(one), href: at.indicatorPage(one.id) },
          String(one.rounds.length),
          String(one.issues.length),
          unitCount(one.issues),
          String(one.rows.filter(({ open }) => open).length),
          areaName(model, one.indicator.area),
          indicatorKinds[one.indicator.kind],
        ]),
      })),
    unused: all
      .filter(({ issues }) => issues.length === 0)
      .map((one): Link => ({ label: indicatorTitle(model, one), href: at.indicatorPage(one.id) })),
  }
}

/** One indicator: what it means, how often it was raised, for which units, and what became of it. */
export function indicatorView(model: Model, { history }: { readonly history: IndicatorHistory }) {
  const { indicator, versions, rounds, issues, units, rows } = history
  const total = model.dataset.inspections.length
  const open = rows.filter((row) => row.open)
  const counts = new Map(units.map(({ unit, rounds: count }) => [unit, count]))
  return {
    title: indicatorTitle(model, history),
    lead:
      issues.length === 0
        ? `本站收录的各期通报没有写明属于“${indicator.name}”的问题；没有写明不等于没有。`
        : `本站收录的${total}期通报中，${rounds.length}期提出“${indicator.name}”的问题，共${issues.length}项。各期检查的范围不同，没有提出不等于没有。`,
    facts: [
      { label: '领域', value: areaName(model, indicator.area) },
      { label: '类别', value: indicatorKinds[indicator.kind] },
      ...(indicator.meaning === undefined ? [] : [{ label: '含义', value: indicator.meaning }]),
      ...Object.entries(indicator.thresholds ?? {}).map(([what, { value, unit, note }]) => ({
        label: what,
        value: `${value}${unit}${note === undefined ? '' : `（${note}）`}`,
      })),
      ...versions.map(({ catalogue, indicator: version }) => ({
        label: '目录',
        value: versionWords(catalogue, version),
      })),
    ],
    rounds: {
      columns: [
        { label: '检查期' },
        { label: '问题', unit: '项', number: true },
        { label: '计入合格率', unit: '项', number: true },
        { label: '点名单位', unit: '个', number: true },
      ],
      rows: rounds.map(({ inspection, issues: own }) => [
        { label: inspectionName(inspection, '结果'), href: at.inspectionPage(inspection.id) },
        String(own.length),
        String(own.filter(({ issue }) => issue.counts_in_rate === true).length),
        unitCount(own),
      ]),
    },
    units: unitsByTier(model.dataset)
      .map(({ label, units: own }) => ({
        label,
        value: own
          .filter((unit) => counts.has(unit))
          .map((unit) => {
            const { label: name, href } = unitLink(model, unit)
            const count = counts.get(unit) ?? 0
            return { label: count > 1 ? `${name}（${count}期）` : name, href }
          }),
      }))
      .filter(({ value }) => value.length > 0),
    settled: settledSentence(history),
    open: open.map((row) => ({
      label: `${row.record.issue.text}（${row.record.id}）`,
      href: at.issuePage(row.record.id),
      note: [row.unit === null ? '' : unitLink(model, row.unit).label, stateOf(model, row).label]
        .filter((part) => part !== '')
        .join('，'),
    })),
  }
}

/** How many units the issues name; the reason where they name none. */
function unitCount(issues: IndicatorHistory['issues']): string {
  const named = unitsIn(issues)
  const [reason] = issues.flatMap(({ issue: { units } }) => (isMissing(units) ? [units] : []))
  return named.size === 0 && reason !== undefined ? missingWords[reason] : String(named.size)
}

const unitsIn = (issues: IndicatorHistory['issues']): ReadonlySet<string> =>
  new Set(issues.flatMap(({ issue }) => unitsOfIssue(issue)))

/** 示例目录（2015年1月1日起），单项否决，依据：…… */
function versionWords(
  {
    title,
    source,
    valid_from: from,
    valid_to: to,
  }: IndicatorHistory['versions'][number]['catalogue'],
  version: IndicatorHistory['indicator'],
): string {
  const days = [
    ...(from === undefined ? [] : [`${chineseDate(from)}起`]),
    ...(to === undefined ? [] : [`到${chineseDate(to)}为止`]),
  ].join('，')
  const parts = [
    `${title}${days === '' ? '' : `（${days}）`}`,
    indicatorKinds[version.kind],
    `依据：${version.source ?? source}`,
    ...(version.verified ? [] : ['尚未与正式文件逐字核对']),
  ]
  return parts.join('，')
}

/** How long it took to settle issues, only where both dates are recorded; null without rows. */
function settledSentence({ rows }: IndicatorHistory): string | null {
  if (rows.length === 0) return null
  const done = rows.filter(({ open, state }) => !open && state.state !== 'withdrawn').length
  const days = sortedSettlementDays(rows)
  const [shortest] = days
  const longest = days.at(-1)
  const median = medianOf(days)
  const parts = [
    `整改台账登记${rows.length}项次，有办结、复核通过等记录的${done}项次`,
    ...(median === null || shortest === undefined || longest === undefined
      ? []
      : [
          days.length === 1
            ? `通知和办结日期都有记录的1项次，用了${median}天`
            : `通知和办结日期都有记录的${days.length}项次，从通知到办结中位数${median}天，最短${shortest}天，最长${longest}天`,
        ]),
  ]
  return `${parts.join('；')}。本站未收录不等于未整改。`
}
