import type { UnitOpenness } from '#schema/openness.ts'
import type { Dataset } from './dataset.ts'
import { Memoized } from './memoized.ts'

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
export const ledgerPrefix = (
  kind: 'policies' | 'consultations',
  year: string,
  unit: string,
): string => `${year}-${unit}-${kind === 'policies' ? '' : 'c'}`

/** The id of a new record: the number after the last one in use. */
export function nextLedgerId(ids: readonly string[], prefix: string): string {
  const numbers = ids.map((id) => Number(/(\d+)$/.exec(id)?.[1] ?? 0))
  const next = Math.max(0, ...numbers) + 1
  return `${prefix}${prefix.endsWith('c') ? next : String(next).padStart(2, '0')}`
}
