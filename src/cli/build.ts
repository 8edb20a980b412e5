import { existsSync, writeFileSync } from 'node:fs'
import type { Model } from '#model/model.ts'
import type { Release } from '#export/packages/release.ts'
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
import { type BuildOptions, BuildWatch, buildOptions, summaryOf } from './build-watch.ts'
import { type Command, fail } from './command.ts'
import { occupiedMistake, overlapMistake, withOutput } from './output.ts'
import { withoutAddress } from './without-address.ts'
import { complain, say } from './print.ts'

/**
 * Checks, builds aside, and only then puts the site in place: a mistake in the data or a failed
 * build leaves the last good output as it was.
 */
export const build: Command = (settings, args) => {
  const mistake = overlapMistake(settings)
  if (mistake !== null) return fail(mistake)
  const options = buildOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  return withOutput(settings.outDir, (put) => buildAndPut(settings, options, put))
}

async function buildAndPut(
  settings: Settings,
  { report }: BuildOptions,
  put: (built: string) => void,
): Promise<number> {
  const { dataDir, outDir, siteUrl } = settings
  const mistake = occupiedMistake(outDir)
  if (mistake !== null) return fail(mistake)
  const watch = new BuildWatch('reading')
  const checked = loadChecked(foldersOf(settings))
  const { problems } = checked
  say(`${formatText(problems)}\n`)
  if (areStopping(problems, settings)) {
    if (existsSync(outDir)) say(lastStays(outDir))
    return 1
  }
  const model = modelOfChecked(checked, settings)
  const { site, inspections } = model.dataset
  if (inspections.length === 0) {
    say('没有生成新的网站：各期检查都没有到公布日期（publish_on）。\n')
    return 1
  }
  if (siteUrl === undefined) say(withoutAddress(site.official))
  if (settings.history === 'git') noteOnHistory(dataDir)
  watch.enter('bundling')
  try {
    await inStaging(async (staging) => {
      await buildAll(staging, settings, model, watch)
      await addFromBuilt(staging, settings, model, problems)
      put(staging)
    })
  } catch (error) {
    if (existsSync(outDir)) complain(lastStays(outDir))
    throw error
  }
  const made = watch.end()
  if (report !== null) writeFileSync(report, `${JSON.stringify(made, null, 2)}\n`)
  const warnings = problems.filter(({ level }) => level === 'warning').length
  say(
    [
      `网站已生成：${outDir}`,
      ...summaryOf(made),
      ...(warnings === 0 ? [] : [`检查数据时有 ${warnings} 个警告，见上。`]),
      '',
    ].join('\n'),
  )
  if (problems.some(isUnfinished)) say('这是草稿：还有没有填写的地方，每页都已注明，不能发布。\n')
  return 0
}

/**
 * Adds the files that are made from those of a built site: archives, compressed copies.
 *
 * @throws UnlistedFiles when anything but these has come into the folder
 */
async function addFromBuilt(
  folder: string,
  settings: Settings,
  model: Model,
  problems: readonly Problem[],
): Promise<void> {
  const isCompressed = settings.precompress === 'yes'
  if (!model.isArchived && !isCompressed) return
  const listed = new Set(filesBelow(folder))
  if (model.isArchived) {
    const release = archived(folder, model, problems, settings)
    for (const path of releaseFiles(release)) listed.add(path)
    sayArchived(release)
  }
  if (isCompressed) noteOnSaving(await addCompressedCopies(folder))
  ensureListed(
    folder,
    (path) => listed.has(path) || (isCompressed && listed.has(path.replace(/\.(gz|br)$/, ''))),
  )
}

async function buildAll(
  outDir: string,
  settings: Settings,
  model: Model,
  progress: BuildWatch,
): Promise<void> {
  // Astro is large: a build that the check refuses does not load it.
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

const lastStays = (outDir: string): string => `没有生成新的网站；${outDir} 里仍是上一次的内容。\n`

function archived(
  folder: string,
  { dataset, index, asOf }: Model,
  problems: readonly Problem[],
  { dataDir, contentDir }: Settings,
): Release {
  const commit = commitOfFiles([dataDir, contentDir])
  return writeArchives(folder, { dataset, index, asOf, problems, commit })
}

function sayArchived({ archives, commit }: Release): void {
  const files = archives.reduce((sum, { files: own }) => sum + own.length, 0)
  say(`已归档${archives.length}期，共${files}个文件，校验清单在 archives 文件夹。\n`)
  if (commit === null) say('数据不在 git 仓库里，或者有没有提交的改动：清单没有写提交号。\n')
}

/** Says why the pages do not tell when a file was first committed, where that cannot be known. */
function noteOnHistory(dataDir: string): void {
  try {
    firstCommits(dataDir)
  } catch (error) {
    if (!(error instanceof GitMistake)) throw error
    say(`HISTORY=git：${error.message}页面不写入库日期。\n`)
  }
}

function noteOnSaving({ files, whole, gzip, brotli }: Saving): void {
  const share = (bytes: number): string => `${Math.round((bytes / whole) * 100)}%`
  if (files > 0)
    say(
      `已为 ${files} 个文件生成压缩副本：.gz 是原来大小的 ${share(gzip)}，.br 是 ${share(brotli)}。\n`,
    )
}
