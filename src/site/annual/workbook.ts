import { annualTitle } from '#domain/annual.ts'
import { workbook } from '#exports/xlsx.ts'
import { siteData } from '../data.ts'
import { provenanceOf } from '../open-data/files.ts'
import { formsByYear } from './form.ts'
import { annualTables } from './tables.ts'

/** The workbook of a year; null where no inspection of the year is recorded. */
export async function annualWorkbook(year: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const forms = formsByYear().get(year)
  if (forms === undefined) return null
  const { dataset, asOf } = siteData()
  return workbook(annualTables(forms), provenanceOf(dataset, annualTitle(year), asOf))
}
