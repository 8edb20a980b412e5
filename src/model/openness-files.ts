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
