import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { escapedXml, unescapedXml } from '#model/xml-text.ts'

/** The text that an XML reader finds in an element and in an attribute of it. */
function readBack(text: string): { inside: string; attribute: string } {
  const parser = new SaxesParser()
  let inside = ''
  let attribute = ''
  parser.on('text', (part) => (inside += part))
  parser.on('opentag', (tag) => (attribute = String(tag.attributes['of'])))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(`<name of="${escapedXml(text)}">${escapedXml(text)}</name>`).close()
  return { inside, attribute }
}

test('special characters of markup and quotes are read back unchanged', () => {
  const text = `<script>"&amp;"]]></script>`
  expect(readBack(text)).toEqual({ inside: text, attribute: text })
})

test('characters that XML cannot contain are left out: control characters, lone surrogates', () => {
  expect(escapedXml('甲\u0000\u0008乙\u001f\ufffe\ud800丙\u0085')).toBe('甲乙丙')
})

test('any text without line breaks and control characters is read back as it was', () => {
  const plain = fc
    .string({ unit: 'binary' })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''))
  fc.assert(
    fc.property(
      fc.oneof(plain, fc.string({ unit: fc.constantFrom(...'<>&"\'; 甲a#x') })),
      (text) => {
        expect(readBack(text)).toEqual({ inside: text, attribute: text })
      },
    ),
  )
})

test('no text, even with lone surrogates, makes its file invalid', () => {
  const anything = fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes))
  fc.assert(
    fc.property(anything, (text) => {
      expect(() => readBack(text)).not.toThrow()
    }),
  )
})

test('escaped text of a page or an XML file becomes the text again', () => {
  // Pages write quotes by number; XML files by name.
  expect(unescapedXml('“&lt;甲&gt;” &amp; &#34;乙&#34; &quot;丙&quot; it&#39;s &amp;#34;')).toBe(
    `“<甲>” & "乙" "丙" it's &#34;`,
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&"; 甲a#3') }), (text) => {
      expect(unescapedXml(escapedXml(text))).toBe(text)
    }),
  )
})
