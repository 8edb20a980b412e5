/**
 * Every address of the site. They are root-absolute here; the middleware makes them relative in each
 * page, so that the site works under any path. Published addresses never change.
 */

export const home = '/index.html'
export const issueList = '/issues.html'
export const issueCut = (cut: string, id: string): string => `/issues/${cut}/${id}.html`
/** A page of a long list, counted from 1. No id holds an underscore. */
export const listPage = (list: string, number: number): string => {
  if (number === 1) return list
  return list === issueList
    ? `/issues/all/page_${number}.html`
    : list.replace(/\.html$/, `_${number}.html`)
}
export const unitList = '/units.html'
export const deadlineBoard = '/deadlines.html'
export const calendar = '/calendar.ics'
export const method = '/method.html'
export const about = '/about.html'
export const correctionList = '/corrections.html'
export const feed = '/feed.xml'
export const correctionFeed = '/corrections.xml'
export const unitFeed = (id: string): string => `/units/${id}.xml`
/** An archive of a feed, counted from the oldest. No id holds an underscore. */
export const feedArchive = (feed: string, number: number): string =>
  feed.replace(/\.xml$/, `_${number}.xml`)

/**
 * A full address, for files that are read outside the site. The site may be in a folder of its
 * host.
 */
export const absolute = (siteUrl: string, address: string): string =>
  `${siteUrl.replace(/\/+$/, '')}${address}`
/** The preview picture of a shared page: one for each period and kind of page. */
export const sharePicture = (kind: string, id: string): string => `/share/${kind}/${id}.png`
export const search = '/search.html'
export const notFound = '/404.html'
export const contentEditor = '/admin/index.html'
export const issueListData = '/assets/issue-list.json'
/** Everything in one file: the data package of all tables. */
export const wholeDownload = '/data/all.zip'
/** What the home page shows of a unit that a reader follows. */
export const followedUnit = (id: string): string => `/assets/units/${id}.json`
/** The home page with a unit to follow. */
export const followUnit = (id: string): string => `${home}#unit=${id}`
export const searchTitles = '/assets/search-titles.json'
export const webManifest = '/manifest.webmanifest'
export const siteMap = '/sitemap.html'
/** The map for search engines, or one of its files, counted from 1. */
export const siteMapFile = (number: number | null): string =>
  number === null ? '/sitemap.xml' : `/sitemap_${number}.xml`
export const siteMapPart = (name: string): string => `/sitemap/${name}.html`

export const inspectionPage = (id: string): string => `/inspections/${id}.html`
/** The findings of an inspection as a checklist for self-inspection. */
export const checklistPage = (id: string): string => `/inspections/${id}-checklist.html`
/** The ledger of an inspection's issues. */
export const rectificationPage = (id: string): string => `/inspections/${id}-rectification.html`
export const rectificationList = '/rectification.html'
export const bulletinPage = (id: string): string => `/bulletins/${id}.html`
/** The bulletin as a Word document. */
export const bulletinDocument = (id: string): string => `/bulletins/${id}.docx`
export const issuePage = (id: string): string => `/issues/${id}.html`
export const unitPage = (id: string): string => `/units/${id}.html`
export const unitCalendar = (id: string): string => `/units/${id}.ics`
export const registerPage = (period: string): string => `/self-inspections/${period}.html`
/** Every period of self-inspections with its counts. */
export const reportPeriodList = '/self-inspections.html'
/** Who was late in a year, or is not recorded. The folder of registers has an id such as `2024` already. */
export const publicationPage = (year: string): string => `/publication/${year}.html`
export const yearPart = (year: string): string => `years/${year}`
export const selfInspectionPage = (period: string, unit: string): string =>
  `/self-inspections/${period}/${unit}.html`
export const registerDocument = (period: string): string => `/self-inspections/${period}.docx`
/** The form of a Word document without text, which the forms fill in the browser. */
export const blankDocument = '/submit/blank.docx'
export const selfInspectionDocument = (period: string, unit: string): string =>
  `/self-inspections/${period}/${unit}.docx`
/** The figures of a year's inspections for the yearly supervision report. */
export const annualPage = (year: number): string => `/annual/${year}.html`
export const annualWorkbook = (year: number): string => `/annual/${year}.xlsx`
/** The page with the form of a kind of file. */
export const submitPage = (kind: string): string => `/submit/${kind}.html`
/** The page with a form in which the order or issue, and the unit, are chosen already. */
export const submitFor = (kind: string, of: string, unit?: string): string =>
  `${submitPage(kind)}#${new URLSearchParams({ of, ...(unit === undefined ? {} : { unit }) }).toString()}`
/** The ledger of policies and consultations of a year, and what a unit has in it. */
export const opennessPage = (year: string): string => `/openness/${year}.html`
export const opennessUnitPage = (year: string, unit: string): string =>
  `/openness/${year}/${unit}.html`
export const policyAnchorName = (id: string): string => `policy-${id}`
export const consultationAnchorName = (id: string): string => `consultation-${id}`
export const consultationAnchor = (year: string, unit: string, id: string): string =>
  `${opennessUnitPage(year, unit)}#${consultationAnchorName(id)}`
export const inspectionList = '/inspections.html'
/** What changed over all rounds. */
export const trends = '/trends.html'
/** All units beside all rounds; of a site of several offices, one page for each, counted from 1. */
export const unitRounds = (number: number): string =>
  number === 1 ? '/matrix.html' : `/matrix/${number}.html`
/** A unit's record over the years. */
export const unitHistory = (id: string): string => `/units/${id}/history.html`
export const channelPage = (id: string): string => `/channels/${id}.html`
export const areaAnchor = (inspection: string, area: string): string =>
  `${inspectionPage(inspection)}#${area}`
export const deadlineAnchor = (inspection: string, id: string): string =>
  `${deadlineBoard}#${inspection}-${id}`
export const inspectionData = (id: string): string => `/data/inspections/${id}.json`
export const statementData = (issue: string, unit: string): string =>
  `/data/rectifications/${issue}/${unit}.json`
export const selfInspectionData = (period: string, unit: string): string =>
  `/data/self-inspections/${period}/${unit}.json`
export const dataCatalogue = '/data.html'
/** A table of a part of the data: of all, of an inspection, a register or a unit. */
export const dataTable = (part: string, table: string, extension: string): string =>
  `/data/${part}/${table}.${extension}`
/** A table as CSV without a byte-order mark, for the data package of its part. */
export const packagedTable = (part: string, table: string): string =>
  `/data/${part}/plain/${table}.csv`
/** All tables of a part in one workbook. */
export const dataWorkbook = (part: string, extension = 'xlsx'): string =>
  `/data/${part}.${extension}`
export const allData = 'all'
export const inspectionPart = (id: string): string => `inspections/${id}`
export const registerPart = (period: string): string => `registers/${period}`
export const opennessPart = (year: string): string => `openness/${year}`
export const unitPart = (id: string): string => `units/${id}`
export const dataPackage = '/data/datapackage.json'
export const partPackage = (part: string): string => `/data/${part}/datapackage.json`
/** The data dictionary as a file. */
export const dictionary = (format: 'csv' | 'json'): string => `/data/dictionary.${format}`
export const packagedDictionary = '/data/plain/dictionary.csv'
export const dataCatalogueFile = '/data/catalogue.jsonld'
/** The files of a chart of a part of the site, without their ending. */
export const chartFile = (part: string, id: string): string => `/charts/${part}/${id}`
/** The state of a unit in a register, as a picture. */
export const badge = (period: string, unit: string): string => `/badges/${period}/${unit}.svg`
/** The figures of an inspection to embed in another site, and their oEmbed description. */
export const figurePage = (id: string): string => `/figures/${id}.html`
export const figureEmbedding = (id: string): string => `/figures/${id}.json`
/** The page that explains how other sites can embed badges, charts and figures. */
export const pieces = '/pieces.html'
/** The folder of the archives, and the archive of an inspection. */
export const archives = '/archives'
export const archive = (id: string): string => `${archives}/${id}.zip`
export const archiveSums = `${archives}/SHA256SUMS`
export const archiveRelease = `${archives}/release.json`
export const attachment = (path: string): string => `/attachments/${path}`
export const manualPage = (name: string): string => `/manual/${name}.html`
/** The page that explains the message codes of one subject. */
export const codeGroupPage = (name: string): string => `/manual/codes/${name}.html`
/** Every indicator with its counts, and the page of one. */
export const indicatorList = '/indicators.html'
export const indicatorPage = (id: string): string => `/indicators/${id}.html`
/** The meaning of the words that the site uses. */
export const glossary = '/glossary.html'

/** The passage of the bulletin that a record is based on. */
export const passage = (inspection: string, anchor: string): string =>
  `${bulletinPage(inspection)}#${anchor}`
