/** What changed since the inspection before, in sentences: for its page, the feed and the review. */
import type { Model } from '#model/model.ts'
import {
  type Appearance,
  compareWithPrevious,
  type Incompleteness,
  type InspectionComparison,
  type NotCompared,
  type RepeatedSubject,
} from '#model/inspection-comparison.ts'
import type { Inspection, IssueRecord } from '#model/dataset.ts'
import { Memoized } from '#model/memoized.ts'
import * as at from './addresses.ts'
import { areaChangeLine } from './change-words.ts'
import { inspectionHeading } from './inspection-names.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { inspectionViews } from './inspection-views.ts'
import { indicatorName } from './issue-cards.ts'
import { rowsOfInspection } from './ledger.ts'
import { channelName, type Link, unitLink, unitName } from './names.ts'

/** One statement, with links to what it speaks of. */
interface ChangeLine {
  readonly kind: 'rate' | 'repeated' | 'new' | 'newly-named' | 'settled' | 'not-compared'
  readonly text: string
  readonly links: readonly Link[]
  /** Whether it follows from the documents alone, so that it stays the same from day to day. */
  readonly isLasting: boolean
}

const compared = new Memoized<InspectionComparison | null>()

/** An inspection beside the one before it; null where there is none. */
export const comparisonOf = (model: Model, view: InspectedAreas): InspectionComparison | null =>
  compared.of(
    model.dataset,
    () =>
      compareWithPrevious(
        model.dataset,
        inspectionViews(model),
        view,
        ({ id }) => model.index.issuesByInspection.get(id) ?? [],
        (inspection) => rowsOfInspection(model, inspection),
      ),
    view.inspection.id,
  )

/** Every statement on what changed since the inspection before; empty where there is none. */
export function changeLines(model: Model, view: InspectedAreas): ChangeLine[] {
  const comparison = comparisonOf(model, view)
  if (comparison === null) return []
  return [...rateLines(comparison), ...findingLines(model, comparison), ...settledLines(comparison)]
}

/** The statements that follow from the documents alone, as texts. */
export const lastingChanges = (model: Model, view: InspectedAreas): string[] =>
  changeLines(model, view).flatMap(({ isLasting, text }) => (isLasting ? [text] : []))

const rateLines = ({ now, areas }: InspectionComparison): ChangeLine[] =>
  areas.flatMap((history) => {
    const line = areaChangeLine(history)
    const { area } = history.previous
    return line === null
      ? []
      : [
          {
            kind: 'rate',
            text: `${area.name}${line}。`,
            links: [
              { label: area.name, href: at.areaAnchor(now.id, area.id) },
              ...(history.comparable === null
                ? []
                : [
                    {
                      label: inspectionHeading(history.comparable.before),
                      href: at.areaAnchor(history.comparable.before.id, area.id),
                    },
                  ]),
            ],
            isLasting: true,
          },
        ]
  })

function findingLines(model: Model, comparison: InspectionComparison): ChangeLine[] {
  const { now, before, repeated, fresh, newlyNamed, incomplete, notCompared } = comparison
  const earlier = inspectionHeading(before)
  const appearances = (certainty: Appearance['certainty'], text: (count: number) => string) => {
    const some = fresh.filter((one) => one.certainty === certainty)
    return some.length === 0
      ? []
      : [
          {
            kind: 'new' as const,
            text: text(some.length),
            links: subjectLinks(model, now, some),
            isLasting: true,
          },
        ]
  }
  const units = newlyNamed.units
  const why = incomplete.map((one) => incompleteWords[one]).join('，')
  return [
    ...(repeated.length === 0
      ? []
      : [
          {
            kind: 'repeated' as const,
            text: `重复出现的问题${repeated.length}处：同一单位或账号的同类问题，${earlier}和本期都有。`,
            links: subjectLinks(model, now, repeated),
            isLasting: true,
          },
        ]),
    ...appearances(
      'stated',
      (count) => `新出现的问题${count}处：${earlier}没有指出这些单位或账号有同类问题。`,
    ),
    ...appearances(
      'recorded',
      (count) =>
        `不能判断是否新出现的问题${count}处：本站收录的${earlier}问题里没有，不等于当时没有。`,
    ),
    ...(units.length === 0
      ? []
      : [
          {
            kind: 'newly-named' as const,
            text:
              newlyNamed.certainty === 'stated'
                ? `新点名的单位${units.length}个：${earlier}没有点名。`
                : `不能判断是否新点名的单位${units.length}个：本站收录的${earlier}问题没有点名${why === '' ? '' : `，但那一期${why}`}。`,
            links: units.map((unit) => unitLink(model, unit)),
            isLasting: true,
          },
        ]),
    ...(notCompared.size === 0
      ? []
      : [
          {
            kind: 'not-compared' as const,
            text: `没有比较的问题：${[...notCompared].map(([reason, records]) => `${notComparedWords[reason]}的${records.length}项`).join('，')}。`,
            links: [],
            isLasting: true,
          },
        ]),
  ]
}

/** Why the earlier inspection may have found more than is recorded. */
const incompleteWords: Readonly<Record<Incompleteness, string>> = {
  sampled: '有的领域是抽查',
  'coverage-unknown': '有的领域没有写明是否全部检查',
  'open-ended': '有的问题没有列全单位',
  abridged: '来源有删节',
  'no-kind': '有的问题没有写明类别',
}

const notComparedWords: Readonly<Record<NotCompared, string>> = {
  'area-not-inspected': '上期没有检查这个领域',
  redefined: '检查指标的含义变了',
  'nobody-named': '没有写明单位或账号',
  'no-kind': '没有写明类别',
}

/** A link for each issue and kind, with all the units and accounts that it names. */
const subjectLinks = (
  model: Model,
  inspection: Inspection,
  subjects: readonly (RepeatedSubject & { readonly now: readonly IssueRecord[] })[],
): Link[] =>
  [
    ...Map.groupBy(subjects, ({ indicator, now }) =>
      JSON.stringify([now[0]?.id ?? '', indicator]),
    ).values(),
  ].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const names = same.map(({ unit, channel }) =>
      unit === null ? channelName(model, channel ?? '') : unitName(model, unit),
    )
    return [
      {
        label: `${names.join('、')}（${indicatorName(model, first.indicator, inspection)}）`,
        href: at.issuePage(first.now[0]?.id ?? ''),
      },
    ]
  })

function settledLines(comparison: InspectionComparison): ChangeLine[] {
  const { before, settled, withdrawn, open, carriedOver } = comparison
  const total = settled.length + withdrawn.length + open.length
  if (total === 0) return []
  const parts = [
    ...(settled.length === 0 ? [] : [`${settled.length}项次有办结、复核通过等记录`]),
    ...(withdrawn.length === 0 ? [] : [`${withdrawn.length}项次已撤销`]),
    ...(open.length === 0 ? [] : [`${open.length}项次没有办结记录`]),
  ]
  const carried =
    carriedOver.length === 0
      ? ''
      : `，其中${carriedOver.length}项次本期通报写明没有整改或者只整改了一部分`
  return [
    {
      kind: 'settled',
      text: `${inspectionHeading(before)}的问题按单位计${total}项次：${parts.join('，')}${carried}。${open.length === 0 ? '' : '没有记录不等于没有整改。'}`,
      links: [{ label: '逐项见整改台账', href: at.rectificationPage(before.id) }],
      isLasting: false,
    },
  ]
}
