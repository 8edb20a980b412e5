import { workbook } from '#exports/xlsx.ts'
import { siteData } from '../data.ts'
import { provenanceOf } from '../open-data/files.ts'
import { type AnnualForm, annualTitle } from '#domain/annual.ts'
import { annualTables } from './tables.ts'

/** The workbook of a year's forms. */
export async function annualWorkbook(
  year: number,
  forms: readonly AnnualForm[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset, asOf } = siteData()
  return workbook(annualTables(forms), provenanceOf(dataset, annualTitle(year), asOf))
}
