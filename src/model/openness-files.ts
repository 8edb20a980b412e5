import type { UnitOpenness } from '#schema/openness.ts'
import type { Dataset } from './dataset.ts'
import { isMissing } from './figure.ts'
import { Memoized } from './memoized.ts'
import { nextId } from './next-id.ts'

/** The file of a unit and year. */
interface UnitLedger {
  readonly year: string
  readonly unit: string
  readonly ledger: UnitOpenness
}

const ledgers = new Memoized<readonly UnitLedger[]>()

/** The ledgers of all units, by year, then in the order of the files. */
export const unitLedgers = (dataset: Dataset): readonly UnitLedger[] =>
  ledgers.of(dataset, () =>
    Object.entries(dataset.openness).flatMap(([year, units]) =>
      Object.entries(units).map(([unit, ledger]) => ({ year, unit, ledger })),
    ),
  )

/** Whether a text names a year, as folders of the ledger do. */
export const isYear = (text: string): boolean => /^[12]\d{3}$/.test(text)

/** What the ids of a unit's documents or consultations of a year begin with. */
export const opennessIdPrefix = (
  kind: 'policies' | 'consultations',
  year: string,
  unit: string,
): string => `${year}-${unit}-${kind === 'policies' ? '' : 'c'}`

/** What tells documents of one title apart: the number, and the day of publication; empty if unknown. */
interface DocumentMarks {
  readonly number: string
  readonly day: string
}

/**
 * The one of the records of a title that a row is about, by its number, else its day; null where it is
 * about none of them, `several` where nothing tells them apart.
 */
export function sameDocument<T extends DocumentMarks>(
  records: readonly T[],
  row: DocumentMarks,
): T | 'several' | null {
  const number = knownNumber(row.number)
  const exact = records.find((one) => number !== '' && knownNumber(one.number) === number)
  if (exact !== undefined) return exact
  const possible = records.filter(
    (one) =>
      (number === '' || knownNumber(one.number) === '') &&
      (!isKnownDay(one.day) || !isKnownDay(row.day) || one.day === row.day),
  )
  const [first = null] = possible
  return possible.length > 1 ? 'several' : first
}

const isKnownDay = (day: string): boolean => day !== '' && !isMissing(day)
const knownNumber = (number: string): string =>
  isMissing(number) ? '' : number.normalize('NFKC').replace(/[\s()[\]〔〕【】]/g, '')

/** That the title does not say which document a row is about, in Chinese. */
export const severalOfTitle = '同名的有几条，不知道是哪一条；请写编号、发文字号或者日期。'

/** The id of a new record of a ledger. */
export const nextOpennessId = (ids: readonly string[], prefix: string): string =>
  nextId(ids, prefix, prefix.endsWith('c') ? 1 : 2)
