import { expect, test } from 'vitest'
import { termsOf, termsText } from '#domain/terms.ts'

test('every format that prints the terms says what the site says of itself, and that no licence is named', () => {
  expect(termsText(termsOf({ notice: '非官方示例' }))).toBe('非官方示例。使用许可：未写明。')
})

test('the terms of an office that named them stand whole', () => {
  const site = {
    organiser: { name: '示例办公室' },
    source: { title: '通报' },
    licence: { name: '许可', address: 'https://www.example.com/l' },
  }
  expect(termsText(termsOf(site))).toBe(
    '发布者：示例办公室。来源：通报。使用许可：许可（https://www.example.com/l）。',
  )
})
