import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { linesOfText } from '#read/documents/document-lines.ts'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { evidenceFiles } from '#tools/compare-reports/evidence.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'

const report = (year: number, count: number, weight: number): string =>
  `示例局${year}年政府信息公开工作年度报告\n一、总体情况\n${year}年全局公开预算信息${count}条，政务公开在考核中的权重是${weight}分。\n`

/** The page of one unit, and the overview. */
function pagesOf(now: string, last: string): { page: ReturnType<typeof load>; overview: string } {
  const folder = (name: string, text: string) => ({
    name,
    documents: [{ path: '示例局.txt', sha256: '0'.repeat(64), content: linesOfText(text) }],
  })
  const files = evidenceFiles(
    compareReports(folder('2023', now), folder('2022', last), {
      form: usualForm(),
      thresholds: usualThresholds(),
    }),
  )
  return {
    page: load(files.get('示例局.html') ?? ''),
    overview: files.get('index.html') ?? '',
  }
}

test('numbers that differ in the same text are marked on both sides', () => {
  const { page } = pagesOf(report(2023, 35, 4), report(2022, 21, 4))
  const marked = page('.quotes tbody td')
    .map((_, cell) =>
      page(cell)
        .find('.text mark b')
        .map((__, number) => page(number).text())
        .get()
        .join(' '),
    )
    .get()
  expect(marked).toEqual(['2023 35', '2022 21'])
})

test('no mark differs by its colour alone', () => {
  const { page } = pagesOf(report(2023, 35, 4), report(2022, 21, 4))
  const style = page('style').text()
  expect(style).toMatch(/mark\{[^}]*text-decoration:underline/)
  expect(style).toMatch(/\.t\{[^}]*text-decoration:underline dotted/)
  expect(style).toMatch(/\.x\{[^}]*font-style:italic/)
  expect(style).toMatch(/b\{border/)
})

test('each cell of a comparison names its report, for screens with one column', () => {
  const { page } = pagesOf(report(2023, 35, 4), report(2022, 21, 4))
  const sides = page('.pair tbody td')
    .map((_, cell) => page(cell).find('.side').text())
    .get()
  expect(new Set(sides)).toEqual(
    new Set(['本年（2023年）　示例局.txt', '上年（2022年）　示例局.txt']),
  )
  expect(sides).toHaveLength(page('.pair tbody td').length)
})

test('the overview has every finding of a unit', () => {
  const { overview } = pagesOf(report(2022, 35, 4), report(2022, 35, 4))
  const cells = load(overview)('tbody td')
    .map((_, cell) => load(cell).text())
    .get()
  expect(cells).toEqual([
    '示例局',
    '26',
    '—',
    '0%',
    '上年年份2处、数字原样1句',
    '不能判断：篇幅过短，不作比较',
  ])
})
