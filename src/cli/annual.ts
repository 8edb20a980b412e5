import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AnnualForm } from '#model/annual.ts'
import type { Model } from '#model/model.ts'
import { formsByYear } from '#view/annual/form.ts'
import { annualTables } from '#view/annual/tables.ts'
import { annualWorkbook } from '#export/tables/annual-workbook.ts'
import { isGap } from '#view/tables/table.ts'
import { readModel } from '#build/read-model.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'

const usage = '请写年份，例如：npm run annual -- 2024；要换文件名的，后面加 --out 文件名.xlsx。'

/**
 * Writes a workbook with the figures of a year's inspections for the yearly form of supervision.
 */
export const annual: Command = async (settings, args) => {
  const options = annualOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { year } = options
  const model = readModel(settings)
  const forms = formsByYear(model).get(year)
  if (forms === undefined) {
    const years = [...formsByYear(model).keys()].join('、')
    return fail(`本站没有收录${year}年的检查。有的年份：${years}。`)
  }
  writeFileSync(resolve(options.out), await annualWorkbook(model, year, forms))
  print(`已写入 ${options.out}\n${gapLines(model, forms).join('\n')}\n`)
  return 0
}

/** For each table, the number of rows and of rows with a reason instead of a value. */
const gapLines = (model: Model, forms: readonly AnnualForm[]): string[] =>
  annualTables(model, forms).map(({ title, rows }) => {
    const values = rows.flatMap((row) => (row['value'] === undefined ? [] : [row['value']]))
    const gaps = values.filter(isGap).length
    const gapText = gaps === 0 ? '' : `，其中${gaps}行没有数，写明了原因`
    return `${title}：${rows.length}行${gapText}`
  })

/** The options of the command, or what is wrong with them, in Chinese. */
export function annualOptions(
  args: readonly string[],
): { readonly year: number; readonly out: string } | { readonly mistake: string } {
  const read = readOptions(args, { values: ['out'], words: 1 })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const [year = ''] = read.words
  if (!/^\d{4}$/.test(year))
    return { mistake: `${year === '' ? '' : `“${year}”不是年份。`}${usage}` }
  const { out = `annual-${year}.xlsx` } = read.values
  if (!/.\.xlsx$/.test(out)) return { mistake: `文件名要以 .xlsx 结尾。${usage}` }
  return { year: Number(year), out }
}
