import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { badgeSvg, badgeText } from '#exports/badge.ts'
import { hostile } from '../support/hostile.ts'

const badge = {
  label: '甲县2024年第二季度自查整改',
  state: '按期公开',
  isDone: true,
  terms: '使用许可：许可。',
}

test('a badge says in words what it shows', () => {
  const $ = load(badgeSvg(badge), { xml: true })
  expect($('svg').attr('aria-label')).toBe('甲县2024年第二季度自查整改：按期公开')
  expect($('title').text()).toBe(badgeText(badge))
  expect($('metadata').text()).toBe('使用许可：许可。')
  expect(
    $('text')
      .toArray()
      .map((text) => $(text).text()),
  ).toEqual([badge.label, '按期公开'])
})

test('a state that the calendar turns stands with its day', () => {
  const words = badgeText({ ...badge, state: '未到期', asOf: '2024年6月3日', isDone: false })
  expect(words).toBe('甲县2024年第二季度自查整改：未到期（截至2024年6月3日）')
})

test('hostile names stay text', () => {
  const $ = load(badgeSvg({ ...badge, label: hostile, terms: hostile }), { xml: true })
  expect($('text').first().text()).toBe(hostile)
  expect($('metadata').text()).toBe(hostile)
  expect($('script').length).toBe(0)
})
