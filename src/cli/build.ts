import { jsonText } from '#model/json-text.ts'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Model } from '#model/model.ts'
import type { Release } from '#export/packages/release.ts'
import { beginScripts } from '#export/scripts.ts'
import { commitOfFiles, firstCommits, GitMistake } from '#read/files/git.ts'
import { loadChecked } from '#build/load-checked.ts'
import { ensureListed, filesBelow } from '#build/output/closed-list.ts'
import { inStaging } from '#build/output/staging.ts'
import { formatText } from '#messages/format.ts'
import type { Problem } from '#messages/problem.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { releaseFiles, writeArchives } from '#build/archives.ts'
import { addCompressedCopies, type Saving } from '#build/compressed-copies.ts'
import { modelOfChecked } from '#build/read-model.ts'
import { areStopping, foldersOf, type Settings } from '#build/settings.ts'
import { type BuildOptions, BuildMonitor, buildOptions, summaryOf } from './build-monitor.ts'
import { NoBrowser } from './browser.ts'
import { type Command, fail } from './command.ts'
import { printedPages, printPages } from './pdf.ts'
import { occupiedMistake, overlapMistake, withOutput } from './output.ts'
import { withoutAddress } from './without-address.ts'
import { printError, print } from './print.ts'

/**
 * Checks the data, builds the site in a staging folder and then replaces the output atomically:
 * after a mistake in the data or a failed build the last good output remains.
 */
export const build: Command = (settings, args) => {
  const mistake = overlapMistake(settings)
  if (mistake !== null) return fail(mistake)
  const options = buildOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  return withOutput(settings.outDir, (replace) => buildAndReplace(settings, options, replace))
}

async function buildAndReplace(
  settings: Settings,
  { report }: BuildOptions,
  replace: (built: string) => void,
): Promise<number> {
  const { dataDir, outDir, siteUrl } = settings
  const mistake = occupiedMistake(outDir)
  if (mistake !== null) return fail(mistake)
  const monitor = new BuildMonitor('reading')
  const checked = loadChecked(foldersOf(settings))
  const { problems } = checked
  print(`${formatText(problems)}\n`)
  if (areStopping(problems, settings)) {
    if (existsSync(outDir)) print(unchangedText(outDir))
    return 1
  }
  const model = modelOfChecked(checked, settings)
  const { site, inspections, selfInspections } = model.dataset
  if (inspections.length === 0 && Object.values(selfInspections).every(isEmpty)) {
    print('没有生成新的网站：各期检查和自查报告都没有到公布日期（publish_on）。\n')
    return 1
  }
  if (siteUrl === undefined) print(withoutAddress(site.official))
  if (settings.history === 'git') printHistoryProblem(dataDir)
  monitor.enter('bundling')
  try {
    await inStaging(async (staging) => {
      await buildAll(staging, settings, model, monitor)
      await addFromBuilt(staging, settings, model, problems)
      replace(staging)
    })
  } catch (error) {
    if (existsSync(outDir)) printError(unchangedText(outDir))
    if (error instanceof NoBrowser) return fail(error.message)
    throw error
  }
  const buildReport = monitor.end(
    (path) => gzipSync(readFileSync(join(outDir, path)), { level: 9 }).length,
  )
  if (report !== null) writeFileSync(report, jsonText(buildReport))
  const warnings = problems.filter(({ level }) => level === 'warning').length
  print(
    [
      `网站已生成：${outDir}`,
      ...summaryOf(buildReport),
      ...(warnings === 0 ? [] : [`检查数据时有 ${warnings} 个警告，见上。`]),
      '',
    ].join('\n'),
  )
  if (problems.some(isUnfinished)) print('这是草稿：还有没有填写的地方，每页都已注明，不能发布。\n')
  return 0
}

const isEmpty = (reports: object): boolean => Object.keys(reports).length === 0

/**
 * Adds the files that are derived from a built site: archives, PDFs and compressed copies.
 *
 * @throws UnlistedFiles when the folder contains any other new file
 */
async function addFromBuilt(
  folder: string,
  settings: Settings,
  model: Model,
  problems: readonly Problem[],
): Promise<void> {
  const isCompressed = settings.precompress === 'yes'
  if (!model.isArchived && !model.hasPdfs && !isCompressed) return
  const listed = new Set(filesBelow(folder))
  if (model.isArchived) {
    const release = addArchives(folder, model, problems, settings)
    for (const path of releaseFiles(release)) listed.add(path)
    printArchived(release)
  }
  if (model.hasPdfs) {
    const pdfs = await printPages(folder, printedPages(folder), folder, {
      fonts: 'own',
      chromium: settings.chromium,
    })
    for (const path of pdfs) listed.add(path)
    print(`已为通报、台账和报告做了${pdfs.length}个 PDF 文件。\n`)
  }
  if (isCompressed) printSaving(await addCompressedCopies(folder))
  ensureListed(
    folder,
    (path) => listed.has(path) || (isCompressed && listed.has(path.replace(/\.(gz|br)$/, ''))),
  )
}

async function buildAll(
  outDir: string,
  settings: Settings,
  model: Model,
  progress: BuildMonitor,
): Promise<void> {
  // The bundler's threads work while Astro is loaded.
  beginScripts()
  // Loaded on demand: Astro is large, and a build that the check refuses does not need it.
  const [{ build: astroBuild }, { astroConfig }] = await Promise.all([
    import('astro'),
    import('#build/astro-config.ts'),
  ])
  await astroBuild({
    ...astroConfig({ ...settings, outDir }, { model, progress }),
    configFile: false,
    logLevel: 'warn',
  })
}

const unchangedText = (outDir: string): string =>
  `没有生成新的网站；${outDir} 里仍是上一次的内容。\n`

function addArchives(
  folder: string,
  { dataset, index, asOf }: Model,
  problems: readonly Problem[],
  { dataDir, contentDir }: Settings,
): Release {
  const commit = commitOfFiles([dataDir, contentDir])
  return writeArchives(folder, { dataset, index, asOf, problems, commit })
}

function printArchived({ archives, commit }: Release): void {
  const files = archives.reduce((sum, { files: own }) => sum + own.length, 0)
  print(`已归档${archives.length}期，共${files}个文件，校验清单在 archives 文件夹。\n`)
  if (commit === null) print('数据不在 git 仓库里，或者有没有提交的改动：清单没有写提交号。\n')
}

/**
 * Prints why the pages do not show when a file was first committed, if the history is incomplete.
 */
function printHistoryProblem(dataDir: string): void {
  try {
    firstCommits(dataDir)
  } catch (error) {
    if (!(error instanceof GitMistake)) throw error
    print(`HISTORY=git：${error.message}页面不写入库日期。\n`)
  }
}

function printSaving({ files, whole, gzip, brotli }: Saving): void {
  const share = (bytes: number): string => `${Math.round((bytes / whole) * 100)}%`
  if (files > 0)
    print(
      `已为 ${files} 个文件生成压缩副本：.gz 是原来大小的 ${share(gzip)}，.br 是 ${share(brotli)}。\n`,
    )
}
