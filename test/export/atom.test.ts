import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { atomFeed, startOfDay, tagUri } from '#export/atom.ts'

const entry = {
  id: 'tag:www.example.com,2024:inspections/2024-q1',
  title: '2024年第一季度检查结果',
  updated: '2024-04-10T00:00:00+08:00',
  address: 'https://www.example.com/inspections/2024-q1.html',
  summary: '已公开。',
}
const feed = (...entries: (typeof entry)[]): string =>
  atomFeed({
    id: 'tag:www.example.com,2024:feed',
    title: '示例公示',
    author: '示例公示',
    rights: '使用许可：未写明。',
    self: 'https://www.example.com/feed.xml',
    page: 'https://www.example.com/index.html',
    since: '2024-04-10T00:00:00+08:00',
    entries,
  })

test('a feed is as new as its newest entry', () => {
  const $ = load(feed(entry, { ...entry, updated: '2024-06-12T00:00:00+08:00' }), { xml: true })
  expect($('feed > updated').text()).toBe('2024-06-12T00:00:00+08:00')
  expect($('entry > title').first().text()).toBe(entry.title)
  expect($('entry > link').first().attr('href')).toBe(entry.address)
})

test('a feed without an entry is as new as it is, and still a feed', () => {
  const $ = load(feed(), { xml: true })
  expect($('feed > updated').text()).toBe('2024-04-10T00:00:00+08:00')
  expect($('entry').length).toBe(0)
})

test('any text is text in the feed', () => {
  const hostile = '</title><script>alert("1")</script>&amp;\u0000\u000b]]>'
  const xml = feed({ ...entry, title: hostile, address: 'https://www.example.com/?a="b"&c' })
  const $ = load(xml, { xml: true })
  expect($('entry > title').text()).toBe('</title><script>alert("1")</script>&amp;]]>')
  expect($('entry > link').attr('href')).toBe('https://www.example.com/?a="b"&c')
  expect($('script')).toHaveLength(0)
})

test('a day begins at midnight of the zone of the site, on any machine', () => {
  expect(startOfDay('2024-06-12', 'Asia/Shanghai')).toBe('2024-06-12T00:00:00+08:00')
  expect(startOfDay('2024-06-12', 'UTC')).toBe('2024-06-12T00:00:00+00:00')
})

test('an id is plain ASCII and contains no folder, port or scheme', () => {
  expect(tagUri('https://www.example.com:8443/a/', 'corrections/各项 1')).toBe(
    'tag:www.example.com,2024:corrections/%E5%90%84%E9%A1%B9%201',
  )
})
