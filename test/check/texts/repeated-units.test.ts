import { expect, test } from 'vitest'
import { repeatedUnits } from '#check/texts/repeated-units.ts'
import type { Inline } from '#model/bulletin.ts'
import { inspectionWith, order } from '../../support/dataset.ts'
import type { Problem } from '#messages/problem.ts'
import { problemsOf } from '../found.ts'

const inspections = [
  inspectionWith({
    deadlines: { d: order },
    areas: {
      media: {
        tally: { total: { value: 600, stated: '约600' }, failed: 3 },
        rates: { passed: { stated: '99.5%' } },
        figures: { 全部合格的市州: { value: 5, unit: '个' }, 扣分单位: 7 },
        splits: { tier: { of: 'failed', parts: { 县级: 3 } } },
      },
    },
  }),
]

/** The findings of the rule in a sentence, in which `{path}` is replaced by a reference. */
const repeated = (sentence: string): unknown[] =>
  problemsIn(sentence).map(({ args }) => args['printed'])

const problemsIn = (sentence: string): Problem[] => {
  const children = sentence
    .split(/(?=\{)|(?<=\})/)
    .map((text): Inline =>
      text.startsWith('{')
        ? { type: 'value', of: text.slice(1, -1), offset: 0 }
        : { type: 'text', text, offset: 0 },
    )
  const bulletins = {
    '2024-q1': { id: '2024-q1', blocks: [{ type: 'paragraph', children }] as const },
  }
  return problemsOf(repeatedUnits, { inspections, bulletins })
}

test.each([
  ['{areas.media.figures.全部合格的市州}个市州全部合格', '5个个'],
  ['约{areas.media.tally.total}个账号', '约约600'],
  ['合格率{areas.media.rates.passed}%', '99.5%%'],
  ['合格率{areas.media.rates.passed}％', '99.5%%'],
  ['{areas.media.figures.全部合格的市州} 个市州', '5个个'],
  ['**{areas.media.figures.全部合格的市州}**个市州', '5个个'],
  ['{areas.media.figures.全部合格的市州}家市州', '5个家'],
  ['于{deadlines.d}前公开', '2024年6月6日前前'],
])('%s prints %s', (sentence, printed) => {
  expect(repeated(sentence)).toEqual([printed])
})

test.each([
  '{areas.media.figures.全部合格的市州}市州全部合格',
  '{areas.media.tally.failed}个账号不合格',
  '{areas.media.splits.tier.parts.县级}个账号不合格',
  '{areas.media.figures.扣分单位}个单位',
  '{units.yi}局长',
  '{areas.media.figures.全部合格的市州}家庭医生团队',
  '于{deadlines.d}公开',
])('%s is right', (sentence) => {
  expect(repeated(sentence)).toEqual([])
})

test.each([
  ['共检查{areas.media.tally.failed}政务新媒体', ['政务新媒']],
  ['不合格{areas.media.tally.failed}。', ['。']],
  ['不合格**{areas.media.tally.failed}** 。', ['。']],
  ['不合格{areas.media.tally.failed}个。', []],
  ['不合格 {areas.media.tally.failed} 家，', []],
  ['涉及{areas.media.tally.failed}县', []],
  ['（{areas.media.tally.failed}/600）', []],
  ['检查{areas.media.tally.total}政务新媒体', []],
])('%s: a count without a counter word before %j', (sentence, next) => {
  expect(problemsIn(sentence).map(({ code, args }) => [code, args['next']])).toEqual(
    next.map((one) => ['counter-missing', one]),
  )
})
