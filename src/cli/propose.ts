import { isYear } from '#model/openness-files.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { sha256 } from '#model/sha256.ts'
import { printable } from '#messages/printable.ts'
import { maxFileBytes } from '#read/files/files.ts'
import { readBytes } from '#read/files/regular-files.ts'
import { placeIn } from '#read/files/rewrite.ts'
import { readModel } from '#build/read-model.ts'
import { foldersOf } from '#build/settings.ts'
import { ledgerProposals, ledgerRun, untoldWords } from '#tools/proposals/from-ledger.ts'
import { otherPageMistake, writeProposalPage } from '#tools/proposals/page.ts'
import { proposalsFolder, writeProposals } from '#tools/proposals/store.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { proposalFolderMistake } from './output.ts'
import { print } from './print.ts'

const usage = '请写：npm run propose -- 2023；写到别处的，加上 --out 文件夹。'

/** Proposes what the office did not find when it looked, from the ledger of a year. */
export const propose: Command = async (settings, args) => {
  const options = proposeOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { year, out } = options
  const overlap = proposalFolderMistake(out, settings) ?? otherPageMistake(out)
  if (overlap !== null) return fail(overlap)
  const folders = foldersOf(settings)
  const model = readModel(settings)
  const years = opennessYears(model).map((one) => one.year)
  if (!years.includes(year))
    return fail(
      `没有${year}年的政务公开台账。${years.length === 0 ? '' : `有的是：${years.join('、')}。`}`,
    )
  const proposals = ledgerProposals(model, year, (file) => {
    const { root, path } = placeIn(folders, file)
    const found = readBytes(root, path, maxFileBytes)
    return 'bytes' in found ? sha256(found.bytes) : null
  })
  const untold = untoldWords(model, year)
  const { open, decided } = writeProposals(out, ledgerRun(year), proposals)
  const page = await writeProposalPage(out, settings)
  print(
    [
      open.length === 0
        ? `${year}年的台账没有新的提示。没有判断、没有核查的，不提示。`
        : `${year}年的台账有${open.length}条提示，写在 ${printable(out)}。用浏览器打开 ${printable(page)}，逐条看依据、填处理，或者用 npm run confirm 逐条处理。没有判断、没有核查的，不提示。`,
      ...(untold.length === 0 ? [] : ['看不出来、没有提示的：', ...untold]),
      ...(decided === 0 ? [] : [`${decided}条以前已经确认或者排除，没有再提。`]),
      '',
    ].join('\n'),
  )
  return 0
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function proposeOptions(
  args: readonly string[],
): { readonly year: string; readonly out: string } | { readonly mistake: string } {
  const read = readOptions(args, { values: ['out'], words: 1 })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const [year = ''] = read.words
  if (!isYear(year)) return { mistake: `请写明哪一年的台账。${usage}` }
  return { year, out: read.values.out ?? proposalsFolder }
}
