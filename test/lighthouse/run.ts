/**
 * The scores of Lighthouse for the kinds of pages that readers visit first: `npm run lighthouse`.
 * Accessibility, best practices and SEO have to be 100; performance depends on the machine and is
 * reported as the median of five runs. The fictional city has the pages that need several rounds. Lighthouse itself (some 180 MB) is fetched on demand, not a
 * dependency.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer as createPort } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import sirv from 'sirv'
import { openBrowser } from '../support/browser.ts'
import { command } from '../support/command.ts'

const version = '13.5.0'
const runs = 5
const perfect = ['accessibility', 'best-practices', 'seo'] as const
const pages = {
  sample: {
    首页: 'index.html',
    检查: 'inspections/2024-q1.html',
    通报: 'bulletins/2024-q1.html',
    单位: 'units/xuzhou.html',
    台账: 'self-inspections/2024-q2.html',
  },
  demo: {
    '首页（示例市）': 'index.html',
    历次对比: 'trends.html',
    各单位历次情况: 'matrix.html',
  },
}

interface Category {
  score: number | null
  auditRefs: { id: string; weight: number }[]
}
interface Report {
  categories: Record<string, Category>
  audits: Record<string, { title: string; score: number | null }>
}
type Lighthouse = (
  url: string,
  options: { port: number; output: 'json'; logLevel: 'error'; onlyCategories: string[] },
) => Promise<{ lhr: Report } | undefined>

/** Lighthouse in a fixed version, cached in a folder that `npm ci` removes. */
async function fetched(): Promise<Lighthouse> {
  const folder = resolve('node_modules/.cache', `lighthouse-${version}`)
  const manifest = join(folder, 'node_modules/lighthouse/package.json')
  if (!existsSync(manifest)) {
    process.stdout.write(`正在下载 Lighthouse ${version}（约 180 MB，只下载一次）……\n`)
    mkdirSync(folder, { recursive: true })
    const { status } = spawnSync(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', `lighthouse@${version}`],
      { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
    )
    if (status !== 0) throw new Error(`Lighthouse ${version} 没有下载成功，请检查网络后再试。`)
  }
  const file = createRequire(manifest).resolve('lighthouse')
  return ((await import(pathToFileURL(file).href)) as { default: Lighthouse }).default
}

/**
 * Serves the site as a server with the sample configuration does: compressed copies, and hashed
 * files that browsers cache.
 */
async function served(folder: string): Promise<{ url: string; close: () => void }> {
  const files = sirv(folder, {
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders: (response, path) => {
      if (/^\/assets\/[^/]+[.-][\w-]{8}\.(css|js|png|jpg)$/.test(path))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    },
  })
  const server = createServer(files)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${String(port)}/`, close }
}

async function freePort(): Promise<number> {
  const server = createPort()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

const hundred = (score: number | null | undefined): number => Math.round((score ?? 0) * 100)
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const lighthouse = await fetched()
const root = mkdtempSync(join(tmpdir(), 'gongshi-lighthouse-'))
const environment = { SITE_URL: 'https://www.example.gov.cn/', PRECOMPRESS: 'yes' }
const build: Readonly<Record<keyof typeof pages, (outDir: string) => void>> = {
  sample: (outDir) => {
    command(['build'], { ...environment, AS_OF: '2024-06-07', OUT_DIR: outDir })
  },
  demo: (outDir) => {
    command(['demo', '--no-serve', '--out', join(root, 'city')], {
      ...environment,
      OUT_DIR: outDir,
    })
  },
}
const port = await freePort()
const browser = await openBrowser('own', [`--remote-debugging-port=${String(port)}`])
try {
  for (const name of ['sample', 'demo'] as const) {
    const site = join(root, name)
    build[name](site)
    const { url, close } = await served(site)
    try {
      for (const [title, path] of Object.entries(pages[name])) await judge(title, path, url)
    } finally {
      close()
    }
  }
} finally {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
}

/** Prints the scores of a page; what is below 100 and has to be 100 fails the command. */
async function judge(title: string, path: string, url: string): Promise<void> {
  const reports: Report[] = []
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url + path, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', ...perfect],
    })
    if (result === undefined) throw new Error(`Lighthouse gave no report of ${path}`)
    reports.push(result.lhr)
  }
  const worst = (category: string): number =>
    Math.min(...reports.map(({ categories }) => hundred(categories[category]?.score)))
  const speed = median(reports.map(({ categories }) => hundred(categories['performance']?.score)))
  process.stdout.write(
    `${title}（${path}）：无障碍 ${String(worst('accessibility'))}，最佳做法 ${String(worst('best-practices'))}，搜索引擎 ${String(worst('seo'))}，性能 ${String(speed)}（${String(runs)} 次的中位数）\n`,
  )
  for (const category of perfect) {
    if (worst(category) === 100) continue
    process.exitCode = 1
    const failed = reports.flatMap(({ categories, audits }) =>
      (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) =>
        weight > 0 && (audits[id]?.score ?? 1) < 1 ? [`${id}：${audits[id]?.title ?? ''}`] : [],
      ),
    )
    for (const one of new Set(failed)) process.stdout.write(`  ${category} ${one}\n`)
  }
}
