import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { authoredFile, authoredFiles, namesBelow } from '#schema/authored-files.ts'

test.each([
  [authoredFile('site'), 'data/site.yaml'],
  [authoredFile('inspection', '2024-q1'), 'data/inspections/2024-q1.yaml'],
  [authoredFile('self-inspection', '2024-q2', 'jia'), 'data/self-inspections/2024-q2/jia.yaml'],
  [authoredFile('attachment', '2024-q1/a.pdf'), 'content/attachments/2024-q1/a.pdf'],
])('the ids of a file stand in its path: %s', (path, expected) => {
  expect(path).toBe(expected)
})

test('every name below a root is listed once', () => {
  expect(namesBelow('content')).toEqual(['bulletins', 'manual', 'attachments'])
  expect(new Set(namesBelow('data')).size).toBe(namesBelow('data').length)
})

test('no other file of the source composes the path of an authored file', () => {
  const folders = Object.values(authoredFiles)
    .filter((place) => place.includes('*'))
    .map((place) => place.slice(0, place.indexOf('*')))
  const code = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const composed = code.filter((file) =>
    folders.some((folder) => readFileSync(file, 'utf8').includes(`\`${folder}$`)),
  )
  expect(composed).toEqual([])
})
