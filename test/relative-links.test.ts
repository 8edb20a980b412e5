import { expect, test } from 'vitest'
import { withRelativeLinks } from '#site/relative-links.ts'

test.each([
  ['index.html', '/units/caizheng.html', 'units/caizheng.html'],
  ['units/caizheng.html', '/index.html', '../index.html'],
  ['units/caizheng.html', '/units/xuzhou.html#issues', 'xuzhou.html#issues'],
  ['self-inspections/2024-q2/xuzhou.html', '/assets/page.css', '../../assets/page.css'],
  ['issues.html', '/issues.html#p-2024-q1', '#p-2024-q1'],
])('on %s the address %s becomes %s', (page, address, relative) => {
  expect(withRelativeLinks(`<a href="${address}">`, page)).toBe(`<a href="${relative}">`)
})

test('other hosts and text that looks like a link stay as they are', () => {
  const html =
    '<a href="https://example.com/a">x</a><p>写作 href=&#34;/units.html&#34;</p><a href="//host/a">'
  expect(withRelativeLinks(html, 'units/caizheng.html')).toBe(html)
})
