import { describe, expect, test } from 'vitest'
import { withMarkedLinks } from '#build/external-links.ts'
import { withRelativeLinks } from '#build/relative-links.ts'

test.each([
  ['index.html', '/units/caizheng.html', 'units/caizheng.html'],
  ['units/caizheng.html', '/index.html', '../index.html'],
  ['units/caizheng.html', '/units/xuzhou.html#issues', 'xuzhou.html#issues'],
  ['self-inspections/2024-q2/xuzhou.html', '/assets/page.css', '../../assets/page.css'],
  ['units/caizheng.html', '/units-2023/caizheng.html', '../units-2023/caizheng.html'],
  ['self-inspections/2024-q2/xuzhou.html', '/self-inspections/2024-q1.html', '../2024-q1.html'],
  ['issues.html', '/issues.html#p-2024-q1', '#p-2024-q1'],
])('on %s the address %s becomes %s', (page, address, relative) => {
  expect(withRelativeLinks(`<a href="${address}">`, page)).toBe(`<a href="${relative}">`)
})

test('other hosts and text that looks like a link stay as they are', () => {
  const html =
    '<a href="https://example.com/a">x</a><p>写作 href=&#34;/units.html&#34;</p><a href="//host/a">'
  expect(withRelativeLinks(html, 'units/caizheng.html')).toBe(html)
})

describe('links to other hosts', () => {
  const own = 'www.example.gov.cn'
  const marked = (html: string) => withMarkedLinks(html, own)

  test('a link to a host outside the government has a notice in words', () => {
    expect(marked('<p><a class="x" href="https://example.com/a?b=1">报告</a>。</p>')).toBe(
      '<p><a class="x" href="https://example.com/a?b=1" rel="external noopener">报告<span class="leaves" data-pagefind-ignore>（非政府网站）</span></a>。</p>',
    )
  })

  test.each([
    'https://www.gov.cn/',
    'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=1',
    'https://bszs.conac.cn/sitename?method=show',
    'https://宜宾.政务/',
    '//www.yibin.gov.cn/',
  ])('one to a government host is marked, without words: %s', (address) => {
    expect(marked(`<a href="${address}">a</a>`)).toBe(
      `<a href="${address}" rel="external noopener">a</a>`,
    )
  })

  test.each([
    'https://evil-gov.cn/',
    'https://www.gov.cn.example.com/',
    'https://gov.cn@example.com/',
  ])('a host that only looks like a government host is treated as another host: %s', (address) => {
    expect(marked(`<a href="${address}">a</a>`)).toContain('（非政府网站）')
  })

  test.each([
    '<a href="/units.html">单位</a>',
    '<a href="#top" rel="next">上</a>',
    '<a href="https://www.example.gov.cn/zwgk/">政务公开</a>',
    '<p title="<a href=&quot;https://example.com/&quot;>">&lt;a href="https://example.com/">文字&lt;/a></p>',
    '<link href="https://example.com/" rel="canonical">',
  ])('nothing else changes: %s', (html) => {
    expect(marked(html)).toBe(html)
  })

  test('a link keeps its other `rel` values and its content', () => {
    expect(
      marked('<a href="https://www.gov.cn/" rel="license" title="a>b"><b>许可</b> 全文</a>'),
    ).toBe(
      '<a href="https://www.gov.cn/" title="a>b" rel="license external noopener"><b>许可</b> 全文</a>',
    )
  })
})
