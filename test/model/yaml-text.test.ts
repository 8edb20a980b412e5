import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { flowText, keyText, Pairs, scalarText, type YamlValue } from '#model/yaml-text.ts'
import { commentedYaml } from '#forms/commented-yaml.ts'
import { yamlText } from '#forms/write.ts'
import { yamlFile } from '#read/yaml-edit/layout.ts'
import { selfInspection } from '#schema/self-inspection.ts'

describe('one rule of quoting for all YAML that is written', () => {
  test.each([
    ['2024年第一季度', '2024年第一季度'],
    ['2024-06-06', '2024-06-06'],
    ['98.6%', '"98.6%"'],
    ['×府办〔2024〕1号', '×府办〔2024〕1号'],
    ['https://example.com/a?b=1&c=2', 'https://example.com/a?b=1&c=2'],
    ['1_000', '"1_000"'],
    ['no', '"no"'],
    ['第一行\n第二行', String.raw`"第一行\n第二行"`],
    ['C:\\目录', String.raw`'C:\目录'`],
    ['他说 "好"', `'他说 "好"'`],
  ])('%j', (text, written) => {
    expect(scalarText(text)).toBe(written)
    expect(yamlFile('x', { title: text })).toBe(`# x\ntitle: ${written}\n`)
    expect(yamlText(new Pairs([['title', text]]))).toBe(`title: ${written}\n`)
    expect(commentedYaml({ head: [], schema: selfInspection, value: { title: text } })).toContain(
      `title: ${written}`,
    )
  })

  test('the key of a field is not quoted for what a value would be', () => {
    expect(keyText('on')).toBe('on')
    expect(keyText('2024')).toBe('2024')
    expect(keyText('1e5')).toBe('"1e5"')
    expect(flowText({ on: 'on' })).toBe('{ on: "on" }')
  })
})

test('every text is read back as itself, by both parsers', () => {
  const value: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('y', 'NO', '0x1F', '0b1', '~', '- a', 'a: b', '1e5', '"', "'", '\u2028', '{'),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
    ),
  })).value
  fc.assert(
    fc.property(value, (one) => {
      // A key that would set a prototype is left out, as the check refuses it.
      const expected: unknown = JSON.parse(JSON.stringify(one))
      fc.pre(!JSON.stringify(one).includes('__proto__'))
      const text = flowText(one)
      expect(parse(text, { strict: false, uniqueKeys: false })).toEqual(expected)
      expect(load(text)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
