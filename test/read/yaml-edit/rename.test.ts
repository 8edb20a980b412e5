import { expect, test } from 'vitest'
import { NotEditable } from '#read/yaml-edit/editable.ts'
import { renameKeys } from '#read/yaml-edit/rename.ts'

test('a key is renamed in place, and nothing else changes', () => {
  const text = 'a: 1 # 一\nlist:\n  - { "old": [x,  y], b: 2 } # 二\n  - old: # 三\n      old: z\n'
  const renamed = renameKeys(text, (path) =>
    path.length === 3 && path.at(-1) === 'old' ? 'new name' : null,
  )
  expect(renamed).toBe(
    'a: 1 # 一\nlist:\n  - { new name: [x,  y], b: 2 } # 二\n  - new name: # 三\n      old: z\n',
  )
})

test('a name that is used already is refused', () => {
  expect(() => renameKeys('a: 1\nb: 2\n', (path) => (path[0] === 'a' ? 'b' : null))).toThrow(
    NotEditable,
  )
})
