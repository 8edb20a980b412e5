import { expect, test } from 'vitest'
import { headingNumbers } from '#check/texts/heading-numbers.ts'
import type { Block } from '#model/bulletin.ts'
import type { Inspection } from '#model/dataset.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { problemsOf } from '../found.ts'

/** What is expected instead of each wrong number; the depth of a heading is written as its hashes. */
function expectedIn(headings: readonly string[], document: Inspection['document'] = {}): unknown[] {
  const blocks = headings.map((line): Block => {
    const [hashes = '', text = ''] = line.split(' ')
    return { type: 'heading', depth: hashes.length, children: [{ type: 'text', text, offset: 0 }] }
  })
  return problemsOf(headingNumbers, {
    inspections: [inspectionWith({ document })],
    bulletins: { '2024-q1': { id: '2024-q1', blocks } },
  }).map(({ args }) => args['expected'])
}

test.each([
  [
    [
      '## 一、基本情况',
      '### （一）网站',
      '### （二）新媒体',
      '## 二、问题',
      '### （一）网站',
      '## 三、要求',
    ],
  ],
  [['# 通报', '## 一、情况', '## 附件', '## 一、名单']],
  [['## 1.甲', '## 2.乙', '## 3、丙']],
  [['## 基本情况', '## 存在问题']],
])('headings in order: %j', (headings) => {
  expect(expectedIn(headings)).toEqual([])
})

test.each([
  [['## 一、情况', '## 三、问题', '## 三、要求'], ['二、']],
  [['## 一、情况', '## 三、问题', '## 四、要求'], ['二、']],
  [['## 一、情况', '## 一、问题', '## 二、要求'], ['二、']],
  [['## 二、情况', '## 三、问题'], ['一、']],
  [
    ['## 一、情况', '### （一）网站', '### （三）新媒体', '## 二、问题', '### （二）网站'],
    ['（二）', '（一）'],
  ],
  [['## 九、情况'], ['一、']],
])('headings out of order: %j, expected %j', (headings, expected) => {
  expect(expectedIn(headings)).toEqual(expected)
})

test('an abridged text may leave sections out', () => {
  expect(expectedIn(['## 二、问题'], { abridged: '网页有删节' })).toEqual([])
})
