import { kindOfFile } from '#schema/authored-files.ts'
import { basename, dirname } from 'node:path'
import { notesText } from '#tools/import/note.ts'
import { type Plan, planImport } from '#tools/import/plan.ts'
import { templateMaps } from '#tools/import/template.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import { readSource } from '#read/files/files.ts'
import { loadChecked } from '#build/load-checked.ts'
import { rewriteFiles, textAt } from '#read/files/rewrite.ts'
import { formatText } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { locate } from '#model/records/locate.ts'
import { readRecord } from '#read/records/read-record.ts'
import { placeholders } from '#read/records/placeholders.ts'
import { importMap, importMapKind, type ImportMap } from '#schema/import-map.ts'
import { opennessHeadings } from '#schema/openness-headings.ts'
import { foldersOf, type Settings } from '#build/settings.ts'
import { editable } from '#read/yaml-edit/editable.ts'
import { type Command, fail } from './command.ts'
import { patchText } from './patch-text.ts'
import { schemasFrom } from './schema-folder.ts'
import { sheetsAt } from './sheet-file.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'

const usage = [
  '可以写：',
  '  npm run import -- 表格.xlsx --map 对应关系.yaml [--period 2024-q2]          看看会改什么，不写入',
  '  npm run import -- 表格.xlsx --map 对应关系.yaml [--period 2024-q2] --write  写入',
  '由 npm run export-template 生成的表格不用写 --map。',
].join('\n')

interface ImportOptions {
  readonly file: string
  readonly map: string | null
  readonly period: string | null
  readonly write: boolean
}

/** Imports the rows of a spreadsheet into the data; only shows the changes without `--write`. */
export const importSheet: Command = (settings, args) => {
  const options = importOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const read = sheetsAt(options.file)
  if ('mistake' in read) return fail(read.mistake)
  const found = options.map === null ? templateMaps(read.sheets) : mapAt(options.map)
  if (found === null)
    return fail(
      `“${options.file}”不是 npm run export-template 生成的表格，或者隐藏的工作表被改动了。请用 --map 写明各列的对应关系。\n${usage}`,
    )
  if ('mistake' in found) return fail(found.mistake)
  const without = found.find(({ period }) => (options.period ?? period) === undefined)
  if (without !== undefined) {
    const [which, example] = isOfYear(without.into) ? ['年', '2024'] : ['期', '2024-q2']
    return fail(
      `请写明导入到哪一${which}：在对应关系里写 period: "${example}"，或在命令里写 --period ${example}。\n${usage}`,
    )
  }
  const maps = found.flatMap((map) => {
    const period = options.period ?? map.period
    return period === undefined ? [] : [{ ...map, period }]
  })

  const folders = foldersOf(settings)
  const { dataset, problems } = loadChecked(folders)
  const errors = problems.filter((one) => one.level === 'error' && !isUnfinished(one))
  if (dataset === null || errors.length > 0)
    return fail(`数据里有${errors.length}处错误。请先运行 npm run check，改正后再导入。`)
  const plan = planImport({
    dataset,
    sheets: read.sheets,
    maps,
    read(file) {
      const text = textAt(folders, file)
      return text === null ? null : { text, value: editable(text).value }
    },
    schemaLine: (file) => schemaLine(settings, file),
  })
  if (plan.notes.length > 0) return fail(notesText(plan.notes, options.file).trimEnd())
  const refused = mistakesIn(plan)
  if (refused !== null) return fail(`照表格写出来的数据不合要求，没有导入：\n\n${refused}`)
  return finish(plan, options, settings)
}

/** Whether rows of a kind stand in a file for each year, not for each inspection. */
const isOfYear = (kind: string): boolean => kind in opennessHeadings || kind === 'annual-reports'

function finish(plan: Plan, { write }: ImportOptions, settings: Settings): number {
  const { rewrites, counts } = plan
  print(`新增${counts.added}行，改动${counts.changed}行，没有变化${counts.same}行。\n`)
  if (rewrites.length === 0) {
    print('数据文件没有变化。\n')
    return 0
  }
  if (!write) {
    print(`\n${rewrites.map(patchText).join('\n')}`)
    print('\n以上是试运行，什么也没有写入。核对无误后加上 --write 再运行一次。\n')
    return 0
  }
  const folders = foldersOf(settings)
  rewriteFiles(folders, new Map(rewrites.map(({ file, after }) => [file, after])))
  for (const { file, before } of rewrites)
    print(`${before === null ? '已新建' : '已改写'}：${file}\n`)
  print('请运行 npm run check 检查，再用 git diff 核对。\n')
  return 0
}

/** Problems of the changed files by their schemas; null when there are none. */
function mistakesIn({ rewrites }: Plan): string | null {
  const problems = rewrites.flatMap(({ file, after }) => {
    const source = { file, text: after }
    const kind = kindOfFile(file)?.kind
    const { problems: found, source: place } =
      kind === 'inspection'
        ? readRecord(source, fileKinds.inspection.schema, placeholders.inspection)
        : kind === 'openness'
          ? readRecord(source, fileKinds.openness.schema, placeholders.openness)
          : readRecord(source, fileKinds['self-inspection'].schema, placeholders.selfInspection)
    return locate(
      found.filter((one) => one.level === 'error' && !isUnfinished(one)),
      new Map([[file, place]]),
    )
  })
  return problems.length === 0 ? null : problemsText(problems)
}

/** The problems without the summary at the end of a report. */
const problemsText = (problems: readonly LocatedProblem[]): string =>
  formatText(problems).split('\n\n').slice(0, -1).join('\n\n')

/** The column map in a file, or what is wrong with it, in Chinese. */
function mapAt(path: string): ImportMap[] | { readonly mistake: string } {
  const { source, problem } = readSource(dirname(path), basename(path), path)
  if (source === null)
    return {
      mistake:
        problem === null ? `没有文件“${path}”。` : problemsText(locate([problem], new Map())),
    }
  const kind = readRecord(source, importMapKind, { into: 'issues' as const })
  const whole = readRecord(source, importMap(kind.value.into), {
    into: kind.value.into,
    columns: {},
  })
  const wrong = kind.problems.length > 0 ? kind : whole
  if (wrong.problems.length > 0)
    return { mistake: problemsText(locate(wrong.problems, new Map([[path, wrong.source]]))) }
  return [whole.value]
}

function schemaLine(settings: Settings, file: string): string | null {
  const schemas = schemasFrom(settings)
  const kind = kindOfFile(file)?.kind
  return schemas === null || kind === undefined
    ? null
    : `yaml-language-server: $schema=../../${schemas}/${kind}.json`
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function importOptions(
  args: readonly string[],
): ImportOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['map', 'period'], flags: ['write'], words: Infinity })
  if ('mistake' in read) return { mistake: `${read.mistake}\n${usage}` }
  const [file, ...more] = read.words
  if (file === undefined) return { mistake: `请写明导入哪一份表格。\n${usage}` }
  if (more.length > 0)
    return { mistake: `一次只导入一份表格，看不懂“${more.join(' ')}”。\n${usage}` }
  const { map = null, period = null } = read.values
  return { file, map, period, write: read.flags.has('write') }
}
