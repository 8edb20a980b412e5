import { load } from 'cheerio'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { forgetSiteData } from '#site/data.ts'
import { siteFeed, unitFeed, unitsWithNews } from '#site/feed.ts'
import { applyEdit, copyOf } from './support/authored.ts'

const official = 'test/cases/official'
const site = 'https://www.example.gov.cn/'

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-feed-'))
  const { data, content } = copyOf(
    { data: `${official}/data`, content: `${official}/content` },
    folder,
  )
  applyEdit(folder, {
    file: 'data/rectifications/2025-q1-01/xihu.yaml',
    append: 'on: 2025-03-15\nstatement: 首页已更新。\n',
  })
  applyEdit(folder, {
    file: 'data/corrections.yaml',
    append: `corrections:
  - on: 2025-03-21
    at: self-inspections/2025-q1/xihu
    from: 西湖区自查报告
    reason: 重复录入
`,
  })
  vi.stubEnv('DATA_DIR', data)
  vi.stubEnv('CONTENT_DIR', content)
  vi.stubEnv('AS_OF', '2025-06-05')
  forgetSiteData()
  return () => {
    vi.unstubAllEnvs()
    forgetSiteData()
    rmSync(folder, { recursive: true })
  }
})

const entriesOf = (feed: string): [title: string, day: string][] => {
  const $ = load(feed, { xml: true })
  return $('entry')
    .toArray()
    .map((entry) => [$(entry).find('title').text(), $(entry).find('updated').text().slice(0, 10)])
}

test('the feed of a unit tells of the correction of a finding that names it', () => {
  expect(entriesOf(unitFeed(site, 'donghe'))).toEqual([
    ['更正：2025年第一季度检查结果', '2025-03-20'],
    ['2025年第一季度检查结果写到东河县', '2025-03-12'],
  ])
})

test('it tells of what the unit said of a finding, and of a report that was withdrawn', () => {
  expect(entriesOf(unitFeed(site, 'xihu'))).toEqual([
    [expect.stringMatching(/^更正：西湖区.*自查整改情况$/), '2025-03-21'],
    ['西湖区说明问题2025-q1-01的整改', '2025-03-15'],
    ['2025年第一季度检查结果写到西湖区', '2025-03-12'],
  ])
})

test('the feed of everything lacks nothing that the feed of a unit tells', () => {
  const all = entriesOf(siteFeed(site)).map(([title]) => title)
  const units = [...unitsWithNews()]
  expect(units).toContain('donghe')
  for (const unit of units)
    for (const [title] of entriesOf(unitFeed(site, unit)))
      // A finding is told with its inspection.
      if (!title.includes('写到')) expect(all).toContain(title)
})
