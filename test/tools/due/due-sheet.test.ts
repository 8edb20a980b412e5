import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { dueList } from '#model/due-list.ts'
import { dueSheet } from '#tools/due/due-sheet.ts'
import type { Dataset } from '#model/dataset.ts'
import type { Deadline } from '#schema/deadline.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const { period: _period, ...rest } = order
const written: Deadline = {
  ...rest,
  what: 'rectification-report',
  title: '书面报送整改情况',
  who: ['yi'],
  due: '2024-06-10',
}
const before: Deadline = {
  ...order,
  period: { id: '2024-q1', label: '2024年第一季度', start: '2024-01-01', end: '2024-03-31' },
  due: '2024-03-06',
}

function sheet(parts: Partial<Dataset> = {}, asOf = '2024-06-01') {
  const deadlines = { written, before, self: order }
  const dataset = datasetWith({ inspections: [inspectionWith({ deadlines })], ...parts })
  const model = modelWith(dataset, asOf)
  const html = dueSheet(model, dueList(dataset, model.index, asOf, { within: 31, past: 365 }))
  const $ = load(html)
  const rows = $('tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text()),
    )
  return { html, rows, text: $('body').text() }
}

test('units stand down the sheet, each duty ahead and what has passed across', () => {
  expect(
    sheet({ registers: { '2024-q1': { looked_on: '2024-03-11', exempt: { bing: '撤并' } } } }).rows,
  ).toEqual([
    [
      '单位',
      '公开自查整改情况（2024年第二季度）2024-06-06前还有5天',
      '书面报送整改情况（2024年第一季度）2024-06-10前还有9天',
      '期限已过',
    ],
    ['甲县', '还有5天', '—', '2024年第一季度：2024-03-11核查未公开，逾期5天'],
    ['市乙局', '还有5天', '还有9天', '2024年第一季度：2024-03-11核查未公开，逾期5天'],
    ['市丙局', '还有5天', '—', '—'],
  ])
})

test('without a recorded look nobody is overdue', () => {
  const { rows, text } = sheet()
  expect(rows.at(-1)?.at(-1)).toBe('2024年第一季度：期限已过，本站未收录')
  expect(text).not.toMatch(/逾期\d/)
})

test('it is one file, and names of units are text', () => {
  const { html } = sheet({ units: { jia: { name: '<b>甲</b>&县', tier: 'county' } } })
  expect(html).toContain('&lt;b&gt;甲&lt;/b&gt;&amp;县')
  expect(html).not.toMatch(/<(?:link|script|img)\b|url\(|@import|https?:/)
})

test('its styles name fonts with Chinese characters in plain quotes', () => {
  const { html } = sheet()
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  expect(style).toContain('font-family: "PingFang SC", "Microsoft YaHei"')
  expect(style).not.toMatch(/&(?:#\d+|[a-z]+);/)
})

test('with nothing due it says so, without a table', () => {
  const { rows, text } = sheet({ inspections: [inspectionWith()] })
  expect(rows).toEqual([])
  expect(text).toContain('没有到期的，也没有期限已过、本站未收录的单位。')
})
