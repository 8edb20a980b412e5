import { checklistOf } from '#model/checklist.ts'
import type { Dataset, Inspection, IssueRecord } from '#model/dataset.ts'
import type { DataAsOf } from '#model/model.ts'
import { labelOfPeriod, type ReportSubject } from '#model/report-periods.ts'
import { toFill } from '#messages/unfinished.ts'
import type { Deadline } from '#schema/deadline.ts'
import { officeOpenness, unitOpenness } from '#schema/openness.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { selfInspection } from '#schema/self-inspection.ts'
import { opennessChecklist, opennessChecklistTitle } from '#view/openness-checklist.ts'
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
 * names and a checklist of the last inspection's findings, and of what looks at the ledgers until `asOf`
 * did not find, as on the pages of that day.
 */
export function newSelfInspection(
  model: DataAsOf,
  period: string,
  unit: string,
  heads: readonly string[],
): string {
  const { dataset, index } = model
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
        : checklist(model, order.inspection)),
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

/** A draft of a unit's ledger of a year, with one document and one consultation to begin with. */
export function newLedger(
  { name }: { readonly name: string },
  year: string,
  unit: string,
  heads: readonly string[],
): string {
  return commentedYaml({
    head: [
      ...heads,
      `${name}${year}年政策文件和征求意见台账。`,
      leftToFill,
      '一份文件、一次征求意见写一段，照第一段往下加；编号公开以后不再改。',
    ],
    schema: unitOpenness,
    value: {
      policies: {
        [`${year}-${unit}-01`]: {
          title: toFill,
          number: toFill,
          kind: toFill,
          disclosure: toFill,
          published: toFill,
          url: toFill,
          interpretation: {
            items: [{ title: toFill, form: toFill, published: toFill, url: toFill }],
          },
        },
      },
      consultations: {
        [`${year}-${unit}-c1`]: {
          title: toFill,
          kind: toFill,
          opened: toFill,
          closes: toFill,
        },
      },
      annual_report: { year: Number(year), published: toFill },
    },
    notes: new Map([
      ['policies', '当年没有文件的，这一段整个删去'],
      ['consultations', '当年没有征求意见的，这一段整个删去'],
      ['annual_report', '还没有公布的，这一段整个删去'],
    ]),
  })
}

/** A draft of the office's file of a year: the documents that units list are left to be judged. */
export function newLedgerReview(
  { openness }: Pick<Dataset, 'openness'>,
  year: string,
  heads: readonly string[],
): string {
  const ledgers = Object.entries(openness[year] ?? {})
  const ids = ledgers.flatMap(([, { policies = {} }]) => Object.keys(policies))
  return commentedYaml({
    head: [
      ...heads,
      `${year}年政务公开台账的核查和判断。`,
      leftToFill,
      '没有核查的单位、没有判断的文件，整行删去；页面写“尚未核查”“尚未判断”。',
      '填了核查日期，台账里没有的解读、反馈、公报、年度报告，到期的，页面写“核查时未见”：先请单位补全，核对以后再填。',
    ],
    schema: officeOpenness,
    value: present({
      units:
        ledgers.length === 0
          ? undefined
          : Object.fromEntries(ledgers.map(([unit]) => [unit, { looked_on: toFill }])),
      judgements:
        ids.length === 0
          ? undefined
          : Object.fromEntries(ids.map((id) => [id, { owes: toFill, reason: toFill }])),
      gazette: { from: [toFill] },
      annual_reports: { departments: [toFill], governments: [toFill] },
    }),
  })
}

/** The documents that nobody has judged and the units without a look, as lines for the office's file. */
export function leftInReview(
  { openness, opennessOffice, units }: Pick<Dataset, 'openness' | 'opennessOffice' | 'units'>,
  year: string,
): string {
  const { judgements = {}, units: looks = {} } = opennessOffice[year] ?? {}
  const ledgers = Object.entries(openness[year] ?? {})
  const nameOf = (unit: string): string => units[unit]?.name ?? unit
  const documents = ledgers.flatMap(([unit, { policies = {} }]) =>
    Object.entries(policies)
      .filter(([id]) => !Object.hasOwn(judgements, id))
      .map(
        ([id, { title }]) =>
          `  ${id}: { owes: ${toFill}, reason: ${toFill} } # ${nameOf(unit)}：${title}`,
      ),
  )
  const unseen = ledgers
    .filter(([unit]) => looks[unit]?.looked_on === undefined)
    .map(([unit]) => `  ${unit}: { looked_on: ${toFill} } # ${nameOf(unit)}`)
  return [
    ...(documents.length === 0
      ? []
      : [
          `还没有判断的文件${documents.length}件，判断以后照这样写到 judgements 下面：`,
          ...documents,
        ]),
    ...(unseen.length === 0
      ? []
      : [`还没有核查的单位${unseen.length}个，核对以后照这样写到 units 下面：`, ...unseen]),
  ].join('\n')
}

/** The findings of the last inspection as a checklist; empty when it found nothing. */
function checklist(model: DataAsOf, inspection: Inspection): string[] {
  const { dataset, index } = model
  const areas = checklistOf(dataset, index, inspection)
  const ofLedgers = opennessChecklist(model, inspection)
  if (areas.length === 0 && ofLedgers === null) return []
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
  const others =
    ofLedgers === null
      ? []
      : [
          opennessChecklistTitle,
          ...ofLedgers.points.map(({ name, text }) => `  - ${name}：${text}`),
        ]
  return [
    '',
    `自查清单（${inspection.period.label}检查发现的问题，逐项对照）：`,
    ...lines,
    ...others,
  ]
}
