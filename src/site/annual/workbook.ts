import type { Model } from '#domain/model.ts'
import { workbook } from '#exports/xlsx.ts'
import { provenanceOf } from '../open-data/files.ts'
import { type AnnualForm, annualTitle } from '#domain/annual.ts'
import { annualTables } from './tables.ts'

/** The workbook of a year's forms. */
export async function annualWorkbook(
  model: Model,
  year: number,
  forms: readonly AnnualForm[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, asOf } = model
  return workbook(annualTables(model, forms), provenanceOf(dataset, annualTitle(year), asOf))
}
