/**
 * The pages that a change of the authored files adds, changes or removes, computed without a build.
 */
import { annualTitle, yearOf, yearsOf } from '#model/annual.ts'
import { bulletinText, bulletinTitle } from '#model/bulletin.ts'
import { resolverOf } from '#model/bulletin-change.ts'
import { everyIndicator } from '#model/catalogue.ts'
import { isSame } from '#model/changes.ts'
import { publicRecords } from '#model/public-records.ts'
import { type Dataset, indexDataset, unitsOfIssue } from '#model/dataset.ts'
import { unitsOwing } from '#model/deadline.ts'
import { publicDataset } from '#model/publication.ts'
import type { PageChanges, PageLine } from './review.ts'
import type { Site } from '#schema/site.ts'
import * as at from '#view/addresses.ts'
import type { RouteName } from '#view/routes.ts'

/**
 * The routes whose changed pages a review names. Pages without records, forms and the further pages
 * of long lists are left out.
 */
export const reviewedRoutes: Readonly<Record<RouteName, boolean>> = {
  home: true,
  inspectionList: true,
  issueList: true,
  unitList: true,
  deadlineBoard: true,
  correctionList: true,
  method: true,
  issueCut: false,
  inspection: true,
  bulletin: true,
  rectification: true,
  checklist: true,
  issue: true,
  register: true,
  report: true,
  form: false,
  unit: true,
  channel: true,
  rectificationList: true,
  annual: true,
  data: false,
  pieces: false,
  about: false,
  chapter: false,
  codes: false,
  search: false,
  siteMap: false,
  siteMapPart: false,
  figures: true,
  editor: false,
  notFound: false,
}

/** A page of a record or a list, with the data that its words come from. */
interface Page extends PageLine {
  readonly facts: unknown
}

/**
 * The pages of records and the lists of them, before and after, on a day. The facts of a page are
 * compared, not its markup; links to neighbours, the manual, the further pages of long lists and
 * the page of pieces for other sites are left out.
 */
export function pageChanges(
  before: Dataset | null,
  now: Dataset | null,
  asOf: string,
): PageChanges {
  const [was, is] = [pagesOf(before, asOf), pagesOf(now, asOf)]
  const line = ({ address, title }: Page): PageLine => ({ address, title })
  return {
    added: [...is.values()].filter(({ address }) => !was.has(address)).map(line),
    changed: [...is.values()].flatMap((page) => {
      const old = was.get(page.address)
      return old !== undefined && differ(old.facts, page.facts) ? [line(page)] : []
    }),
    removed: [...was.values()].filter(({ address }) => !is.has(address)).map(line),
    isFrameChanged:
      before !== null && now !== null && differ(shellOf(before.site), shellOf(now.site)),
  }
}

const differ = (one: unknown, other: unknown): boolean => !isSame(one, other)

/** The facts in the shell of every page: header and footer. */
function shellOf(site: Site): unknown {
  const { name, official, sample, notice, registration, organiser, column, embedded } = site
  const { source, contact, place } = site
  const parts = [name, official, sample, notice, registration, organiser, column, embedded]
  return [...parts, source, contact, place]
}

function pagesOf(all: Dataset | null, asOf: string): ReadonlyMap<string, Page> {
  if (all === null) return new Map()
  const dataset = publicDataset(all, asOf)
  const pages = [...recordPages(dataset), ...listPages(dataset)]
  const named = namesFor(dataset)
  return new Map(
    pages.map((page) => [page.address, { ...page, facts: [page.facts, named(page.facts)] }]),
  )
}

function recordPages(dataset: Dataset): Page[] {
  const index = indexDataset(dataset)
  const { rate_decimals: decimals } = dataset.site
  const issueFacts = historyIn(dataset)
  return [
    ...dataset.inspections.flatMap((inspection): Page[] => {
      const { id, period, acknowledged: _, ...seen } = inspection
      const bulletin = dataset.bulletins[id]
      const resolve = resolverOf(dataset, id)
      const issues = index.issuesByInspection.get(id) ?? []
      const lives = issues.map((one) => issueFacts(one.id))
      const page = (address: string, title: string, facts: unknown): Page => ({
        address,
        title: `${period.label}${title}`,
        facts: [period, facts],
      })
      return [
        page(at.inspectionPage(id), '检查结果', [seen, lives, decimals]),
        page(at.figurePage(id), '检查结果主要数字', [
          seen.areas,
          [seen.issuer, seen.joint_issuers, decimals],
          issues.map(({ issue }) => [issue.area, unitsOfIssue(issue)]),
        ]),
        ...(bulletin === undefined
          ? []
          : [
              {
                ...page(at.bulletinPage(id), '通报', [
                  bulletinText(bulletin, resolve),
                  seen.document,
                  seen.appendices,
                ]),
                title: bulletinTitle(bulletin, resolve) ?? `${period.label}通报`,
              },
            ]),
        ...(issues.length === 0
          ? []
          : [
              page(at.rectificationPage(id), '检查整改台账', lives),
              page(at.checklistPage(id), '对照问题清单', [seen.issues]),
            ]),
      ]
    }),
    ...index.issues.map(({ id, issue }) => ({
      address: at.issuePage(id),
      title: `${issue.text}（${id}）`,
      facts: issueFacts(id),
    })),
    ...[...index.orders].map(([period, { deadline }]) => ({
      address: at.registerPage(period),
      title: `${deadline.period?.label ?? period}自查整改公开台账`,
      facts: registerFacts(dataset, period, deadline),
    })),
    ...reportsOf(dataset).map(({ period, unit, report }) => ({
      address: at.selfInspectionPage(period, unit),
      title: report.title,
      facts: [unit, report, index.orders.get(period)?.deadline],
    })),
    ...Object.entries(dataset.units).map(([id, unit]) => ({
      address: at.unitPage(id),
      title: unit.name,
      facts: [
        unit,
        dataset.site.tiers[unit.tier],
        (index.issuesByUnit.get(id) ?? []).map((one) => issueFacts(one.id)),
        index.channelsByUnit.get(id),
        index.deadlines
          .filter((one) => unitsOwing(dataset, one).includes(id))
          .map(({ deadline }) => deadline),
        reportsOf(dataset).filter((one) => one.unit === id),
        [...index.orders.keys()].map((period) => [
          dataset.registers[period]?.looked_on,
          dataset.registers[period]?.exempt?.[id],
        ]),
      ],
    })),
    ...yearsOf(dataset).map((year) => {
      const inspections = dataset.inspections.filter((one) => yearOf(one) === year)
      const issues = index.issues.filter(({ inspection }) => inspections.includes(inspection))
      return {
        address: at.annualPage(year),
        title: annualTitle(year),
        facts: [
          inspections.map(({ acknowledged: _, ...seen }) => seen),
          issues.map(({ id }) => issueFacts(id)),
        ],
      }
    }),
    ...Object.entries(dataset.channels).map(([id, channel]) => ({
      address: at.channelPage(id),
      title: channel.name,
      facts: [channel, (index.issuesByChannel.get(id) ?? []).map((one) => issueFacts(one.id))],
    })),
  ]
}

/** The lists of records, each where it has something to list. */
function listPages(dataset: Dataset): Page[] {
  const { inspections, units, site } = dataset
  const index = indexDataset(dataset)
  const issueFacts = historyIn(dataset)
  const lives = index.issues.map(({ id }) => issueFacts(id))
  const deadlines = index.deadlines.map(({ deadline }) => deadline)
  const corrections = [
    ...publicRecords(dataset).map((record) => record.corrections),
    dataset.withdrawals,
  ].filter((list) => list.length > 0)
  const latest = inspections.at(-1)
  const figures = inspections.map(({ id, period, areas }) => ({ id, period, areas }))
  const all: (Page & { readonly holds: number })[] = [
    {
      address: at.home,
      title: '首页',
      facts: [latest, figures, deadlines, dataset.registers, reportsOf(dataset).length],
      holds: 1,
    },
    { address: at.inspectionList, title: '检查结果', facts: figures, holds: figures.length },
    { address: at.issueList, title: '问题', facts: lives, holds: lives.length },
    { address: at.rectificationList, title: '整改台账', facts: lives, holds: lives.length },
    {
      address: at.deadlineBoard,
      title: '期限',
      facts: [deadlines, reportsOf(dataset).map(({ period, unit }) => [period, unit])],
      holds: deadlines.length,
    },
    { address: at.unitList, title: '单位', facts: [units, site.tiers], holds: 1 },
    {
      address: at.method,
      title: '计算说明',
      facts: [dataset.catalogues, site.rate_decimals, site.areas],
      holds: 1,
    },
    { address: at.correctionList, title: '更正', facts: corrections, holds: corrections.length },
  ]
  return all.filter(({ holds }) => holds > 0)
}

interface Report {
  readonly period: string
  readonly unit: string
  readonly report: Dataset['selfInspections'][string][string]
}

const reportsOf = ({ selfInspections }: Dataset): Report[] =>
  Object.entries(selfInspections).flatMap(([period, reports]) =>
    Object.entries(reports).map(([unit, { acknowledged: _, ...report }]) => ({
      period,
      unit,
      report,
    })),
  )

const registerFacts = (dataset: Dataset, period: string, deadline: unknown): unknown => [
  deadline,
  dataset.registers[period],
  dataset.roster,
  Object.keys(dataset.units),
  Object.entries(dataset.selfInspections[period] ?? {}).map(([unit, { title, published }]) => [
    unit,
    title,
    published,
  ]),
]

/** An issue with its deadlines and with what later inspections and its units say about it. */
function historyIn(dataset: Dataset): (id: string) => unknown {
  const inspections = new Map(
    dataset.inspections.flatMap((inspection) =>
      Object.keys(inspection.issues ?? {}).map((id) => [id, inspection]),
    ),
  )
  const followUps = Map.groupBy(
    dataset.inspections.flatMap(({ id, follow_ups = {} }) =>
      Object.entries(follow_ups).map(([issue, account]) => ({ issue, id, account })),
    ),
    ({ issue }) => issue,
  )
  return (id) => {
    const inspection = inspections.get(id)
    const issue = inspection?.issues?.[id]
    const due = Object.values(inspection?.deadlines ?? {}).filter(
      ({ what }) => what === 'rectification-report',
    )
    const units = issue === undefined ? [] : unitsOfIssue(issue)
    return [
      id,
      issue,
      units,
      inspection?.period.label,
      due,
      followUps.get(id),
      dataset.statements[id],
    ]
  }
}

/** The registered names of the ids in some facts, because a page shows names. */
function namesFor(dataset: Dataset): (facts: unknown) => unknown {
  const indicators = everyIndicator(dataset.catalogues)
  const nameOf = (id: string): unknown => {
    for (const table of [dataset.units, dataset.channels, dataset.site.areas])
      if (Object.hasOwn(table, id)) return table[id]
    return indicators.get(id)?.indicator
  }
  return (facts) => {
    const ids = new Set<string>()
    const visit = (value: unknown): void => {
      if (typeof value === 'string') ids.add(value)
      else if (Array.isArray(value)) value.forEach(visit)
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          ids.add(key)
          visit(inner)
        }
    }
    visit(facts)
    return [...ids].flatMap((id) => {
      const name = nameOf(id)
      return name === undefined ? [] : [[id, name]]
    })
  }
}
