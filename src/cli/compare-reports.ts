import { jsonText } from '#model/json-text.ts'
import { basename, dirname, join, resolve } from 'node:path'
import { printable } from '#messages/printable.ts'
import { shortName } from '#messages/nearest.ts'
import { decodedText } from '#read/files/decode.ts'
import { kindOf } from '#read/files/files.ts'
import { readBytes } from '#read/files/regular-files.ts'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { orderMistake } from '#tools/compare-reports/words.ts'
import { comparisonText, recordsForPrograms } from '#tools/compare-reports/report-output.ts'
import {
  type Thresholds,
  thresholdsFrom,
  usualForm,
  usualThresholds,
  withoutRemarks,
} from '#tools/compare-reports/thresholds.ts'
import { type WrittenResults, writeResults } from '#tools/compare-reports/write-results.ts'
import { yearFolder } from '#tools/compare-reports/year-folder.ts'
import { otherPageMistake, writeProposalPage } from '#tools/proposals/page.ts'
import { proposalsFolder } from '#tools/proposals/store.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { proposalFolderMistake } from './output.ts'
import { print, printError, printFile } from './print.ts'

const usage = [
  '可以写：',
  '  npm run compare-reports -- 上年文件夹 本年文件夹   每个单位的年度报告与上年的比对',
  '  npm run compare-reports -- 本年文件夹              同一年各单位之间比对',
  '选项：--template 规定格式.txt、--thresholds 参考线.yaml、--format text|json、--out 文件夹。',
  '文件按单位取名，可以是TXT、HTML、DOCX、PDF。',
].join('\n')

interface CompareReportsOptions {
  readonly folders: readonly [current: string, before: string | null]
  readonly template: string | null
  readonly thresholds: string | null
  readonly format: 'text' | 'json'
  readonly out: string
}

/** Compares annual reports, prints the result, and writes evidence and proposals. */
export const compareReportsCommand: Command = async (settings, args) => {
  if (args.includes('--help')) {
    print(`${usage}\n`)
    return 0
  }
  const options = compareReportsOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { folders, format, out } = options
  const [current, before] = folders
  for (const folder of [current, before])
    if (folder !== null && kindOf(folder) !== 'folder')
      return fail(`没有文件夹“${shortName(folder)}”。\n${usage}`)
  const overlap = proposalFolderMistake(out, settings, [current, before]) ?? otherPageMistake(out)
  if (overlap !== null) return fail(overlap)
  const form = options.template === null ? usualForm() : textFileAt(options.template)
  if (form === null)
    return fail(`规定格式“${shortName(options.template ?? '')}”读不了，要的是文本文件。`)
  const thresholds = thresholdsOf(options.thresholds)
  if (thresholds === null)
    return fail(
      `参考线“${shortName(options.thresholds ?? '')}”读不准。请照 thresholds.yaml 写全，从高到低。`,
    )
  const progress = progressPrinter()
  const last = before === null ? null : yearFolder(before, progress)
  const comparison = compareReports(yearFolder(current, progress), last, {
    form: withoutRemarks(form),
    thresholds,
  })
  if (comparison.records.length === 0)
    return fail(`文件夹里没有可以比对的文件，要的是TXT、HTML、DOCX、PDF。\n${usage}`)
  const order = orderMistake(comparison)
  if (order !== null) return fail(printable(order))
  const written = writeResults(comparison, out)
  const page = await writeProposalPage(out, settings)
  if (format === 'json') printFile(jsonText(recordsForPrograms(comparison)))
  else print(comparisonText(comparison))
  const summary = summaryText(written, out, page)
  if (format === 'json') printError(summary)
  else print(summary)
  return 0
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function compareReportsOptions(
  args: readonly string[],
): CompareReportsOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['template', 'thresholds', 'format', 'out'], words: 2 })
  if ('mistake' in read) return { mistake: `${read.mistake}\n${usage}` }
  const { template = null, thresholds = null, format = 'text', out = proposalsFolder } = read.values
  if (format !== 'text' && format !== 'json')
    return { mistake: `没有“${format}”这种格式。\n${usage}` }
  const [first, second = null] = read.words
  if (first === undefined) return { mistake: `请写明比对哪个文件夹。\n${usage}` }
  return {
    folders: second === null ? [first, null] : [second, first],
    template,
    thresholds,
    format,
    out,
  }
}

function textFileAt(path: string): string | null {
  const found = readBytes(dirname(resolve(path)), basename(path), maxTextBytes)
  return 'bytes' in found ? decodedText(found.bytes) : null
}

const maxTextBytes = 1024 * 1024

function thresholdsOf(path: string | null): Thresholds | null {
  if (path === null) return usualThresholds()
  const text = textFileAt(path)
  return text === null ? null : thresholdsFrom(text)
}

/** Prints how many files were read, at every fiftieth, for runs that take long. */
const progressPrinter = () => {
  const step = 50
  let printed = 0
  return (folder: string, count: number, of: number): void => {
    if (count < printed) printed = 0
    if (count - printed < step || of <= step) return
    printed = count
    printError(`已读 ${shortName(folder, 40)}：${count}/${of}\n`)
  }
}

function summaryText({ run, open, decided }: WrittenResults, out: string, page: string): string {
  const lines = [
    `依据已写入 ${printable(join(out, run, 'index.html'))}，每个单位一页。`,
    open === 0
      ? '没有新的提示。'
      : `${open}条提示写在 ${printable(out)}。用浏览器打开 ${printable(page)}，逐条看依据、填处理，或者用 npm run confirm 逐条处理。`,
    ...(decided === 0 ? [] : [`${decided}条以前已经确认或者排除，没有再提。`]),
  ]
  return `${lines.join('\n')}\n`
}
