import { expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { registerView } from '#view/pages/self-inspections.ts'
import { reportPeriodsOf } from '#view/report-periods.ts'
import { gapWords } from '#view/tables/table.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { datasetWith } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const report: SelfInspection = { title: '甲县自查报告', published: '2024-06-03' }

/** What the page of the newest period says of reports that nobody ordered. */
function noteOf(parts: Partial<Dataset>): string | undefined {
  const model = modelWith(datasetWith(parts))
  const period = reportPeriodsOf(model).at(-1)
  if (period === undefined) throw new Error('no period')
  return registerView(model, { period, register: undefined }).unasked?.note
}

test('a site with inspections says that it has no order, not that none was given', () => {
  const selfInspections = { '2024-q2': { jia: report } }
  expect(noteOf({ selfInspections })).toBe(
    '本站没有收录要求公开这一期报告的文件，只列出已经公开的，不判断早晚。',
  )
  expect(noteOf({ selfInspections, inspections: [] })).toBeUndefined()
})

test('the tables say so too', () => {
  expect(gapWords['not-required']).toBe('本站没有收录要求')
})
