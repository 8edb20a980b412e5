import { type AnnualForm, annualForms, yearsOf } from '#domain/annual.ts'
import type { Dataset } from '#domain/dataset.ts'
import { siteData } from '../data.ts'
import { ledger } from '../ledger.ts'

let memo: { of: Dataset; forms: ReadonlyMap<number, readonly AnnualForm[]> } | null = null

/** The forms of every year of which an inspection is recorded, oldest first; made once. */
export function formsByYear(): ReadonlyMap<number, readonly AnnualForm[]> {
  const { dataset, index } = siteData()
  if (memo?.of !== dataset)
    memo = {
      of: dataset,
      forms: new Map(
        yearsOf(dataset).map((year) => [year, annualForms(dataset, index, ledger(), year)]),
      ),
    }
  return memo.forms
}

/** What the form also asks for and no inspection tells. */
export const elsewhere = ['假冒政府网站的发现和处置', '网站的开办、整合和关停', '人员培训'] as const

/** Each quantity of a column, with its name. */
export const rectificationNames = {
  issues: '问题（项）',
  rows: '按单位计（项次）',
  reported: '已报送整改情况',
  rectified: '有整改记录',
  passed: '复核通过',
  settled: '已办结、复核通过、撤销或者后期通报写明已整改',
  nothing: '本站未收录进展',
} as const
export type RectificationName = keyof typeof rectificationNames
export const rectificationKeys = Object.keys(rectificationNames) as RectificationName[]
