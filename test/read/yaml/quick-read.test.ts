import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { describe, expect, test } from 'vitest'
import { generateCity } from '#tools/demo/generate.ts'
import { quickValue } from '#read/yaml/quick-read.ts'

/** The result of the complete parser for a text. */
const carefulValue = (text: string): unknown =>
  parseDocument(text, { schema: 'core', logLevel: 'silent' }).toJS()

function authoredTexts(): string[] {
  const texts = [...generateCity({ size: 'city-1y', seed: 1 })]
    .filter(([path]) => path.endsWith('.yaml'))
    .map(([, text]) => text)
  for (const folder of ['data', 'test/cases'])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.yaml')) texts.push(readFileSync(join(folder, name), 'utf8'))
  return texts
}

describe('the fast parser reads the same value as the full parser', () => {
  const texts = authoredTexts()

  test('in every authored file', () => {
    const quick = texts.filter((text) => quickValue(text) !== undefined)
    expect(quick.length).toBeGreaterThan(200)
    for (const text of quick) expect(quickValue(text)).toEqual(carefulValue(text))
  })

  test.each(['data/units.yaml', 'data/site.yaml', 'data/inspections/2024-q1.yaml'])(
    'after a change of one character anywhere in %s',
    (file) => {
      const text = readFileSync(join('test/cases/seed', file), 'utf8')
      const characters = ' "\':-[]{},#_.0~年：，\n'
      // Every place once, and every character at many places.
      for (let at = 0; at < text.length; at++) {
        const changed =
          text.slice(0, at) + (characters[(at * 7) % characters.length] ?? '') + text.slice(at + 1)
        const value = quickValue(changed)
        if (value !== undefined) expect(value, changed).toEqual(carefulValue(changed))
      }
    },
  )
})

test.each(['a: 1_000', 'a: 0x1f', 'a: .inf', 'a: |\n  b', 'a: &b c', 'a: "\\u0041"', '--- \na: 1'])(
  '%j is left to the full parser',
  (text) => {
    expect(quickValue(text)).toBeUndefined()
  },
)
