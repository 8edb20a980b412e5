import { describe, expect, test } from 'vitest'
import { typedByHand } from '#check/texts/typed-by-hand.ts'
import type { Problem } from '#messages/problem.ts'
import type { Block } from '#model/bulletin.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { problemsOf } from '../found.ts'

const inspections = [
  inspectionWith({
    rechecked_until: '2024-03-05',
    document: { issued: '2024-04-08' },
    deadlines: { d: { ...order, stated: '6月6日前' } },
    areas: {
      media: {
        window: { start: '2023-12' },
        tally: { checked: 370, failed: 1 },
        rates: { passed: {}, closed: { stated: '93.40%' } },
        figures: { 平均得分: 94, 推送: { value: 137, unit: '篇' } },
      },
    },
  }),
]
const channels = { x: { platform: '微信公众号', name: '甲县发布', unit: 'jia' } }

const problemsIn = (words: string): Problem[] => {
  const block = { type: 'paragraph', children: [{ type: 'text', text: words, offset: 0 }] } as const
  const bulletins = { '2024-q1': { id: '2024-q1', blocks: [block] } }
  return problemsOf(typedByHand, { inspections, channels, bulletins })
}
const typed = (words: string): unknown[] => problemsIn(words).map(({ args }) => args['text'])

test.each([
  ['检查了370个账号', ['370']],
  ['检查了 370 个账号', ['370']],
  ['检查了３７０个账号', ['３７０']],
  ['共370人次', ['370']],
  ['推送137篇', ['137篇']],
  ['发现1个账号不合格', ['1']],
  ['合格率99.7%', ['99.7%']],
  ['合格率99.7 %', ['99.7 %']],
  ['合格率９９．７％', ['９９．７％']],
  ['合格率百分之九十九点七', ['百分之九十九点七']],
  ['合格率百分之99.7', ['百分之99.7']],
  ['办结率93.40%', ['93.40%']],
  ['于2024年3月5日复核', ['2024年3月5日']],
  ['于2024-03-05复核', ['2024-03-05']],
  ['于２０２４年３月５日复核', ['２０２４年３月５日']],
  ['于二〇二四年三月五日复核', ['二〇二四年三月五日']],
  ['于6月6日前公开', ['6月6日']],
  ['2024年4月8日印发', ['2024年4月8日']],
  ['2023年12月以来', ['2023年12月']],
  ['2024年第二季度', ['2024年第二季度']],
  ['由示例机关印发', ['示例机关']],
  ['甲县发布和甲县发布', ['甲县发布', '甲县发布']],
  ['市乙局', ['市乙局']],
])('%s: typed %j', (words, expected) => {
  expect(typed(words)).toEqual(expected)
})

test.each([
  '甲县较好',
  '2023年共3700个，第370号',
  '于1个月内整改',
  '在1个工作日内回复',
  '每月至少1篇',
  '每季度更新不少于1次',
  '上升1个百分点',
  '第1季度',
  '第1次检查',
  '1.抓好整改',
  '一、基本情况',
  '12月以来',
  // A reference would print 2024年3月5日, which the document does not.
  '3月5日复核',
  '2023年度',
])('%s is prose', (words) => {
  expect(typed(words)).toEqual([])
})

test('is reported at its position', () => {
  expect(problemsIn('检查了370个账号')[0]?.place).toEqual({ at: 'offset', offset: 3 })
})

describe('when several areas have figures', () => {
  const areas = {
    websites: { tally: { checked: 40, failed: 0 }, rates: { passed: { stated: '100%' } } },
    media: { tally: { checked: 80, failed: 2 }, rates: { passed: { stated: '97.5%' } } },
    messages: { tally: { valid: 9 }, rates: { closed_on_time: { stated: '100%' } } },
  }
  const site = {
    ...datasetWith().site,
    areas: {
      websites: { name: '政府网站' },
      media: { name: '政务新媒体' },
      messages: { name: '网民留言' },
    },
  }
  const pathsOf = (...blocks: Block[]): unknown[] =>
    problemsOf(typedByHand, {
      site,
      inspections: [inspectionWith({ areas })],
      bulletins: { '2024-q1': { id: '2024-q1', blocks } },
    }).map(({ args }) => args['paths'] ?? args['path'])
  const paragraph = (text: string): Block => ({
    type: 'paragraph',
    children: [{ type: 'text', text, offset: 0 }],
  })
  const heading = (text: string): Block =>
    ({ ...paragraph(text), type: 'heading', depth: 2 }) as Block

  test('a percentage repeats only the rate of the area that its sentence speaks of', () => {
    expect(pathsOf(paragraph('政府网站合格率100%。'))).toEqual(['areas.websites.rates.passed'])
    expect(pathsOf(paragraph('留言按期办结率100%。'))).toEqual([
      'areas.messages.rates.closed_on_time',
    ])
    expect(pathsOf(paragraph('政务新媒体方面，18个市州合格率100%。'))).toEqual([])
    expect(pathsOf(paragraph('18个市州合格率100%。'))).toEqual([])
  })

  test('a sentence that names no area continues the one before it, or its heading', () => {
    expect(pathsOf(paragraph('全面检查政府网站。合格率为100%。'))).toEqual([
      'areas.websites.rates.passed',
    ])
    expect(
      pathsOf(heading('（二）新媒体方面'), paragraph('18个市州合格率100%，合格率97.5%。')),
    ).toEqual(['areas.media.rates.passed'])
  })

  test('a count in a sentence about another area is not its count', () => {
    expect(pathsOf(paragraph('网站有9个栏目，收到留言。政务新媒体共80个。'))).toEqual([
      'areas.messages.tally.valid',
      'areas.media.tally.checked',
    ])
    expect(pathsOf(paragraph('政府网站有9个栏目空白。'))).toEqual([])
  })

  test('a rate with another name is another rate', () => {
    expect(pathsOf(paragraph('政府网站整改率100%。'))).toEqual([])
  })
})

describe('when several values are equal', () => {
  const parts = (names: string[]) => ({
    inspections: [
      inspectionWith({
        areas: { media: { figures: Object.fromEntries(names.map((n) => [n, 42])) } },
      }),
    ],
    bulletins: {
      '2024-q1': {
        id: '2024-q1',
        blocks: [
          { type: 'paragraph', children: [{ type: 'text', text: '共42条', offset: 0 }] },
        ] as const,
      },
    },
  })

  test('all are listed, and none is preferred', () => {
    expect(problemsOf(typedByHand, parts(['甲', '乙']))).toMatchObject([
      {
        code: 'typed-by-hand-either',
        args: { text: '42', paths: 'areas.media.figures.甲、areas.media.figures.乙' },
      },
    ])
  })

  test('even if there are very many', () => {
    const names = ['甲', '乙', '丙', '丁']
    const [problem] = problemsOf(typedByHand, parts(names))
    expect(problem?.args['paths']).toBe(
      names.map((name) => `areas.media.figures.${name}`).join('、'),
    )
  })
})

test.each([
  ['政务新媒体方面，370个市合格率有高有低', []],
  ['政务新媒体方面，370个县（区）全部合格', []],
  ['政务新媒体方面，370家单位都公开了', []],
  ['政务新媒体方面，370个市级账号合格', ['370']],
  ['政务新媒体方面，370个账号合格', ['370']],
])('%s: the count of an area is not one of places: %j', (words, expected) => {
  expect(typed(words)).toEqual(expected)
})
