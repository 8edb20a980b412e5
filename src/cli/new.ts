import { authoredFile } from '#schema/authored-files.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexDataset } from '#model/dataset.ts'
import { loadChecked } from '#build/load-checked.ts'
import { kindAt, makeFoldersFor } from '#read/files/regular-files.ts'
import { placeIn } from '#read/files/rewrite.ts'
import { printable, printableLines } from '#messages/printable.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { scaffold, type Request } from '#tools/new/scaffold.ts'
import { asOfDay, foldersOf, type Settings } from '#build/settings.ts'
import { type Command, fail } from './command.ts'
import { schemasFrom } from './schema-folder.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'

const usage = [
  '可以写：',
  '  npm run new -- 2024-q2                             新一期检查和通报草稿',
  '  npm run new -- --after 2024-q1                     同上，接着某一期',
  '  npm run new -- self-inspection 2024-q2 单位编号    单位的自查整改情况',
  '  npm run new -- rectification 2024-q1-05 单位编号   单位对问题的整改说明',
  '  npm run new -- openness 2023 单位编号              单位一年的政策文件和征求意见',
  '  npm run new -- openness 2023                       办公室一年的核查和判断',
].join('\n')

/** Writes drafts of the files of a new inspection or a unit's report; never overwrites a file. */
export const newFiles: Command = (settings, args) => {
  const request = requestOf(args)
  if ('mistake' in request) return fail(request.mistake)
  const { dataset, problems } = loadChecked(foldersOf(settings))
  const errors = problems.filter(
    (problem) =>
      problem.level === 'error' && !isUnfinished(problem) && !ignoredCodes.includes(problem.code),
  )
  const missing = errors.filter(({ code, file }) => code === 'file-missing' && startFiles[file])
  if (missing.length > 0)
    return fail(
      [
        '要先写好这几个文件，才能新建：',
        ...missing.map(({ file }) => `  ${file}（${startFiles[file] ?? ''}）`),
        '写法见手册“只公开自查报告”和“给另一个地方用”，照抄示例，换成自己的名称。',
      ].join('\n'),
    )
  if (dataset === null || errors.length > 0)
    return fail(
      `数据里有${errors.length}处错误，据此新建的文件会不全。请先运行 npm run check，改正后再新建。`,
    )
  const result = scaffold(request, {
    dataset,
    index: indexDataset(dataset),
    asOf: asOfDay(settings, dataset.site.time_zone),
    schemas: schemasFrom(settings),
  })
  if ('mistake' in result) return fail(result.mistake)
  const status = write(result.files, settings)
  if (status !== 0 && result.left !== undefined) print(`${printableLines(result.left)}\n`)
  if (status === 0 && result.note !== undefined) print(`${result.note}\n`)
  return status
}

/** The files with which every site begins. */
const startFiles: Readonly<Record<string, string>> = {
  [authoredFile('site')]: '站点设置',
  [authoredFile('units')]: '单位名录',
}

/** Problem codes to ignore: a new office has no inspection and no bulletin yet. */
const ignoredCodes: readonly string[] = ['folder-empty', 'folder-missing']

/** Writes the missing files, and prints which ones already exist. */
function write(files: ReadonlyMap<string, string>, settings: Settings): number {
  let written = 0
  for (const [name, text] of files) {
    const place = placeIn(foldersOf(settings), name)
    const path = join(place.root, place.path)
    if (kindAt(place.root, place.path) === 'file') {
      print(`已经有了，没有改动：${printable(path)}\n`)
      continue
    }
    makeFoldersFor(place.root, place.path)
    // `wx` does not overwrite a file created meanwhile either.
    writeFileSync(path, text, { flag: 'wx' })
    print(`已新建：${printable(path)}\n`)
    written++
  }
  if (written === 0) return fail('没有新建任何文件。')
  print('请把写着“待填写”的地方逐处填好；npm run check 列出还有哪些，npm run dev 预览。\n')
  return 0
}

/** The request in the arguments, or what is wrong with them, in Chinese. */
export function requestOf(args: readonly string[]): Request | { readonly mistake: string } {
  const read = readOptions(args, { values: ['after'], words: Infinity })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { after } = read.values
  const [first, second, third, ...more] = read.words
  if (first === 'self-inspection' || first === 'rectification') {
    if (second === undefined || third === undefined || more.length > 0 || after !== undefined)
      return {
        mistake: `“${first}”后面要写${first === 'rectification' ? '问题编号' : '期的编号'}和单位编号。${usage}`,
      }
    return first === 'self-inspection'
      ? { kind: first, period: second, unit: third }
      : { kind: first, issue: second, unit: third }
  }
  if (first === 'openness') {
    if (second === undefined || more.length > 0 || after !== undefined)
      return { mistake: `“openness”后面要写年份；单位的，再写单位编号。${usage}` }
    return { kind: first, year: second, ...(third === undefined ? {} : { unit: third }) }
  }
  if (second !== undefined) return { mistake: `看不懂“${read.words.join(' ')}”。${usage}` }
  if (first === undefined && after === undefined) return { mistake: `请写明新建哪一期。${usage}` }
  return {
    kind: 'inspection',
    ...(first === undefined ? {} : { id: first }),
    ...(after === undefined ? {} : { after }),
  }
}
