import type { Model } from '#model/model.ts'
import type { Deflate } from '../deflate.ts'
import { workbook } from './xlsx.ts'
import { provenanceOf } from './files.ts'
import { type AnnualForm, annualTitle } from '#model/annual.ts'
import { annualTables } from '#view/annual/tables.ts'

/** The workbook of a year's forms. */
export const annualWorkbook = (
  model: Model,
  year: number,
  forms: readonly AnnualForm[],
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> =>
  workbook(
    annualTables(model, forms),
    provenanceOf(model.dataset, annualTitle(year), model.asOf),
    deflate,
  )
