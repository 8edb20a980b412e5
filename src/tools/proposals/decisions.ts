import { basename, dirname, resolve } from 'node:path'
import { authoredFile } from '#schema/authored-files.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import { proposalDecisions, type ProposalDecisions } from '#schema/proposal-decisions.ts'
import { formatText } from '#messages/format.ts'
import { printable } from '#messages/printable.ts'
import type { Problem } from '#messages/problem.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import type { Dataset } from '#model/dataset.ts'
import { locate } from '#model/records/locate.ts'
import type { YamlSource } from '#model/records/yaml-places.ts'
import { findingsIn } from '#read/attachments/attachment-findings.ts'
import { type Folders, maxFileBytes, readSource } from '#read/files/files.ts'
import { kindAt, readBytes } from '#read/files/regular-files.ts'
import { fieldsIn, newFilesIn, placeIn, textAt } from '#read/files/rewrite.ts'
import { placeholders } from '#read/records/placeholders.ts'
import { readRecord } from '#read/records/read-record.ts'
import { type Confirmation, planConfirmation } from './confirm.ts'
import type { Proposal } from './proposal.ts'
import { confirmedIssues, decide, type Decided, proposalAt } from './store.ts'

/** What an officer decided on the proposal with an id. */
export type ProposalChoice = { readonly id: string } & (
  | { readonly decision: 'confirm'; readonly confirmation: Confirmation }
  | { readonly decision: 'dismiss'; readonly reason: string }
)

/** What follows from some decisions; nothing of it is written yet. */
export interface DecisionPlan {
  /** Evidence first, then inspections; each once, with its text before. */
  readonly files: readonly {
    readonly file: string
    readonly before: string | null
    readonly after: string
  }[]
  readonly decided: readonly Decided[]
  /** The issues that the inspections have already, from a command that was killed. */
  readonly written: ReadonlySet<string>
}

/** All that is wrong with some decisions, in Chinese. */
interface Mistakes {
  readonly mistakes: readonly string[]
}

/** The area of an issue for which none is named: the ledger and the annual reports are about it. */
export const usualArea = 'openness'

/** That there is no such proposal, and how to list all. */
export const noProposal = (id: string, from: string): string =>
  `“${from}”里没有编号为“${id}”的提示，可能已经处理过。运行 npm run confirm 列出还有哪些。`

/** The decisions in a file that the page of proposals made, or all that is wrong with it. */
export function decisionsAt(
  path: string,
): { readonly choices: readonly ProposalChoice[] } | Mistakes {
  const { source, problem } = readSource(dirname(resolve(path)), basename(path), path)
  if (source === null)
    return {
      mistakes: [problem === null ? `没有文件“${path}”。` : problemsText([problem], null)],
    }
  const read = readRecord(source, proposalDecisions, { decisions: {} })
  if (read.problems.length > 0) return { mistakes: [problemsText(read.problems, read.source)] }
  const { period, decisions } = read.value
  const entries = Object.entries(decisions)
  if (entries.length === 0) return { mistakes: [`“${path}”里一条处理也没有。`] }
  const choices: ProposalChoice[] = []
  const mistakes: string[] = []
  for (const [id, decision] of entries) {
    const choice = choiceOf(id, decision, period)
    if (typeof choice === 'string') mistakes.push(`${id}：${choice}`)
    else choices.push(choice)
  }
  return mistakes.length > 0 ? { mistakes } : { choices }
}

/** A decision of the file, or what it lacks. */
function choiceOf(
  id: string,
  decision: ProposalDecisions['decisions'][string],
  usualPeriod: string | undefined,
): ProposalChoice | string {
  const { text, reason, period = usualPeriod } = decision
  if (decision.decision === 'dismiss')
    return reason === undefined
      ? '排除的要用 reason 写明理由。'
      : { id, decision: 'dismiss', reason }
  if (text === undefined) return '写成问题的要用 text 写明问题。'
  if (period === undefined) return '请用 period 写明写进哪一期检查。'
  const { remark = null, area = usualArea, units = null, indicator = null } = decision
  const publishesEvidence = decision.publish_evidence === true
  return {
    id,
    decision: 'confirm',
    confirmation: { period, text, remark, area, units, indicator, publishesEvidence },
  }
}

/**
 * Plans what some decisions write: the issues, their public evidence, and the decisions themselves.
 * Every mistake of all of them is found, and with one nothing is planned.
 *
 * @param from the folder of the proposals
 * @throws UnreadableProposal, UnreadableFile
 */
export function planDecisions(
  choices: readonly ProposalChoice[],
  folders: Folders,
  from: string,
  dataset: Dataset,
): DecisionPlan | Mistakes {
  const mistakes: string[] = []
  const decided: Decided[] = []
  const evidence = new Map<string, string>()
  const inspections = new Map<string, { readonly before: string; after: string }>()
  const written = new Set<string>()
  // Two decisions in the same words are two issues.
  const taken = confirmedIssues(from)
  for (const choice of choices) {
    const says = (mistake: string): void => {
      mistakes.push(choices.length > 1 ? `${choice.id}：${mistake}` : mistake)
    }
    const proposal = proposalAt(from, choice.id)
    if (proposal === null) {
      mistakes.push(noProposal(choice.id, from))
      continue
    }
    if (choice.decision === 'dismiss') {
      decided.push([proposal, { decision: 'dismissed', reason: choice.reason }])
      continue
    }
    const { confirmation } = choice
    const file = authoredFile('inspection', confirmation.period)
    const text = inspections.get(file)?.after ?? textAt(folders, file)
    if (text === null) {
      says(`还没有 ${printable(file)}，请先运行 npm run new -- ${printable(confirmation.period)}。`)
      continue
    }
    const before = { text, value: fieldsIn(file, text) }
    const plan = planConfirmation(proposal, confirmation, dataset, before, taken)
    if ('mistake' in plan) {
      says(plan.mistake)
      continue
    }
    if (plan.evidence !== null) {
      const path = authoredFile('attachment', plan.evidence.path)
      const refused = evidenceMistake(folders, plan.evidence, dataset)
      if (refused !== null) says(refused)
      evidence.set(path, plan.evidence.text)
    }
    const known = inspections.get(file)
    if (known === undefined) inspections.set(file, { before: text, after: plan.after })
    else known.after = plan.after
    taken.add(plan.issue)
    if (plan.isWritten) written.add(plan.issue)
    decided.push([proposal, { decision: 'confirmed', issue: plan.issue }])
  }
  for (const [file, { after }] of inspections) {
    const wrong = inspectionMistakes(file, after)
    if (wrong !== null) mistakes.push(`写出来的问题不合要求：\n\n${wrong}`)
  }
  if (mistakes.length > 0) return { mistakes }
  const files = [
    ...[...evidence].map(([file, after]) => ({ file, before: null, after })),
    ...[...inspections].map(([file, texts]) => ({ file, ...texts })),
  ]
  return { files: files.filter(({ before, after }) => before !== after), decided, written }
}

/** Writes all that was planned, or nothing: issues and evidence, then the decisions. */
export function applyDecisions(
  { files, decided }: DecisionPlan,
  folders: Folders,
  from: string,
): void {
  const texts = new Map(files.map(({ file, after }) => [file, after]))
  decide(from, decided, newFilesIn(folders, texts))
}

function inspectionMistakes(file: string, text: string): string | null {
  const read = readRecord({ file, text }, fileKinds.inspection.schema, placeholders.inspection)
  const wrong = read.problems.filter((one) => one.level === 'error' && !isUnfinished(one))
  return wrong.length === 0 ? null : problemsText(wrong, read.source)
}

/** Problems in words, without the summary at the end of a report. */
const problemsText = (problems: readonly Problem[], source: YamlSource | null): string =>
  formatText(locate(problems, new Map(source === null ? [] : [[source.file, source]])))
    .split('\n\n')
    .slice(0, -1)
    .join('\n\n')

/** Why evidence may not be written: another file is in its place, or the scan of attachments found something. */
function evidenceMistake(
  folders: Folders,
  { path: name, text }: { readonly path: string; readonly text: string },
  dataset: Dataset,
): string | null {
  const file = authoredFile('attachment', name)
  const { root, path } = placeIn(folders, file)
  if (kindAt(root, path) !== 'nothing') {
    const found = readBytes(root, path, maxFileBytes)
    // A killed command may have left the same bytes.
    if (!('bytes' in found && found.bytes.equals(Buffer.from(text))))
      return `${printable(file)} 已经有了，没有写入。请核对它是不是以前留下的，是的删去，再运行一次。`
  }
  const [found = []] = findingsIn([{ name, bytes: Buffer.from(text) }], dataset.site.contact ?? '')
  const [first] = found
  return first === undefined
    ? null
    : `依据里有不能公开的内容（${first.what}${first.text === '' ? '' : `：${first.text}`}），没有写入。请不要公开依据，或者人工整理依据。`
}

/** The unit and the words of a proposal. */
export const proposalLine = ({ unit, says }: Proposal): string => `${unit}：${says}`
