/** Every page of the site, once: the plain list, the site map and the search filters rest on it. */
import type { Model } from '#model/model.ts'
import { annualTitle } from '#model/annual.ts'
import { type IssueRecord, unitsOfIssue } from '#model/dataset.ts'
import { newestDays } from '#model/newest-day.ts'
import { registerOf } from '#model/register.ts'
import { type UnitRecord, unitRecords, unitsByTier } from '#model/unit-record.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import * as at from './addresses.ts'
import { formsByYear } from './annual/form.ts'
import { siteShell } from './shell.ts'
import { issueListPages } from './issue-lists.ts'
import { ledgerRows } from './ledger.ts'
import { chapters, codeGroups } from './manual.ts'
import { channelName } from './names.ts'
import { titleOfBulletin } from './sources.ts'
import { formData, formKinds, formPages } from './submit.ts'
import type { PageEntry, PageKind, Publication } from './page-entry.ts'
import { unitPages } from './unit-pages.ts'
import { inspectionName, registerTitle } from './inspection-names.ts'
import { Memoized } from '#model/memoized.ts'

/** Pages that stand together in the list. */
interface Group {
  /** The addresses that the group may have, so that a page is found without listing all others. */
  readonly addresses: RegExp
  readonly entries: (model: Model) => readonly PageEntry[]
}

interface Listed {
  readonly entries: readonly PageEntry[]
  readonly byHref: ReadonlyMap<string, PageEntry>
}
const pages = new Memoized<Listed>()

/** Every page but 404.html, the search and the plain list itself. */
export const everyPage = (model: Model): readonly PageEntry[] =>
  Object.keys(groups).flatMap((name) => listed(model, name as GroupName).entries)

/** The entry of the page at an address from the root of the site. */
export function pageAt(model: Model, href: string): PageEntry | undefined {
  for (const [name, { addresses }] of Object.entries(groups)) {
    const entry = addresses.test(href)
      ? listed(model, name as GroupName).byHref.get(href)
      : undefined
    if (entry !== undefined) return entry
  }
  return undefined
}

function listed(model: Model, name: GroupName): Listed {
  const list = (): Listed => {
    const entries = groups[name].entries(model)
    return { entries, byHref: new Map(entries.map((entry) => [entry.href, entry])) }
  }
  return pages.of(model, list, name)
}

type GroupName = keyof typeof groups

/** In the order of the list. */
const groups = {
  columns: { addresses: /^\/[^/]*$/, entries: (model) => columns(model, ofLists(model)) },
  lists: {
    addresses: /^\/issues\/[^/]+\//,
    entries: (model) =>
      issueListPages(model)
        .filter(({ href }) => href !== at.issueList)
        .map(({ href, title }) => ({ href, title, kind: null, ...ofLists(model) })),
  },
  inspections: { addresses: /^\/(inspections|bulletins)\//, entries: inspectionEntries },
  issues: {
    addresses: /^\/issues\/[^/]+$/,
    entries: (model) => {
      const newest = newestDays(model)
      return model.index.issues.map((record) => ({
        ...issueEntry(model, record),
        ...changed(newest.issue(record)),
      }))
    },
  },
  registers: { addresses: /^\/self-inspections\//, entries: registerEntries },
  forms: {
    addresses: /^\/submit\//,
    entries: (model) =>
      formKinds
        .filter((kind) => formData(model, kind) !== null)
        .map((kind): PageEntry => ({
          href: at.submitPage(kind),
          title: formPages[kind].title,
          kind: 'notes',
        })),
  },
  otherReports: {
    addresses: /^\/self-inspections\//,
    entries: (model) => {
      const newest = newestDays(model)
      return recordsOf(model).flatMap(({ id, otherReports }) =>
        otherReports.map(({ period, report }) =>
          reportEntry(period, id, report, 'published', newest.report(report)),
        ),
      )
    },
  },
  units: { addresses: /^\/units\//, entries: unitEntries },
  channels: {
    addresses: /^\/channels\//,
    entries: (model) => {
      const newest = newestDays(model)
      return Object.entries(model.dataset.channels).map(([id, { unit }]): PageEntry => ({
        href: at.channelPage(id),
        title: channelName(model, id),
        kind: 'channel',
        ...changed(newest.channel(id)),
        ...(unit === 'not-stated' ? {} : { units: [unit] }),
      }))
    },
  },
  ledger: {
    addresses: /^\/[^/]*$/,
    entries: (model) =>
      model.index.issues.length === 0
        ? []
        : [{ href: at.rectificationList, title: '整改台账', kind: null, ...ofLists(model) }],
  },
  annual: { addresses: /^\/annual\//, entries: annualEntries },
  others: {
    addresses: /^\/[^/]*$/,
    entries: (model) => [
      { href: at.dataCatalogue, title: '数据目录', kind: 'notes', ...ofLists(model) },
      { href: at.pieces, title: '供其他网站引用', kind: null },
      { href: at.about, title: '关于本站', kind: 'notes' },
    ],
  },
  manual: {
    addresses: /^\/manual(\/|\.html$)/,
    entries: (model) =>
      [...chapters(model), ...codeGroups(model)].map(({ href, title }) => ({
        href,
        title,
        kind: 'notes',
      })),
  },
} satisfies Record<string, Group>

const newestOfAll = new Memoized<Pick<PageEntry, 'changed'>>()

/** The newest day of all, which every list tells. */
const ofLists = (model: Model): Pick<PageEntry, 'changed'> =>
  newestOfAll.of(model, () => changed(newestDays(model).all()))

const recordsOf = ({ dataset, index, asOf }: Model): readonly UnitRecord[] =>
  unitRecords(dataset, index, asOf)

function inspectionEntries(model: Model): PageEntry[] {
  const { dataset, index } = model
  const newest = newestDays(model)
  return dataset.inspections.flatMap((inspection): PageEntry[] => {
    const { id } = inspection
    const dates = changed(newest.inspection(inspection))
    const about = { period: id, ...dates }
    const ledger = changed(latest((index.issuesByInspection.get(id) ?? []).map(newest.issue)))
    const bulletin = titleOfBulletin(model, inspection)
    return [
      {
        href: at.inspectionPage(id),
        title: inspectionName(inspection, '结果'),
        kind: 'inspection',
        ...about,
      },
      ...(bulletin === null
        ? []
        : [{ href: at.bulletinPage(id), title: bulletin, kind: 'bulletin' as const, ...about }]),
      ...(Object.keys(inspection.issues ?? {}).length === 0
        ? []
        : [
            {
              href: at.rectificationPage(id),
              title: inspectionName(inspection, '整改台账'),
              kind: null,
              ...ledger,
            },
            {
              href: at.checklistPage(id),
              title: inspectionName(inspection, '对照问题清单'),
              kind: null,
              ...dates,
            },
          ]),
    ]
  })
}

function registerEntries(model: Model): PageEntry[] {
  const { dataset, index, asOf } = model
  const newest = newestDays(model)
  return [...index.orders.values()]
    .map((order) => registerOf(dataset, order, asOf))
    .flatMap((register): PageEntry[] => [
      {
        href: at.registerPage(register.period),
        title: registerTitle(register),
        kind: 'self-inspection',
        period: register.period,
        ...changed(newest.register(register)),
      },
      ...register.rows.flatMap(({ unit, report, status: { state } }) =>
        report === null
          ? []
          : [
              reportEntry(
                register.period,
                unit,
                report,
                state === 'on-time' || state === 'late' ? state : 'published',
                newest.report(report),
              ),
            ],
      ),
    ])
}

function unitEntries(model: Model): PageEntry[] {
  const { dataset } = model
  const newest = newestDays(model)
  const records = recordsOf(model)
  const days = new Map(records.map((record) => [record.id, changed(newest.unit(record))]))
  return [
    ...unitsByTier(dataset).flatMap(({ units }) =>
      units.map((id): PageEntry => ({
        href: at.unitPage(id),
        title: dataset.units[id]?.name ?? id,
        kind: 'unit',
        units: [id],
        ...days.get(id),
      })),
    ),
    ...records.flatMap((record) =>
      unitPages(record)
        .slice(1)
        .map(({ href, title }) => ({ href, title, kind: null, ...days.get(record.id) })),
    ),
  ]
}

function annualEntries(model: Model): PageEntry[] {
  const newest = newestDays(model)
  return [...formsByYear(model)].map(([year, forms]) => {
    const inspections = forms.flatMap((form) => form.columns.map(({ inspection }) => inspection))
    const days = inspections.map((one) => (one === null ? undefined : newest.inspection(one)))
    return {
      href: at.annualPage(year),
      title: annualTitle(year),
      kind: null,
      ...changed(latest(days)),
    }
  })
}

/** Of a page that tells of no day there is nothing to say. */
const changed = (day: string | undefined): Pick<PageEntry, 'changed'> =>
  day === undefined ? {} : { changed: day }

const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)

/** The entries of the navigation that are not pages of something of their own. */
function columns(model: Model, lists: Pick<PageEntry, 'changed'>): PageEntry[] {
  const searched: Readonly<Record<string, PageKind>> = {
    [at.deadlineBoard]: 'deadlines',
    [at.method]: 'notes',
  }
  return siteShell(model)
    .nav.filter(({ id }) => id !== 'register' && id !== 'search')
    .map(({ href, label }) => ({
      href,
      title: label,
      kind: searched[href] ?? null,
      ...(href === at.method ? {} : lists),
    }))
}

function issueEntry(model: Model, record: IssueRecord): PageEntry {
  const { id, issue, inspection } = record
  return {
    href: at.issuePage(id),
    title: `${issue.text}（${id}）`,
    kind: 'issue',
    period: inspection.id,
    units: unitsOfIssue(issue),
    states: [...new Set(ledgerRows(model, record).map(({ state }) => state.state))],
  }
}

function reportEntry(
  period: string,
  unit: string,
  report: SelfInspection,
  publication: Publication,
  day: string | undefined,
): PageEntry {
  return {
    href: at.selfInspectionPage(period, unit),
    title: report.title,
    kind: 'self-inspection',
    period,
    units: [unit],
    states: [publication],
    ...changed(day),
  }
}
