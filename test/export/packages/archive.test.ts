import { unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import {
  archivedPage,
  contentsPage,
  isArchived,
  assetsOf,
  zipped,
} from '#export/packages/archive.ts'

const scope = {
  id: '2024-q1',
  issues: new Set(['2024-q1-01']),
  periods: new Set(['2024-q2']),
}

test.each([
  'inspections/2024-q1.html',
  'inspections/2024-q1-checklist.html',
  'bulletins/2024-q1.html',
  'bulletins/2024-q1.docx',
  'issues/2024-q1-01.html',
  'self-inspections/2024-q2.html',
  'self-inspections/2024-q2.docx',
  'self-inspections/2024-q2/jia.html',
  'data/inspections/2024-q1.json',
  'data/inspections/2024-q1/rates.csv',
  'data/registers/2024-q2.xlsx',
  'data/self-inspections/2024-q2/jia.json',
  'data/rectifications/2024-q1-01/jia.json',
  'attachments/2024-q1/tongbao.pdf',
  'attachments/2024-q2/jia/report.pdf',
  'charts/inspections/2024-q1/issues-by-kind.svg',
  'charts/registers/2024-q2/register-2024-q2.svg',
  'method.html',
])('%s is part of the archive', (path) => {
  expect(isArchived(path, scope)).toBe(true)
})

test.each([
  'index.html',
  'inspections/2024-q2.html',
  'inspections/2024-q12.html',
  'issues/2024-q2-01.html',
  'units/jia.html',
  'self-inspections/2024-q1.html',
  'data/all/issues.csv',
  'data/inspections/2024-q2.json',
  'data/registers/2024-q1/register.csv',
  // The bulletin of the next inspection, and a report that an earlier inspection ordered.
  'attachments/2024-q2/tongbao.pdf',
  'attachments/2024-q1/jia/report.pdf',
  'charts/all/pass-rates.svg',
  'badges/2024-q2/jia.svg',
  'figures/2024-q1.html',
  'share/inspections/2024-q1.png',
  'pagefind/fragment/2024-q1.pf_fragment',
])('%s is not', (path) => {
  expect(isArchived(path, scope)).toBe(false)
})

test.each(['annual/2024.html', 'annual/2024.xlsx', 'units/2024.html', 'channels/2024.html'])(
  '%s is not part of an inspection with the same id',
  (path) => {
    expect(isArchived(path, { ...scope, id: '2024' })).toBe(false)
  },
)

const page = (body: string) =>
  archivedPage(body, 'issues/2024-q1-01.html', (path) => path === 'inspections/2024-q1.html')

test.each([
  [
    '<a href="../inspections/2024-q1.html#media">检查</a>',
    '<a href="../inspections/2024-q1.html#media">检查</a>',
  ],
  ['<a href="#main">正文</a>', '<a href="#main">正文</a>'],
  ['<a href="../units/jia.html" title="a > b">甲<b>县</b></a>', '<span>甲<b>县</b></span>'],
  [
    '<a href="https://www.example.com/?a=1&amp;b=2">原文</a>',
    '<span>原文（https://www.example.com/?a=1&amp;b=2）</span>',
  ],
  ['<a href="https://a.example">https://a.example</a>', '<span>https://a.example</span>'],
  ['<a href="mailto:a@example.com">来信</a>', '<span>来信（mailto:a@example.com）</span>'],
  ['<a name="x">锚</a>', '<a name="x">锚</a>'],
  [
    '<nav class="site-nav" aria-label="栏目"><ul><li><a href="../index.html">首页</a></li></ul></nav>',
    '',
  ],
  ['<p class="site-links"><a href="../search.html">搜索</a><a href="#menu">菜单</a></p>', ''],
  ['<a class="menu-link" href="#main">关闭菜单</a>', ''],
  ['<link rel="alternate" type="application/atom+xml" href="../feed.xml">', ''],
  ['<link rel="manifest" href="../manifest.webmanifest">', ''],
  ['<script defer src="../assets/states-1.js" data-as-of="2024-06-07"></script>', ''],
])('%s becomes %s', (from, to) => {
  expect(page(from)).toBe(to)
})

test('the files that a page loads are found, those that it only links are not', () => {
  const html = `<link rel="icon" href="../favicon.png" sizes="32x32"><link rel="canonical" href="https://a.example/">
<link rel="alternate" href="../feed.xml"><link rel="stylesheet" href="../assets/a.css"><script defer src="../assets/b.js"></script>
<img alt="" src="c.png"><a href="../units.html">单位</a>`
  expect(assetsOf(html, 'issues/1.html')).toEqual([
    'favicon.png',
    'assets/a.css',
    'assets/b.js',
    'issues/c.png',
  ])
})

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('an archive has the same bytes in every time zone and whatever the order of its files', () => {
  const files = [
    ['b/二.txt', Buffer.from('二')],
    ['a.txt', Buffer.from('一')],
  ] as const
  const archives = ['Asia/Shanghai', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((name, n) => {
    process.env['TZ'] = name
    return zipped(new Map(n === 1 ? files.toReversed() : files), '2024-04-10')
  })
  expect(archives[1]).toEqual(archives[0])
  expect(archives[2]).toEqual(archives[0])
  expect(Object.keys(unzipSync(archives[0] ?? new Uint8Array()))).toEqual(['a.txt', 'b/二.txt'])
})

test('a name that is not ASCII is marked as UTF-8', () => {
  const bytes = zipped(new Map([['二.txt', Buffer.from('二')]]), '2024-04-10')
  // Bit 11 of the flags of the first entry.
  expect((bytes[7] ?? 0) & 8).toBe(8)
})

test('the contents of an archive show hostile titles as text, and no group without a file', () => {
  const html = contentsPage({
    title: '<script>alert(1)</script>',
    lead: '"&',
    styles: [],
    groups: [
      { title: '附件', links: [] },
      { title: '页面', links: [{ label: ']]><b>', href: 'a.html' }] },
    ],
  })
  expect(html).not.toMatch(/<script|<b>|附件/)
  expect(html).toContain('<a href="a.html">]]&gt;&lt;b&gt;</a>')
})
