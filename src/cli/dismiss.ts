import { printable } from '#messages/printable.ts'
import { noProposal } from '#tools/proposals/decisions.ts'
import { otherPageMistake } from '#tools/proposals/page.ts'
import { decide, proposalAt, proposalsFolder } from '#tools/proposals/store.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'
import { renewProposalPage } from './proposal-page.ts'

const usage =
  '请写：npm run dismiss -- 编号 --reason "理由"；提示不在 .proposals 的，加 --from 文件夹。'

/** Dismisses a proposal with a reason, so that the same finding is not proposed again. */
export const dismiss: Command = async (settings, args) => {
  const options = dismissOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { id, reason, from } = options
  const proposal = proposalAt(from, id)
  if (proposal === null) return fail(noProposal(id, from))
  const otherPage = otherPageMistake(from)
  if (otherPage !== null) return fail(otherPage)
  decide(from, [[proposal, { decision: 'dismissed', reason }]])
  print(
    `已排除：${printable(proposal.unit)}，${printable(proposal.says)}。同样的内容不会再提示。\n`,
  )
  await renewProposalPage(from, settings)
  return 0
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function dismissOptions(
  args: readonly string[],
):
  | { readonly id: string; readonly reason: string; readonly from: string }
  | { readonly mistake: string } {
  const read = readOptions(args, { values: ['reason', 'from'], words: 1 })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const [id] = read.words
  const reason = read.values.reason?.trim() ?? ''
  if (id === undefined || reason === '') return { mistake: `要写提示的编号和理由。${usage}` }
  return { id, reason, from: read.values.from ?? proposalsFolder }
}
