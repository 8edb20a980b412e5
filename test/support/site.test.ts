import { expect, test } from 'vitest'
import { folderOf } from './folder.ts'
import { idsOf, isRedirect, metaOf, page, pageAt, readSite, textOf } from './site.ts'

test('a folder is read into its pages and files, in order', () => {
  const folder = folderOf({
    'units/a.html': '<title>甲</title>',
    'index.html': '<title>首页</title>',
    'data/all.csv': 'a,b',
  })
  const site = readSite(folder)
  expect(site.pages.map(({ path }) => path)).toEqual(['index.html', 'units/a.html'])
  expect([...site.files]).toEqual(['data/all.csv', 'index.html', 'units/a.html'])
  expect(site.read('data/all.csv')).toBe('a,b')
  expect(pageAt(site, 'units/a.html').html).toBe('<title>甲</title>')
  expect(() => pageAt(site, 'units/b.html')).toThrow('no units/b.html among')
})

test('text comes without white space, scripts, styles and templates', () => {
  const sample = page(
    'a.html',
    '<main> 宜 宾\n\u3000市<script>x</script><style>y</style><template>z</template><p>公 开</p></main>',
  )
  expect(textOf(sample, 'main')).toBe('宜宾市公开')
})

test('content of noscript is part of the page', () => {
  expect(textOf(page('a.html', '<body><noscript><p>无脚本</p></noscript>'), 'noscript p')).toBe(
    '无脚本',
  )
})

test('ids, meta tags and redirects are found', () => {
  const sample = page(
    'a.html',
    '<meta http-equiv="Refresh" content="0; url=b.html"><meta name="PubDate" content="2024-03-08">' +
      '<meta property="og:title" content="甲"><p id="x"></p><p id="y"></p><p id="x"></p>' +
      '<template><p id="z"></p></template>',
  )
  expect(idsOf(sample)).toEqual(['x', 'y', 'x'])
  expect(Object.fromEntries(metaOf(sample))).toEqual({
    PubDate: ['2024-03-08'],
    'og:title': ['甲'],
  })
  expect(isRedirect(sample)).toBe(true)
  expect(isRedirect(page('b.html', '<p>x</p>'))).toBe(false)
})
