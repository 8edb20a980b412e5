import { dueList } from '#model/due-list.ts'
import type { DutyFilter } from '#model/open-duties.ts'
import { opennessDaysWithin } from '#model/openness-days.ts'
import { dueSheet } from '#tools/due/due-sheet.ts'
import { remindersCsv, remindersJson, remindersText } from '#tools/due/reminders.ts'
import { nearest } from '#messages/nearest.ts'
import { readModel } from '#build/read-model.ts'
import { remindersIn } from '#tools/due/reminder-rows.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print, printFile } from './print.ts'

const formats = { text: remindersText, csv: remindersCsv, json: remindersJson } as const
type Format = keyof typeof formats | 'html'
const formatNames: readonly string[] = [...Object.keys(formats), 'html']

interface DueOptions extends DutyFilter {
  readonly format: Format
}

/**
 * Reminders are about the next two weeks. The sheet, which is printed less often, reaches a month ahead
 * and shows what has passed within a year.
 */
const defaultDays = (format: Format) =>
  format === 'html' ? { within: '31', past: '365' } : { within: '14', past: '0' }

const usage = `可以写：--within 天数、--past 天数、--unit 单位编号、--format ${formatNames.join('|')}。`

const help = `用法：npm run -s due -- [选项]
谁在什么时候前要完成什么、本站还没有收录到完成情况；有政务公开台账的，反馈、报送公报、
年度报告的期限和征求意见截止的日子也列出。

  --within 天数    往后看几天，不写是14天（html 是31天）
  --past 天数      期限过去几天以内、本站未收录的也列出，不写是0天（html 是365天）
  --unit 单位编号  只看一个单位
  --format 格式    text 贴到工作群里（不写就是它）；csv 表格；json 给程序；
                   html 打印的期限单：一行一个单位，整改报送和自查公开两个期限各一栏，
                   六十个单位印在一张A4纸上，例如 npm run -s due -- --format html > due.html
`

/** Prints which unit owes what by when: upcoming duties, without units that have delivered. */
export const due: Command = (settings, args) => {
  if (args.includes('--help')) {
    print(help)
    return 0
  }
  const options = dueOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const model = readModel(settings)
  const { dataset, index, asOf } = model
  const { unit, format } = options
  if (unit !== undefined && dataset.units[unit] === undefined) {
    const near = nearest(unit, Object.keys(dataset.units))
    const hint = near === null ? '请核对 data/units.yaml 里的编号。' : `是不是“${near}”？`
    return fail(`没有编号为“${unit}”的单位。${hint}`)
  }
  if (format === 'html') {
    const items = dueList(dataset, index, asOf, options)
    printFile(dueSheet(model, items, opennessDaysWithin(model, options)))
    return 0
  }
  const printOutput = format === 'text' ? print : printFile
  printOutput(formats[format](remindersIn(model, options), { ...options, asOf }))
  return 0
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function dueOptions(args: readonly string[]): DueOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['within', 'past', 'unit', 'format'] })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { unit, format = 'text' } = read.values
  if (!isFormat(format)) return { mistake: `没有“${format}”这种格式。${usage}` }
  const { within, past } = { ...defaultDays(format), ...read.values }
  const notDays = [within, past].find((text) => !/^\d{1,4}$/.test(text))
  if (notDays !== undefined) return { mistake: `“${notDays}”不是天数。${usage}` }
  const days = { within: Number(within), past: Number(past) }
  return { ...days, format, ...(unit === undefined ? {} : { unit }) }
}

const isFormat = (text: string): text is Format => formatNames.includes(text)
