import { writeFileSync } from 'node:fs'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { publicDataset } from '#model/publication.ts'
import { formWorkbook } from '#tools/import/form-workbook.ts'
import { issuesTemplate, opennessTemplate, reportsTemplate } from '#tools/import/template.ts'
import { loadChecked } from '#build/load-checked.ts'
import { nearest } from '#messages/nearest.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { asOfDay, foldersOf } from '#build/settings.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'

const usage = [
  '可以写：',
  '  npm run export-template -- self-inspection 2024-q2                  各单位自查整改情况的填报表',
  '  npm run export-template -- self-inspection 2024-q2 --unit 单位编号  一个单位的填报表',
  '  npm run export-template -- issues 2024-q1                           一期检查的问题和数量',
  '  npm run export-template -- openness 2023                            各单位的政策文件和征求意见',
  '另存到别处的，加上 --out 文件名.xlsx。',
].join('\n')

interface TemplateOptions {
  readonly kind: 'issues' | 'self-inspection' | 'openness'
  readonly period: string
  readonly unit: string | null
  readonly out: string
}

/**
 * Writes a spreadsheet for units to fill in, which `import` reads back; never overwrites a file.
 */
export const exportTemplate: Command = async (settings, args) => {
  const options = templateOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { dataset, problems } = loadChecked(foldersOf(settings))
  const errors = problems.filter((one) => one.level === 'error' && !isUnfinished(one))
  if (dataset === null || errors.length > 0)
    return fail(`数据里有${errors.length}处错误。请先运行 npm run check，改正后再导出。`)
  const { kind, period, unit, out } = options
  if (unit !== null && dataset.units[unit] === undefined) {
    const near = nearest(unit, Object.keys(dataset.units))
    return fail(
      `没有编号为“${unit}”的单位。${near === null ? '请核对 data/units.yaml 里的编号。' : `是不是“${near}”？`}`,
    )
  }
  const known = visibleData(dataset, options, asOfDay(settings, dataset.site.time_zone))
  const template =
    kind === 'issues'
      ? issuesTemplate(known, period)
      : kind === 'openness'
        ? opennessTemplate(known, period, unit)
        : reportsTemplate(known, indexDataset(known), period, unit)
  if ('mistake' in template) return fail(template.mistake)
  const bytes = await formWorkbook(template.form)
  try {
    writeFileSync(out, bytes, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return fail(
      code === 'EEXIST'
        ? `“${out}”已经有了，没有改动。请换一个文件名（--out），或先删去它。`
        : `“${out}”写不了（${code ?? '原因不明'}）。`,
    )
  }
  print(`已写入 ${out}。填好后运行：npm run import -- ${out}\n`)
  return 0
}

/**
 * The data that a workbook may show. It is sent to units, so for a period that is already public it
 * shows only public data and the report of the unit it is for. For an unpublished period it shows
 * everything.
 */
function visibleData(
  dataset: Dataset,
  { kind, period, unit }: TemplateOptions,
  asOf: string,
): Dataset {
  const open = publicDataset(dataset, asOf)
  // The ledger has no embargo.
  if (kind === 'openness') return open
  const isPublic =
    open.inspections.some(({ id }) => id === period) || indexDataset(open).orders.has(period)
  if (!isPublic) return dataset
  const own = unit === null ? undefined : dataset.selfInspections[period]?.[unit]
  if (unit === null || own === undefined) return open
  const reports = { ...open.selfInspections[period], [unit]: own }
  return { ...open, selfInspections: { ...open.selfInspections, [period]: reports } }
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function templateOptions(
  args: readonly string[],
): TemplateOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['unit', 'out'], words: 2 })
  if ('mistake' in read) return { mistake: `${read.mistake}\n${usage}` }
  const [kind, period] = read.words
  const { unit = null, out } = read.values
  if (kind !== 'issues' && kind !== 'self-inspection' && kind !== 'openness')
    return { mistake: `请写明导出哪一种表格：issues、self-inspection 或 openness。\n${usage}` }
  if (period === undefined) return { mistake: `请写明哪一期。\n${usage}` }
  if (unit !== null && kind === 'issues')
    return { mistake: `“--unit”只用于 self-inspection 和 openness。\n${usage}` }
  const parts = [kind, period, ...(unit === null ? [] : [unit])]
  return { kind, period, unit, out: out ?? `${parts.join('-')}.xlsx` }
}
