import { checklistOf } from '#model/checklist.ts'
import type { Dataset, Index, Inspection, IssueRecord } from '#model/dataset.ts'
import { labelOfPeriod, type ReportSubject } from '#model/report-periods.ts'
import { toFill } from '#messages/unfinished.ts'
import type { Deadline } from '#schema/deadline.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { selfInspection } from '#schema/self-inspection.ts'
import { present } from './blank.ts'
import { commentedYaml } from './commented-yaml.ts'

const leftToFill = `凡是写着“${toFill}”的地方都要填写，没有这一项的整行删去；填好后运行 npm run check。`

/** The fields of a unit's report that follow from the order alone. */
export const draftReport = (
  name: string,
  { period, areas }: Pick<Deadline, 'areas'> & { period?: { readonly label: string } | undefined },
  subject: ReportSubject = '自查整改',
) => ({
  title: `${name}${period?.label ?? ''}${subject}情况`,
  ...(areas === undefined ? {} : { areas }),
})

/**
 * A draft of a unit's report for a period. If a document orders it, it has the areas that the order
 * names and a checklist of the last inspection's findings.
 */
export function newSelfInspection(
  dataset: Dataset,
  index: Index,
  period: string,
  unit: string,
  heads: readonly string[],
): string {
  const name = dataset.units[unit]?.name ?? unit
  const order = index.orders.get(period)
  const { title, areas } =
    order === undefined
      ? draftReport(name, { period: { label: labelOfPeriod(dataset, index, period) } }, '自查')
      : draftReport(name, order.deadline)
  return commentedYaml({
    head: [
      ...heads,
      `${title}。`,
      leftToFill,
      ...(order === undefined
        ? ['标题照报告写；报告叫“自查整改情况”的，照写“自查整改情况”。']
        : checklist(dataset, index, order.inspection)),
    ],
    schema: selfInspection,
    value: present({
      title,
      published: toFill,
      address: order === undefined ? toFill : undefined,
      areas,
      summary: toFill,
      problems: [{ problem: toFill, measure: toFill, result: toFill }],
      outlook: toFill,
    }),
    notes: new Map([['problems', '没有发现问题的，这一段整个删去']]),
  })
}

/** A draft of a unit's statement on an issue that names it. */
export function newRectification(
  { name }: { readonly name: string },
  { id, issue }: IssueRecord,
  heads: readonly string[],
): string {
  return commentedYaml({
    head: [...heads, `${name}对问题 ${id} 的整改说明。`, `问题：${issue.text}`, leftToFill],
    schema: rectificationStatement,
    value: { on: toFill, statement: toFill, measures: [toFill] },
  })
}

/** The findings of the last inspection as a checklist; empty when it found nothing. */
function checklist(dataset: Dataset, index: Index, inspection: Inspection): string[] {
  const areas = checklistOf(dataset, index, inspection)
  if (areas.length === 0) return []
  const lines = areas.flatMap(({ area, points }) => [
    dataset.site.areas[area]?.name ?? area,
    ...points.map(({ indicators, problem, texts }) => {
      const names = indicators.map((id) => index.indicators.get(id)?.indicator.name ?? id)
      const kinds = names.length > 0 ? names : problem === null ? [] : [problem]
      const kind = kinds.join('、')
      const words = [kind, texts.filter((text) => text !== kind).join('；')].filter(Boolean)
      return `  - ${words.length === 0 ? '其他问题' : words.join('：')}`
    }),
  ])
  return ['', `自查清单（${inspection.period.label}检查发现的问题，逐项对照）：`, ...lines]
}
