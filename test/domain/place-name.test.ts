import { expect, test } from 'vitest'
import { placeName } from '#domain/place-name.ts'
import { inspection } from '#schema/inspection.ts'
import { selfInspection } from '#schema/self-inspection.ts'

const nameOf = (collection: string, id: string): string | undefined =>
  collection === 'areas' && id === 'media' ? '政务新媒体' : undefined

test.each([
  ['areas.media.tally.failed', '政务新媒体·不合格'],
  ['areas.media.rates.passed', '政务新媒体·合格率'],
  ['areas.media.splits.tier.parts.市政府本级', '政务新媒体·按层级·市政府本级'],
  ['published_here', '本站发布日期'],
  ['period.label', '期·名称'],
  ['issues.2024-q1-05.text', '2024-q1-05·问题'],
  ['remarks.0', '备注·第1项'],
])('%s is %s', (at, name) => {
  expect(placeName(inspection, at, nameOf).join('·')).toBe(name)
})

test('a part of a report has a name too', () => {
  expect(placeName(selfInspection, 'problems.1.result', nameOf)).toEqual([
    '问题和整改',
    '第2项',
    '整改结果',
  ])
})
