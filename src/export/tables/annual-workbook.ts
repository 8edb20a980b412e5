import type { Model } from '#model/model.ts'
import { workbook } from './xlsx.ts'
import { provenanceOf } from './files.ts'
import { type AnnualForm, annualTitle } from '#model/annual.ts'
import { annualTables } from '#view/annual/tables.ts'

/** The workbook of a year's forms. */
export async function annualWorkbook(
  model: Model,
  year: number,
  forms: readonly AnnualForm[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, asOf } = model
  return workbook(annualTables(model, forms), provenanceOf(dataset, annualTitle(year), asOf))
}
