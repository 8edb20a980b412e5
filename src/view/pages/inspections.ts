import { authoredFile } from '#schema/authored-files.ts'
import type { Model } from '#model/model.ts'
import { annualTitle } from '#model/annual.ts'
import { mainRate, measureViews } from '#model/area.ts'
import { checklistOf } from '#model/checklist.ts'
import { byDue, type Inspection } from '#model/dataset.ts'
import { rateText } from '#model/rate.ts'
import { licenceText } from '#model/terms.ts'
import type { FollowUp } from '#schema/inspection.ts'
import * as at from '../addresses.ts'
import { formsByYear } from '../annual/form.ts'
import { appendixTable } from '../appendix-table.ts'
import { areaFigure, documentFigures, figuresComeFirst, generalFigures } from '../area-figures.ts'
import { attachmentLinks } from '../attachment-links.ts'
import { groupDetails, measureFact, rateRows } from '../block-tables.ts'
import { areaCharts, issueCharts } from '../charts/charts.ts'
import { ratesChart, trendCharts } from '../charts/trend-charts.ts'
import type { ChartDescription } from '../charts/description.ts'
import { compositionChart } from '../charts/inspection-charts.ts'
import { correctionsIn } from '../corrections.ts'
import { commitWords, spanWords } from '../date-words.ts'
import { deadlineLine } from '../deadline-lines.ts'
import { termsOfRound } from '../glossary.ts'
import { inspectionHeading, inspectionName, issuersOf } from '../inspection-names.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { inspectionViews, issuesInView } from '../inspection-views.ts'
import { indicatorName, issueCard } from '../issue-cards.ts'
import { issueGroupTables } from '../issue-groups.ts'
import { answerWords } from '../issue-words.ts'
import { rowsOfInspection } from '../ledger.ts'
import { opennessChecklist, opennessChecklistTitle } from '../openness-checklist.ts'
import { areaName, channelLink, dated, documentRows, known, unitLink } from '../names.ts'
import { opennessTitle } from '../openness-words.ts'
import { inspectionSentence } from '../sentences.ts'
import { datedWords, sourceOf, titleOfBulletin } from '../sources.ts'
import { changeLines, comparisonOf } from '../what-changed.ts'

export function inspectionListView(model: Model) {
  const all = [...inspectionViews(model)].reverse()
  // Other activities, such as evaluations and months of letters, have other rates and their own
  // table.
  const [checked, others] = [
    all.filter(({ inspection }) => inspection.activity === undefined),
    all.filter(({ inspection }) => inspection.activity !== undefined),
  ]
  return {
    lead: `本站收录${all.length}期检查结果。每期的检查范围和分母可能不同，比较时请看分数。`,
    chart: ratesChart(model),
    tables: [
      { caption: '各期检查结果', ...resultTable(model, checked) },
      {
        caption: checked.length === 0 ? '各期检查结果' : '考评、清理等其他文件',
        ...resultTable(model, others),
      },
    ].filter(({ rows }) => rows.length > 0),
    trends: trendCharts(model).length === 0 ? null : at.trends,
    years: [...formsByYear(model).keys()]
      .reverse()
      .map((year) => ({ label: annualTitle(year), href: at.annualPage(year) })),
  }
}

/**
 * A table of some documents, with a column for each area in which at least one of them has a rate.
 */
function resultTable({ dataset }: Model, some: readonly InspectedAreas[]) {
  const rated = Object.keys(dataset.site.areas).filter((id) =>
    some.some(({ areas }) => areas.find((area) => area.id === id)?.rates.length),
  )
  return {
    columns: [
      { label: '检查期' },
      ...rated.map((id) => ({ label: dataset.site.areas[id]?.name ?? id, number: true })),
      { label: '问题', unit: '项', number: true },
      { label: '日期', whole: true },
    ],
    rows: some.map(({ inspection, areas }) => [
      { label: inspectionHeading(inspection), href: at.inspectionPage(inspection.id) },
      ...rated.map((id) => {
        const area = areas.find((one) => one.id === id)
        const rate = area === undefined ? undefined : (mainRate(area) ?? area.rates[0])
        if (rate === undefined) return area === undefined ? '没有这一项' : '没有比率'
        return `${rate.name === 'passed' ? '' : rate.label}${rateText(rate)}`
      }),
      String(Object.keys(inspection.issues ?? {}).length),
      datedWords(inspection),
    ]),
  }
}

interface Props {
  readonly view: InspectedAreas
}

export function inspectionView(model: Model, { view }: Props) {
  const { inspection, areas } = view
  const { index, committed } = model
  const { id, period, document, previous_round: round, attachments = [] } = inspection
  const firstCommit = committed(authoredFile('inspection', id))
  const isInspection = inspection.activity === undefined
  const title = inspectionName(inspection, '结果')
  const issues = issuesInView(model, view)
  const deadlines = byDue(index.deadlines.filter((record) => record.inspection.id === id))
  const record = `inspections/${id}`
  const corrections = correctionsIn(model, record)
  const isCorrected = (part: string): boolean => correctionsIn(model, record, part).length > 0
  const before = comparisonOf(model, view)?.before
  const changes = changeLines(model, view).map(({ text, links }) => ({ text, links }))
  const listOf = (measures: typeof inspection.figures) =>
    measureViews(measures, model.dataset).map(measureFact)
  return {
    title,
    sentence: inspectionSentence(inspection, areas),
    periodLabel: period.label,
    terms: termsOfRound(areas, issues),
    rates: rateRows(areas).map(({ area, name, text, fraction, origin }) => [
      { label: area.name, href: `#${area.id}` },
      name,
      text,
      fraction,
      isCorrected(`areas.${area.id}`)
        ? { label: `${origin}，有更正`, href: '#corrections' }
        : origin,
    ]),
    changes:
      before === undefined || changes.length === 0
        ? null
        : { title: `与${inspectionHeading(before)}相比`, lines: changes },
    factsTitle: isInspection ? '本期检查' : '本期文件',
    facts: [
      { label: isInspection ? '检查机关' : '发布机关', value: issuersOf(inspection) },
      { label: isInspection ? '检查期' : '时段', value: period.label },
      {
        label: '归入时段',
        value: `${spanWords(period.start, period.end)}（供排序）`,
      },
      ...known('次序', period.sequence === undefined ? undefined : `本年第${period.sequence}次`),
      ...known('批次', period.batch === undefined ? undefined : `第${period.batch}批`),
      ...documentRows(document),
      ...dated('复核截止', inspection.rechecked_until),
      ...dated('本站收录日期', inspection.published_here),
      ...(firstCommit === null ? [] : [{ label: '入库日期', value: commitWords(firstCommit) }]),
    ],
    contents: [
      ...(changes.length > 0 ? [{ label: '与上期相比', href: '#changes' }] : []),
      ...areas.map(({ id: area, name }) => ({ label: name, href: `#${area}` })),
      ...(issues.length > 0 ? [{ label: '通报提出的问题', href: '#issues' }] : []),
      ...(deadlines.length > 0 ? [{ label: '期限', href: '#deadlines' }] : []),
      ...(corrections.length > 0 ? [{ label: '更正', href: '#corrections' }] : []),
      ...(titleOfBulletin(model, inspection) === null
        ? []
        : [{ label: '通报全文', href: at.bulletinPage(id) }]),
      ...(issues.length > 0
        ? [
            ...(rowsOfInspection(model, inspection).length === 0
              ? []
              : [{ label: '整改台账', href: at.rectificationPage(id) }]),
            { label: '对照问题清单（供自查）', href: at.checklistPage(id) },
          ]
        : []),
      { label: '本期数据（JSON）', href: at.inspectionData(id) },
      { label: '本期全部表（XLSX）', href: at.dataWorkbook(at.inspectionPart(id)) },
    ],
    areas: areas.map((whole) => {
      const { issues: named, ...area } = whole
      // The facts below show all figures.
      const { href: _self, others: _shown, more: _left, ...figure } = areaFigure(inspection, whole)
      const charted = area.splits
        .filter((split) => compositionChart(whole, split) !== null)
        .map(({ by }) => by)
      const details = groupDetails(area, area.name, area.counter, charted, elsewhere)
      const isAmongFacts = ({ categories }: ChartDescription): boolean =>
        categories.every((name) => details.facts.some(({ label }) => label === name))
      const charts = areaCharts(whole)
      return {
        id: area.id,
        name: area.name,
        counter: area.counter,
        figure,
        details,
        isNamed: named.length > 0,
        charts: charts.filter((chart) => !isAmongFacts(chart)),
        /** Charts whose every number is a fact of the area: they fold with the facts. */
        repeated: charts.filter(isAmongFacts),
        source: sourceOf(model, inspection, `areas.${area.id}`),
        isCorrected: isCorrected(`areas.${area.id}`),
      }
    }),
    issueCharts: issues.length === 0 ? [] : issueCharts(model, view).filter(tellsApart),
    issueGroups: issueGroupTables(model, inspection),
    issues: issues.map((issue) => issueCard(model, issue)),
    goodExamples: (inspection.good_examples ?? []).map(
      ({ text, units, channels, area, figures }) => ({
        text,
        figures: listOf(figures)
          .map(({ label, value }) => `${label}${value}`)
          .join('；'),
        who: [
          ...(units ?? []).map((unit) => unitLink(model, unit)),
          ...(channels ?? []).map((channel) => channelLink(model, channel)),
        ],
        area: area === undefined ? null : areaName(model, area),
      }),
    ),
    figures: listOf(inspection.figures),
    /** Figures of no area that the document gives before its areas come first here, too. */
    figuresTitle: figuresComeFirst(inspection) ? generalFigures : '其他数字',
    isLedByFigures: figuresComeFirst(inspection),
    previousRound:
      round === undefined
        ? null
        : {
            title: `${round.label}问题的整改情况`,
            items: [
              { label: '是否整改', value: answerWords[round.rectified] },
              { label: '是否反馈', value: answerWords[round.reported] },
              ...listOf(round.figures),
              ...known('说明', round.note),
            ],
            hasFigures: round.figures !== undefined,
          },
    followUps: Object.entries(inspection.follow_ups ?? {}).flatMap(
      ([issue, { units = {}, ...all }]) => [
        followUpRow(model, issue, all),
        ...Object.entries(units).map(([unit, own]) =>
          followUpRow(model, issue, own, unitLink(model, unit).label),
        ),
      ],
    ),
    remarks: inspection.remarks ?? [],
    requirements: Object.values(inspection.requirements ?? {}).map((one) => one.title),
    deadlines: deadlines.map((one) => deadlineLine(model, one)),
    appendices: Object.keys(inspection.appendices ?? {}).map((appendix) =>
      appendixTable(model, inspection, appendix),
    ),
    attachments: attachmentLinks(model, [id], attachments),
    corrections,
  }
}

/** A unit for which the document gives a different answer has its own row. */
const followUpRow = (
  { index }: Model,
  id: string,
  { rectified, reported, note }: Pick<FollowUp, 'rectified' | 'reported' | 'note'>,
  unit?: string,
) => [
  {
    label: `${unit === undefined ? '' : `其中${unit}：`}${index.issueById.get(id)?.issue.text ?? id}（${id}）`,
    href: at.issuePage(id),
  },
  answerWords[rectified],
  answerWords[reported],
  note ?? '没有其他说明',
]

/** Whether a chart has bars of different lengths: equal ones say no more than the list below them. */
const tellsApart = ({ kind, series }: ChartDescription): boolean =>
  kind !== 'bars' || new Set(series.flatMap(({ values }) => values)).size > 1

/** Facts of an area that its figure shows. */
const elsewhere = ['名称', '检查对象', '统计时段', '来源']

export function checklistView(model: Model, { inspection }: { readonly inspection: Inspection }) {
  const { dataset, index } = model
  const { id } = inspection
  const ofLedgers = opennessChecklist(model, inspection)
  const found = checklistOf(dataset, index, inspection).map(({ area, points }) => ({
    name: areaName(model, area),
    points: points.map(({ indicators, problem, texts, count }) => ({
      name:
        indicators.length > 0
          ? indicators.map((indicator) => indicatorName(model, indicator, inspection)).join('、')
          : (problem ?? texts[0] ?? '其他问题'),
      texts,
      count,
    })),
  }))
  const count = found.reduce((sum, { points }) => sum + points.length, 0)
  const others =
    ofLedgers === null ? '' : `，另有本期核查政务公开台账时没有看到的${ofLedgers.points.length}类`
  return {
    title: inspectionName(inspection, '对照问题清单'),
    lead: `由${inspectionName(inspection, '通报')}提出的问题归纳的${count}个检查要点${others}，供各单位对照自查、举一反三；不列被点名的单位。`,
    areas: [
      ...found,
      ...(ofLedgers === null
        ? []
        : [
            {
              name: opennessChecklistTitle,
              points: ofLedgers.points.map(({ name, text }) => ({ name, texts: [text], count: 1 })),
            },
          ]),
    ],
    links: [
      { label: inspectionName(inspection, '结果'), href: at.inspectionPage(id) },
      ...(dataset.bulletins[id] === undefined
        ? []
        : [{ label: '通报全文', href: at.bulletinPage(id) }]),
      ...(ofLedgers?.years ?? []).map((year) => ({
        label: opennessTitle(year),
        href: at.opennessPage(year),
      })),
    ],
  }
}

/** The figures of an inspection, to be embedded in another site. */
export function figuresView(model: Model, { view }: Props) {
  const { inspection, areas } = view
  const { site } = model.dataset
  return {
    title: `${inspectionName(inspection, '结果')}主要数字`,
    sentence: inspectionSentence(inspection, areas),
    figures: documentFigures(model, inspection, areas).map(
      ({ figure: { href: _self, ...figure } }) => figure,
    ),
    /** The first chart of the inspection: how its issues are spread, else what was checked. */
    chart: [...issueCharts(model, view), ...areas.flatMap(areaCharts)].at(0) ?? null,
    issuers: issuersOf(inspection),
    source: site.name,
    licence: licenceText(site.licence ?? null),
  }
}
