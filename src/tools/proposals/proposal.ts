import { z } from 'zod'
import { findingSubject } from '#schema/openness.ts'
import { sha256 } from '#model/sha256.ts'

const text = z.string().min(1)
const hash = z.string().regex(/^[\da-f]{64}$/)

/** A file that a finding rests on. */
const evidenceFile = z.strictObject({ path: text, sha256: hash.nullable() })

/**
 * What a machine found, for a person to judge: a working paper, never a publication. It never says
 * that something is a veto or counts in a rate.
 */
export const proposalSchema = z.strictObject({
  /** The first characters of the fingerprint, to type. */
  id: z.string().regex(/^[\da-f]{10}$/),
  /** Of what was found and of the texts that it was found in; the same finding has the same one. */
  fingerprint: hash,
  /** What found it, in Chinese: 年度报告比对. */
  source: text,
  /** The run that found it, such as `annual-reports-2023`; the next run replaces its proposals. */
  run: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** The kind of finding, such as `reuse`. */
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  /** The unit as it was named where it was found: a name or an id. */
  unit: text,
  /** The finding in a Chinese sentence. */
  says: text,
  /** The measurement beside the line that it was compared with. */
  measurement: z.strictObject({ what: text, value: z.number(), unit: text }),
  threshold: z.strictObject({ value: z.number(), unit: text, verified: z.boolean() }).nullable(),
  /** What it is about, so that the site can say later whether it is still so. */
  about: findingSubject.optional(),
  /** Words with which an issue may begin; the officer writes the issue. */
  suggestion: text,
  evidence: z.strictObject({
    /** Paths below the folder of the proposals, in the order of importance. */
    page: text.nullable(),
    files: z.array(evidenceFile),
    texts: z.array(evidenceFile),
    /** Passages that may be published as evidence, as lines. */
    lines: z.array(z.string()),
    program: text,
  }),
})
export type Proposal = z.infer<typeof proposalSchema>

/**
 * The fingerprint of a finding, from all that identifies it: what found it, its kind, the unit and
 * the hashes of the texts. Program versions and reference lines are no part of it, so that a
 * dismissed finding does not come back with the next release.
 */
export const fingerprintOf = (parts: readonly string[]): string => sha256(JSON.stringify(parts))

/** The id under which a proposal with a fingerprint is typed. */
export const proposalId = (fingerprint: string): string => fingerprint.slice(0, 10)
