import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filesBelow } from './output/closed-list.ts'
import { attachmentPath, fileWords } from '#model/attachment.ts'
import { chineseDate } from '#model/calendar.ts'
import { compareText, type Dataset, type Index } from '#model/dataset.ts'
import {
  type ArchiveContents,
  type ArchiveScope,
  archivedPage,
  contentsPage,
  isArchived,
  assetsOf,
  zipped,
} from '#export/packages/archive.ts'
import { fileFacts } from '#export/packages/data-package.ts'
import {
  type ArchiveFacts,
  type Release,
  releaseFile,
  releaseText,
  releaseVersion,
  sumsFile,
  sumsText,
} from '#export/packages/release.ts'
import type { Problem } from '#messages/problem.ts'
import { unescapedXml } from '#model/xml-text.ts'
import * as at from '#view/addresses.ts'
import { archivedFolders } from '#view/routes.ts'
import { tableKinds } from '#view/tables/kinds.ts'
import { tableFormatOf } from '#export/tables/formats.ts'
import { type ArchivedPart, archivedParts } from '#view/archived-parts.ts'
import { product } from './product.ts'

interface ReleaseSource {
  readonly dataset: Dataset
  readonly index: Index
  readonly asOf: string
  readonly problems: readonly Problem[]
  readonly commit: string | null
}

/**
 * Writes an archive of each inspection, and of each other period of reports, into the folder of a built site, with the hashes of the
 * archives and a record of what they were built from.
 */
export function writeArchives(folder: string, source: ReleaseSource): Release {
  const site = builtFiles(folder)
  const target = join(folder, at.archives.slice(1))
  mkdirSync(target, { recursive: true })
  const archives = archivedParts(source).map((part): ArchiveFacts => {
    const files = archiveFiles(part, source, site)
    const zip = zipped(files, part.day)
    const path = `${part.id}.zip`
    writeFileSync(join(target, path), zip)
    return {
      ...fileFacts(path, zip),
      ...(part.inspection === null ? { period: part.id } : { inspection: part.id }),
      title: part.title,
      files: [...files]
        .map(([name, bytes]) => fileFacts(name, bytes))
        .sort((a, b) => compareText(a.path, b.path)),
    }
  })
  const release: Release = {
    version: releaseVersion,
    product,
    node: Number(process.versions.node.split('.')[0]),
    commit: source.commit,
    as_of: source.asOf,
    check: checkResult(source.problems),
    archives,
  }
  writeFileSync(join(target, sumsFile), sumsText(archives))
  writeFileSync(join(target, releaseFile), releaseText(release))
  return release
}

/** The paths, below the root of a site, of the archives and of the files that describe them. */
export const releaseFiles = ({ archives }: Release): string[] =>
  [sumsFile, releaseFile, ...archives.map(({ path }) => path)].map(
    (name) => `${at.archives.slice(1)}/${name}`,
  )

/** The files of a built site; each is read only on demand. */
interface Built {
  readonly paths: readonly string[]
  readonly has: (path: string) => boolean
  readonly read: (path: string) => Buffer
}

function builtFiles(folder: string): Built {
  const paths = filesBelow(folder).sort(compareText)
  const known = new Set(paths)
  return {
    paths,
    has: (path) => known.has(path),
    read: (path) => readFileSync(join(folder, path)),
  }
}

const isPage = (path: string): boolean => path.endsWith('.html')

/** Every file of an archive, by its path there. */
function archiveFiles(
  part: ArchivedPart,
  { dataset, index, asOf }: ReleaseSource,
  site: Built,
): Map<string, Uint8Array> {
  const scope = scopeOf(part, index)
  const own = site.paths.filter((path) => isArchived(path, scope))
  const pages = own.filter(isPage).map((path) => ({ path, html: site.read(path).toString('utf8') }))
  const others = own.filter((path) => !isPage(path))
  const schemas = site.paths.filter((path) => /^schema\/(tables|records)\//.test(path))
  const needed = withImportedScripts(
    [...new Set(pages.flatMap(({ path, html }) => assetsOf(html, path)))],
    site,
  )
  const contents = 'index.html'
  const held = new Set([contents, ...own, ...schemas, ...needed])
  const page = contentsPage({
    title: part.title,
    lead: `${dataset.site.name}${part.issuers === null ? '' : `，${part.issuers}`}。内容截至${chineseDate(asOf)}，与网站当日的页面相同；指向其他页面的链接只保留文字。`,
    styles: needed.filter((path) => /(^|\/)SitePage\.[^/]*\.css$/.test(path)),
    groups: groupsOf(pages, others, site, dataset),
  })
  return new Map<string, Uint8Array>([
    [contents, Buffer.from(page)],
    ...pages.map(
      ({ path, html }) =>
        [path, Buffer.from(archivedPage(html, path, (to) => held.has(to)))] as const,
    ),
    ...[...others, ...schemas, ...needed].map((path) => [path, site.read(path)] as const),
  ])
}

const scopeOf = ({ id, inspection, periods }: ArchivedPart, index: Index): ArchiveScope => ({
  id: inspection === null ? null : id,
  issues: new Set((index.issuesByInspection.get(id) ?? []).map((record) => record.id)),
  periods,
})

/** Files and the scripts that they load: a script names other scripts in the same folder. */
function withImportedScripts(paths: readonly string[], site: Built): string[] {
  const found = new Set(paths.filter(site.has))
  const scripts = site.paths.filter((path) => /^assets\/[^/]+\.js$/.test(path))
  for (const path of found)
    if (path.endsWith('.js')) {
      const code = site.read(path).toString('utf8')
      for (const script of scripts)
        if (code.includes(script.slice('assets/'.length))) found.add(script)
    }
  return [...found]
}

function groupsOf(
  pages: readonly { path: string; html: string }[],
  others: readonly string[],
  site: Built,
  dataset: Dataset,
): ArchiveContents['groups'] {
  const titles = attachmentTitles(dataset)
  const files = (chosen: readonly string[]) =>
    chosen.map((path) => {
      const name = titles.get(path) ?? tableTitle(path) ?? ''
      const place = path.split('/').slice(1).join('/')
      return {
        label: `${name === '' ? place : `${name}，${place}`}（${fileWords(path, site.read(path).length)}）`,
        href: path,
      }
    })
  const order = (path: string): number => {
    const folder = archivedFolders.indexOf(path.split('/')[0] ?? '')
    return folder < 0 ? archivedFolders.length : folder
  }
  const isData = (path: string): boolean => path.startsWith('data/')
  const isAttachment = (path: string): boolean => path.startsWith('attachments/')
  return [
    {
      title: '页面',
      links: pages
        .toSorted(
          (a, b) => order(a.path) - order(b.path) || compareText(stemOf(a.path), stemOf(b.path)),
        )
        .map(({ path, html }) => ({ label: headingOf(html), href: path })),
    },
    { title: '附件', links: files(others.filter(isAttachment)) },
    { title: '文件', links: files(others.filter((path) => !isData(path) && !isAttachment(path))) },
    { title: '数据', links: files(others.filter(isData)) },
  ]
}

const stemOf = (path: string): string => path.replace(/\.html$/, '')

/** The title of a file of tables; undefined for any other file. */
function tableTitle(path: string): string | undefined {
  const format = tableFormatOf(path)
  if (format?.holds === 'all tables') return '全部表'
  const name = format && basename(path, `.${format.extension}`)
  return tableKinds.find((kind) => kind.name === name)?.title
}

/** The titles of attachments, by their paths on the site. */
function attachmentTitles({ inspections, selfInspections }: Dataset): Map<string, string> {
  const named = [
    ...inspections.flatMap(({ id, attachments = [] }) =>
      attachments.map(({ file, title }) => [attachmentPath(id, file), title] as const),
    ),
    ...Object.entries(selfInspections).flatMap(([period, reports]) =>
      Object.entries(reports).flatMap(([unit, { attachments = [], archived }]) => [
        ...(archived === undefined
          ? []
          : [[attachmentPath(period, unit, archived.file), '存档副本'] as const]),
        ...attachments.map(
          ({ file, title }) => [attachmentPath(period, unit, file), title] as const,
        ),
      ]),
    ),
  ]
  return new Map(named.map(([path, title]) => [at.attachment(path).slice(1), title]))
}

/** The text of a page's first heading. */
function headingOf(html: string): string {
  const [, heading = ''] = /<h1[^>]*>([^]*?)<\/h1>/.exec(html) ?? []
  return unescapedXml(heading.replace(/<[^>]*>/g, '')).trim()
}

function checkResult(problems: readonly Problem[]): Release['check'] {
  const warnings = problems.filter(({ level }) => level === 'warning').map(({ code }) => code)
  return {
    errors: problems.filter(({ level }) => level === 'error').length,
    warnings: Object.fromEntries(
      [...new Set(warnings)]
        .sort(compareText)
        .map((code) => [code, warnings.filter((other) => other === code).length]),
    ),
  }
}
