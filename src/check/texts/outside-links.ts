import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset } from '#model/dataset.ts'
import { otherHost } from '#model/link-words.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import type { DocumentFacts } from '#schema/document.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, statementFile, type Check } from '../check.ts'

/**
 * The text of a link does not mislead: readers trust it, so it must not name another host or hide
 * the host behind a number.
 */
export const outsideLinks: Check = {
  name: 'outside-links',
  description: 'A link leads to the host that its words name, and to a name, not a number.',
  check: ({ dataset }) => [...linksOf(dataset)].flatMap((link) => wrongWith(link, dataset)),
}

function wrongWith({ file, path, words, address }: OutsideLink, { site }: Dataset): Problem[] {
  const found: Problem[] = []
  const mismatch = otherHost(words, address)
  if (mismatch !== null)
    found.push(problem('link-words-differ', file, atValue(...path), { ...mismatch }))
  const number = /^https?:\/\/(\d+(?:\.\d+){3})(?![^:/?#])/i.exec(address)?.[1]
  if (number !== undefined)
    found.push(
      problem(
        'link-to-number',
        file,
        atValue(...path),
        { number },
        site.official ? 'error' : 'warning',
      ),
    )
  return found
}

interface OutsideLink {
  readonly file: string
  /** Path of the address. */
  readonly path: Path
  /** The text shown as the link or directly beside it; empty if only the address is shown. */
  readonly words: string
  readonly address: string
}

/** Every address of another page in the data. */
function* linksOf(dataset: Dataset): Generator<OutsideLink> {
  const { source, licence, column } = dataset.site
  const file = authoredFile('site')
  if (source?.address !== undefined)
    yield { file, path: ['source', 'address'], words: source.title, address: source.address }
  if (licence?.address !== undefined)
    yield { file, path: ['licence', 'address'], words: licence.name, address: licence.address }
  for (const [n, { name, address }] of (column?.path ?? []).entries())
    if (address !== undefined)
      yield { file, path: ['column', 'path', n, 'address'], words: name, address }
  for (const inspection of dataset.inspections)
    yield* documentLink(inspectionFile(inspection), inspection.document)
  for (const { file, report } of namedReports(dataset)) {
    if (report.address !== undefined)
      yield { file, path: ['address'], words: report.title, address: report.address }
    yield* documentLink(file, report.document)
  }
  for (const [issue, statements] of Object.entries(dataset.statements))
    for (const [unit, { evidence = [] }] of Object.entries(statements))
      for (const [n, { title, address }] of evidence.entries())
        yield {
          file: statementFile(issue, unit),
          path: ['evidence', n, 'address'],
          words: title,
          address,
        }
  yield* ledgerLinks(dataset)
}

/** The addresses in the ledger of policies and consultations. */
function* ledgerLinks(dataset: Dataset): Generator<OutsideLink> {
  for (const { year, unit, ledger } of unitLedgers(dataset)) {
    const file = authoredFile('openness', year, unit)
    const link = (words: string, address: string | undefined, ...path: Path): OutsideLink[] =>
      address === undefined ? [] : [{ file, path: [...path, 'url'], words, address }]
    for (const [id, { title, url, interpretation }] of Object.entries(ledger.policies ?? {})) {
      yield* link(title, url, 'policies', id)
      for (const [n, item] of (interpretation?.items ?? []).entries())
        yield* link(item.title, item.url, 'policies', id, 'interpretation', 'items', n)
    }
    for (const [id, { title, url, feedback }] of Object.entries(ledger.consultations ?? {})) {
      yield* link(title, url, 'consultations', id)
      if (typeof feedback === 'object')
        yield* link(title, feedback.url, 'consultations', id, 'feedback')
    }
    yield* link('', ledger.annual_report?.url, 'annual_report')
  }
}

function* documentLink(file: string, document: DocumentFacts | undefined): Generator<OutsideLink> {
  if (document?.address !== undefined)
    yield {
      file,
      path: ['document', 'address'],
      words: document.title ?? '',
      address: document.address,
    }
}
