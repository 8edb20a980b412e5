import { readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { pageAt, readSite, textOf, withoutSpace } from '../support/site.ts'

const site = readSite(inject('sites').real)
const text = (path: string, selector = 'main'): string => textOf(pageAt(site, path), selector)

test("the bulletin's page holds the complete document and nothing else", () => {
  const seed = readFileSync('test/cases/seed/yibin-2024-q1.txt', 'utf8').replace('\uFEFF', '')
  expect(text('bulletins/2024-q1.html', '#UCAP-CONTENT')).toBe(withoutSpace(seed))
})

describe('the home page shows at a glance', () => {
  const home = text('index.html')

  test('whose inspection it is and of which period', () => {
    expect(home).toContain('2024年第一季度检查结果')
    expect(home).toContain('宜宾市人民政府办公室')
  })

  test.each(['49/49', '369/370', '10/10'])('the fraction %s', (fraction) => {
    expect(home).toContain(fraction)
  })

  test.each(['合格率100%', '合格率99.7%', '按期办结率100%'])('the printed rate %s', (rate) => {
    expect(home).toContain(rate)
  })

  test('which account has the problem that counts in the rate', () => {
    expect(home).toContain('叙州教育')
    expect(home).toContain('严重表述错误')
  })

  test('what is due when', () => {
    expect(home).toContain('2024年3月15日前')
    expect(home).toContain('2024年6月6日前')
  })
})

test('the seven printed findings have a page each, and only one counts in the rate', () => {
  const pages = site.pages.filter(({ path }) => path.startsWith('issues/2024-'))
  expect(pages).toHaveLength(7)
  const counted = pages.filter((page) => textOf(page, 'main').includes('，计入合格率'))
  expect(counted.map(({ path }) => path)).toEqual(['issues/2024-q1-05.html'])
})

test('each finding quotes the sentence of the bulletin that it rests on', () => {
  const silent = site.pages
    .filter((page) => page.path.startsWith('issues/2024-') && page.$('.source').length !== 1)
    .map(({ path }) => path)
  expect(silent).toEqual([])
})

test('an account whose unit the document does not name belongs to no unit', () => {
  for (const account of ['yibin-tongji', 'changning-jiaojing'])
    expect(text(`channels/${account}.html`)).toContain('所属单位文件未写明')
  expect(text('units/changning.html')).not.toContain('长宁交警')
})

test('there is a register of 2024-q2 with its date, and no inspection page without an inspection', () => {
  expect(text('self-inspections/2024-q2.html')).toContain('2024年6月6日前')
  expect(site.pages.map(({ path }) => path)).not.toContain('inspections/2024-q2.html')
})

test('a partial roster is never called the whole city', () => {
  expect(text('units.html')).toContain('本站收录22个单位，不是宜宾市的全部单位')
  for (const page of site.pages) expect(textOf(page, 'main')).not.toMatch(/全市共?\d+个单位/)
})

describe('no unit is accused', () => {
  test('after the deadline and without a recorded check, the register only says that nothing is recorded', () => {
    const register = text('self-inspections/2024-q2.html')
    expect(register.match(/期限已过，本站未收录/g)?.length).toBeGreaterThanOrEqual(22)
  })

  test('no page says overdue, late or not published', () => {
    const accusing = site.pages
      // The method page, the glossary and the data dictionary explain the words.
      .filter(({ path }) => !['method.html', 'glossary.html', 'data.html'].includes(path))
      .filter(({ path }) => !path.startsWith('manual/'))
      .filter((page) =>
        /逾期\d|未公开(?!。)|未按期|迟报/.test(
          textOf(page, 'main').replace('未收录不等于未公开', ''),
        ),
      )
      .map(({ path }) => path)
    expect(accusing).toEqual([])
  })

  test('only the unit of the appendix has to submit the written report', () => {
    const owing = site.pages
      .filter(
        (page) =>
          page.path.startsWith('units/') &&
          textOf(page, 'main').includes('书面报送突出问题整改情况'),
      )
      .map(({ path }) => path)
    expect(owing).toEqual(['units/xuzhou.html'])
  })
})

test('a single inspection has no trend chart', () => {
  expect(pageAt(site, 'index.html').$('[data-chart], .chart')).toHaveLength(0)
})

test('the promised addresses exist', () => {
  const promised = [
    'index.html',
    'inspections/2024-q1.html',
    'inspections/2024-q1-rectification.html',
    'inspections/2024-q1-checklist.html',
    'rectification.html',
    'bulletins/2024-q1.html',
    'issues/2024-q1-05.html',
    'units/xuzhou.html',
    'channels/xuzhou-jiaoyu.html',
    'self-inspections/2024-q2.html',
    'deadlines.html',
    'issues.html',
    'units.html',
    'method.html',
    'about.html',
    '404.html',
    'manual/index.html',
  ]
  const built = new Set(site.pages.map(({ path }) => path))
  expect(promised.filter((path) => !built.has(path))).toEqual([])
})
