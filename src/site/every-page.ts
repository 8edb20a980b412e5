/** Every page of the site, once: the plain list, the site map and the search filters rest on it. */
import { annualTitle } from '#domain/annual.ts'
import { isDay } from '#domain/calendar.ts'
import { type IssueRecord, unitsOfIssue } from '#domain/dataset.ts'
import type { IssueState } from '#domain/issue-life.ts'
import { registerOf } from '#domain/register.ts'
import { unitRecords, unitsByTier } from '#domain/unit-record.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import * as at from './addresses.ts'
import { formsByYear } from './annual/form.ts'
import { type SiteData, siteData } from './data.ts'
import { siteFrame } from './frame.ts'
import { issueListPages } from './issue-lists.ts'
import { rowsOf } from './ledger.ts'
import { chapters, codeGroups } from './manual.ts'
import { channelName } from './names.ts'
import { titleOfBulletin } from './sources.ts'
import { formData, formKinds, formPages } from './submit.ts'
import { unitPages } from './unit-pages.ts'
import { inspectionName, registerTitle } from './words.ts'

/** What a page is about, as readers choose among search results. */
export const kindWords = {
  inspection: '检查',
  bulletin: '通报',
  issue: '问题',
  unit: '单位',
  channel: '账号',
  'self-inspection': '自查整改',
  deadlines: '期限',
  notes: '说明',
} as const
export type PageKind = keyof typeof kindWords

/** How a report was made public, as readers choose among search results. */
export const publicationWords = {
  'on-time': '按期公开',
  late: '晚于期限公开',
  published: '已公开',
} as const
export type Publication = keyof typeof publicationWords

export interface PageEntry {
  readonly href: string
  readonly title: string
  /** `null` for a page that only lists what other pages hold: it is not searched. */
  readonly kind: PageKind | null
  /** Id of the inspection or register period. */
  readonly period?: string
  readonly units?: readonly string[]
  /** How far its matter has come: one of a report, of an issue one for each unit that it names. */
  readonly states?: readonly (Publication | IssueState['state'])[]
  /** The newest day in what the page tells; never the day of a build. */
  readonly changed?: string
}

interface Listed {
  readonly entries: readonly PageEntry[]
  readonly byHref: ReadonlyMap<string, PageEntry>
}
const memo = new WeakMap<SiteData, Listed>()

/** Every page but 404.html, the search and the plain list itself. */
export const everyPage = (): readonly PageEntry[] => listed().entries

/** The entry of the page at an address from the root of the site. */
export const pageAt = (href: string): PageEntry | undefined => listed().byHref.get(href)

function listed(): Listed {
  const data = siteData()
  const known = memo.get(data)
  if (known !== undefined) return known
  const entries = entriesOf(data)
  const made = { entries, byHref: new Map(entries.map((entry) => [entry.href, entry])) }
  memo.set(data, made)
  return made
}

function entriesOf({ dataset, index, asOf }: SiteData): PageEntry[] {
  const registers = [...index.orders.values()].map((order) => registerOf(dataset, order, asOf))
  const records = unitRecords(dataset, index, asOf)
  return [
    ...columns(),
    ...issueListPages()
      .filter(({ href }) => href !== at.issueList)
      .map(({ href, title }) => ({ href, title, kind: null })),
    ...dataset.inspections.flatMap((inspection): PageEntry[] => {
      const { id } = inspection
      const dates = { period: id, changed: inspection.published_here }
      const bulletin = titleOfBulletin(inspection)
      return [
        {
          href: at.inspectionPage(id),
          title: inspectionName(inspection, '结果'),
          kind: 'inspection',
          ...dates,
        },
        ...(bulletin === null
          ? []
          : [{ href: at.bulletinPage(id), title: bulletin, kind: 'bulletin' as const, ...dates }]),
        ...(Object.keys(inspection.issues ?? {}).length === 0
          ? []
          : [
              {
                href: at.rectificationPage(id),
                title: inspectionName(inspection, '整改台账'),
                kind: null,
              },
              {
                href: at.checklistPage(id),
                title: inspectionName(inspection, '对照问题清单'),
                kind: null,
              },
            ]),
      ]
    }),
    ...index.issues.map((record) => issueEntry(record, asOf)),
    ...registers.flatMap(({ period, label, rows }): PageEntry[] => [
      {
        href: at.registerPage(period),
        title: registerTitle({ label }),
        kind: 'self-inspection',
        period,
      },
      ...rows.flatMap(({ unit, report, status: { state } }) =>
        report === null
          ? []
          : [
              reportEntry(
                period,
                unit,
                report,
                state === 'on-time' || state === 'late' ? state : 'published',
              ),
            ],
      ),
    ]),
    ...formKinds
      .filter((kind) => formData(kind) !== null)
      .map((kind): PageEntry => ({
        href: at.submitPage(kind),
        title: formPages[kind].title,
        kind: 'notes',
      })),
    ...records.flatMap(({ id, otherReports }) =>
      otherReports.map(({ period, report }) => reportEntry(period, id, report, 'published')),
    ),
    ...unitsByTier(dataset).flatMap(({ units }) =>
      units.map((id): PageEntry => ({
        href: at.unitPage(id),
        title: dataset.units[id]?.name ?? id,
        kind: 'unit',
        units: [id],
      })),
    ),
    ...records.flatMap((record) =>
      unitPages(record)
        .slice(1)
        .map(({ href, title }) => ({ href, title, kind: null })),
    ),
    ...Object.entries(dataset.channels).map(([id, { unit }]): PageEntry => ({
      href: at.channelPage(id),
      title: channelName(id),
      kind: 'channel',
      ...(unit === 'not-stated' ? {} : { units: [unit] }),
    })),
    ...(index.issues.length === 0
      ? []
      : [{ href: at.rectificationList, title: '整改台账', kind: null }]),
    ...[...formsByYear().keys()].map((year) => ({
      href: at.annualPage(year),
      title: annualTitle(year),
      kind: null,
    })),
    { href: at.dataCatalogue, title: '数据目录', kind: 'notes' },
    { href: at.pieces, title: '供其他网站引用', kind: null },
    { href: at.about, title: '关于本站', kind: 'notes' },
    ...[...chapters(), ...codeGroups].map(({ href, title }): PageEntry => ({
      href,
      title,
      kind: 'notes',
    })),
  ]
}

/** The entries of the navigation that are not pages of something of their own. */
function columns(): PageEntry[] {
  const searched: Readonly<Record<string, PageKind>> = {
    [at.deadlineBoard]: 'deadlines',
    [at.method]: 'notes',
  }
  return siteFrame()
    .nav.filter(({ id }) => id !== 'register' && id !== 'search')
    .map(({ href, label }) => ({ href, title: label, kind: searched[href] ?? null }))
}

function issueEntry(record: IssueRecord, asOf: string): PageEntry {
  const { id, issue, inspection } = record
  const steps = (issue.rectification ?? []).map(({ on }) => on).filter((on) => on <= asOf)
  return {
    href: at.issuePage(id),
    title: `${issue.text}（${id}）`,
    kind: 'issue',
    period: inspection.id,
    units: unitsOfIssue(issue),
    states: [...new Set(rowsOf(record).map(({ state }) => state.state))],
    changed: [inspection.published_here, ...steps].sort().at(-1) ?? inspection.published_here,
  }
}

function reportEntry(
  period: string,
  unit: string,
  report: SelfInspection,
  publication: Publication,
): PageEntry {
  return {
    href: at.selfInspectionPage(period, unit),
    title: report.title,
    kind: 'self-inspection',
    period,
    units: [unit],
    states: [publication],
    ...(isDay(report.published) ? { changed: report.published } : {}),
  }
}
