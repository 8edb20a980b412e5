import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { z } from 'zod'
import { dayIn } from '#model/calendar.ts'
import { cityData } from '#tools/federation/city.ts'
import { cityList } from '#tools/federation/city-list.ts'
import { isCacheFolder } from '#tools/federation/city-cache.ts'
import { overviewOf } from '#tools/federation/overview.ts'
import { readTyped } from '#read/typed-file.ts'
import { everyNameIn } from '#read/files/regular-files.ts'
import { whileLocked } from '#build/output/lock.ts'
import { inStaging } from '#build/output/staging.ts'
import { printable } from '#messages/printable.ts'
import { buildOverview, overviewFile } from '#tools/federation/overview-site.ts'
import type { Settings } from '#build/settings.ts'
import { type Command, fail } from './command.ts'
import { isWithin, withOutput } from './output.ts'
import { readOptions } from './options.ts'
import { printError, print } from './print.ts'

const usage =
  '可以写：npm run federate -- cities.yaml [--out 输出文件夹] [--kept 副本文件夹] [--patience 秒]。'

/** Builds the overview of several cities from the data packages that they publish. */
export const federate: Command = async (settings, args) => {
  const options = federateOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { list, out, cacheFolder } = options
  const read = readTyped(list, cityList, { name: '', cities: {} })
  if ('mistake' in read) return fail(read.mistake)
  if (isWithin(out, cacheFolder) || isWithin(cacheFolder, out))
    return fail(
      `“${out}”和放副本的“${cacheFolder}”一个在另一个里面，副本会被公开或覆盖。请换一个。`,
    )
  return withOutput(out, (replace) => {
    if ((everyNameIn(out) ?? []).length > 0 && !existsSync(join(out, overviewFile)))
      return fail(`“${out}”里有别的文件，不是以前生成的汇总。请换一个空文件夹。`)
    if (!isCacheFolder(cacheFolder))
      return fail(`“${cacheFolder}”里有别的文件，请用 --kept 换一个空文件夹。`)
    return whileLocked(cacheFolder, () => fetchAndReplace(settings, options, read.value, replace))
  })
}

async function fetchAndReplace(
  settings: Settings,
  { list, out, cacheFolder, patience }: FederateOptions,
  known: z.infer<typeof cityList>,
  replace: (built: string) => void,
): Promise<number> {
  const today = settings.asOf ?? dayIn('Asia/Shanghai', new Date())
  const fetching = { base: dirname(list), cacheFolder, patience, today }
  const cities = await Promise.all(
    Object.entries(known.cities).map(([id, city]) => cityData(id, city, fetching)),
  )
  for (const { name, trouble, fetchedOn } of cities)
    if (trouble !== null)
      printError(
        `${printable(name)}：${printable(trouble)}；${fetchedOn === null ? '没有可用的副本，汇总里写明没有取到。' : `沿用${fetchedOn}取得的副本。`}\n`,
      )
  if (cities.every(({ tables }) => tables === null))
    return fail('一个市的数据也没有取到，没有生成新的汇总。')

  const overview = { ...known, asOf: today, cities: overviewOf(cities) }
  await inStaging(async (staging) => {
    await buildOverview(overview, staging)
    replace(staging)
  })
  const fetched = cities.filter(({ trouble }) => trouble === null).length
  print(`汇总已生成：${out}（${cities.length}个市，本次取到${fetched}个）\n`)
  return 0
}

interface FederateOptions {
  readonly list: string
  readonly out: string
  readonly cacheFolder: string
  readonly patience: number
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function federateOptions(
  args: readonly string[],
): FederateOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['out', 'kept', 'patience'], words: 1 })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const [list] = read.words
  if (list === undefined) return { mistake: `请写明列出各市的文件。${usage}` }
  const { out = 'dist-overview', kept: cacheFolder = '.federation', patience = '20' } = read.values
  if (!/^\d{1,3}$/.test(patience) || Number(patience) === 0)
    return { mistake: `“${patience}”不是秒数。${usage}` }
  return { list, out: resolve(out), cacheFolder: resolve(cacheFolder), patience: Number(patience) }
}
