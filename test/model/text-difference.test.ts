import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from '#model/text-difference.ts'

test('the difference of two texts is the clause that differs, and its block', () => {
  const was = ['标题', '检查网站49家，合格48家。其余不变。', '结尾']
  const reads = ['标题', '检查网站49家，合格47家。其余不变。', '结尾']
  expect(difference(was, reads)).toEqual({ from: '合格48家', to: '合格47家', block: 1 })
})

test('an added clause has no old text, and a removed clause has no new text', () => {
  expect(difference(['一。', '三。'], ['一。', '二。', '三。'])).toMatchObject({
    from: null,
    to: '二。',
    block: 1,
  })
  expect(difference(['一。', '二。'], ['一。'])).toMatchObject({ from: '二。', to: null })
})

test('a long quoted passage is cut', () => {
  const { to } = difference(['甲'], ['乙'.repeat(200)])
  expect(to).toBe(`${'乙'.repeat(60)}…`)
})

const blocks = fc.array(
  fc.string({ unit: fc.constantFrom(...'甲乙丙，。1'), minLength: 1, maxLength: 12 }),
  { minLength: 1, maxLength: 4 },
)

test('equal texts have no difference', () => {
  fc.assert(
    fc.property(blocks, (text) => {
      expect(difference(text, text)).toMatchObject({ from: null, to: null })
    }),
  )
})

test('each quote occurs in its text, and different texts have a quote', () => {
  fc.assert(
    fc.property(blocks, blocks, (was, reads) => {
      const { from, to, block } = difference(was, reads)
      if (from !== null) expect(was.join(' ')).toContain(from)
      if (to !== null) expect(reads.join(' ')).toContain(to)
      if (was.join('\n') !== reads.join('\n')) expect([from, to]).not.toEqual([null, null])
      expect(reads[block]).toBeDefined()
    }),
  )
})
