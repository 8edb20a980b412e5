import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkManual } from '#read/manual.ts'
import { base, copyOf, findings } from '../support/authored.ts'

function findingsWith(units: string): string[] {
  const { folder, data, content } = copyOf(base)
  writeFileSync(join(folder, 'data/units.yaml'), units)
  return findings({ data, content })
}

const start = 'roster: partial\nunits:\n'

test('a file of ten megabytes is refused unread', () => {
  expect(findingsWith(start + '  # 备注\n'.repeat(1_000_000))).toEqual([
    'error data/units.yaml file-too-big',
  ])
})

test('a line of a million characters is refused at its place', () => {
  expect(findingsWith(`${start}  jia: { name: ${'a'.repeat(1_000_000)}, tier: county }\n`)).toEqual(
    ['error data/units.yaml:3:1 line-too-long'],
  )
})

test.each([
  ['brackets', `${start}  jia: ${'['.repeat(9000)}${']'.repeat(9000)}\n`],
  ['braces', `${start}  jia: ${'{ a: '.repeat(3000)}${'}'.repeat(3000)}\n`],
  [
    'indentations',
    start + Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n + 2)}a:\n`).join(''),
  ],
])('thousands of nested %s give one problem', (_, text) => {
  const found = findingsWith(text)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/yaml-nesting|yaml-syntax/)
})

/** Nested markup, one line for each level. */
const tower = (steps: number, before: string, behind: string): string =>
  `${`${before}\n`.repeat(steps)}深${`${behind}\n`.repeat(steps)}`
const bold = (steps: number): string => tower(steps, '**很', '深**')

function bulletinEndingWith(tail: string): { found: string[]; line: number } {
  const { data, content } = copyOf(base)
  const file = join(content, 'bulletins/2024-q1.mdx')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, `${text}\n${tail}`)
  return { found: findings({ data, content }), line: text.split('\n').length + 1 }
}

test.each([
  ['bold words', 20000, '**很', '深**', 'mdx-not-allowed', 98],
  ['passages', 20000, '很<Passage of="issuer">', '深</Passage>', 'mdx-syntax', 500],
  ['passages with signs', 20000, '很<Passage of="<">', '深</Passage>', 'mdx-syntax', 500],
  ['two hundred passages', 200, '很<Passage of="issuer">', '深</Passage>', 'mdx-not-allowed', 98],
  [
    'passages in bold words',
    60,
    '很<Passage of="issuer">很 **很',
    '深**深</Passage>',
    'mdx-not-allowed',
    49,
  ],
])('endlessly nested %s give one problem in a bulletin', (_, steps, before, behind, code, most) => {
  const { found, line } = bulletinEndingWith(tower(steps, before, behind))
  const ofNesting = found.filter((one) => / mdx-/.test(one))
  expect(ofNesting.map((one) => one.replace(/\d+ /, ' '))).toEqual([
    `error content/bulletins/2024-q1.mdx:${line + most}: ${code}`,
  ])
})

test('closing tags without an opening tag do not hide deep nesting', () => {
  const closed = `~~~\n${'</a>\n'.repeat(20000)}~~~\n\n`
  const { found } = bulletinEndingWith(
    closed + tower(20000, '很<Passage of="issuer">', '深</Passage>'),
  )
  expect(found).toEqual([
    expect.stringMatching(/^error content\/bulletins\/2024-q1\.mdx:\d+:\d+ mdx-syntax$/),
  ])
})

test('ordinary nested markup is no problem', () => {
  const { found } = bulletinEndingWith(bold(20))
  expect(found).toEqual([])
})

test('tags in sequence, however many, do not count as nested', () => {
  const { found } = bulletinEndingWith('<Value of="issuer" />和\\<Value>，'.repeat(300))
  expect(found).toEqual([])
})

/** The mistake in a chapter of the manual, without its place. */
function codesInChapter(text: string): string[] {
  const head = '---\ntitle: 很深\nlead: 很深。\n---\n\n'
  const source = { file: 'content/manual/deep.mdx', text: `${head}${text}` }
  return checkManual(source, base.content).map(({ code }) => code)
}

test.each([
  ['quotes', '> '.repeat(3000)],
  ['bold words', bold(3000)],
  ['bold words in a link', `[${bold(3000)}](https://example.cn/)\n`],
])('thousands of nested %s give one problem in a chapter of the manual', (_, text) => {
  expect(codesInChapter(text)).toEqual(['mdx-not-allowed'])
})

test('tags in code of the manual do not count as nested', () => {
  const code = `~~~html\n${'<br>\n'.repeat(300)}~~~\n\n${'`<br>` '.repeat(150)}\n`
  expect(codesInChapter(code)).toEqual([])
})

test('aliases of aliases are not expanded', () => {
  const levels = Array.from(
    { length: 30 },
    (_, n) => `  l${n}: &l${n} [${Array.from({ length: 9 }, () => `*l${n - 1}`).join(', ')}]\n`,
  )
  const found = findingsWith(start + levels.join(''))
  expect(new Set(found.map((line) => line.split(' ').at(-1)))).toEqual(new Set(['yaml-sign']))
})

test('a recursive alias is not followed', () => {
  const found = findingsWith(`${start}  jia: &jia { name: 甲县, tier: county, more: *jia }\n`)
  expect(found).toEqual(['error data/units.yaml:3:8 yaml-sign'])
})
