import type { Model } from '#model/model.ts'
import { type AnnualForm, annualForms, yearsOf } from '#model/annual.ts'
import type { Rectification } from '#model/annual-rectification.ts'
import * as at from '../addresses.ts'
import { ledger } from '../ledger.ts'
import { Memoized } from '#model/memoized.ts'

const forms = new Memoized<ReadonlyMap<number, readonly AnnualForm[]>>()

/**
 * The forms of every year with a recorded inspection, oldest first. Computed once for a dataset.
 */
export function formsByYear(model: Model): ReadonlyMap<number, readonly AnnualForm[]> {
  const { dataset, index } = model
  return forms.of(
    dataset,
    () =>
      new Map(
        yearsOf(dataset).map((year) => [year, annualForms(dataset, index, ledger(model), year)]),
      ),
  )
}

/** Items of the form that inspections do not cover. */
export const elsewhere = ['假冒政府网站的发现和处置', '网站的开办、整合和关停', '人员培训'] as const

/** The quantities in the table of rectification, with their names. */
export const rectificationNames = {
  issues: '问题（项）',
  rows: '按单位计（项次）',
  reported: '已报送整改情况',
  rectified: '有整改记录',
  passed: '复核通过',
  settled: '已办结、复核通过、撤销或者后期通报写明已整改',
  nothing: '本站未收录进展',
} as const
/** The quantities in English, for the dictionary of the workbook. */
export const rectificationEnglish: Readonly<
  Record<RectificationName, { readonly name: string; readonly meaning: string }>
> = {
  issues: { name: 'Issues', meaning: 'Findings' },
  rows: { name: 'Cases', meaning: 'Findings, counted once for each unit named' },
  reported: { name: 'Reported', meaning: 'Cases in which the unit has reported' },
  rectified: { name: 'Rectified', meaning: 'Cases with a record of rectification' },
  passed: { name: 'Passed the recheck', meaning: 'Cases that passed the recheck' },
  settled: {
    name: 'Settled',
    meaning: 'Cases closed, passed, withdrawn, or told as rectified by a later bulletin',
  },
  nothing: { name: 'Nothing recorded', meaning: 'Cases of which no progress is recorded here' },
}
type RectificationName = keyof typeof rectificationNames
export const rectificationKeys = Object.keys(rectificationNames) as RectificationName[]

/** The page that shows a period's rectification; a period without rows has none. */
export const rectificationSource = ({ inspection, rows }: Rectification): string =>
  rows === 0 ? at.inspectionPage(inspection.id) : at.rectificationPage(inspection.id)
