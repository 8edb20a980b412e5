import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { demoAsOf, generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { copyOf, sample } from './authored.ts'
import { command, startCommand } from './command.ts'
import { writeFiles } from './folder.ts'
import { assembleRealCases } from './real-cases.ts'
import { reportsOnlySite } from './smallest-site.ts'

/** The folders of the sites that the tests read, and how each was built. */
export interface BuiltSites {
  /** The sample, the day after the 6/6 deadline. */
  real: string
  /** A copy of the sample in another folder, built in another time zone and locale. */
  again: string
  /** The demo city on its default day. */
  demo: string
  /**
   * The demo city after ten years, without most of the units' own reports, which halves the time.
   */
  decade: string
  /** All documents of test/cases/real in one site. */
  cases: string
  /** A fictional official site below a path of its portal, with its archives. */
  official: string
  /**
   * The same a quarter later: the next inspection has begun, with nothing filled in; with the
   * content editor.
   */
  draft: string
  /** The same inside a portal that provides header and footer. */
  embedded: string
  /** The three files of the manual's chapter on a site of reports alone, without a folder of content. */
  report: string
  /** A fictional county that publishes the reports of several units and no inspection, with archives. */
  reports: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: BuiltSites
  }
}

export const realAsOf = '2024-06-07'
/** The day before the fictional city's 6/6 deadline. */
const officialAsOf = '2025-06-05'
export const officialAddress = 'https://www.example.gov.cn/zwgk/jcgk/'
/** In the quarter of the newest reports. */
const reportsAsOf = '2024-06-20'
/** After the last date of any document of the cases. */
const casesAsOf = '2026-12-01'

const official = 'test/cases/official'
/** Settings of the fictional official site, except for its data. */
const portal = {
  AS_OF: officialAsOf,
  SITE_URL: officialAddress,
  CONTENT_DIR: `${official}/content`,
}

/** How each site is built into a folder, with cached input below `root`. */
const builders: Readonly<
  Record<keyof BuiltSites, (root: string, outDir: string) => Promise<void> | void>
> = {
  // The largest comes first, because it is built while all the others are.
  decade: (root, outDir) => buildDecade(join(root, 'decade-source'), outDir),
  real: (root, outDir) => {
    buildSample(join(root, 'real-source'), outDir, {})
  },
  again: (root, outDir) => {
    buildSample(join(root, '另一个 文件夹'), outDir, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' })
  },
  demo: (root, outDir) => {
    command(['demo', '--no-serve', '--out', join(root, 'demo-source')], { OUT_DIR: outDir })
  },
  cases: (root, outDir) => {
    const { data, content } = assembleRealCases(join(root, 'cases-source'))
    command(['build'], {
      AS_OF: casesAsOf,
      OUT_DIR: outDir,
      DATA_DIR: data,
      CONTENT_DIR: content,
    })
  },
  official: (_root, outDir) => {
    buildOfficial(outDir)
  },
  draft: (root, outDir) => {
    const { data, content } = copyOf(
      { data: `${official}/data`, content: `${official}/content` },
      join(root, 'draft-source'),
    )
    appendFileSync(join(data, 'site.yaml'), 'editor: {}\n')
    mkdirSync(join(data, 'registers'))
    writeFileSync(join(data, 'registers/2025-q2.yaml'), 'looked_on: 2025-06-11\n')
    const office = { AS_OF: '2025-07-10', DATA_DIR: data, CONTENT_DIR: content }
    command(['new', '2025-q2'], office)
    command(['build'], { ...office, UNFINISHED: 'show', OUT_DIR: outDir })
  },
  embedded: (root, outDir) => {
    const embedded = join(root, 'embedded-source')
    cpSync(`${official}/data`, embedded, { recursive: true })
    appendFileSync(join(embedded, 'site.yaml'), 'embedded: true\n')
    command(['archive'], { ...portal, DATA_DIR: embedded, OUT_DIR: outDir })
  },
  report: (root, outDir) => {
    const folder = join(root, 'report-source')
    writeFiles(folder, reportsOnlySite())
    command(['build'], {
      AS_OF: reportsAsOf,
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: outDir,
    })
  },
  reports: (root, outDir) => {
    command(['archive'], {
      AS_OF: reportsAsOf,
      SITE_URL: officialAddress,
      DATA_DIR: 'test/cases/reports/data',
      CONTENT_DIR: join(root, 'no-content'),
      OUT_DIR: outDir,
    })
  },
}

const folderFor = (site: keyof BuiltSites, root: string): string =>
  site === 'again' ? join(root, '另一个 文件夹', site) : join(root, site)

/** Builds one of the sites below a folder, and returns the site's own folder. */
export async function buildOne(site: keyof BuiltSites, root: string): Promise<string> {
  const outDir = folderFor(site, root)
  await builders[site](root, outDir)
  return outDir
}

/**
 * Builds the sites once for all files of the project. While working on one test, `ONLY_SITES=real,demo`
 * builds no others; their tests then fail.
 */
export default async function buildSites(project: TestProject): Promise<() => void> {
  const root = resolve('node_modules/.cache/test-sites')
  rmSync(root, { recursive: true, force: true })
  const names = Object.keys(builders) as (keyof BuiltSites)[]
  const only = process.env['ONLY_SITES']?.split(',')
  const wanted = names.filter((site) => only?.includes(site) ?? true)
  await Promise.all(wanted.map((site) => buildOne(site, root)))
  const sites = Object.fromEntries(names.map((site) => [site, folderFor(site, root)]))
  project.provide('sites', sites as unknown as BuiltSites)
  return () => {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The official site with its archives. */
export function buildOfficial(outDir: string, environment: Record<string, string> = {}): void {
  command(['archive'], {
    ...portal,
    DATA_DIR: `${official}/data`,
    OUT_DIR: outDir,
    ...environment,
  })
}

/** The sample, with the manual that the program brings. */
function buildSample(folder: string, outDir: string, environment: Record<string, string>): void {
  const { data, content } = copyOf(sample, folder)
  command(['build'], {
    AS_OF: realAsOf,
    OUT_DIR: outDir,
    DATA_DIR: data,
    CONTENT_DIR: content,
    ...environment,
  })
}

function buildDecade(folder: string, outDir: string): Promise<void> {
  const city = [...generateCity({ size: 'city-10y', seed: 1 })].filter(
    ([path]) => !path.includes('/self-inspections/') || path.endsWith('/li-jiang.yaml'),
  )
  writeDemo(folder, new Map(city))
  return startCommand(['build'], {
    AS_OF: demoAsOf,
    SITE_URL: officialAddress,
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: outDir,
  })
}
