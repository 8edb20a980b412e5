import { type Folders, readSource } from '#read/files/files.ts'
import { hasUncommitted } from '#read/files/git.ts'
import { planMigration } from '#read/migrations/migrate-files.ts'
import { placeIn, rewriteFiles, UnreadableFile } from '#read/files/rewrite.ts'
import { formatText } from '#messages/format.ts'
import { locate } from '#model/records/locate.ts'
import { parseYaml } from '#read/yaml/yaml-source.ts'
import { currentFormat } from '#schema/format.ts'
import { foldersOf } from '#build/settings.ts'
import { type Command, fail } from './command.ts'
import { patchText } from './patch-text.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'

const usage = [
  '可以写：',
  '  npm run migrate             看看会改什么，不写入',
  '  npm run migrate -- --write  写入',
].join('\n')

/** Migrates the data to the format of this release; only shows the changes without `--write`. */
export const migrate: Command = (settings, args) => {
  const options = readOptions(args, { flags: ['write'] })
  if ('mistake' in options) return fail(`${options.mistake}\n${usage}`)
  const folders = foldersOf(settings)
  try {
    const { from, steps, changes } = planMigration(folders)
    if (from > currentFormat)
      return fail(
        `数据是第${from}版格式，这个程序只认得到第${currentFormat}版。请升级程序，不要改数据。`,
      )
    if (from === currentFormat) {
      print(`数据已经是第${currentFormat}版格式，不用转换。\n`)
      return 0
    }
    print(`把数据从第${from}版格式转换成第${currentFormat}版：\n`)
    for (const { changes: says } of steps) for (const line of says) print(`  ${line}\n`)
    if (!options.flags.has('write')) {
      const patches = [...changes].map(([file, texts]) => patchText({ file, ...texts }))
      print(`\n${patches.join('\n')}`)
      print('\n以上是试运行，什么也没有写入。核对无误后运行 npm run migrate -- --write。\n')
      return 0
    }
    if (hasUncommitted(folders.data) || hasUncommitted(folders.content))
      return fail(
        'data 或 content 里有还没有提交的改动。请先用 git commit 提交，转换的改动才分得清、退得回。',
      )
    rewriteFiles(folders, new Map([...changes].map(([file, { after }]) => [file, after])))
    for (const file of changes.keys()) print(`已改写：${file}\n`)
    print('请运行 npm run check 检查，再用 git diff 核对。\n')
    return 0
  } catch (error) {
    if (error instanceof UnreadableFile) return fail(unreadable(error, folders))
    throw error
  }
}

/** Why a file cannot be migrated, with the place and the fix. */
function unreadable({ file, problem: known }: UnreadableFile, folders: Folders): string {
  const { root, path } = placeIn(folders, file)
  const { source, problem } =
    known === null ? readSource(root, path, file) : { source: null, problem: known }
  const found = source === null || problem !== null ? null : parseYaml(source)
  const problems = found === null ? [problem].filter((one) => one !== null) : found.problems
  const shown = found?.source ?? source
  const sources = shown === null ? new Map() : new Map([[file, shown]])
  const details =
    problems.length === 0
      ? ''
      : `\n\n${formatText(locate(problems, sources)).split('\n\n').slice(0, -1).join('\n\n')}`
  return `${file} 读不准，没有转换任何文件。请先改正：只能有一组字段，不用锚点（&、*）和分隔线（---）。${details}`
}
