import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { selectionName } from '#client/filter-words.ts'
import { selected } from '#client/selection.ts'

const csv = '\uFEFF编号,问题\r\na,"甲，""乙"""\r\nb,"两\r\n行"\r\nc,\r\n'

test('a selection has the head and the chosen rows as published, in the order of the page', () => {
  expect(selected(csv, '编号', ['c', 'a'])).toBe('\uFEFF编号,问题\r\nc,\r\na,"甲，""乙"""\r\n')
  expect(selected(csv, '编号', ['b'])).toBe('\uFEFF编号,问题\r\nb,"两\r\n行"\r\n')
})

test('any table gives its chosen rows, whatever its cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', ',', '"', '\n', 'a', ' ') })
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 })
  const quoted = (text: string): string =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  fc.assert(
    fc.property(table, fc.nat(5), (cells, from) => {
      const rows = cells.map((row, n) => [`id-${n}`, ...row])
      const text = [['编号', '甲', '乙'], ...rows]
        .map((row) => `${row.map(quoted).join(',')}\r\n`)
        .join('')
      const ids = rows.map(([id = '']) => id).slice(from)
      const read = parse(selected(text, '编号', ids), { bom: true }) as string[][]
      expect(read.slice(1)).toEqual(rows.slice(from))
    }),
  )
})

test('the file of a selection is named after its page and the choice, in letters that systems store', () => {
  expect(selectionName('2024年第三季度自查整改公开台账', ['按期公开', '县（区）'])).toBe(
    '2024年第三季度自查整改公开台账-按期公开-县（区）.csv',
  )
  expect(selectionName('问题', ['../a/b: "c"?'])).toBe('问题-abc.csv')
  expect(selectionName('', ['//'])).toBe('selection.csv')
  const long = selectionName('字'.repeat(300), [])
  expect(new TextEncoder().encode(long).length).toBeLessThan(200)
})
