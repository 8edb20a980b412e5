import { Memoized } from '#model/memoized.ts'
import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset } from '#model/dataset.ts'
import { isGroup } from '#model/figure.ts'
import { groupsIn, groupsOf, type PlacedGroup } from '#model/groups.ts'
import { countNames, type CountName, type Figure, type Measure } from '#schema/figure.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import type { Level } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { inspectionFile } from './check.ts'

/** A block of figures of any file. */
export interface FigureBlock extends PlacedGroup {
  readonly file: string
}

/** A set of free figures of any file. */
export interface Figures {
  readonly file: string
  readonly path: Path
  readonly figures: Readonly<Record<string, Measure>>
  readonly asPrinted: boolean
}

/** Every block of every inspection and of every self-inspection. */
export function* blocksOf(dataset: Dataset): Generator<FigureBlock> {
  for (const inspection of dataset.inspections)
    for (const block of groupsOf(inspection)) yield { ...block, file: inspectionFile(inspection) }
  for (const { file, report } of namedReports(dataset))
    for (const block of groupsIn(report.results ?? {}, ['results'])) yield { ...block, file }
}

/** A number anywhere in a file: a count, a part of a split, a free figure or a part of one. */
export interface NamedNumber {
  readonly file: string
  readonly path: Path
  readonly name: string
  readonly number: Figure | Measure
  readonly unit: string | undefined
}

/** Every number that is not a rate. */
export function* numbersOf(dataset: Dataset): Generator<NamedNumber> {
  const unit = undefined
  for (const { file, path, group } of blocksOf(dataset)) {
    for (const [name, number] of Object.entries(group.tally ?? {}) as [CountName, Figure][])
      yield { file, path: [...path, 'tally', name], name: countNames[name], number, unit }
    for (const [by, split] of Object.entries(group.splits ?? {}))
      for (const [name, number] of Object.entries(split.parts))
        if (!isGroup(number))
          yield { file, path: [...path, 'splits', by, 'parts', name], name, number, unit }
  }
  for (const { file, path, figures } of figuresOf(dataset))
    for (const [name, number] of Object.entries(figures)) {
      const own = typeof number === 'object' ? number.unit : undefined
      yield { file, path: [...path, name], name, number, unit: own }
    }
}

/** Every set of free figures in any file, each followed by the sets of its parts. */
export function* figuresOf(dataset: Dataset): Generator<Figures> {
  for (const set of outerFigures(dataset)) yield* withParts(set)
}

function* withParts(set: Figures): Generator<Figures> {
  yield set
  for (const [name, measure] of Object.entries(set.figures)) {
    if (typeof measure !== 'object' || measure.parts === undefined) continue
    const path = [...set.path, name, 'parts']
    const asPrinted = set.asPrinted || measure.as_printed === true
    yield* withParts({ ...set, path, figures: measure.parts, asPrinted })
  }
}

function* outerFigures(dataset: Dataset): Generator<Figures> {
  for (const { file, path, group, asPrinted } of blocksOf(dataset))
    if (group.figures !== undefined)
      yield { file, path: [...path, 'figures'], figures: group.figures, asPrinted }
  for (const inspection of dataset.inspections) {
    const file = inspectionFile(inspection)
    const {
      figures,
      issues = {},
      good_examples: examples = [],
      previous_round: previous,
    } = inspection
    if (figures !== undefined) yield { file, path: ['figures'], figures, asPrinted: false }
    if (previous?.figures !== undefined)
      yield {
        file,
        path: ['previous_round', 'figures'],
        figures: previous.figures,
        asPrinted: false,
      }
    for (const [id, issue] of Object.entries(issues))
      if (issue.figures !== undefined)
        yield { file, path: ['issues', id, 'figures'], figures: issue.figures, asPrinted: false }
    for (const [n, example] of examples.entries())
      if (example.figures !== undefined)
        yield {
          file,
          path: ['good_examples', n, 'figures'],
          figures: example.figures,
          asPrinted: false,
        }
  }
  for (const { file, report } of namedReports(dataset)) {
    const { figures, accounts = [], problems = [] } = report
    if (figures !== undefined) yield { file, path: ['figures'], figures, asPrinted: false }
    for (const [n, account] of accounts.entries())
      yield {
        file,
        path: ['accounts', n, 'figures'],
        figures: account.figures,
        asPrinted: false,
      }
    for (const [n, found] of problems.entries())
      if (found.figures !== undefined)
        yield { file, path: ['problems', n, 'figures'], figures: found.figures, asPrinted: false }
  }
}

interface NamedReport {
  readonly period: string
  readonly unit: string
  readonly report: SelfInspection
  readonly file: string
}
const named = new Memoized<readonly NamedReport[]>()

/** Every self-inspection with its file path. Cached, because about a dozen rules need the list. */
export const namedReports = (dataset: Dataset): readonly NamedReport[] =>
  named.of(dataset, () =>
    Object.entries(dataset.selfInspections).flatMap(([period, of]) =>
      Object.entries(of).map(([unit, report]) => {
        const file = authoredFile('self-inspection', period, unit)
        return { period, unit, report, file }
      }),
    ),
  )

/**
 * The level of a contradiction: a warning if the editor has marked it as the document's own, else
 * an error.
 */
export const contradictionLevel = (asPrinted: boolean | undefined): Level =>
  asPrinted === true ? 'warning' : 'error'
