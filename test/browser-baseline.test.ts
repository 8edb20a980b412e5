import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnyNode, parse } from 'acorn'
// @ts-expect-error The package brings no types.
import doiuse from 'doiuse'
import postcss, { type AcceptedPlugin, type ChildNode } from 'postcss'
import { describe, expect, test } from 'vitest'
import { script, type ScriptName, scriptNames } from '#site/scripts.ts'
import { brought } from '#site/browser/submit/older-browsers.ts'

/** What came after Chrome 78, by the name that a script would call it by. */
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

/** What a script brings along for browsers that lack it. */
const bringing: Partial<Record<ScriptName, readonly string[]>> = { submit: Object.keys(brought) }

describe.each(scriptNames)('the script %s', (name) => {
  test('is a classic script without syntax newer than 2019', async () => {
    const { code } = await script(name)
    const read = () => parse(code, { ecmaVersion: 2019, sourceType: 'script' })
    // The search fetches its engine, a module, by import(): a browser without it shows the list.
    if (name === 'search')
      expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow()
    else expect(read).not.toThrow()
  })

  test('calls nothing that came after Chrome 78', async () => {
    const { code } = await script(name)
    const calls = called(parse(code, { ecmaVersion: 2020 })).filter((one) => tooNew.has(one))
    expect(calls.filter((one) => bringing[name]?.includes(one) !== true)).toEqual([])
  })

  test('names no other host and no folder of the machine', async () => {
    const { code } = await script(name)
    // The words of the check show how an address is written; a schema can name its dialect.
    const words =
      /https?:\/\/(?:(?:www|git)\.example\.com|bszs\.conac\.cn|json-schema\.org)\/|https?:\/\/(?![\w.-])/g
    const shown = name === 'submit' ? code.replace(words, '') : code
    expect(shown).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)|file:\/\//)
    expect(code).not.toContain(process.cwd())
  })
})

/** Names of all functions that a program calls, of methods too. */
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
      const name = callee.property?.name ?? callee.name
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

interface Usage {
  feature: string
  usage: ChildNode
}

/** Features that Chrome 78 lacks or has in part, and why a page is whole without them. */
const harmless: Readonly<Record<string, string>> = {
  'css-display-contents':
    'lost to screen readers there, in a picture that is hidden from them anyway',
  'css-focus-visible': ':focus draws the same outline; an unknown selector drops only its own rule',
  'css-math-functions': 'the lint takes minmax() for max(); a test of its own looks for the others',
  'css-overflow': 'only overflow: clip is missing, which no style uses',
  'css-page-break': 'break-inside and break-after: avoid are known; other values are not used',
  'css-text-indent': 'only each-line and hanging are missing, which no style uses',
  multicolumn: 'columns and column-gap are known; only break-* between columns differs',
  'text-decoration': 'thickness and offset of an underline are left out, the underline stays',
}

test('the styles use nothing that Chrome 78 does not know, but for what does no harm there', () => {
  const found: string[] = []
  const lint = (doiuse as (options: object) => AcceptedPlugin)({
    browsers: ['chrome 78'],
    onFeatureUsage: ({ feature, usage }: Usage) => {
      const { input, start } = usage.source ?? {}
      if (!(feature in harmless))
        found.push(`${input?.file ?? ''}:${String(start?.line)} ${feature}`)
    },
  })
  for (const file of readdirSync('src/styles').filter((name) => name.endsWith('.css'))) {
    const from = join('src/styles', file)
    void postcss([lint]).process(readFileSync(from, 'utf8'), { from }).css
  }
  expect(found).toEqual([])
})

test('the styles calculate with nothing but calc()', () => {
  for (const file of readdirSync('src/styles').filter((name) => name.endsWith('.css')))
    expect(readFileSync(join('src/styles', file), 'utf8'), file).not.toMatch(
      /(?<![\w-])(?:min|max|clamp)\(/,
    )
})
