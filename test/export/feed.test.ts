import { load } from 'cheerio'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Model } from '#model/model.ts'
import { correctionFeed, feedText, feedParts, siteFeed, unitFeed } from '#export/feed.ts'
import { applyEdit, copyOf } from '../support/authored.ts'
import { modelOfFolder } from '../support/model.ts'

const official = 'test/cases/official'
let model: Model
const site = 'https://www.example.gov.cn/'

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-feed-'))
  copyOf({ data: `${official}/data`, content: `${official}/content` }, folder)
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
  model = modelOfFolder(folder, '2025-06-05')
  return () => {
    rmSync(folder, { recursive: true })
  }
})

const entriesOf = (feed: string): [title: string, day: string][] => {
  const $ = load(feed, { xml: true })
  return $('entry')
    .toArray()
    .map((entry) => [$(entry).find('title').text(), $(entry).find('updated').text().slice(0, 10)])
}

test('the feed of a unit has the correction of a finding that names it', () => {
  expect(entriesOf(feedText(model, site, unitFeed(model, 'donghe'), null))).toEqual([
    ['更正：2025年第一季度检查结果', '2025-03-20'],
    ['2025年第一季度检查结果写到东河县', '2025-03-12'],
  ])
})

test("it has the unit's statements and withdrawn reports", () => {
  expect(entriesOf(feedText(model, site, unitFeed(model, 'xihu'), null))).toEqual([
    [expect.stringMatching(/^更正：西湖区.*自查整改情况$/), '2025-03-21'],
    ['西湖区说明问题2025-q1-01的整改', '2025-03-15'],
    ['2025年第一季度检查结果写到西湖区', '2025-03-12'],
  ])
})

test('the feed of the site has every entry of the feed of a unit', () => {
  const all = entriesOf(feedText(model, site, siteFeed(model), null)).map(([title]) => title)
  const units = Object.keys(model.dataset.units)
  expect(units).toContain('donghe')
  for (const unit of units)
    for (const [title] of entriesOf(feedText(model, site, unitFeed(model, unit), null)))
      // A finding is listed with its inspection.
      if (!title.includes('写到')) expect(all).toContain(title)
})

const everyFeed = () => [
  siteFeed(model),
  correctionFeed(model),
  ...Object.keys(model.dataset.units).map((unit) => unitFeed(model, unit)),
]

test('entries are counted without reading their texts', () => {
  for (const source of everyFeed()) expect(source.count()).toBe(source.news().length)
})

test('the entries of every feed are in the order of their days', () => {
  for (const source of everyFeed()) {
    const days = source.news().map(({ on }) => on)
    expect(days).toEqual(days.toSorted())
  }
})

test('a long feed has archives, which do not change when entries are added', () => {
  const newsOf = (length: number) =>
    Array.from({ length }, (_, n) => ({
      id: `reports/${String(n).padStart(4, '0')}`,
      on: `20${10 + Math.floor(n / 100)}-01-01`,
      title: `报告${n}`,
      address: '/index.html',
      summary: () => '已公开。',
    }))
      // The oldest day first, and of one day the last by name.
      .sort((a, b) => dayOf(a.title) - dayOf(b.title) || (a.id < b.id ? 1 : -1))
  const source = (length: number) => ({
    ...siteFeed(model),
    news: () => newsOf(length),
    count: () => length,
  })
  expect(feedParts(source(199))).toEqual([null])
  expect(feedText(model, site, source(199), null)).not.toContain('history')
  expect(feedParts(source(350))).toEqual([null, 1, 2])
  // A reader follows the links from the newest part back to the oldest.
  const titles: string[] = []
  const kinds: boolean[] = []
  let next: string | undefined = `${site}feed.xml`
  while (next !== undefined) {
    const archive = /_(\d+)\.xml$/.exec(next)?.[1]
    const $ = load(
      feedText(model, site, source(350), archive === undefined ? null : Number(archive)),
      {
        xml: true,
      },
    )
    expect($('feed > link[rel="self"]').attr('href')).toBe(next)
    expect($('feed > id').text()).toBe('tag:www.example.gov.cn,2024:feed')
    titles.push(
      ...$('entry > title')
        .toArray()
        .map((title) => $(title).text()),
    )
    kinds.push($('fh\\:archive').length === 1)
    if (archive !== undefined)
      expect($('feed > link[rel="current"]').attr('href')).toBe(`${site}feed.xml`)
    next = $('feed > link[rel="prev-archive"]').attr('href')
  }
  expect(kinds).toEqual([false, true, true])
  expect(titles).toEqual(
    newsOf(350)
      .map(({ title }) => title)
      .toReversed()
      // Entries of one day are in the order of their names.
      .toSorted((a, b) => dayOf(b) - dayOf(a) || Number(a.slice(2)) - Number(b.slice(2))),
  )
  expect(feedText(model, site, source(420), 2)).toContain('rel="next-archive"')
  const entries = (length: number) => entriesOf(feedText(model, site, source(length), 2))
  expect(entries(420)).toEqual(entries(350))
})

const dayOf = (title: string): number => Math.floor(Number(title.slice(2)) / 100)

describe('on a site that has just begun', () => {
  const begun = modelOfFolder('test/cases/seed')
  /** A feed without an entry is dated by the first publication. */
  const first = (): string =>
    begun.dataset.inspections
      .map(({ published_here }) => `${published_here}T00:00:00+08:00`)
      .sort()[0] ?? ''

  test('a unit that was never named has a feed without an entry', () => {
    const silent = Object.keys(begun.dataset.units)
      .map((unit) => feedText(begun, site, unitFeed(begun, unit), null))
      .filter((feed) => entriesOf(feed).length === 0)
    expect(silent.length).toBeGreaterThan(0)
    for (const feed of silent) {
      const $ = load(feed, { xml: true })
      expect($('feed > updated').text()).toBe(first())
      for (const needed of ['id', 'title', 'author > name', 'link[rel="self"]'])
        expect([needed, $(`feed > ${needed}`).length]).toEqual([needed, 1])
    }
  })

  test('the feed of corrections is empty and links to the page that explains them', () => {
    const $ = load(feedText(begun, site, correctionFeed(begun), null), { xml: true })
    expect($('entry').length).toBe(0)
    expect($('feed > link[rel="alternate"]').attr('href')).toBe(`${site}method.html`)
    expect($('feed > updated').text()).toBe(first())
  })
})
