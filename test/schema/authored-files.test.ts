import { expect, test } from 'vitest'
import {
  authoredFile,
  authoredFiles,
  authoredFolder,
  kindOfFile,
  rootAndPath,
} from '#schema/authored-files.ts'

test.each([
  ['data/site.yaml', 'site', []],
  ['data/inspections/2024-q1.yaml', 'inspection', ['2024-q1']],
  ['data/self-inspections/2024-q1/gongan.yaml', 'self-inspection', ['2024-q1', 'gongan']],
  ['data/openness/2023/gongan.yaml', 'openness', ['2023', 'gongan']],
  ['data/openness/2023.yaml', 'openness-office', ['2023']],
  ['content/bulletins/2024-q1.mdx', 'bulletin', ['2024-q1']],
  ['content/attachments/2024-q1/gongan/a.pdf', 'attachment', ['2024-q1/gongan/a.pdf']],
])('%s is a file of the kind %s', (file, kind, ids) => {
  expect(kindOfFile(file)).toEqual({ kind, ids })
})

test('a path of no kind has none', () => {
  const others = ['data/inspections/2024-q1.yml', 'data/a/b.yaml', 'src/data/site.yaml', 'data']
  expect(others.map(kindOfFile)).toEqual([null, null, null, null])
})

test('the path of every kind is read back as its kind, in its folder', () => {
  for (const [kind, place] of Object.entries(authoredFiles)) {
    const ids = place
      .split('*')
      .slice(1)
      .map((_, n) => `id-${n}`)
    const file = place.split('*').reduce((path, part, n) => path + (ids[n - 1] ?? '') + part)
    expect(kindOfFile(file)).toEqual({ kind, ids })
    expect(file.startsWith(`${authoredFolder(kind as keyof typeof authoredFiles)}/`)).toBe(true)
  }
  expect(authoredFile('inspection', '2024-q1')).toBe('data/inspections/2024-q1.yaml')
})

test('a path is split into the folder that an office may have elsewhere, and the rest', () => {
  expect(rootAndPath('data/units.yaml')).toEqual({ root: 'data', path: 'units.yaml' })
})
