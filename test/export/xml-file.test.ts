import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xmlFile } from '#export/xml-file.ts'
import { readXml } from '../support/xml.ts'

test('attributes, texts, lists and empty elements are written, undefined values are not', () => {
  const feed = {
    '@xml:lang': 'zh-CN',
    '@id': undefined,
    title: '通报 & "公示"',
    updated: undefined,
    link: [{ '@rel': 'self' }, { '@rel': 'alternate', title: '首页' }],
    entry: [],
    archive: '',
  }
  expect(xmlFile({ feed })).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="zh-CN">
  <title>通报 &amp; &quot;公示&quot;</title>
  <link rel="self"/>
  <link rel="alternate">
    <title>首页</title>
  </link>
  <archive/>
</feed>
`,
  )
})

test('a strict parser reads the file, whatever its texts hold', () => {
  const anything = fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes))
  const markup = fc.string({ unit: fc.constantFrom(...'<>&"\'/!-[]?; a#x\n') })
  fc.assert(
    fc.property(fc.oneof(anything, markup), (text) => {
      const file = xmlFile({ feed: { '@title': text, entry: [text, { title: text }] } })
      const { elements } = readXml('feed.xml', file)
      expect(elements.map(({ name }) => name)).toEqual(['feed', 'entry', 'entry', 'title'])
    }),
  )
})
