import { isDeepStrictEqual } from 'node:util'
import type { Dataset } from '#model/dataset.ts'
import { nextId } from '#model/next-id.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { idsByName } from '#model/every-name.ts'
import { nearest } from '#messages/nearest.ts'
import { updateYaml } from '#read/yaml-edit/update.ts'
import type { Proposal } from './proposal.ts'

type Fields = Readonly<Record<string, YamlValue>>

/** What an officer decides when a proposal becomes an issue. */
export interface Confirmation {
  /** The id of the inspection that has the issue. */
  readonly period: string
  /** The officer's words. */
  readonly text: string
  readonly remark: string | null
  readonly area: string
  /** Ids of units; null for the unit of the proposal. */
  readonly units: readonly string[] | null
  readonly indicator: string | null
  /** Whether the public may see the evidence. */
  readonly publishesEvidence: boolean
}

/** The change of an inspection, or why there is none, in Chinese. */
type ConfirmationPlan =
  | {
      readonly issue: string
      /** Whether the inspection has the issue already, from a command that was killed. */
      readonly isWritten: boolean
      readonly after: string
      /** The evidence to publish, by its path below `content/attachments`. */
      readonly evidence: { readonly path: string; readonly text: string } | null
    }
  | { readonly mistake: string }

/**
 * Plans an issue from a proposal. Severity and counting stay open: whether an issue is a veto or
 * counts in a rate is in no proposal, and a person writes it.
 *
 * @param before the text of the inspection's file, and its fields
 * @param taken the issues of other proposals; none of them is this one, whatever its words
 */
export function planConfirmation(
  proposal: Proposal,
  confirmation: Confirmation,
  dataset: Dataset,
  before: { readonly text: string; readonly value: object },
  taken: ReadonlySet<string>,
): ConfirmationPlan {
  const { period, text, remark, area, indicator } = confirmation
  const units = confirmation.units ?? [proposal.unit]
  const found = units.map((unit) => unitId(unit, dataset))
  const unknown = units.find((_, n) => found[n] === null)
  if (unknown !== undefined) {
    const names = Object.entries(dataset.units).flatMap(([id, { name }]) => [id, name])
    const near = nearest(unknown, names)
    return {
      mistake: `单位名录里没有“${unknown}”${near === null ? '' : `，是不是“${near}”`}。请用 --units（决定文件里是 units）写单位编号。`,
    }
  }
  const inspection = dataset.inspections.find(({ id }) => id === period)
  if (inspection === undefined)
    return { mistake: `没有“${period}”这一期检查。请先运行 npm run new -- ${period}。` }
  if (!Object.hasOwn(inspection.areas, area))
    return {
      mistake: `这一期没有领域“${area}”，有的是：${Object.keys(inspection.areas).join('、')}。请用 --area 写明。`,
    }
  if (indicator !== null) {
    const kinds = Object.values(dataset.catalogues).flatMap(
      ({ indicators }) => indicators[indicator]?.kind ?? [],
    )
    if (kinds.length === 0) return { mistake: `没有编号为“${indicator}”的检查指标。` }
    if (kinds.includes('veto'))
      return { mistake: `“${indicator}”是单项否决指标，不能由程序的提示写入，请人工录入。` }
  }
  const value = before.value as Fields
  const issues = (value['issues'] ?? {}) as Fields
  const origin: Fields = {
    from: proposal.source,
    measured: measuredText(proposal),
    ...(proposal.about === undefined ? {} : { about: aboutFields(proposal.about) }),
  }
  const decided: Fields = {
    area,
    units: found as string[],
    ...(indicator === null ? {} : { indicators: [indicator] }),
    severity: 'not-stated',
    counts_in_rate: 'not-stated',
    text,
    ...(remark === null ? {} : { remark }),
    origin,
  }
  const written = Object.entries(issues).find(
    ([id, one]) => !taken.has(id) && isSameIssue(one as Fields, decided),
  )
  if (written !== undefined)
    return { issue: written[0], isWritten: true, after: before.text, evidence: null }
  const issue = nextId(Object.keys(issues), `${period}-`)
  const evidence = confirmation.publishesEvidence
    ? { file: `evidence-${issue}.txt`, title: `${proposal.source}的依据` }
    : null
  const added: Fields =
    evidence === null ? decided : { ...decided, origin: { ...origin, evidence: [evidence] } }
  return {
    issue,
    isWritten: false,
    after: updateYaml(before.text, { ...value, issues: { ...issues, [issue]: added } }),
    evidence:
      evidence === null
        ? null
        : { path: `${period}/${evidence.file}`, text: evidenceText(proposal, text) },
  }
}

/** Whether an issue is the one that an officer decided on; its public evidence is no part of that. */
function isSameIssue(issue: Fields, decided: Fields): boolean {
  const { evidence: _evidence, ...origin } = (issue['origin'] ?? {}) as Fields
  return isDeepStrictEqual({ ...issue, origin }, decided)
}

const aboutFields = ({ finding, year, records }: NonNullable<Proposal['about']>): Fields => ({
  finding,
  year,
  ...(records === undefined ? {} : { records }),
})

/** The id of a unit by its id or one of its names; null where there is none. */
const unitId = (unit: string, { units }: Dataset): string | null =>
  Object.hasOwn(units, unit) ? unit : (idsByName(units).get(unit) ?? null)

/** The measurement beside its line: 自有内容重复率96.4%，参考线80%（未经核定）. */
export function measuredText({ measurement, threshold }: Proposal): string {
  const measured = `${measurement.what}${measurement.value}${measurement.unit}`
  if (threshold === null) return measured
  const remark = threshold.verified ? '' : '（未经核定）'
  return `${measured}，参考线${threshold.value}${threshold.unit}${remark}`
}

/** The evidence as a text that the public may read. */
function evidenceText(proposal: Proposal, text: string): string {
  const { evidence, source } = proposal
  const files = evidence.files.map(({ path, sha256 }) => `  ${path}　SHA-256：${sha256 ?? '无'}`)
  const lines = evidence.lines.map((line, n) => `${n + 1}. ${line.replace(/\s*\n\s*/g, '')}`)
  return [
    text,
    '',
    `由“${source}”提示，经人工确认。${measuredText(proposal)}。`,
    `程序：${evidence.program}`,
    '依据的文件：',
    ...files,
    '',
    '依据：',
    ...lines,
    '',
  ].join('\n')
}
