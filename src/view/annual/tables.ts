import type { Model } from '#model/model.ts'
import type { AnnualForm } from '#model/annual.ts'
import type { Table } from '../tables/table.ts'
import { countsTable } from './counts-table.ts'
import { failuresTable } from './failures-table.ts'
import { ratesTable } from './rates-table.ts'
import { rectificationTable } from './rectification-table.ts'

/** The forms of a year as tables; each number comes with its file, its path and its page. */
export const annualTables = (model: Model, forms: readonly AnnualForm[]): Table[] =>
  [
    countsTable(forms),
    ratesTable(forms),
    failuresTable(model, forms),
    rectificationTable(forms),
  ].filter(({ rows }) => rows.length > 0)
