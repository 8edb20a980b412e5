import { describe, expect, test } from 'vitest'
import { displayWidth } from '#messages/display-width.ts'
import { formatText } from '#messages/format.ts'

describe('the width of a text, in Chinese characters', () => {
  test.each([
    ['公示', 2],
    ['2024-q1', 3.5],
    ['“公示”——', 6],
    ['①→……', 4],
    ['𠮷', 1],
    ['ｱﾟ', 1],
    ['e\u0301', 0.5],
  ])('%s', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('terminals show quotation marks and dashes as wide as letters', () => {
    expect(displayWidth('“公示”——', { isTerminal: true })).toBe(4)
  })

  test('a picture that sets letters wider says so', () => {
    expect(displayWidth('公示2024', { letter: 0.6 })).toBeCloseTo(4.4)
  })
})

test('the caret below a line stands below its column, whatever is before it', () => {
  const text = 'title: “公示”—2024'
  const printed = formatText([
    {
      code: 'folder-missing',
      level: 'error',
      file: 'data/site.yaml',
      place: null,
      args: {},
      position: { line: 1, column: 12, text },
    } as unknown as Parameters<typeof formatText>[0][number],
  ])
  const [line = '', caret = ''] = printed.split('\n').filter((one) => one.includes('|'))
  expect(displayWidth(line.slice(0, line.indexOf('—')), { isTerminal: true }) * 2).toBe(
    caret.indexOf('^'),
  )
})
