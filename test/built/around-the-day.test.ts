import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyEdit, base, copyOf, type Edit } from '../support/authored.ts'
import { buildSite } from '../support/command.ts'
import { contentOf } from '../support/content.ts'
import { pageAt, readSite, type Site, textOf } from '../support/site.ts'

const report = (unit: string, rest: string): Edit => ({
  file: `data/self-inspections/2024-q2/${unit}.yaml`,
  append: `title: ${unit}的报告\n${rest}\n`,
})

/**
 * An order for 6 June 2024, a written report with an extension, and submissions of units. All of it
 * is fictional.
 */
const edits: Edit[] = [
  report('caizheng', 'published: 2024-06-06\nareas: [websites, media]'),
  report('nanxi', 'published: 2024-06-07'),
  report('gaoxian', 'published: not-stated'),
  {
    file: 'data/self-inspections/2023-q4/gaoxian.yaml',
    append: 'title: 没有布置的报告\npublished: 2024-01-05\n',
  },
  { file: 'data/registers/2024-q2.yaml', append: 'exempt: { xinfang: 机构已经撤并 }\n' },
  {
    file: 'data/inspections/2024-q1.yaml',
    replace: '    problem: 严重表述错误\n',
    by: `    problem: 严重表述错误
    rectification: [{ on: 2024-03-14, step: extended, until: 2024-06-07 }]
`,
  },
  {
    file: 'data/rectifications/2024-q1-05/xuzhou.yaml',
    append: `on: 2024-03-12
statement: 已经改正。
publish_on: 2024-06-08
corrections:
  - { on: 2024-06-08, at: statement, from: 正在改正。, to: 已经改正。, reason: 单位更正 }
`,
  },
]

const folder = resolve('node_modules/.cache/test-around-the-day')
const sites = new Map<string, Site>()
const siteOf = (name: string): Site => {
  const site = sites.get(name)
  if (site === undefined) throw new Error(`no site of ${name}`)
  return site
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  const copy = copyOf(base, folder)
  for (const edit of edits) applyEdit(folder, edit)
  const build = (name: string, day: string): void => {
    const out = join(folder, name)
    buildSite(copy, out, { AS_OF: day, SITE_URL: 'https://site.test/' })
    sites.set(name, readSite(out))
  }
  build('the day after', '2024-06-07')
  const file = 'data/registers/2024-q2.yaml'
  applyEdit(folder, { file, append: 'looked_on: 2024-06-06\n' })
  build('a look on the last day', '2024-06-08')
  applyEdit(folder, { file, replace: '2024-06-06', by: '2024-06-07' })
  build('a look after it', '2024-06-08')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const states = (name: string): Record<string, string> => {
  const { $ } = pageAt(siteOf(name), 'self-inspections/2024-q2.html')
  const of = (unit: string): string => $(`#unit-${unit} .chip`).text().trim()
  return Object.fromEntries(
    ['caizheng', 'nanxi', 'gaoxian', 'xinfang', 'xingwen'].map((unit) => [unit, of(unit)]),
  )
}
const known = {
  caizheng: '按期公开',
  nanxi: '晚于期限公开（晚1天）',
  gaoxian: '公开日期不详',
  xinfang: '免于公开',
}

test.each([
  ['the day after', '期限已过，本站未收录', '本站没有主管机关的核查记录，未收录不等于未公开。'],
  [
    'a look on the last day',
    '期限已过，本站未收录',
    '主管机关于2024年6月6日核查时期限未到，未收录不等于未公开。',
  ],
  [
    'a look after it',
    '经核查未公开（2024年6月7日核查时未见，逾期1天）',
    '主管机关于2024年6月7日核查，18个单位没有公开。',
  ],
])('%s: the words for a unit without any record are %s', (name, missing, sentence) => {
  expect(states(name)).toEqual({ ...known, xingwen: missing })
  const site = siteOf(name)
  expect(textOf(pageAt(site, 'self-inspections/2024-q2.html'), 'main')).toContain(sentence)
  if (name !== 'a look after it') expect(accusing(site)).toEqual([])
})

/** Files that explain the words, which do not depend on the data. */
const explains = /^(manual\/|method\.html|data\.html|schema\/|assets\/|pagefind\/fragment\/)/

/** Every file that says of a unit that it is overdue, or has not published. */
function accusing(site: Site): string[] {
  const words =
    /逾期\d+天|日核查未公开|个单位没有公开|\d个未公开|经核查未公开\d|"state": "overdue"|,overdue,/
  const isPage = (path: string): boolean => path.endsWith('.html')
  const wordsIn = (path: string): string =>
    isPage(path) ? textOf(pageAt(site, path), 'body') : contentOf(site, path)
  return [...site.files].filter((path) => !explains.test(path) && words.test(wordsIn(path)))
}

test("every form of the register states the office's check", () => {
  expect(accusing(siteOf('a look after it'))).toEqual(
    expect.arrayContaining([
      'data/all.xlsx',
      'data/registers/2024-q2.xlsx',
      'data/registers/2024-q2/register.csv',
      'data/registers/2024-q2/register.json',
      'self-inspections/2024-q2.html',
      'units/xingwen.html',
    ]),
  )
})

test("a report's page shows the ordered areas beside the reported ones", () => {
  const site = siteOf('the day after')
  const register = pageAt(site, 'self-inspections/2024-q2.html')
  const ordered = '政务公开、政府网站、政务新媒体'
  expect(textOf(register, '.deadline')).toContain(`涉及领域${ordered}`)
  expect(textOf(register, '#unit-caizheng')).toContain('报告涉及要求的2个领域，要求3个')
  expect(textOf(register, '#unit-nanxi')).not.toContain('领域')
  const report = (unit: string): string =>
    textOf(pageAt(site, `self-inspections/2024-q2/${unit}.html`), 'main')
  expect(report('caizheng')).toContain(`涉及领域政府网站、政务新媒体要求涉及${ordered}`)
  expect(report('nanxi')).toContain(`涉及领域本站未收录要求涉及${ordered}`)
})

describe('an extension', () => {
  test.each([
    [
      'the day after',
      '今日（2024年6月7日）到期',
      /应于2024年3月15日前（同意延期至2024年6月7日）书面报送突出问题整改情况：今日（2024年6月7日）到期/,
    ],
    [
      'a look after it',
      '期限已过，本站未收录',
      /期限已过，本站未收录：[^；。]*书面报送突出问题整改情况/,
    ],
  ])('moves the duty on the page of its unit: %s, %s', (name, state, summary) => {
    const page = pageAt(siteOf(name), 'units/xuzhou.html')
    expect(textOf(page, '.page-head-lead')).toMatch(summary)
    expect(textOf(page, '.deadline')).toContain('同意延期至2024年6月7日')
    const chips = page
      .$('.deadline .chip')
      .toArray()
      .map((chip) => page.$(chip).text().trim())
    expect(chips).toContain(state)
  })

  test('moves the day in the calendar of its unit, and is shown on the board', () => {
    const site = siteOf('the day after')
    const dayIn = (file: string): string | undefined =>
      /UID:2024-q1\.rectification@[^]*?DTSTART;VALUE=DATE:(\d+)/.exec(site.read(file))?.[1]
    expect([dayIn('units/xuzhou.ics'), dayIn('calendar.ics')]).toEqual(['20240607', '20240315'])
    // A calendar that knows the event takes the day with the higher sequence number.
    expect(site.read('units/xuzhou.ics')).toMatch(/UID:2024-q1\.rectification@[^]*?SEQUENCE:84\r/)
    expect(textOf(pageAt(site, 'deadlines.html'), 'main')).toContain('1个单位已同意延期')
  })
})

test('a duty that was withdrawn is not listed again', () => {
  const page = pageAt(siteOf('the day after'), 'units/xinfang.html')
  const text = textOf(page, 'main')
  expect(text).toContain('主动公开自查整改情况（2024年第二季度）：免于公开')
  expect(text).not.toMatch(/应于|应完成/)
})

test('a statement and its corrections appear on their day, on the page, in the list and in the feed', () => {
  const [before, after] = [siteOf('the day after'), siteOf('a look after it')]
  const paths = (site: Site): string[] =>
    [...site.files].filter(
      (path) => /\.(html|xml|json)$/.test(path) && site.read(path).includes('已经改正'),
    )
  expect(paths(before)).toEqual([])
  expect(paths(after)).toEqual(
    expect.arrayContaining([
      'corrections.html',
      'data/rectifications/2024-q1-05/xuzhou.json',
      'feed.xml',
      'issues/2024-q1-05.html',
      'units/xuzhou.html',
    ]),
  )
  expect(textOf(pageAt(after, 'corrections.html'), 'main')).toContain(
    '叙州区对问题2024-q1-05的说明',
  )
})

test('a report that no document ordered is news like any other', () => {
  expect(siteOf('the day after').read('feed.xml')).toContain('<title>没有布置的报告</title>')
})
