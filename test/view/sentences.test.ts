import { expect, test } from 'vitest'
import { rowsOfInspection } from '#view/ledger.ts'
import { ledgerSentence } from '#view/sentences.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

test('a notice to the unit is not called progress of the rectification', () => {
  const notice = { step: 'notified' as const, on: '2024-03-20' }
  const sentenceOf = (steps: readonly { step: 'notified' | 'closed'; on: string }[]): string => {
    const inspection = inspectionWith({
      issues: { '2024-q1-01': { ...issue, rectification: [...steps] } },
    })
    const model = modelWith(datasetWith({ inspections: [inspection] }))
    return ledgerSentence(rowsOfInspection(model, inspection))
  }
  expect(sentenceOf([notice])).toContain('1项次已通知整改，本站尚未收录整改进展')
  expect(sentenceOf([notice, { step: 'closed', on: '2024-04-20' }])).toContain(
    '1项次已通知整改，1项次有整改进展，其中1项次有办结、复核通过、撤销等记录',
  )
})
