import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('SECURITY.md names tests and chapters that exist, one for each thing that was tried', () => {
  const text = readFileSync('SECURITY.md', 'utf8')
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path)
  expect(links.filter((path) => !existsSync(path))).toEqual([])
  const rows = text.split('\n').filter((line) => /^\| (?!Tried|---)/.test(line))
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter((row) => !/\]\(test\/[^)]+\)/.test(row))).toEqual([])
})
