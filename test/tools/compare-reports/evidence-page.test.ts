import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { linesOfText } from '#read/documents/document-lines.ts'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { evidenceFiles } from '#tools/compare-reports/evidence.ts'
import { proposalsOf } from '#tools/compare-reports/proposals.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import { asText, boilerplate, fictionalReport, nextYear } from '../../support/annual-reports.ts'

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

describe('what all reports have is no evidence against one of them', () => {
  const units = [0, 1, 2, 3]
  const folder = (name: string, year: number) => ({
    name,
    documents: units.map((n) => {
      const last = fictionalReport('evidence', n, 2022)
      const report = year === 2022 ? last : nextYear.partlyNew(last, 0.3, n)
      return {
        path: `${report.unit}.txt`,
        sha256: '0'.repeat(64),
        content: linesOfText(asText(report)),
      }
    }),
  })
  const comparison = compareReports(folder('2023', 2023), folder('2022', 2022), {
    form: usualForm(),
    thresholds: usualThresholds(),
  })
  const formulas = Object.values(boilerplate)

  test('its passages are in no proposal', () => {
    const lines = proposalsOf(comparison)
      .filter(({ kind }) => kind === 'reuse')
      .flatMap(({ evidence }) => evidence.lines ?? [])
    expect(lines.length).toBeGreaterThan(units.length)
    expect(lines.filter((line) => formulas.some((formula) => formula.includes(line)))).toEqual([])
  })

  test('the page does not quote it beside the copied text, and says how many passages it leaves out', () => {
    const page = load(
      evidenceFiles(comparison).get(`${fictionalReport('evidence', 0, 2022).unit}.html`) ?? '',
    )
    const quoted = page('.quotes')
      .first()
      .find('tbody .text')
      .map((_, one) => page(one).text())
      .get()
    expect(quoted.length).toBeGreaterThan(0)
    expect(quoted.filter((text) => formulas.some((formula) => formula.includes(text)))).toEqual([])
    expect(page('body').text()).toMatch(/全是模板的\d+段不列/)
    expect(page('body').text()).toContain(boilerplate.overall)
  })
})
