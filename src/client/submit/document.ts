/**
 * Makes a Word document of what was filled in. The form loads this script when the document is asked
 * for.
 */
import './older-browsers.ts'
import { config } from 'zod'
import type { FormFile } from '#forms/form-kinds.ts'
import type { Dataset } from '#model/dataset.ts'
import { modelOf, withoutSite } from '#model/model.ts'
import { fillDocx } from '#export/documents/docx/fill-docx.ts'
import { ownLedger, ownReport, ownStatement } from '#export/documents/own-document.ts'

// The pages' policy forbids `eval`, with which Zod compiles its schemas.
config({ jitless: true })

declare global {
  interface Window {
    /** Set when the script has been loaded. */
    formDocument?: (form: FormFile, dataset: Dataset, blank: Uint8Array) => Uint8Array
  }
}

window.formDocument = ({ of, unit }, dataset, blank) => {
  const report = dataset.selfInspections[of]?.[unit]
  const statement = dataset.statements[of]?.[unit]
  const ledger = dataset.openness[of]?.[unit]
  const model = modelOf(dataset, withoutSite(statement?.on ?? report?.published ?? ''))
  if (report !== undefined) return fillDocx(blank, ownReport(model, unit, report))
  if (statement !== undefined) return fillDocx(blank, ownStatement(model, unit, of, statement))
  if (ledger !== undefined) return fillDocx(blank, ownLedger(model, unit, of, ledger))
  throw new Error('nothing was filled in')
}
