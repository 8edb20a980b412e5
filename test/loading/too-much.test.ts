import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
])('thousands of %s inside each other end in one problem', (_, text) => {
  const found = findingsWith(text)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/yaml-nesting|yaml-syntax/)
})

test('aliases of aliases are not expanded', () => {
  const levels = Array.from(
    { length: 30 },
    (_, n) => `  l${n}: &l${n} [${Array.from({ length: 9 }, () => `*l${n - 1}`).join(', ')}]\n`,
  )
  const found = findingsWith(start + levels.join(''))
  expect(new Set(found.map((line) => line.split(' ').at(-1)))).toEqual(new Set(['yaml-sign']))
})

test('an alias inside what it repeats has no end and is not followed', () => {
  const found = findingsWith(`${start}  jia: &jia { name: 甲县, tier: county, more: *jia }\n`)
  expect(found).toEqual(['error data/units.yaml:3:8 yaml-sign'])
})
