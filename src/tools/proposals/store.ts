import { UserError } from '#messages/user-error.ts'
import { jsonText } from '#model/json-text.ts'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { compareText } from '#model/dataset.ts'
import { megabyte } from '#model/file-size.ts'
import { namesIn, readBytes } from '#read/files/regular-files.ts'
import { type NewFile, replaceFiles } from '#read/files/replace-files.ts'
import { type Proposal, proposalSchema } from './proposal.ts'

/** The folder of working papers in the project; git ignores it and no build reads it. */
export const proposalsFolder = '.proposals'

/** What an officer decided on a proposal, by its fingerprint. */
const decisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('dismissed'), reason: z.string().min(1) }),
  z.strictObject({ decision: z.literal('confirmed'), issue: z.string().min(1) }),
])
type Decision = z.infer<typeof decisionSchema>
const decisionsSchema = z.record(z.string().regex(/^[\da-f]{64}$/), decisionSchema)

const decisionsFile = 'decisions.json'
const fileOf = (id: string): string => `${id}.json`
const maxBytes = 5 * megabyte

/** Thrown for a working paper that somebody damaged. The message is Chinese, for the user. */
export class UnreadableProposal extends UserError {}

function jsonAt<T>(folder: string, path: string, schema: z.ZodType<T>): T | null {
  const found = readBytes(folder, path, maxBytes)
  if ('refused' in found) {
    if (found.refused === 'nothing') return null
    throw new UnreadableProposal(`${join(folder, path)} 读不了。`)
  }
  try {
    return schema.parse(JSON.parse(found.bytes.toString('utf8')))
  } catch {
    throw new UnreadableProposal(
      `${join(folder, path)} 被改动过，读不准。请恢复它，或者删去后重新比对。`,
    )
  }
}

/**
 * The decisions of officers so far.
 *
 * @throws UnreadableProposal: a decision must not be lost in silence
 */
const decisionsIn = (folder: string): Readonly<Record<string, Decision>> =>
  jsonAt(folder, decisionsFile, decisionsSchema) ?? {}

/**
 * The issues that were written for the proposals decided on so far.
 *
 * @throws UnreadableProposal
 */
export const confirmedIssues = (folder: string): Set<string> =>
  new Set(
    Object.values(decisionsIn(folder)).flatMap((one) =>
      one.decision === 'confirmed' ? [one.issue] : [],
    ),
  )

const paperAt = (folder: string, id: string): Proposal | null =>
  /^[\da-f]{10}$/.test(id) ? jsonAt(folder, fileOf(id), proposalSchema) : null

/** The ids of all proposals in a folder, sorted. */
const proposalIds = (folder: string): string[] =>
  namesIn(folder).flatMap((name) => /^([\da-f]{10})\.json$/.exec(name)?.[1] ?? [])

/**
 * The proposals on which nobody has decided, sorted by id.
 *
 * @throws UnreadableProposal
 */
export function openProposals(folder: string): Proposal[] {
  const decisions = decisionsIn(folder)
  return proposalIds(folder)
    .flatMap((id) => paperAt(folder, id) ?? [])
    .filter(({ fingerprint }) => decisions[fingerprint] === undefined)
}

/** The proposal with an id on which nobody has decided; null where there is none. */
export function proposalAt(folder: string, id: string): Proposal | null {
  const found = paperAt(folder, id)
  return found === null || decisionsIn(folder)[found.fingerprint] !== undefined ? null : found
}

/**
 * Replaces the proposals of a run. What an officer decided on is not proposed again.
 *
 * @returns the proposals that were written, and how many were decided on before
 */
export function writeProposals(
  folder: string,
  run: string,
  proposals: readonly Proposal[],
): { readonly open: readonly Proposal[]; readonly decided: number } {
  const decisions = decisionsIn(folder)
  const open = proposals.filter(({ fingerprint }) => decisions[fingerprint] === undefined)
  const ids = new Set(open.map(({ id }) => id))
  const former = proposalIds(folder).filter(
    (id) => !ids.has(id) && paperAt(folder, id)?.run === run,
  )
  replaceFiles(open.map((one) => jsonFile(folder, fileOf(one.id), one)))
  for (const id of former) rmSync(join(folder, fileOf(id)))
  return { open, decided: proposals.length - open.length }
}

/** A proposal with what an officer decided on it. */
export type Decided = readonly [proposal: Proposal, decision: Decision]

/** The file of decisions with more of them. */
function decisionsFileWith(folder: string, decided: readonly Decided[]): NewFile {
  const all = {
    ...decisionsIn(folder),
    ...Object.fromEntries(decided.map(([{ fingerprint }, decision]) => [fingerprint, decision])),
  }
  const sorted = Object.entries(all).sort(([a], [b]) => compareText(a, b))
  return jsonFile(folder, decisionsFile, Object.fromEntries(sorted))
}

/**
 * Records decisions together with the files that follow from them, in their order and before the
 * decisions: all or none is written. Then removes the proposals from the open ones.
 */
export function decide(
  folder: string,
  decided: readonly Decided[],
  files: readonly NewFile[] = [],
): void {
  replaceFiles([...files, decisionsFileWith(folder, decided)])
  for (const [{ id }] of decided) rmSync(join(folder, fileOf(id)), { force: true })
}

const jsonFile = (root: string, path: string, value: unknown): NewFile => ({
  root,
  path,
  text: jsonText(value),
})
