/**
 * The room `view/` turns facts into what pages show: words, rows and links. Start here: this file is
 * the registry of routes, every kind of page, once. `getStaticPaths`, the navigation, the HTML site
 * map, `sitemap.xml`, the search, archives and the tests of every page read it.
 */

import type { Model } from '#model/model.ts'
import { annualTitle } from '#model/annual.ts'
import { type Inspection, type IssueRecord, unitsOfIssue } from '#model/dataset.ts'
import type { NamedRecord } from '#model/every-name.ts'
import { editedRepository } from '#model/edited-repository.ts'
import { newestDays } from '#model/newest-day.ts'
import { type Register, registerOf, type RegisterRow } from '#model/register.ts'
import type { IndicatorHistory } from '#model/indicator-record.ts'
import type { YearOfRegisters } from '#model/late-reports.ts'
import type { ReportPeriod } from '#model/report-periods.ts'
import { type UnitRecord, unitRecords, unitsByTier } from '#model/unit-record.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { authoredFile } from '#schema/authored-files.ts'
import * as at from './addresses.ts'
import { formsByYear } from './annual/form.ts'
import { hasCorrections } from './corrections.ts'
import { glossaryView } from './glossary.ts'
import { formerPages, formerView } from './former-pages.ts'
import { htmlSiteMap, type HtmlSiteMap } from './html-site-map.ts'
import { inspectionViews } from './inspection-views.ts'
import { issueListPages } from './issue-lists.ts'
import { ledgerRows } from './ledger.ts'
import {
  reportPeriodsOf,
  reportPeriodTitle,
  reportsOfPeriod,
  subjectOfSite,
} from './report-periods.ts'
import { chapters, codeGroups } from './manual.ts'
import { channelName, unitName } from './names.ts'
import { titleOfBulletin } from './sources.ts'
import { everyOpennessDay } from '#model/openness-days.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { opennessTitle } from './openness-words.ts'
import { opennessUnitView, opennessYearView } from './pages/openness.ts'
import { formData, formKinds, formPage } from './submit.ts'
import type { PageEntry, Publication } from './page-entry.ts'
import { aboutView } from './pages/about.ts'
import { annualPageView } from './pages/annual.ts'
import { bulletinView } from './pages/bulletin.ts'
import { correctionListView } from './pages/corrections.ts'
import { dataView, piecesView } from './pages/data.ts'
import { deadlineBoardView } from './pages/deadlines.ts'
import { homeView } from './pages/home.ts'
import {
  checklistView,
  figuresView,
  inspectionListView,
  inspectionView,
} from './pages/inspections.ts'
import {
  issueListView,
  issueView,
  rectificationListView,
  rectificationView,
} from './pages/issues.ts'
import {
  indicatorListView,
  indicatorsOf,
  indicatorTitle,
  indicatorView,
} from './pages/indicators.ts'
import { methodView } from './pages/method.ts'
import {
  publicationTitle,
  publicationView,
  publicationYears,
  reportPeriodListView,
} from './pages/publication.ts'
import { registerView, reportPageView } from './pages/self-inspections.ts'
import {
  chapterView,
  codesView,
  editorView,
  formView,
  notFoundView,
  siteMapPartView,
} from './pages/site.ts'
import { trendsView } from './pages/trends.ts'
import { trendCharts } from './charts/trend-charts.ts'
import { hasHistory, historyTitle, unitHistoryView } from './pages/unit-history.ts'
import { roundGroupsOf, unitRoundsTitle, unitRoundsView } from './pages/unit-rounds.ts'
import { channelView, unitListView, unitView } from './pages/units.ts'
import { searchAnswers } from './search/search-answers.ts'
import { searchFilters } from './search/search-filters.ts'
import { addressPattern, type Route, type RoutePage } from './route.ts'
import { type UnitPage, unitPages } from './unit-pages.ts'
import { bulletinName, inspectionName } from './inspection-names.ts'
import { Memoized } from '#model/memoized.ts'

/** Helps to infer the properties that a route gives to its page. */
const route = <Props, View>(one: Route<Props, View>): Route<Props, View> => one

/** A route of one page, without properties. */
const single = <View>(
  { file, ...more }: Omit<Route<object, View>, 'pages'>,
  entry: (model: Model) => PageEntry | null,
): Route<object, View> => ({
  file,
  ...more,
  pages: (model) => {
    const found = entry(model)
    return found === null ? [] : [{ entry: found, props: {} }]
  },
})

/** The file of the newest inspection; in a site without one, that of its newest reports. */
function sourceOfHome(model: Model): Pick<PageEntry, 'file'> {
  const newest = model.dataset.inspections.at(-1)
  if (newest !== undefined) return { file: authoredFile('inspection', newest.id) }
  const period = reportPeriodsOf(model).at(-1)
  return period === undefined ? {} : { file: fileOfReports(model, period.id) }
}

/** The file of the only report of a period, else the folder of its reports. */
function fileOfReports(model: Model, period: string): string {
  const [first, ...others] = reportsOfPeriod(model, period)
  return first !== undefined && others.length === 0
    ? authoredFile('self-inspection', period, first.unit)
    : authoredFile('self-inspection', period, '').replace(/\/[^/]*$/, '')
}

/** The file of a unit's ledger; for a unit that has none, that of the office's look. */
const fileOfLedger = (model: Model, year: string, unit: string): string =>
  model.dataset.openness[year]?.[unit] === undefined
    ? authoredFile('openness-office', year)
    : authoredFile('openness', year, unit)

/** Every kind of page, in the order in which pages are listed. */
export const routes = {
  home: single(
    {
      file: 'index.astro',
      view: homeView,
      navigation: { id: 'home', label: '首页', place: 1, group: 'results' },
    },
    (model) => ({
      href: at.home,
      title: '首页',
      kind: null,
      ...ofLists(model),
      ...sourceOfHome(model),
    }),
  ),
  inspectionList: single(
    {
      file: '[inspectionList].astro',
      view: inspectionListView,
      address: at.inspectionList,
      navigation: { id: 'inspections', label: '检查结果', place: 2, group: 'results' },
    },
    (model) =>
      model.dataset.inspections.length === 0
        ? null
        : { href: at.inspectionList, title: '检查结果', kind: null, ...ofLists(model) },
  ),
  trends: single(
    {
      file: '[trends].astro',
      view: trendsView,
      address: at.trends,
      navigation: { id: 'trends', label: '历次对比', place: 3, group: 'results' },
    },
    (model) =>
      trendCharts(model).length === 0
        ? null
        : { href: at.trends, title: '历次对比', kind: null, ...ofLists(model) },
  ),
  unitRounds: single(
    {
      file: '[unitRounds].astro',
      view: (model) => unitRoundsView(model, 1),
      address: at.unitRounds(1),
    },
    (model) => roundsEntry(model, 1),
  ),
  /** Of a site of several offices, the units and rounds of those after the first. */
  otherUnitRounds: route({
    file: 'matrix/[number].astro',
    view: (model, { number }: { number: number }) => unitRoundsView(model, number),
    pages: (model) =>
      roundGroupsOf(model).flatMap((_group, n) => {
        const entry = n === 0 ? null : roundsEntry(model, n + 1)
        return entry === null ? [] : [{ entry, props: { number: n + 1 } }]
      }),
  }),
  issueList: route({
    file: '[issueList].astro',
    view: issueListView,
    address: at.issueList,
    navigation: { id: 'issues', label: '问题', place: 4, group: 'results' },
    pages: (model) => issueLists(model).filter(({ entry }) => entry.href === at.issueList),
  }),
  unitList: single(
    {
      file: 'units.astro',
      view: unitListView,
      navigation: { id: 'units', label: '单位', place: 6, group: 'duties' },
    },
    (model) => ({ href: at.unitList, title: '单位', kind: null, ...ofLists(model) }),
  ),
  deadlineBoard: single(
    {
      file: '[deadlineList].astro',
      view: deadlineBoardView,
      address: at.deadlineBoard,
      navigation: { id: 'deadlines', label: '期限', place: 7, group: 'duties' },
    },
    (model) =>
      model.index.deadlines.length + everyOpennessDay(model).length === 0
        ? null
        : { href: at.deadlineBoard, title: '期限', kind: 'deadlines', ...ofLists(model) },
  ),
  correctionList: single(
    {
      file: '[correctionList].astro',
      view: correctionListView,
      address: at.correctionList,
      navigation: { id: 'corrections', label: '更正', place: 10, group: 'notes' },
    },
    (model) =>
      hasCorrections(model)
        ? { href: at.correctionList, title: '更正', kind: null, ...ofLists(model) }
        : null,
  ),
  method: single(
    {
      file: 'method.astro',
      view: methodView,
      navigation: { id: 'method', label: '计算说明', place: 11, group: 'notes' },
      archivedWith: 'every inspection',
    },
    () => ({ href: at.method, title: '计算说明', kind: 'notes' }),
  ),
  glossary: single({ file: 'glossary.astro', view: glossaryView }, () => ({
    href: at.glossary,
    title: '用语说明',
    kind: 'notes',
  })),
  indicatorList: single(
    {
      file: '[indicatorList].astro',
      view: indicatorListView,
      address: at.indicatorList,
      navigation: { id: 'indicators', label: '检查指标', place: 5, group: 'results' },
    },
    (model) =>
      indicatorsOf(model).length === 0
        ? null
        : { href: at.indicatorList, title: '检查指标', kind: null, ...ofLists(model) },
  ),
  indicator: route({
    file: 'indicators/[id].astro',
    view: indicatorView,
    pages: (model): RoutePage<IndicatorProps>[] => {
      const newest = newestDays(model)
      const all = indicatorsOf(model)
      return all.map((history, n) => ({
        entry: {
          href: at.indicatorPage(history.id),
          title: indicatorTitle(model, history),
          kind: 'indicator',
          file: authoredFile('indicators', history.versions.at(-1)?.from ?? ''),
          ...changed(latest(history.issues.map(newest.issue))),
        },
        props: { history, previous: all[n - 1], next: all[n + 1] },
      }))
    },
  }),
  issueCut: route({
    file: 'issues/[cut]/[value].astro',
    view: issueListView,
    pages: (model) => issueLists(model).filter(({ entry }) => entry.href !== at.issueList),
  }),
  inspection: route({
    file: 'inspections/[id].astro',
    view: inspectionView,
    together: 'inspection',
    archivedWith: 'inspection',
    pages: (model) => {
      const all = inspectionViews(model)
      return all.map((view, n) => ({
        entry: inspectionEntry(model, view.inspection, {
          href: at.inspectionPage(view.inspection.id),
          title: inspectionName(view.inspection, '结果'),
          kind: 'inspection',
          period: view.inspection.id,
        }),
        props: { view, previous: all[n - 1]?.inspection, next: all[n + 1]?.inspection },
      }))
    },
  }),
  bulletin: route({
    file: 'bulletins/[id].astro',
    view: bulletinView,
    together: 'inspection',
    archivedWith: 'inspection',
    pages: (model) =>
      ofInspections(
        model.dataset.inspections.filter(({ id }) => model.dataset.bulletins[id] !== undefined),
        (inspection) =>
          inspectionEntry(model, inspection, {
            href: at.bulletinPage(inspection.id),
            title: titleOfBulletin(model, inspection) ?? bulletinName(inspection),
            kind: 'bulletin',
            period: inspection.id,
            file: authoredFile('bulletin', inspection.id),
          }),
      ),
  }),
  rectification: route({
    file: 'inspections/[id]-rectification.astro',
    view: rectificationView,
    together: 'inspection',
    archivedWith: 'inspection',
    pages: (model) =>
      ofInspections(withIssues(model), (inspection) => ({
        href: at.rectificationPage(inspection.id),
        title: inspectionName(inspection, '整改台账'),
        kind: null,
        record: inspection.id,
        file: authoredFile('inspection', inspection.id),
        ...changed(
          latest(
            (model.index.issuesByInspection.get(inspection.id) ?? []).map(newestDays(model).issue),
          ),
        ),
      })),
  }),
  checklist: route({
    file: 'inspections/[id]-checklist.astro',
    view: checklistView,
    together: 'inspection',
    archivedWith: 'inspection',
    pages: (model) =>
      ofInspections(withIssues(model), (inspection) =>
        inspectionEntry(model, inspection, {
          href: at.checklistPage(inspection.id),
          title: inspectionName(inspection, '对照问题清单'),
          kind: null,
        }),
      ),
  }),
  issue: route({
    file: 'issues/[id].astro',
    view: issueView,
    archivedWith: 'issue',
    pages: (model) => {
      const newest = newestDays(model)
      const { issues } = model.index
      return issues.map((record, n) => ({
        entry: { ...issueEntry(model, record), ...changed(newest.issue(record)) },
        props: { record, previous: issues[n - 1], next: issues[n + 1] },
      }))
    },
  }),
  reportPeriodList: single(
    {
      file: '[reportPeriodList].astro',
      view: reportPeriodListView,
      address: at.reportPeriodList,
      navigation: { id: 'register', label: labelOfRegisters, place: 8, group: 'duties' },
    },
    (model) =>
      hasPeriodList(model)
        ? {
            href: at.reportPeriodList,
            title: `各期${subjectOfSite(model)}公开情况`,
            kind: null,
            ...ofLists(model),
          }
        : null,
  ),
  publication: route({
    file: 'publication/[year].astro',
    view: publicationView,
    pages: (model): RoutePage<PublicationProps>[] => {
      const all = publicationYears(model)
      return all.map((of, n) => ({
        entry: {
          href: at.publicationPage(of.year),
          title: publicationTitle(of.year),
          kind: null,
          ...changed(latest(of.registers.map(newestDays(model).register))),
        },
        props: { of, previous: all[n - 1], next: all[n + 1] },
      }))
    },
  }),
  register: route({
    file: 'self-inspections/[period].astro',
    view: registerView,
    together: 'register',
    navigation: {
      id: 'register',
      label: labelOfRegisters,
      place: 8,
      group: 'duties',
      // A site with several periods has a list of them.
      isLeftOut: hasPeriodList,
    },
    archivedWith: 'self-inspections',
    pages: (model) => {
      const newest = newestDays(model)
      const registers = new Map(registersOf(model).map((one) => [one.period, one]))
      const all = reportPeriodsOf(model)
      return all.map((period, n): RoutePage<ReportPeriodProps> => {
        const register = registers.get(period.id)
        return {
          entry: {
            href: at.registerPage(period.id),
            title: reportPeriodTitle(period),
            kind: 'self-inspection',
            period: period.id,
            record: period.id,
            file:
              register === undefined
                ? fileOfReports(model, period.id)
                : authoredFile('inspection', register.order.inspection.id),
            ...changed(
              latest([
                ...(register === undefined ? [] : [newest.register(register)]),
                ...period.unasked.map(({ report }) => newest.report(report)),
              ]),
            ),
          },
          props: { period, register, previous: all[n - 1], next: all[n + 1] },
        }
      })
    },
  }),
  report: route({
    file: 'self-inspections/[period]/[unit].astro',
    view: reportPageView,
    together: 'register',
    archivedWith: 'self-inspections',
    pages: pagesOfReports,
  }),
  form: route({
    file: 'submit/[kind].astro',
    view: formView,
    pages: (model) =>
      formKinds.flatMap((kind) => {
        const data = formData(model, kind)
        return data === null
          ? []
          : [
              {
                entry: {
                  href: at.submitPage(kind),
                  title: formPage(model, kind).title,
                  kind: 'notes',
                },
                props: { data },
              },
            ]
      }),
  }),
  unit: route({ file: 'units/[id].astro', view: unitView, pages: pagesOfUnits }),
  unitHistory: route({
    file: 'units/[id]/history.astro',
    view: unitHistoryView,
    pages: (model) => {
      const newest = newestDays(model)
      return recordsOf(model)
        .filter(({ id }) => hasHistory(model, id))
        .map((record) => ({
          entry: {
            href: at.unitHistory(record.id),
            title: historyTitle(record),
            file: authoredFile('units'),
            kind: null,
            ...changed(newest.unit(record)),
          },
          props: { record },
        }))
    },
  }),
  channel: route({
    file: 'channels/[id].astro',
    view: channelView,
    pages: (model) => {
      const newest = newestDays(model)
      return Object.entries(model.dataset.channels).map(([id, channel]) => ({
        entry: {
          href: at.channelPage(id),
          title: channelName(model, id),
          kind: 'channel',
          file: authoredFile('channels'),
          ...formerly(channel),
          ...changed(newest.channel(id)),
          ...(channel.unit === 'not-stated' ? {} : { units: [channel.unit] }),
        },
        props: { id, channel },
      }))
    },
  }),
  rectificationList: single(
    {
      file: '[rectificationList].astro',
      view: rectificationListView,
      address: at.rectificationList,
    },
    (model) =>
      model.index.issues.length === 0
        ? null
        : { href: at.rectificationList, title: '整改台账', kind: null, ...ofLists(model) },
  ),
  annual: route({
    file: 'annual/[year].astro',
    view: annualPageView,
    pages: (model) => {
      const newest = newestDays(model)
      const all = [...formsByYear(model)]
      return all.map(([year, forms], n) => {
        const inspections = forms.flatMap((form) => form.columns.map((one) => one.inspection))
        const days = inspections.map((one) => (one === null ? undefined : newest.inspection(one)))
        return {
          entry: {
            href: at.annualPage(year),
            title: annualTitle(year),
            kind: null,
            ...changed(latest(days)),
          },
          props: { year, forms, previous: all[n - 1]?.[0], next: all[n + 1]?.[0] },
        }
      })
    },
  }),
  openness: route({
    file: 'openness/[year].astro',
    view: opennessYearView,
    // It leads to the newest year, which leads to the others.
    navigation: { id: 'openness', label: '政务公开台账', place: 9, group: 'duties' },
    pages: (model) => {
      const all = opennessYears(model)
      return all.map((of, n) => ({
        entry: {
          href: at.opennessPage(of.year),
          title: opennessTitle(of.year),
          kind: null,
          file:
            model.dataset.opennessOffice[of.year] === undefined
              ? authoredFile('openness', of.year, '').replace(/\/[^/]*$/, '')
              : authoredFile('openness-office', of.year),
          ...changed(latest(of.units.map(({ lookedOn }) => lookedOn ?? undefined))),
        },
        props: { of, previous: all[n - 1]?.year, next: all[n + 1]?.year },
      }))
    },
  }),
  opennessUnit: route({
    file: 'openness/[year]/[unit].astro',
    view: opennessUnitView,
    pages: (model) => {
      const years = opennessYears(model)
      const yearsOf = (id: string) =>
        years.filter(({ units }) => units.some(({ unit }) => unit === id)).map(({ year }) => year)
      const ofUnit = new Map(Object.keys(model.dataset.units).map((id) => [id, yearsOf(id)]))
      return years.flatMap((of) =>
        of.units.map((unit) => {
          const own = ofUnit.get(unit.unit) ?? []
          const n = own.indexOf(of.year)
          return {
            entry: {
              href: at.opennessUnitPage(of.year, unit.unit),
              title: `${unitName(model, unit.unit)}${opennessTitle(of.year)}`,
              kind: 'openness' as const,
              file: fileOfLedger(model, of.year, unit.unit),
              units: [unit.unit],
              ...changed(unit.lookedOn ?? undefined),
            },
            props: { of, unit, previous: own[n - 1], next: own[n + 1] },
          }
        }),
      )
    },
  }),
  data: single(
    {
      file: 'data.astro',
      view: dataView,
      navigation: { id: 'data', label: '数据目录', place: 12, group: 'notes' },
    },
    (model) => ({
      href: at.dataCatalogue,
      title: '数据目录',
      kind: 'manual',
      ...ofLists(model),
    }),
  ),
  pieces: single({ file: 'pieces.astro', view: piecesView }, () => ({
    href: at.pieces,
    title: '供其他网站引用',
    kind: null,
  })),
  about: single(
    { file: 'about.astro', view: (model) => aboutView(model, kindsOfPages(model)) },
    () => ({
      href: at.about,
      title: '关于本站',
      kind: 'notes',
    }),
  ),
  chapter: route({
    file: 'manual/[name].astro',
    view: chapterView,
    pages: (model) =>
      chapters(model).map((chapter) => ({
        entry: { href: chapter.href, title: chapter.title, kind: 'manual' },
        props: { chapter },
      })),
  }),
  codes: route({
    file: 'manual/codes/[group].astro',
    view: codesView,
    pages: (model) =>
      codeGroups(model).map((group) => ({
        entry: { href: group.href, title: group.title, kind: 'manual' },
        props: { group },
      })),
  }),
  search: single(
    {
      file: 'search.astro',
      view: (model) => ({
        filters: searchFilters(model, allPages(model)),
        answers: searchAnswers(model, (href) => pageAt(model, href)?.title),
        sections: siteMapOf(model).sections,
      }),
      isUnlisted: true,
      navigation: { id: 'search', label: '搜索', place: 13, group: 'notes' },
    },
    () => ({ href: at.search, title: '搜索', kind: null }),
  ),
  siteMap: single(
    {
      file: 'sitemap.astro',
      view: (model) => ({
        lead: `本站共${allPages(model).length}个页面，按期和类别列出。`,
        sections: siteMapOf(model).sections,
      }),
      isUnlisted: true,
    },
    () => ({
      href: at.siteMap,
      title: '网站地图',
      kind: null,
    }),
  ),
  siteMapPart: route({
    file: 'sitemap/[name].astro',
    view: siteMapPartView,
    isUnlisted: true,
    pages: (model): RoutePage<{ part: HtmlSiteMap['parts'][number] }>[] =>
      htmlSiteMap(model, allPages(model)).parts.map((part) => ({
        entry: { href: at.siteMapPart(part.name), title: part.title, kind: null },
        props: { part },
      })),
  }),
  /** Not for readers of the site, but for a frame in another page. */
  figures: route({
    file: 'figures/[id].astro',
    view: figuresView,
    isUnlisted: true,
    pages: (model) =>
      inspectionViews(model).map((view) => ({
        entry: {
          href: at.figurePage(view.inspection.id),
          title: `${inspectionName(view.inspection, '结果')}主要数字`,
          kind: null,
        },
        props: { view },
      })),
  }),
  /** Not for readers, but for those who edit the repository. */
  editor: route({
    file: 'admin/[editor].astro',
    view: editorView,
    isUnlisted: true,
    pages: ({ dataset: { site } }) => {
      const repository = editedRepository(site)
      return repository === null
        ? []
        : [
            {
              entry: { href: at.contentEditor, title: '内容编辑器', kind: null },
              props: { repository },
            },
          ]
    },
  }),
  former: route({
    file: '[...former].astro',
    view: formerView,
    pages: (model) =>
      formerPages(model).map((former) => ({
        entry: {
          href: former.href,
          title: former.title,
          kind: null,
          isFurther: true,
          changed: former.on,
        },
        props: { former },
      })),
  }),
  notFound: single({ file: '404.astro', view: notFoundView, isUnlisted: true }, () => ({
    href: at.notFound,
    title: '没有找到这个页面',
    kind: null,
  })),
}

export type RouteName = keyof typeof routes
type AnyRoute = Route<unknown>

const all: readonly AnyRoute[] = Object.values(routes)

interface Listed {
  readonly pages: readonly RoutePage<unknown>[]
  readonly byHref: ReadonlyMap<string, PageEntry>
}
const lists = new Memoized<Listed>()

function listed(model: Model, { file, pages }: AnyRoute): Listed {
  const list = (): Listed => {
    const found = pages(model)
    return { pages: found, byHref: new Map(found.map(({ entry }) => [entry.href, entry])) }
  }
  return lists.of(model, list, file)
}

/** The pages of a route. */
export const pagesOf = <Props>(model: Model, one: Route<Props>): readonly RoutePage<Props>[] =>
  listed(model, one).pages as readonly RoutePage<Props>[]

/** The pages that a file of `src/pages` renders, in the order of its `getStaticPaths`. */
export const pagesOfFile = (model: Model, file: string): readonly PageEntry[] =>
  all.filter((one) => one.file === file).flatMap((one) => entriesOf(model, one))

/** What `getStaticPaths` of a page's file returns. */
export function pathsOf<Props>(model: Model, one: Route<Props>) {
  const pattern = addressPattern(one.file)
  return pagesOf(model, one).map(({ entry, props }) => ({
    params: { ...pattern.exec(entry.href)?.groups },
    props,
  }))
}

/** The properties that the page of a route gets. */
export type PropsOf<R> = R extends Route<infer Props> ? Props : never

/** Every page, also those that nobody is led to, with what it shows. */
export const shownPages = (
  model: Model,
): { readonly entry: PageEntry; readonly view: () => unknown }[] =>
  all.flatMap((one) =>
    pagesOf(model, one).map(({ entry, props }) => ({ entry, view: () => one.view(model, props) })),
  )

/** The files in `src/pages` that make a page of this site. */
const kindsOfPages = (model: Model): ReadonlySet<string> =>
  new Set(all.filter((one) => pagesOf(model, one).length > 0).map(({ file }) => file))

const everything = new Memoized<readonly PageEntry[]>()

/** The folders of archived pages, in the order of their routes. */
export const archivedFolders: readonly string[] = [
  ...new Set(
    all.flatMap(({ file, archivedWith }) =>
      archivedWith !== undefined && file.includes('/') ? [file.slice(0, file.indexOf('/'))] : [],
    ),
  ),
]

/** Every page that readers and search engines are led to, once. */
export const allPages = (model: Model): readonly PageEntry[] =>
  everything.of(model, () => {
    const runs: AnyRoute[][] = []
    for (const one of all.filter(({ isUnlisted }) => isUnlisted !== true)) {
      const run = runs.at(-1)
      if (one.together !== undefined && run?.[0]?.together === one.together) run.push(one)
      else runs.push([one])
    }
    return runs.flatMap((run) => recordByRecord(run.map((one) => listedEntries(model, one))))
  })

const entriesOf = (model: Model, one: AnyRoute): PageEntry[] =>
  pagesOf(model, one).map(({ entry }) => entry)

/** A page at the former address of an unlisted page is not listed either. */
const listedEntries = (model: Model, one: AnyRoute): PageEntry[] =>
  one.file === routes.former.file
    ? entriesOf(model, one).filter(({ href }) => routeAt(href)?.route.isUnlisted !== true)
    : entriesOf(model, one)

/** Lists merged into one: of each record the entries of all lists, in their order. */
function recordByRecord(lists: readonly (readonly PageEntry[])[]): readonly PageEntry[] {
  const [only, ...others] = lists
  if (others.length === 0) return only ?? []
  const byRecord = lists.map((entries) => Map.groupBy(entries, ({ record }) => record))
  const records = new Set(byRecord.flatMap((groups) => [...groups.keys()]))
  return [...records].flatMap((record) => byRecord.flatMap((groups) => groups.get(record) ?? []))
}

/** How much of its addresses a file says itself, outside of brackets. */
const fixedLength = ({ file }: AnyRoute): number => file.replace(/\[[.\w]+\]/g, '').length

/** How the addresses of a file begin. */
const fixedStart = ({ file }: AnyRoute): string => `/${/^[^[.]*/.exec(file)?.[0] ?? ''}`

/** A file that says more of an address comes first, as in Astro. */
const matchers = (Object.keys(routes) as RouteName[])
  .map((name) => ({ name, route: routes[name] as AnyRoute }))
  .toSorted((a, b) => fixedLength(b.route) - fixedLength(a.route))
  .map((one) => ({
    ...one,
    start: fixedStart(one.route),
    pattern: addressPattern(one.route.file),
  }))

/**
 * The route of an address from the root of the site, with its parameters; found without the data.
 */
export function routeAt(
  href: string,
): { name: RouteName; route: AnyRoute; params: Readonly<Record<string, string>> } | undefined {
  for (const { name, route: one, start, pattern } of matchers) {
    if (!href.startsWith(start) || (one.address !== undefined && one.address !== href)) continue
    const found = pattern.exec(href)
    if (found !== null) return { name, route: one, params: { ...found.groups } }
  }
  return undefined
}

/** The entry of the page at an address from the root of the site. */
export function pageAt(model: Model, href: string): PageEntry | undefined {
  const found = routeAt(href)
  const entry = found && listed(model, found.route).byHref.get(href)
  // A record that is gone leaves a page at an address of the usual kind.
  return entry ?? listed(model, routes.former as AnyRoute).byHref.get(href)
}

/** The HTML site map: every page as a link, by period and kind. */
export const siteMapOf = (model: Model): HtmlSiteMap => htmlSiteMap(model, allPages(model))

/** An entry of the navigation as the header shows it. */
export interface NavigationEntry {
  readonly id: string
  readonly label: string
  readonly href: string
  /** Whether it is the first of another group than the entry before it. */
  readonly startsGroup: boolean
}

/** The entries of the navigation. A route without pages is not in it. */
export const navigationOf = (model: Model): NavigationEntry[] =>
  all
    .flatMap((one) =>
      one.navigation === undefined || one.navigation.isLeftOut?.(model) === true
        ? []
        : [{ ...one.navigation, one }],
    )
    .sort((a, b) => a.place - b.place)
    .flatMap(({ id, label, group, one }) => {
      const entry = entriesOf(model, one).at(-1)
      return entry === undefined
        ? []
        : [{ id, label: typeof label === 'string' ? label : label(model), href: entry.href, group }]
    })
    .map(({ group, ...entry }, n, all) => ({
      ...entry,
      startsGroup: n > 0 && all[n - 1]?.group !== group,
    }))

const newestOfAll = new Memoized<Pick<PageEntry, 'changed'>>()

/** The newest day of all, which every list tells. */
const ofLists = (model: Model): Pick<PageEntry, 'changed'> =>
  newestOfAll.of(model, () => changed(newestDays(model).all()))

const recordsOf = ({ dataset, index, asOf }: Model): readonly UnitRecord[] =>
  unitRecords(dataset, index, asOf)

const withIssues = ({ dataset }: Model): Inspection[] =>
  dataset.inspections.filter(({ issues = {} }) => Object.keys(issues).length > 0)

/** A page of each of some inspections, with its neighbours. */
const ofInspections = (
  inspections: readonly Inspection[],
  entry: (inspection: Inspection) => PageEntry,
) =>
  inspections.map((inspection, n) => ({
    entry: entry(inspection),
    props: { inspection, previous: inspections[n - 1], next: inspections[n + 1] },
  }))

/** An entry of an inspection, with its newest day. */
const inspectionEntry = (model: Model, inspection: Inspection, entry: PageEntry): PageEntry => ({
  file: authoredFile('inspection', inspection.id),
  ...entry,
  record: inspection.id,
  ...changed(newestDays(model).inspection(inspection)),
})

/** The page of the units and rounds of an office, counted from 1. */
const roundsEntry = (model: Model, number: number): PageEntry | null =>
  roundGroupsOf(model)[number - 1] === undefined
    ? null
    : {
        href: at.unitRounds(number),
        title: unitRoundsTitle(model, number),
        kind: null,
        ...ofLists(model),
      }

const issueLists = (model: Model) =>
  issueListPages(model).map((list) => ({
    entry: {
      href: list.href,
      title: list.title,
      kind: null,
      ...(list.number === 1 ? {} : { isFurther: true }),
      ...ofLists(model),
    },
    props: { list },
  }))

const registers = new Memoized<readonly Register[]>()
const registersOf = (model: Model): readonly Register[] =>
  registers.of(model, () =>
    [...model.index.orders.values()].map((order) => registerOf(model.dataset, order, model.asOf)),
  )

function labelOfRegisters(model: Model): string {
  return model.index.orders.size > 0 ? '自查整改公开台账' : `${subjectOfSite(model)}报告`
}

function hasPeriodList(model: Model): boolean {
  return reportPeriodsOf(model).length > 1
}

interface IndicatorProps {
  history: IndicatorHistory
  previous: IndicatorHistory | undefined
  next: IndicatorHistory | undefined
}

interface PublicationProps {
  of: YearOfRegisters
  previous: YearOfRegisters | undefined
  next: YearOfRegisters | undefined
}

interface ReportPeriodProps {
  period: ReportPeriod
  /** Undefined when no document orders reports for the period. */
  register: Register | undefined
  previous: ReportPeriod | undefined
  next: ReportPeriod | undefined
}

interface ReportProps {
  report: SelfInspection
  period: ReportPeriod
  unit: string
  /** Of its register; undefined for a report that nobody ordered from this unit. */
  row: RegisterRow | undefined
  register: Register | undefined
}

/** The reports of each period: those that a document ordered, then the others. */
function pagesOfReports(model: Model): RoutePage<ReportProps>[] {
  const newest = newestDays(model)
  const registers = new Map(registersOf(model).map((one) => [one.period, one]))
  return reportPeriodsOf(model).flatMap((period) => {
    const register = registers.get(period.id)
    const ordered = (register?.rows ?? []).flatMap((row): RoutePage<ReportProps>[] => {
      const { unit, report, status } = row
      if (report === null) return []
      const { state } = status
      const publication = state === 'on-time' || state === 'late' ? state : 'published'
      const day = newest.report(report)
      return [
        {
          entry: reportEntry(period.id, unit, report, publication, day),
          props: { period, unit, report, row, register },
        },
      ]
    })
    const others = period.unasked.map(({ unit, report }): RoutePage<ReportProps> => ({
      entry: reportEntry(period.id, unit, report, 'published', newest.report(report)),
      props: { period, unit, report, row: undefined, register },
    }))
    return [...ordered, ...others]
  })
}

/** The first page of each unit, by tier, then the pages after the first. */
function pagesOfUnits(model: Model) {
  const { dataset } = model
  const newest = newestDays(model)
  const records = recordsOf(model)
  const pages = records.map((record, n) =>
    unitPages(record).map((page): { entry: PageEntry; props: UnitProps } => ({
      entry: {
        href: page.href,
        title: page.title,
        file: authoredFile('units'),
        kind: page.number === 1 ? 'unit' : null,
        ...(page.number === 1
          ? { units: [record.id], ...formerly(record.unit) }
          : { isFurther: true }),
        ...changed(newest.unit(record)),
      },
      props: { record, page, previous: records[n - 1], next: records[n + 1] },
    })),
  )
  const first = new Map(pages.flatMap(([page]) => (page ? [[page.props.record.id, page]] : [])))
  return [
    ...unitsByTier(dataset).flatMap(({ units }) => units.flatMap((id) => first.get(id) ?? [])),
    ...pages.flatMap((all) => all.slice(1)),
  ]
}

interface UnitProps {
  record: UnitRecord
  page: UnitPage
  previous: UnitRecord | undefined
  next: UnitRecord | undefined
}

const formerly = ({ earlier_names: earlier }: NamedRecord): Pick<PageEntry, 'earlierNames'> =>
  earlier === undefined ? {} : { earlierNames: earlier }

/** The date of the last change; none for a page without dates. */
const changed = (day: string | undefined): Pick<PageEntry, 'changed'> =>
  day === undefined ? {} : { changed: day }

const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)

function issueEntry(model: Model, record: IssueRecord): PageEntry {
  const { id, issue, inspection } = record
  return {
    href: at.issuePage(id),
    title: `${issue.text}（${id}）`,
    kind: 'issue',
    period: inspection.id,
    file: authoredFile('inspection', inspection.id),
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
    file: authoredFile('self-inspection', period, unit),
    kind: 'self-inspection',
    period,
    record: period,
    units: [unit],
    states: [publication],
    ...changed(day),
  }
}
