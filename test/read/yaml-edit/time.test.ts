import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { editable, NotEditable } from '#read/yaml-edit/editable.ts'
import type { CountedEdit } from '../../support/count-edits.ts'
import { editShapes } from '../../support/edit-shapes.ts'
import { shapes } from '../../support/hostile-shapes.ts'
import { minProcessorTime } from '../../support/v8-steps.ts'

/** Work that does not grow with the size: work done once, and code that V8 has not compiled yet. */
const fixed = 500_000

let counted: ReadonlyMap<string, CountedEdit>

beforeAll(async () => {
  const script = join(import.meta.dirname, '../../support/count-edits.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    maxBuffer: 1e8,
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  })
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CountedEdit)
  counted = new Map(results.map((one) => [one.title, one]))
})

function expectInStep(title: string): void {
  const [first = 0, second = 0, third = 0] = counted.get(title)?.steps ?? []
  expect(first).toBeGreaterThan(0)
  // When work grows in proportion to the size, the second doubling adds twice as much as the first.
  expect(third - second).toBeLessThan(2.5 * Math.max(0, second - first) + fixed)
  const [, before = 0, after = 0] = counted.get(title)?.cpu ?? []
  if (after > minProcessorTime) expect(after / before).toBeLessThan(3)
}

test.each(editShapes.map(({ title }) => title))(
  'editing twice as much takes about twice the work: %s',
  (title) => {
    expect(counted.get(title)?.isEdited).toBe(true)
    expectInStep(title)
  },
)

test.each(shapes.map(({ title }) => title))(
  'twice the text is edited, or refused, in about twice the work: %s',
  (title) => {
    expectInStep(title)
  },
)

test.each([
  ['a line', `a: ${'1'.repeat(20_001)}\n`],
  ['a text on several lines', `a: "${'1'.repeat(15_000)}\\\n  ${'1'.repeat(15_000)}"\n`],
  ['a tower', `a: ${'['.repeat(200)}${']'.repeat(200)}\n`],
  ['a text of very many parts', `a:\n${'  - [ , , , , ]\n'.repeat(200_000)}`],
])('%s beyond the limits of reading is not edited either', (_, text) => {
  expect(() => editable(text)).toThrow(NotEditable)
})
