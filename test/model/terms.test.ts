import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noLicence, termsOf, termsText } from '#model/terms.ts'

test('every format with terms states whether the site is official, and that no licence is named', () => {
  expect(termsText(termsOf({ notice: '非官方示例' }))).toBe('非官方示例。使用许可：未写明。')
})

test('the terms of an office are printed completely', () => {
  const site = {
    organiser: { name: '示例办公室' },
    source: { title: '通报' },
    licence: { name: '许可', address: 'https://www.example.com/l' },
  }
  expect(termsText(termsOf(site))).toBe(
    '发布者：示例办公室。来源：通报。使用许可：许可（https://www.example.com/l）。',
  )
})

test('a sentence with a full stop gets no second one', () => {
  expect(termsText(termsOf({ notice: '本站为示例。' }))).toBe('本站为示例。使用许可：未写明。')
})

describe('for any terms of an office', () => {
  const words = fc
    .array(fc.constantFrom('甲', '乙', '，', '。', 'A 1'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''))
  const address = fc.constantFrom('https://www.example.com/a', 'https://www.example.com/b?c=1')
  const site = fc.record(
    {
      notice: words,
      organiser: words.map((name) => ({ name })),
      source: fc.record({ title: words, address }, { requiredKeys: ['title'] }),
      licence: fc.record({ name: words, address }, { requiredKeys: ['name'] }),
    },
    { requiredKeys: [] },
  )

  test('all parts are in the text, in one order, each with a full stop', () => {
    fc.assert(
      fc.property(site, (facts) => {
        const text = termsText(termsOf(facts))
        const { notice, organiser, source, licence } = facts
        const parts = [notice, organiser?.name, source?.title, source?.address]
        let at = 0
        for (const part of [...parts, licence?.name, licence?.address]) {
          if (part === undefined) continue
          const found = text.indexOf(part, at)
          expect(found).not.toBe(-1)
          at = found + part.length
        }
        expect(text.endsWith('。')).toBe(true)
        if (!JSON.stringify(facts).includes('。。')) expect(text).not.toContain('。。')
      }),
    )
  })

  test('a missing licence is stated exactly when none is named', () => {
    fc.assert(
      fc.property(site, (facts) => {
        expect(termsText(termsOf(facts)).includes(noLicence)).toBe(facts.licence === undefined)
      }),
    )
  })
})
