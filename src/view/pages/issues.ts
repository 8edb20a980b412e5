import { isMissing } from '#model/figure.ts'
import type { Model } from '#model/model.ts'
import { windowText } from '#model/window.ts'
import { chineseDate } from '#model/calendar.ts'
import { areasOfIssue, type Inspection, type IssueRecord } from '#model/dataset.ts'
import * as at from '../addresses.ts'
import { attachmentLinks } from '../attachment-links.ts'
import { correctionsIn } from '../corrections.ts'
import { withdrawnStatements } from '../former-pages.ts'
import {
  inspectionHeading,
  inspectionLabel,
  inspectionName,
  resultName,
} from '../inspection-names.ts'
import { issueCard } from '../issue-cards.ts'
import { issueFacets, issueFilters } from '../issue-filter.ts'
import { issueCuts, issueListGroups, type IssueListPage } from '../issue-lists.ts'
import { judgementWords } from '../issue-words.ts'
import { ledger, ledgerRows, ledgerTable, repeatLines, rowsOfInspection } from '../ledger.ts'
import { areaName, areaNamesOf, noArea } from '../names.ts'
import { outcomeFact } from '../openness-outcome.ts'
import { ledgerSentence } from '../sentences.ts'
import { datedWords, dayOfDocument, documentOf, sourceOf } from '../sources.ts'
import { statementViews } from '../statement-views.ts'

/** A page of a list of issues, with links to the other lists. */
export function issueListView(model: Model, { list }: { readonly list: IssueListPage }) {
  const { title, lead, records, filtered, count, pages } = list
  return {
    title,
    lead,
    cuts: issueCuts(model),
    filter: filtered ? { filters: issueFilters(model), count, whole: pages === 1 } : null,
    groups: issueListGroups(model, records).map(({ inspection, areas }) => ({
      id: inspection.id,
      title: inspectionHeading(inspection),
      more: { label: `本期${resultName(inspection)}`, href: at.inspectionPage(inspection.id) },
      areas: areas.map(({ name, records: some }) => ({
        name,
        cards: some.map((record) => ({
          ...issueCard(model, record),
          day: datedWords(inspection),
          facets: issueFacets(model, record),
        })),
      })),
    })),
  }
}

export function issueView(model: Model, { record }: { readonly record: IssueRecord }) {
  const { issue, inspection, id } = record
  const card = issueCard(model, record)
  const areas = areasOfIssue(issue)
  const area = areaNamesOf(model, issue)
  const { label } = inspection.period
  const rows = ledgerRows(model, record)
  /** The severity is shown as the site's classification only when it comes from an indicator. */
  const classed = card.indicators.length > 0 && issue.severity !== 'not-stated'
  const span = windowText(issue.window)
  return {
    title: issue.text,
    lead: `${inspectionName(inspection, '通报')}${areas.some(isMissing) ? '' : `在${area}方面`}提出的问题。`,
    facts: [
      { label: '编号', value: id },
      { label: '检查期', value: { label, href: at.inspectionPage(inspection.id) } },
      { ...dayOfDocument(inspection), searched: false },
      { label: '来源', value: documentOf(model, inspection), searched: false },
      {
        label: '领域',
        value: areas.some(isMissing)
          ? noArea
          : areas.map((one) => ({
              label: areaName(model, one),
              href: at.areaAnchor(inspection.id, one),
            })),
      },
      {
        label: '单位',
        value: card.units.length > 0 ? card.units : (card.unitsMissing ?? ''),
        suffix: card.unitsSuffix,
      },
      ...(card.channels.length > 0 ? [{ label: '网站或账号', value: card.channels }] : []),
      ...(card.indicators.length > 0 ? [{ label: '检查指标', value: card.indicators }] : []),
      ...(issue.problem === undefined || issue.problem === issue.text
        ? []
        : [{ label: '问题类型', value: issue.problem }]),
      ...(span === null ? [] : [{ label: '起止', value: span }]),
      { label: '定性', value: judgementWords(issue, inspection, classed) },
      ...card.figures,
      ...(issue.remark === undefined ? [] : [{ label: '备注', value: issue.remark }]),
      ...originFacts(model, record),
    ],
    source: sourceOf(model, inspection, `issues.${id}`),
    table: ledgerTable(model, rows, 'unit'),
    /** Without a duty to report, the table would only repeat the steps below it. */
    isRepeated: rows.every(({ events, duty }) => events.length > 0 && duty === null),
    /** Nobody was asked to rectify an issue without rows. */
    isFollowed: rows.length > 0,
    isRecorded: rows.some(({ events, duty }) => events.length > 0 || duty !== null),
    steps: card.steps,
    statements: statementViews(model, rows),
    withdrawn: withdrawnStatements(model, id),
    repeats: repeatLines(model, record),
    corrections: correctionsIn(model, `inspections/${inspection.id}`, `issues.${id}`),
  }
}

/** What proposed the issue before a person confirmed it, and the evidence that is public. */
function originFacts(model: Model, record: IssueRecord) {
  const {
    issue: { origin },
    inspection,
  } = record
  if (origin === undefined) return []
  const { evidence = [] } = origin
  const value = `${origin.from}：${origin.measured}。由程序提示，经人工确认。`
  const links = attachmentLinks(model, [inspection.id], evidence)
  const outcome = outcomeFact(model, record)
  return [
    { label: '来由', value },
    ...(links.length === 0 ? [] : [{ label: '依据', value: links }]),
    ...(outcome === null ? [] : [outcome]),
  ]
}

/** The ledger of one inspection. */
export function rectificationView(
  model: Model,
  { inspection }: { readonly inspection: Inspection },
) {
  const rows = rowsOfInspection(model, inspection)
  return {
    title: inspectionName(inspection, '整改台账'),
    lead: ledgerSentence(rows),
    table: rows.length === 0 ? null : ledgerTable(model, rows, 'both'),
    links:
      rows.length === 0
        ? [{ label: inspectionName(inspection, '结果'), href: at.inspectionPage(inspection.id) }]
        : [],
    statements: statementViews(model, rows, true),
  }
}

export function rectificationListView(model: Model) {
  const inspections = model.dataset.inspections
    .map((inspection) => ({ inspection, rows: rowsOfInspection(model, inspection) }))
    .filter(({ rows }) => rows.length > 0)
    .reverse()
    .map(({ inspection, rows }) => ({ inspection, rows, open: rows.filter(({ open }) => open) }))
  return {
    lead: ledgerSentence(ledger(model).rows),
    rows: inspections.map(({ inspection, rows, open }) => [
      { label: inspectionLabel(inspection), href: at.rectificationPage(inspection.id) },
      String(rows.length),
      String(rows.length - open.length),
      String(open.length),
    ]),
    left: inspections
      .filter(({ open }) => open.length > 0)
      .map(({ inspection, open }) => ({
        id: inspection.id,
        label: inspectionLabel(inspection),
        table: ledgerTable(model, open, 'both'),
      })),
    asOf: chineseDate(model.asOf),
  }
}
