import { expect, test } from 'vitest'
import type { Correction } from '#schema/correction.ts'
import { correctionNotice, correctionsIn } from '#view/corrections.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

const noticeOf = (corrections: Correction[]): string | null => {
  const inspections = [inspectionWith({ corrections })]
  const notice = correctionNotice(
    correctionsIn(modelWith(datasetWith({ inspections })), 'inspections/2024-q1'),
  )
  return notice === null ? null : `发布后有${notice.count}${notice.last}`
}
const correction: Correction = {
  on: '2024-05-06',
  at: 'areas.media.tally.checked',
  from: 371,
  to: 370,
  reason: '多计1个',
}

test('the head of a corrected page says once how often it was corrected, what last and when', () => {
  expect(noticeOf([])).toBeNull()
  expect(noticeOf([correction])).toBe('发布后有1处更正：2024年5月6日，政务新媒体·检查。')
  const earlier = { ...correction, on: '2024-05-02', at: 'document.title', from: '甲', to: '乙' }
  expect(noticeOf([earlier, correction])).toBe(
    '发布后有2处更正，最近一处：2024年5月6日，政务新媒体·检查。',
  )
})
