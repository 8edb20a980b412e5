import { authoredFile } from '#schema/authored-files.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import { formatText } from '#messages/format.ts'
import { printable } from '#messages/printable.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { locate } from '#model/records/locate.ts'
import { findingsIn } from '#read/attachments/attachment-findings.ts'
import { kindAt } from '#read/files/regular-files.ts'
import { placeIn, rewriteFiles, textAt } from '#read/files/rewrite.ts'
import { placeholders } from '#read/records/placeholders.ts'
import { readRecord } from '#read/records/read-record.ts'
import { editable } from '#read/yaml-edit/editable.ts'
import { loadChecked } from '#build/load-checked.ts'
import { foldersOf } from '#build/settings.ts'
import { type Confirmation, measuredText, planConfirmation } from '#tools/proposals/confirm.ts'
import type { Proposal } from '#tools/proposals/proposal.ts'
import { decide, proposalAt, proposalIds, proposalsFolder } from '#tools/proposals/store.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { patchText } from './patch-text.ts'
import { print } from './print.ts'

const usage = [
  '可以写：',
  '  npm run confirm                                              列出还没有处理的提示',
  '  npm run confirm -- 编号 --period 2024-q1 --text "问题"           看看会写什么，不写入',
  '  npm run confirm -- 编号 --period 2024-q1 --text "问题" --write   写入这一期的问题',
  '选项：--units 单位编号（几个的用逗号隔开）、--area 领域、--indicator 检查指标、--publish-evidence 公开依据、--from 文件夹。',
].join('\n')

interface ConfirmOptions extends Confirmation {
  readonly id: string | null
  readonly from: string
  readonly write: boolean
}

/** Turns a proposal into an issue with an officer's words; only shows the change without `--write`. */
export const confirm: Command = (settings, args) => {
  const options = confirmOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  if (options.id === null) {
    print(listText(options.from))
    return 0
  }
  const proposal = proposalAt(options.from, options.id)
  if (proposal === null) return fail(noProposal(options.id, options.from))
  return confirmProposal(proposal, options, settings)
}

/** That there is no such proposal, and how to list all. */
export const noProposal = (id: string, from: string): string =>
  `“${from}”里没有编号为“${id}”的提示，可能已经处理过。运行 npm run confirm 列出还有哪些。`

/** The options of the command, or what is wrong with them, in Chinese. */
export function confirmOptions(
  args: readonly string[],
): ConfirmOptions | { readonly mistake: string } {
  const read = readOptions(args, {
    values: ['period', 'text', 'units', 'area', 'indicator', 'from'],
    flags: ['write', 'publish-evidence'],
    words: 1,
  })
  if ('mistake' in read) return { mistake: `${read.mistake}\n${usage}` }
  const { period, text, units, area = 'openness', indicator = null } = read.values
  const [id = null] = read.words
  if (id !== null && (period === undefined || text === undefined || text.trim() === ''))
    return { mistake: `请用 --period 写明哪一期，用 --text 写明问题。\n${usage}` }
  return {
    id,
    from: read.values.from ?? proposalsFolder,
    write: read.flags.has('write'),
    period: period ?? '',
    text: (text ?? '').trim(),
    area,
    units: units === undefined ? null : units.split(/[,，、]/).map((unit) => unit.trim()),
    indicator,
    publishesEvidence: read.flags.has('publish-evidence'),
  }
}

/** The open proposals, one line each. */
function listText(folder: string): string {
  const proposals = proposalIds(folder).flatMap((id) => proposalAt(folder, id) ?? [])
  if (proposals.length === 0) return `“${printable(folder)}”里没有还没处理的提示。\n`
  const lines = proposals.map(
    (one) => `${one.id}  ${one.unit}：${one.says}（${one.source}，${measuredText(one)}）`,
  )
  return `还没有处理的提示${proposals.length}条：\n${lines.map(printable).join('\n')}\n${usage}\n`
}

function confirmProposal(
  proposal: Proposal,
  options: ConfirmOptions,
  settings: Parameters<Command>[0],
): number {
  const folders = foldersOf(settings)
  const { dataset, problems } = loadChecked(folders)
  const errors = problems.filter((one) => one.level === 'error' && !isUnfinished(one))
  if (dataset === null || errors.length > 0)
    return fail(`数据里有${errors.length}处错误。请先运行 npm run check，改正后再确认。`)
  const file = authoredFile('inspection', options.period)
  const text = textAt(folders, file)
  if (text === null)
    return fail(`还没有 ${printable(file)}，请先运行 npm run new -- ${printable(options.period)}。`)
  const before = { text, value: editable(text).value }
  const plan = planConfirmation(proposal, options, dataset, before)
  if ('mistake' in plan) return fail(plan.mistake)
  const source = { file, text: plan.after }
  const read = readRecord(source, fileKinds.inspection.schema, placeholders.inspection)
  const wrong = read.problems.filter((one) => one.level === 'error' && !isUnfinished(one))
  if (wrong.length > 0)
    return fail(
      `写出来的问题不合要求，没有写入：\n\n${formatText(locate(wrong, new Map([[file, read.source]])))}`,
    )
  const { evidence, issue } = plan
  const evidenceFile = evidence === null ? null : authoredFile('attachment', evidence.path)
  if (evidence !== null && evidenceFile !== null) {
    const place = placeIn(folders, evidenceFile)
    if (kindAt(place.root, place.path) !== 'nothing')
      return fail(
        `${printable(evidenceFile)} 已经有了，没有写入。请核对它是不是以前留下的，是的删去，再运行一次。`,
      )
    const refused = refusedEvidence(evidence.path, evidence.text, dataset.site.contact ?? '')
    if (refused !== null) return fail(refused)
  }
  if (!options.write) {
    print(`${patchText({ file, before: text, after: plan.after })}\n`)
    if (evidence !== null) print(`${evidenceFile ?? ''}\n${evidence.text}\n`)
    print('以上是试运行，什么也没有写入。核对无误后加上 --write 再运行一次。\n')
    return 0
  }
  // Both or neither: what is public is written only with the issue that it belongs to.
  rewriteFiles(
    folders,
    new Map([
      ...(evidence === null || evidenceFile === null
        ? []
        : [[evidenceFile, evidence.text] as const]),
      [file, plan.after],
    ]),
  )
  if (evidenceFile !== null) print(`已新建：${printable(evidenceFile)}\n`)
  decide(options.from, proposal, { decision: 'confirmed', issue })
  print(
    `已写入 ${printable(file)} 的问题 ${issue}。程度、是否计入合格率写的是“文件未写明”，要改的请人工改。\n` +
      '请运行 npm run check 检查；这一期已经公布的，还要写更正。\n',
  )
  return 0
}

/** Why evidence may not be published: the scan of attachments found something; null if nothing. */
function refusedEvidence(path: string, text: string, contact: string): string | null {
  const [found = []] = findingsIn([{ name: path, bytes: Buffer.from(text) }], contact)
  const [first] = found
  return first === undefined
    ? null
    : `依据里有不能公开的内容（${first.what}${first.text === '' ? '' : `：${first.text}`}），没有写入。请不用 --publish-evidence，或者人工整理依据。`
}
