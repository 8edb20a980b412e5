import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { badgeSize, badgeSvg, badgeText, lastingBadgeText } from '#export/badge.ts'
import { hostile } from '../support/hostile.ts'

const badge = {
  label: '甲县2024年第二季度自查整改',
  state: '按期公开',
  isDone: true,
  terms: '使用许可：许可。',
}

test('a badge has its content as alternative text', () => {
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

test('a state that changes from day to day is shown with its day', () => {
  const words = badgeText({ ...badge, state: '未到期', asOf: '2024年6月3日', isDone: false })
  expect(words).toBe('甲县2024年第二季度自查整改：未到期（截至2024年6月3日）')
})

test('the text for other sites holds no state, because only the picture changes', () => {
  const asOf = '2024年6月7日'
  const states = ['按期公开', '未到期', '期限已过，本站未收录'].map((state) =>
    lastingBadgeText({ ...badge, state, asOf }),
  )
  expect(new Set(states)).toEqual(new Set(['甲县2024年第二季度自查整改公开状态']))
})

test('a badge of an unofficial site shows the notice, also in its alternative text', () => {
  const unofficial = { ...badge, notice: '非官方示例，依据公开文件整理' }
  const $ = load(badgeSvg(unofficial), { xml: true })
  expect($('text').last().text()).toBe(unofficial.notice)
  expect($('title').text()).toContain(unofficial.notice)
  expect(Number($('text').last().attr('y'))).toBeLessThan(badgeSize(unofficial).height)
  expect($('svg').attr('height')).toBe(String(badgeSize(unofficial).height))
  const long = load(badgeSvg({ ...unofficial, notice: '说'.repeat(60) }), { xml: true })
  expect(Number(long('svg').attr('width'))).toBeGreaterThan(60 * 13)
})

test('hostile names stay text', () => {
  const $ = load(badgeSvg({ ...badge, label: hostile, notice: hostile, terms: hostile }), {
    xml: true,
  })
  expect($('text').first().text()).toBe(hostile)
  expect($('metadata').text()).toBe(hostile)
  expect($('script').length).toBe(0)
})
