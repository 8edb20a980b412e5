import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherHost } from '#model/link-words.ts'

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?$/)
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('cn', 'com', 'gov.cn'))
  .map(([labels, end]) => [...labels, end].join('.'))
const address = (of: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'HTTPS://'),
      fc.constantFrom('', ':8080'),
      fc.constantFrom('', '/', '/a/b.html', '?q=1', '#top'),
    )
    .map(([scheme, port, rest]) => `${scheme}${of}${port}${rest}`)
const around = fc.constantFrom(
  ['', ''],
  ['见', '网站'],
  ['（', '）'],
  ['https://', '/index.html'],
  ['', '。'],
)

describe('of the words of any link', () => {
  test('a text that names the host of the link is correct in any spelling', () => {
    const cases = host.chain((one) => fc.tuple(fc.constant(one), address(one), around))
    fc.assert(
      fc.property(cases, fc.boolean(), ([one, to, [before, behind]], isLoud) => {
        const words = `${before ?? ''}${isLoud ? one.toUpperCase() : one}${behind ?? ''}`
        expect(otherHost(words, to)).toBeNull()
      }),
    )
  })

  test('a text that names another host is reported with both', () => {
    const cases = fc
      .tuple(host, host, around)
      .filter(([one, other]) => one !== other)
      .chain(([one, other, pair]) =>
        fc.tuple(fc.constant(one), fc.constant(other), address(other), fc.constant(pair)),
      )
    fc.assert(
      fc.property(cases, ([one, other, to, [before, behind]]) => {
        expect(otherHost(`${before ?? ''}${one}${behind ?? ''}`, to)).toEqual({
          shown: one,
          host: other,
        })
      }),
    )
  })

  test('a text without a host is accepted', () => {
    const words = fc.constantFrom('通报原文', 'report.pdf', '2024.03.15', 'v1.2', '甲.乙', '…')
    fc.assert(
      fc.property(words, host.chain(address), (one, to) => {
        expect(otherHost(one, to)).toBeNull()
      }),
    )
  })
})
