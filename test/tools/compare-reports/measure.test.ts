import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOfText } from '#read/documents/document-lines.ts'
import { normalize } from '#tools/compare-reports/normalized-text.ts'
import { reuseOf, sharedLength, sharedRuns } from '#tools/compare-reports/reuse.ts'
import { narrativeOf } from '#tools/compare-reports/sections.ts'
import { templateMask, templateRuns } from '#tools/compare-reports/template.ts'

const symbolsOf = (sentences: string): string => {
  const document = linesOfText(`一、总体情况\n${sentences}\n`)
  return normalize(document, narrativeOf(document)).symbols
}

describe('before texts are compared', () => {
  test.each([
    ['blanks and punctuation are dropped', '（公开）  “信息”，及时——更新！', '公开信息及时更新'],
    ['full-width and half-width forms are one', 'ＡＢＣ类信息。', 'ABC类信息'],
    ['every number is one sign', '公开1，200条、30.5万字、２０２３年、８％。', '公开#条#万字#年#'],
    ['a Chinese numeral is a number', '二〇二三年第三十五期，一是公开。', '#年第#期一是公开'],
    [
      'a single one is where it counts',
      '培训三期、会议两次，第一时间公开。',
      '培训#期会议#次第一时间公开',
    ],
    [
      'a number in pieces, as a PDF gives it, is one',
      '20 2 3 年公开 1 2 条、3件。',
      '#年公开#条#件',
    ],
    ['an encircled number is a number', '①公开②更新。', '#公开#更新'],
  ])('%s', (_, text, symbols) => {
    expect(symbolsOf(text.replace('1，200', '1,200'))).toBe(symbols)
  })

  test('each symbol keeps its place in the text', () => {
    const document = linesOfText('一、总体情况\n　　公开 1,200 条，“更新”。\n')
    const { symbols, starts, ends } = normalize(document, narrativeOf(document))
    const written = symbols.split('').map((_, n) => document.text.slice(starts[n], ends[n]))
    expect(written).toEqual(['公', '开', '1,200', '条', '更', '新'])
  })
})

describe('template', () => {
  const common = '坚持以公开为常态不公开为例外'
  const own = [
    '财政预算每月核对一次',
    '校园食堂逐校检查到位',
    '水库除险按期完成任务',
    '养老机构挂牌公示价格',
  ]
  const reports = own.map((text) => symbolsOf(`${text}，${common}。`))

  test('is what stands in the prescribed form, or in half of the reports of the year', () => {
    const runs = templateRuns([symbolsOf('财政预算每月核对一次。')], reports)
    const masks = reports.map((symbols) => templateMask(symbols, runs))
    const shown = reports.map((symbols, n) =>
      symbols.replace(/./g, (one, at: number) => (masks[n]?.[at] === 1 ? '＿' : one)),
    )
    expect(shown).toEqual([
      '＿'.repeat(24),
      `校园食堂逐校检查到位${'＿'.repeat(14)}`,
      `水库除险按期完成任务${'＿'.repeat(14)}`,
      `养老机构挂牌公示价格${'＿'.repeat(14)}`,
    ])
  })

  test('is nothing that only two reports share: that may be a copy', () => {
    expect(templateRuns([], reports.slice(0, 2)).size).toBe(0)
  })

  test('does not count in the reuse, but a run may go over it', () => {
    const last = symbolsOf(`财政预算，${common}，按期核对。`)
    const now = symbolsOf(`财政预算，${common}，按期更新。`)
    const runs = sharedRuns(now, last)
    const mask = templateMask(now, templateRuns([symbolsOf(`${common}。`)], []))
    expect(runs.map(({ from, to }) => now.slice(from, to))).toEqual([`财政预算${common}按期`])
    expect(reuseOf(now, mask, runs)).toEqual({ own: 8, reused: 6 })
  })
})

test('twelve equal characters are no shared run, thirteen are', () => {
  const text = '全市政务公开工作取得新进展'
  expect(text).toHaveLength(sharedLength)
  expect(sharedRuns(`甲${text}乙`, `丙${text}丁`)).toEqual([{ from: 1, to: 14, other: 1 }])
  expect(sharedRuns(`甲${text.slice(1)}乙`, `丙${text.slice(1)}丁`)).toEqual([])
})

test('no run goes from one section into the next', () => {
  const text = symbolsOf('全市政务公开工作。\n六、其他需要报告的事项\n取得新进展并完成。')
  expect(text).toBe('全市政务公开工作\n取得新进展并完成')
  expect(sharedRuns(text, text)).toEqual([])
})

test('the shared runs cover exactly the characters of runs of 13 that stand in the other text', () => {
  const text = fc.string({ unit: fc.constantFrom('公', '开', '\n'), maxLength: 120 })
  const covered = (length: number, runs: readonly { from: number; to: number }[]): string =>
    Array.from({ length }, (_, at) =>
      runs.some((one) => one.from <= at && at < one.to) ? 1 : 0,
    ).join('')
  fc.assert(
    fc.property(text, text, (now, last) => {
      const all = Array.from({ length: Math.max(0, now.length - sharedLength + 1) }, (_, from) => ({
        from,
        to: from + sharedLength,
      })).filter(({ from, to }) => {
        const run = now.slice(from, to)
        return !run.includes('\n') && last.includes(run)
      })
      const runs = sharedRuns(now, last)
      expect(covered(now.length, runs)).toBe(covered(now.length, all))
      for (const { from, to, other } of runs)
        expect(last.slice(other, other + to - from)).toBe(now.slice(from, to))
    }),
  )
})
