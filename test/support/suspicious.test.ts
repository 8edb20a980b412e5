import { expect, test } from 'vitest'
import { folderOf } from './folder.ts'
import { suspiciousText } from './suspicious.ts'

test.each([
  ['<p>共null家</p>', 'p: "共null家"'],
  ['<p>合格率NaN%</p>', 'p: "合格率NaN%"'],
  ['<p>Infinity%</p>', 'p: "Infinity%"'],
  ['<p>Invalid Date</p>', 'p: "Invalid Date"'],
  ['<p>[object Object]</p>', 'p: "[object Object]"'],
  ['<p>{{ title }}</p>', 'p: "{{ title }}"'],
  ['<title>${title}</title>', 'title: "${title}"'],
  ['<a href="units/undefined.html">x</a>', 'a[href]: "units/undefined.html"'],
  ['<a href="issues/2024-undefined.html">x</a>', 'a[href]: "issues/2024-undefined.html"'],
  ['<img alt="undefined">', 'img[alt]: "undefined"'],
  ['<meta name="PubDate" content="null">', 'meta[content]: "null"'],
  ['<script type="application/ld+json">{"name":["undefined"]}</script>', 'script: "undefined"'],
  ['<script type="application/json">{"a":NaN}</script>', 'script: not valid JSON'],
])('%s is found', (html, finding) => {
  expect(suspiciousText(folderOf({ 'a.html': html }))).toEqual([`a.html: ${finding}`])
})

test('code samples, scripts and words that only contain one are left alone', () => {
  const folder = folderOf({
    'a.html':
      '<p>写作 <code title="null">null</code> 或 nullable、NaNjing、undefinedness</p>' +
      '<pre><span class="undefined">{{ title }} ${x}</span></pre>' +
      '<script>let a = null</script><style>/* undefined */</style>' +
      '<script type="application/json">{"total":null}</script><p data-x=\'{"a":{"b":1}}\'>x</p>',
  })
  expect(suspiciousText(folder)).toEqual([])
})
