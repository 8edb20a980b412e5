import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { chartSvgFile } from '#export/pictures/chart-file.ts'
import { tableOf } from '#view/charts/table.ts'
import { hostile } from '../../support/hostile.ts'
import { accountsByTier, issuesByArea, samples } from '../../view/charts/samples.ts'

const source = {
  site: '示例公示',
  page: '2024年第一季度检查结果',
  asOf: '2024年6月7日',
  terms: { source: { title: '通报' }, licence: { name: '示例许可' } },
}
const drawn = (chart: (typeof samples)[number]) => load(chartSvgFile(chart, source), { xml: true })

test.each(samples)('the description of $id holds every figure in words', (chart) => {
  const words = drawn(chart)('desc').text()
  for (const { head, cells } of tableOf(chart)) {
    expect(words).toContain(head)
    for (const { text } of cells) expect(words).toContain(text)
  }
})

test.each(samples)('the drawing of $id refers to no other file', (chart) => {
  const $ = drawn(chart)
  const texts = $('text')
    .toArray()
    .map((text) => $(text).text())
    .join('')
  expect(texts).toContain(chart.title)
  expect(texts).toContain('来源：示例公示，2024年第一季度检查结果，截至2024年6月7日。')
  expect(texts).toContain('使用许可：示例许可。')
  expect($('metadata').text()).toContain('来源：通报。使用许可：示例许可。')
  expect($('svg').first().attr('role')).toBe('img')
  const ids = new Set(
    $('[id]')
      .toArray()
      .map((one) => $(one).attr('id')),
  )
  for (const [, id] of $.xml().matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id)
  // Nothing is loaded from elsewhere.
  expect(
    $.xml().replaceAll(/http:\/\/(www.w3.org\/2000\/svg|purl.org\/dc\/elements\/1.1\/)"/g, ''),
  ).not.toMatch(/https?:|<image|<style/)
})

test('no text runs over the edge', () => {
  const long = {
    ...issuesByArea,
    title: '很长的标题'.repeat(40),
    categories: ['很长的领域名称很长的领域名称', '二', '三'],
  }
  for (const text of drawn(long)('text').toArray()) {
    const { attribs, children } = text
    const size = Number(attribs['font-size'])
    const words =
      'data' in (children[0] ?? {}) ? String((children[0] as { data: string }).data) : ''
    const width = [...words].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 1 : 0.6), 0) * size
    const x = Number(attribs['x'])
    const start =
      attribs['text-anchor'] === 'end'
        ? x - width
        : attribs['text-anchor'] === 'middle'
          ? x - width / 2
          : x
    expect(start, words).toBeGreaterThanOrEqual(0)
    expect(start + width, words).toBeLessThanOrEqual(960)
  }
})

test('hostile words stay words', () => {
  const $ = drawn({ ...accountsByTier, title: hostile })
  expect($('title').text()).toBe(hostile)
  expect($('script').length).toBe(0)
})

test('a number keeps its sign in a long title, and the address of the page is below the picture', () => {
  for (let length = 20; length < 40; length++) {
    const title = `${'政'.repeat(length)}合格率100%（336/336）`
    const svg = chartSvgFile(
      { ...issuesByArea, title },
      { ...source, address: 'https://www.example.gov.cn/jc/inspections/2024-q1.html' },
    )
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)
    expect(lines.filter((text) => /^%|^\/|\/$/.test(text))).toEqual([])
    expect(lines).toContain('网址：https://www.example.gov.cn/jc/inspections/2024-q1.html')
  }
})
