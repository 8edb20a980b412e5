import type { Inspection } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { groupOf, registerGroups } from '#model/register.ts'
import { type RoundGroup, roundGroups, type UnitRound } from '#model/unit-rounds.ts'
import { unitsByTier } from '#model/unit-record.ts'
import { Memoized } from '#model/memoized.ts'
import * as at from '../addresses.ts'
import { inspectionLabel } from '../inspection-names.ts'
import { unitName } from '../names.ts'
import { briefStateWords } from '../register-words.ts'
import { gapWords } from '../tables/table.ts'

/** The rounds of inspection beside the units; empty on a site with one round. */
export const roundGroupsOf = ({ dataset, index, asOf }: Model): readonly RoundGroup[] =>
  roundGroups(dataset, index, asOf)

const title = '各单位历次检查情况'

/** The title of the page of an office, counted from 1; it names the office where there are several. */
export function unitRoundsTitle(model: Model, number: number): string {
  const groups = roundGroupsOf(model)
  const offices = new Set(groups[number - 1]?.inspections.map(({ issuer }) => issuer))
  return groups.length < 2 ? title : `${title}（${[...offices].join('、')}）`
}

/** All units beside all rounds of an office, in the order of the roster, the newest round first. */
export function unitRoundsView(model: Model, number: number) {
  const group = roundGroupsOf(model)[number - 1]
  if (group === undefined) throw new Error(`no rounds ${number}`)
  const { dataset } = model
  const rounds = group.inspections.toReversed()
  const known = new Set(group.units)
  const others = roundGroupsOf(model).map((_group, n) => n + 1)
  return {
    title: unitRoundsTitle(model, number),
    lead: `${group.units.length}个单位在${rounds.length}次检查中被点名的问题数和自查公开情况。按名录排列，不是排名。`,
    caption: `${group.units.length}个单位的历次检查情况，最近的一期在前`,
    columns: rounds.map((inspection) => ({
      label: inspectionLabel(inspection),
      href: at.inspectionPage(inspection.id),
      reports: ordersOf(model, inspection),
    })),
    rows: group.units.map((unit) => ({
      tier: dataset.units[unit]?.tier ?? '',
      unit: { label: unitName(model, unit), href: at.unitHistory(unit) },
      cells: rounds.map((inspection) =>
        roundCell(group.cell(unit, inspection), ordersOf(model, inspection)),
      ),
    })),
    tiers: unitsByTier(dataset)
      .map(({ tier, label, units }) => ({
        id: tier,
        label,
        count: units.filter((unit) => known.has(unit)).length,
      }))
      .filter(({ count }) => count > 0),
    whole: dataset.roster === 'partial' ? '本站收录' : '共',
    others:
      others.length < 2
        ? []
        : others
            .filter((other) => other !== number)
            .map((other) => ({
              label: unitRoundsTitle(model, other),
              href: at.unitRounds(other),
            })),
  }
}

interface OrderedPeriod {
  readonly id: string
  readonly label: string
}

const ordered = new Memoized<ReadonlyMap<string, readonly OrderedPeriod[]>>()

/** The periods of which a document orders self-inspections. */
export function ordersOf({ index }: Model, { id }: Inspection): readonly OrderedPeriod[] {
  const byInspection = ordered.of(index, () => {
    const groups = Map.groupBy(index.orders, ([, { inspection }]) => inspection.id)
    return new Map(
      [...groups].map(([inspection, orders]) => [
        inspection,
        orders.map(([period, { deadline }]) => ({
          id: period,
          label: deadline.period?.label ?? period,
        })),
      ]),
    )
  })
  return byInspection.get(id) ?? []
}

export interface RoundCell {
  /** 3项, or why the document names no problem. */
  readonly issues: string
  readonly isNamed: boolean
  /** 计入1项; none where the document does not say what counts. */
  readonly counting: string | null
  readonly alert: boolean
  readonly reports: readonly RoundReport[]
}

/** A report that a round orders. */
interface RoundReport {
  /** ① and so on, where the round orders several. */
  readonly sign: string
  /** The period that the report is about, which is not that of the round. */
  readonly period: string
  readonly isRequired: boolean
  readonly state: string
  readonly alert: boolean
}

/** One unit in one round, in few words. */
export function roundCell(
  { issues, counting, countingNotStated: open, unnamed, reports }: UnitRound,
  orders: readonly { readonly id: string; readonly label: string }[],
): RoundCell {
  return {
    issues: unnamed === null ? `${issues.length}项` : gapWords[unnamed],
    isNamed: unnamed === null,
    counting: unnamed === null ? countingWords(issues.length, counting, open) : null,
    alert: counting > 0,
    reports: orders.map(({ id, label }, n) => {
      const found = reports.find(({ register }) => register.period === id)
      const group = found === undefined ? null : groupOf(found.row.status)
      return {
        sign: orders.length > 1 ? circled(n) : '',
        period: label,
        isRequired: group !== null,
        state: found === undefined ? '没有要求' : briefStateWords(found.row.status),
        alert: group === 'overdue',
      }
    }),
  }
}

function countingWords(issues: number, counting: number, open: number): string {
  if (open === issues) return '是否计入未写明'
  return open === 0 ? `计入${counting}项` : `计入${counting}项，${open}项未写明`
}

/** 要求公开的2024年第四季度自查：the period of a report, where nothing else says it. */
export const reportOf = ({ period }: Pick<RoundReport, 'period'>): string =>
  `要求公开的${period}自查：`

/** ① for the first: tells the reports of a round apart in its head and its cells. */
export const circled = (n: number): string => String.fromCodePoint(0x2460 + n)

/** What the words in the cells mean, and from what they follow. */
export const roundTerms: readonly { readonly label: string; readonly value: string }[] = [
  { label: '几项、计入几项', value: '该期通报点名这个单位的问题，其中计入合格率的。' },
  {
    label: gapWords['not-inspected'],
    value: '这个单位当时已经撤并，或者该期各领域的数字都不包括它。',
  },
  {
    label: gapWords['inspection-not-stated'],
    value: '有的领域是抽查，或者文件没有写明检查范围，不知道查没查到它。',
  },
  {
    label: gapWords['list-open'],
    value:
      '全部检查，但是文件写“等单位”、没有写明是谁、有删节，或者不合格数多于写明的，不能说没有它。',
  },
  {
    label: gapWords['not-named'],
    value: '全部检查，有问题的单位都写明了，没有它。',
  },
  {
    label: '自查',
    value: `该期通报要求公开的自查整改报告，到截至日期的状态；报告属于哪一期，写在列首，有几份的用①②区分。“${registerGroups.pending.label}”是期限已过或者没有写明日期的，不等于没有公开；主管机关核查过，才写“${registerGroups.overdue.label}”。`,
  },
]
