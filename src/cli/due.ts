import { openDuties, type DutyFilter } from '#model/open-duties.ts'
import { remindersCsv, remindersJson, remindersText } from '#tools/due/reminders.ts'
import { nearest } from '#messages/nearest.ts'
import { DataError, readModel } from '#build/read-model.ts'
import { reminder } from '#tools/due/reminder-rows.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print, printFile } from './print.ts'

const formats = { text: remindersText, csv: remindersCsv, json: remindersJson } as const

interface DueOptions extends DutyFilter {
  readonly format: keyof typeof formats
}

const usage = `可以写：--within 天数、--past 天数、--unit 单位编号、--format ${Object.keys(formats).join('|')}。`

/** Prints which unit owes what by when: upcoming duties, without units that have delivered. */
export const due: Command = (settings, args) => {
  const options = dueOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  try {
    const model = readModel(settings)
    const { dataset, index, asOf } = model
    const { unit, format } = options
    if (unit !== undefined && dataset.units[unit] === undefined) {
      const near = nearest(unit, Object.keys(dataset.units))
      const hint = near === null ? '请核对 data/units.yaml 里的编号。' : `是不是“${near}”？`
      return fail(`没有编号为“${unit}”的单位。${hint}`)
    }
    const reminders = openDuties(dataset, index, asOf, options).map((duty) => reminder(model, duty))
    const printOutput = format === 'text' ? print : printFile
    printOutput(formats[format](reminders, { ...options, asOf }))
    return 0
  } catch (error) {
    if (error instanceof DataError) return fail(error.message)
    throw error
  }
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function dueOptions(args: readonly string[]): DueOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['within', 'past', 'unit', 'format'] })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { within = '14', past = '0', unit, format = 'text' } = read.values
  if (!isFormat(format)) return { mistake: `没有“${format}”这种格式。${usage}` }
  const notDays = [within, past].find((text) => !/^\d{1,4}$/.test(text))
  if (notDays !== undefined) return { mistake: `“${notDays}”不是天数。${usage}` }
  const days = { within: Number(within), past: Number(past) }
  return { ...days, format, ...(unit === undefined ? {} : { unit }) }
}

const isFormat = (text: string): text is keyof typeof formats => Object.hasOwn(formats, text)
