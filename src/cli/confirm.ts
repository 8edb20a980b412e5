import { printable } from '#messages/printable.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { loadChecked } from '#build/load-checked.ts'
import { asOfDay, foldersOf } from '#build/settings.ts'
import type { Dataset } from '#model/dataset.ts'
import { isPublic } from '#model/publication-day.ts'
import { measuredText } from '#tools/proposals/confirm.ts'
import {
  applyDecisions,
  type ProposalChoice,
  type DecisionPlan,
  decisionsAt,
  planDecisions,
  proposalLine,
  usualArea,
} from '#tools/proposals/decisions.ts'
import { otherPageMistake } from '#tools/proposals/page.ts'
import { openProposals, proposalsFolder } from '#tools/proposals/store.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { patchText } from './patch-text.ts'
import { print } from './print.ts'
import { renewProposalPage } from './proposal-page.ts'

const usage = [
  '可以写：',
  '  npm run confirm                                              列出还没有处理的提示',
  '  npm run confirm -- 编号 --period 2024-q1 --text "问题"           看看会写什么，不写入',
  '  npm run confirm -- 编号 --period 2024-q1 --text "问题" --write   写入这一期的问题',
  '  npm run confirm -- --decisions .proposals/decided.yaml       照网页上填好的一次处理，加 --write 写入',
  '选项：--units 单位编号（几个的用逗号隔开）、--area 领域、--indicator 检查指标、--remark 备注、--publish-evidence 公开依据、--from 文件夹。',
].join('\n')

interface ConfirmOptions {
  readonly what:
    | { readonly kind: 'list' }
    | { readonly kind: 'one'; readonly choice: ProposalChoice }
    | { readonly kind: 'file'; readonly path: string }
  readonly from: string
  readonly write: boolean
}

/**
 * Turns proposals into issues with an officer's words, one or all that a file decides on; only shows the
 * change without `--write`.
 */
export const confirm: Command = async (settings, args) => {
  const options = confirmOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { what, from } = options
  if (what.kind === 'list') {
    print(listText(from))
    return 0
  }
  const read = what.kind === 'one' ? { choices: [what.choice] } : decisionsAt(what.path)
  return 'mistakes' in read ? failWith(read.mistakes) : carryOut(read.choices, options, settings)
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function confirmOptions(
  args: readonly string[],
): ConfirmOptions | { readonly mistake: string } {
  const read = readOptions(args, {
    values: ['period', 'text', 'remark', 'units', 'area', 'indicator', 'from', 'decisions'],
    flags: ['write', 'publish-evidence'],
    words: 1,
  })
  if ('mistake' in read) return { mistake: `${read.mistake}\n${usage}` }
  const { from = proposalsFolder, decisions, ...values } = read.values
  const [id] = read.words
  const how = { from, write: read.flags.has('write') }
  if (decisions !== undefined) {
    const isAlone =
      id === undefined && Object.keys(values).length === 0 && !read.flags.has('publish-evidence')
    return isAlone
      ? { what: { kind: 'file', path: decisions }, ...how }
      : { mistake: `用了 --decisions，就不写编号和别的内容：都在那个文件里。\n${usage}` }
  }
  if (id === undefined) return { what: { kind: 'list' }, ...how }
  const { period, remark = null, units, area = usualArea, indicator = null } = values
  const text = values.text?.trim() ?? ''
  if (period === undefined || text === '')
    return { mistake: `请用 --period 写明哪一期，用 --text 写明问题。\n${usage}` }
  const confirmation = {
    period,
    text,
    remark,
    area,
    units: units === undefined ? null : units.split(/[,，、]/).map((unit) => unit.trim()),
    indicator,
    publishesEvidence: read.flags.has('publish-evidence'),
  }
  return { what: { kind: 'one', choice: { id, decision: 'confirm', confirmation } }, ...how }
}

/** The open proposals, one line each. */
function listText(folder: string): string {
  const proposals = openProposals(folder)
  if (proposals.length === 0) return `“${printable(folder)}”里没有还没处理的提示。\n`
  const lines = proposals.map(
    (one) => `${one.id}  ${proposalLine(one)}（${one.source}，${measuredText(one)}）`,
  )
  return `还没有处理的提示${proposals.length}条：\n${lines.map(printable).join('\n')}\n${usage}\n`
}

const failWith = (mistakes: readonly string[]): number =>
  fail(
    mistakes.length === 1
      ? mistakes.join('')
      : `有${mistakes.length}处要改正，什么也没有写入：\n\n${mistakes.join('\n')}`,
  )

async function carryOut(
  choices: readonly ProposalChoice[],
  { from, write }: ConfirmOptions,
  settings: Parameters<Command>[0],
): Promise<number> {
  const otherPage = otherPageMistake(from)
  if (otherPage !== null) return fail(otherPage)
  const folders = foldersOf(settings)
  const { dataset, problems } = loadChecked(folders)
  const errors = problems.filter((one) => one.level === 'error' && !isUnfinished(one))
  if (dataset === null || errors.length > 0)
    return fail(`数据里有${errors.length}处错误。请先运行 npm run check，改正后再确认。`)
  const plan = planDecisions(choices, folders, from, dataset)
  if ('mistakes' in plan) return failWith(plan.mistakes)
  const published = publishedText(choices, dataset, asOfDay(settings, dataset.site.time_zone))
  if (!write) {
    print(
      `${trialText(plan)}${published}以上是试运行，什么也没有写入。核对无误后加上 --write 再运行一次。\n`,
    )
    return 0
  }
  print(published)
  applyDecisions(plan, folders, from)
  print(doneText(plan))
  await renewProposalPage(from, settings)
  return 0
}

/** That an issue in a round that is public already is read as one of its bulletin; empty where none is. */
function publishedText(
  choices: readonly ProposalChoice[],
  dataset: Dataset,
  today: string,
): string {
  const periods = new Set(
    choices.flatMap((one) => (one.decision === 'confirm' ? [one.confirmation.period] : [])),
  )
  const published = dataset.inspections.filter(
    (one) => periods.has(one.id) && isPublic(one, today) && one.published_here <= today,
  )
  return published.length === 0
    ? ''
    : `提醒：${published.map(({ id }) => id).join('、')} 已经公布，写进去的问题会被读成这一期通报提出的问题，建议写进正在准备、还没有公布的一期。\n`
}

/** What a plan would write. */
function trialText({ files, decided, written }: DecisionPlan): string {
  const changes = files.map(({ file, before, after }) =>
    before === null ? `${file}\n${after}\n` : `${patchText({ file, before, after })}\n`,
  )
  const others = decided.flatMap(([proposal, decision]) => {
    const line = printable(proposalLine(proposal))
    if (decision.decision === 'dismissed')
      return [`排除：${line}。理由：${printable(decision.reason)}\n`]
    return written.has(decision.issue) ? [`${alreadyText(decision.issue)}\n`] : []
  })
  return [...changes, ...others].join('')
}

const alreadyText = (issue: string): string =>
  `问题 ${issue} 以前已经写入，不再写一遍，只记下处理结果。`

/** What was written. */
function doneText({ files, decided, written }: DecisionPlan): string {
  const created = files.filter(({ before }) => before === null)
  const confirmed = decided.flatMap(([, decision]) =>
    decision.decision === 'confirmed' ? [decision.issue] : [],
  )
  const added = confirmed.filter((issue) => !written.has(issue))
  const dismissed = decided.length - confirmed.length
  const changed = files.filter(({ before }) => before !== null)
  return [
    ...created.map(({ file }) => `已新建：${printable(file)}\n`),
    ...(added.length === 0
      ? []
      : [
          `已写入 ${changed.map(({ file }) => printable(file)).join('、')} 的问题 ${added.join('、')}。程度、是否计入合格率写的是“文件未写明”，要改的请人工改。\n`,
        ]),
    ...confirmed.filter((issue) => written.has(issue)).map((issue) => `${alreadyText(issue)}\n`),
    ...(dismissed === 0 ? [] : [`已排除${dismissed}条，同样的内容不会再提示。\n`]),
    ...(confirmed.length === 0
      ? []
      : ['请运行 npm run check 检查；这一期已经公布的，还要写更正。\n']),
  ].join('')
}
