import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnyNode, parse } from 'acorn'
import { describe, expect, test } from 'vitest'
import { script, type ScriptName, scriptNames } from '#export/scripts.ts'
import { polyfills } from '#client/submit/older-browsers.ts'
import { tooNewInCss } from './support/old-styles.ts'

/** Features that came after Chrome 78, by the names that scripts use. */
const tooNew = new Set([
  'any',
  'at',
  'findLast',
  'findLastIndex',
  'fromAsync',
  'groupBy',
  'hasOwn',
  'randomUUID',
  'replaceAll',
  'replaceChildren',
  'requestSubmit',
  'structuredClone',
  'toReversed',
  'toSorted',
  'toSpliced',
  'withResolvers',
])

/** Features that a script brings along for browsers that lack them. */
const bringing: Partial<Record<ScriptName, readonly string[]>> = {
  submit: Object.keys(polyfills),
  'submit-document': Object.keys(polyfills),
  'submit-records': Object.keys(polyfills),
}

describe.each(scriptNames)('the script %s', (name) => {
  test('is a classic script without syntax newer than 2019', async () => {
    const { code } = await script(name)
    const read = () => parse(code, { ecmaVersion: 2019, sourceType: 'script' })
    // The search loads its engine, a module, with import(); a browser without it shows the list.
    if (name === 'search')
      expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow()
    else expect(read).not.toThrow()
  })

  test('calls no function that came after Chrome 78', async () => {
    const { code } = await script(name)
    const calls = called(parse(code, { ecmaVersion: 2020 })).filter((one) => tooNew.has(one))
    expect(calls.filter((one) => bringing[name]?.includes(one) !== true)).toEqual([])
  })

  test('names no other host and no folder of the machine', async () => {
    const { code } = await script(name)
    // Messages of the check show example addresses, and a schema may name its dialect; the parts of
    // a Word document name their kinds.
    const words =
      /https?:\/\/(?:(?:www|git)\.example\.com|bszs\.conac\.cn|json-schema\.org|schemas\.openxmlformats\.org|purl\.org)\/|https?:\/\/(?![\w.-])/g
    const shown = name.startsWith('submit') ? code.replace(words, '') : code
    expect(shown).not.toMatch(
      /https?:\/\/(?!www\.w3\.org\/|purl\.org\/dc\/elements\/1\.1\/)|file:\/\//,
    )
    expect(code).not.toContain(process.cwd())
  })
})

/** Names of all functions and methods that a program calls. */
function called(program: AnyNode): string[] {
  const names: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      node.forEach(visit)
      return
    }
    const { type, callee } = node as { type?: string; callee?: Named }
    if (type === 'CallExpression' && callee !== undefined) {
      const { name: own = '' } = callee
      // Shortened names of a script's own functions may be those of methods, such as `at`.
      const name = callee.property?.name ?? (own.length > 3 ? own : undefined)
      if (name !== undefined) names.push(name)
    }
    Object.values(node).forEach(visit)
  }
  visit(program)
  return names
}
interface Named {
  name?: string
  property?: { name?: string }
}

test('the lint of calls sees a method and a function', () => {
  const program = parse('list.at(-1); structuredClone(list)', { ecmaVersion: 2019 })
  expect(called(program)).toEqual(['at', 'structuredClone'])
})

test('the styles use only features of Chrome 78, or newer ones whose absence does no harm', () => {
  const files = readdirSync('src/styles').filter((name) => name.endsWith('.css'))
  expect(files).not.toEqual([])
  const found = files.flatMap((file) => {
    const from = join('src/styles', file)
    return tooNewInCss(readFileSync(from, 'utf8'), from)
  })
  expect(found).toEqual([])
})

test('the lint of styles sees a property, a selector and a sum that are too new', () => {
  const css = 'a { inset: 0; width: min(1px, 2px) }\np:has(a) { margin: 0 }'
  expect(tooNewInCss(css, 'a.css')).toHaveLength(3)
})
