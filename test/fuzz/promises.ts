import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Inline } from '#model/bulletin.ts'
import { isSame } from '#model/changes.ts'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { publicDataset } from '#model/publication.ts'
import { reviewFormats } from '#tools/diff/review-formats.ts'
import { isWholeReview } from '#tools/diff/review.ts'
import { reviewedRecords } from '#tools/diff/review-records.ts'
import { headlines } from '#tools/diff/review-headlines.ts'
import { loadChecked, readVersion } from '#build/load-checked.ts'
import { quickValue } from '#read/yaml/quick-read.ts'
import { formatGithub } from '#messages/format-github.ts'
import { formatGitlab } from '#messages/format-gitlab.ts'
import { formatSarif } from '#messages/format-sarif.ts'
import { formatJson, formatText } from '#messages/format.ts'
import { hasErrors, type LocatedProblem } from '#messages/problem.ts'
import { parseYaml } from '#read/yaml/yaml-source.ts'
import { contentOf, filesOf, packagedFilesOf, scopes } from '#export/tables/files.ts'
import { pageChanges } from '#tools/diff/page-changes.ts'
import type { Corpus } from './corpora.ts'

/** The state of a corpus before anything is changed in it. */
export interface Before {
  readonly version: ReturnType<typeof readVersion>
  readonly problems: string
}

const asOf = '2026-12-01'

const summaryOf = (problems: readonly LocatedProblem[]): string =>
  JSON.stringify(problems.map(({ code, file, level, args }) => [code, file, level, args]))

export const existedBefore = ({ folders }: Corpus): Before => ({
  version: readVersion(folders),
  problems: summaryOf(loadChecked(folders).problems),
})

/**
 * Returns the promises that a changed corpus breaks: nothing is thrown, problems point at existing
 * places, accepted content stays inside the site, and every change is reported.
 */
export async function brokenPromises(corpus: Corpus, before: Before): Promise<string[]> {
  const broken: string[] = []
  const promise = async (name: string, keep: () => unknown): Promise<void> => {
    try {
      for (const one of [(await keep()) ?? []].flat()) broken.push(`${name}: ${String(one)}`)
    } catch (error) {
      broken.push(`${name}: threw ${error instanceof Error ? shortStack(error) : String(error)}`)
    }
  }
  await promise('check', async () => {
    const { dataset, problems, hints } = loadChecked(corpus.folders)
    await promise('problems', () =>
      [...problems, ...hints].flatMap((one) => misplaced(one, corpus)),
    )
    await promise('reports', () => unreadable([...problems, ...hints]))
    await promise('diff', () => silent(corpus, before, problems))
    if (dataset !== null && !hasErrors(problems)) {
      await promise('addresses', () => strayAddresses(dataset))
      await promise('tables', () => badTables(dataset))
    }
  })
  await promise('quick', () => differentlyRead(corpus))
  return broken
}

const shortStack = ({ stack = '' }: Error): string => stack.split('\n').slice(0, 4).join('\n')

/** A problem whose line or column is not in its file. */
function misplaced({ code, file, position }: LocatedProblem, { folder }: Corpus): string[] {
  const where = `${code} at ${file}:${position?.line ?? '-'}:${position?.column ?? '-'}`
  if (position === null) return []
  if (!existsSync(join(folder, file))) return [`${where}: there is no such file`]
  const line = readFileSync(join(folder, file), 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    [position.line - 1]?.replace(/\r$/, '')
  if (line === undefined) return [`${where}: there is no such line`]
  const length = [...line].length
  return position.column < 1 || position.column > length + 1
    ? [`${where}: the line has ${length} characters`]
    : []
}

/** Reports that a person or a program cannot read. */
function unreadable(problems: readonly LocatedProblem[]): string[] {
  const text = formatText(problems)
  JSON.parse(formatJson(problems))
  JSON.parse(formatGitlab(problems))
  JSON.parse(formatSarif(problems))
  formatGithub(problems)
  return ['[object', 'undefined', '    at ', '{says}'].flatMap((fragment) => {
    const line = text.split('\n').find((one) => one.includes(fragment) && !/^ +\d+ \|/.test(one))
    return line === undefined ? [] : [`“${fragment}” in a report: ${line}`]
  })
}

/** A change that is neither a new problem nor reported by the comparison. */
function silent(corpus: Corpus, before: Before, problems: readonly LocatedProblem[]): string[] {
  const now = readVersion(corpus.folders)
  const records = reviewedRecords(before.version, now)
  const isWhole = isWholeReview(records)
  const pages = isWhole ? pageChanges(before.version.dataset, now.dataset, asOf) : null
  if (isWhole && pages === null && !hasErrors(problems)) return ['the pages are not compared']
  const whole = {
    between: '',
    elsewhere: [],
    isApproved: null,
    headlines: isWhole ? headlines(before.version, now, records, asOf) : [],
    records,
    pages,
    owed: [],
  }
  const texts = Object.values(reviewFormats).map((format) => format(whole))
  const strange = texts.filter((text) => /\[object|undefined/.test(text))
  if (strange.length > 0) return [`a strange word in the review: ${strange[0] ?? ''}`]
  if (summaryOf(problems) !== before.problems) return []
  const difference = firstDifference(facts(before.version.dataset), facts(now.dataset), '')
  if (difference === null || texts[0]?.includes('没有变化') !== true) return []
  return [`nothing is said of ${difference}`]
}

/** All data that was read, without positions and without white space in prose. */
const facts = (dataset: Dataset | null): unknown =>
  dataset === null
    ? null
    : JSON.parse(
        JSON.stringify({
          ...dataset,
          bulletins: Object.entries(dataset.bulletins).map(([id, { blocks }]) => [
            id,
            blocks.map((block) =>
              block.type === 'appendix' ? block.of : [block.type, prose(block.children)],
            ),
          ]),
        }),
      )

/** The words and references of a text, in order. */
const prose = (nodes: readonly Inline[]): unknown[] =>
  nodes
    .flatMap((node) => {
      if (node.type === 'text') return node.text.replace(/\s+/g, '')
      if (node.type === 'value') return [`<${node.of}>`]
      return node.type === 'passage' ? [`<${node.of}: `, ...prose(node.children), '>'] : []
    })
    .filter((piece) => piece !== '')

function firstDifference(one: unknown, other: unknown, path: string): string | null {
  if (isSame(one, other)) return null
  if (isObject(one) && isObject(other))
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = firstDifference(one[key], other[key], `${path}.${key}`)
      if (found !== null) return found
    }
  const [was, is] = [one, other].map((value) => (JSON.stringify(value) ?? 'nothing').slice(0, 100))
  return `${path}: ${was ?? ''} → ${is ?? ''}`
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/

/** Addresses that are outside the site, invalid on Windows, or different only in case. */
function strayAddresses(all: Dataset): string[] {
  const dataset = publicDataset(all, asOf)
  const data = { dataset, index: indexDataset(dataset), asOf }
  const paths = [
    ...(pageChanges(null, dataset, asOf)?.added ?? []).map(({ address }) => address),
    ...scopes(data).flatMap((scope) =>
      [...filesOf(scope), ...packagedFilesOf(scope)].map(({ address }) => address),
    ),
    ...Object.keys(dataset.attachments).map((path) => `/attachments/${path}`),
  ]
  const stray = paths.filter(
    (path) =>
      !/^\/?[\w.-]+(\/[\w.-]+)*$/.test(path) ||
      path
        .split('/')
        .some((part) => /^\.|\.$/.test(part) || reserved.test(part) || part.length > 120),
  )
  const twins = paths.filter(
    (path, at) => paths.findIndex((one) => one.toLowerCase() === path.toLowerCase()) !== at,
  )
  return [...stray, ...twins].slice(0, 3)
}

/** Tables that cannot be read back. */
async function badTables(all: Dataset): Promise<string[]> {
  const dataset = publicDataset(all, asOf)
  const data = { dataset, index: indexDataset(dataset), asOf }
  const [scope] = scopes(data)
  if (scope === undefined) return []
  const found: string[] = []
  for (const file of filesOf(scope)) {
    if (!file.format.isText) continue
    const text = Buffer.from(await contentOf(data, file)).toString('utf8')
    if (/\[object|undefined|NaN/.test(text)) found.push(`a strange word in ${file.address}`)
    if (file.format.extension === 'json') JSON.parse(text)
    else if (file.format.extension === 'csv') {
      const rows = parseCsv(text, { bom: true }) as string[][]
      const formula = rows.flat().find((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))
      if (formula !== undefined) found.push(`a formula in ${file.address}: ${formula}`)
    }
  }
  return found
}

/** Texts that the fast parser and the complete one read differently. */
function differentlyRead({ folder, originals }: Corpus): string[] {
  for (const [path, bytes] of originals) {
    if (!path.endsWith('.yaml') || !existsSync(join(folder, path))) continue
    let text: string
    try {
      const now = readFileSync(join(folder, path))
      if (now.equals(bytes)) continue
      text = now.toString('utf8')
    } catch {
      continue
    }
    // Such texts are refused before they are parsed.
    if (text.split('\n').some((line) => line.length > 20_000)) continue
    const quick = quickValue(text)
    if (quick === undefined) continue
    const { source, problems } = parseYaml({ file: path, text })
    if (problems.length > 0) return [`${path} is read quickly, with ${problems[0]?.code ?? ''}`]
    if (!isDeepStrictEqual(plain(quick), plain(source.value)))
      return [`${path} is read in two ways`]
  }
  return []
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
