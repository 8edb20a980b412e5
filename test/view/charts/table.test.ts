import { expect, test } from 'vitest'
import { chartCells, tableOf } from '#view/charts/table.ts'
import { mediaRates, samples } from './samples.ts'

test('the values and texts of the table equal the description', () => {
  for (const chart of samples) {
    const rows = tableOf(chart)
    expect(rows.map(({ head }) => head)).toEqual(chart.categories)
    chart.series.forEach(({ values, display }, column) => {
      const cells = rows.map(({ cells }) => cells[column])
      expect(cells.map((cell) => cell?.value ?? null)).toEqual(values)
      expect(cells.map((cell) => cell?.text)).toEqual(display)
    })
  }
})

test('a missing value is in the table with its reason and without a number', () => {
  expect(tableOf(mediaRates)[1]?.cells[1]).toEqual({ text: '未公布' })
})

test('the file of a chart holds each number in the unit, and each text, of its table', () => {
  for (const chart of samples) {
    const [head, ...rows] = chartCells(chart, '来源：示例。')
    expect(head?.length).toBe(2 + 2 * chart.series.length)
    expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(['来源：示例。']))
    expect(rows.map(([name]) => name)).toEqual(chart.categories)
    chart.series.forEach(({ values, display }, n) => {
      expect(rows.map((row) => row[1 + 2 * n])).toEqual(
        values.map((value) => (value === null ? '' : String(value))),
      )
      expect(rows.map((row) => row[2 + 2 * n])).toEqual(display)
    })
  }
})
