import { join, resolve } from 'node:path'
import { demoAsOf } from '#tools/demo/generate.ts'
import { generateDemo } from '#tools/demo/province.ts'
import { isDemoFolder, writeDemo } from '#tools/demo/write.ts'
import { settingsFrom } from '#build/settings.ts'
import { build } from './build.ts'
import { demoOptions } from './demo-options.ts'
import { type Command, fail } from './command.ts'
import { preview } from './preview.ts'
import { printError, print } from './print.ts'

/** Writes the data of a fictional city, builds its site into its own folder and serves it. */
export const demo: Command = async (_settings, args) => {
  const options = demoOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const folder = resolve(options.out)
  if (!isDemoFolder(folder)) {
    printError(`${folder} 里有别的文件，示例数据不会覆盖它们；请用 --out 换一个空文件夹。\n`)
    return 1
  }
  const files = generateDemo(options)
  writeDemo(folder, files)
  print(`示例数据已写入：${folder}（${files.size} 个文件）\n`)

  const settings = settingsFrom({
    OUT_DIR: 'dist-demo',
    AS_OF: demoAsOf,
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
  })
  const failed = await build(settings, [])
  return failed || !options.serve ? failed : preview(settings, [])
}
