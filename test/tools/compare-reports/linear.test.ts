import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { CountedComparison } from '../../support/count-comparisons.ts'

/** Work that does not grow with the size: work done once, and code that V8 has not compiled yet. */
const fixed = 500_000

test('twice the units or twice the text take about twice the work, whatever the text', async () => {
  // A process of its own, because V8 counts the steps of all code that runs in it.
  const script = join(import.meta.dirname, '../../support/count-comparisons.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    maxBuffer: 1e8,
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  })
  const counted = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CountedComparison)
  expect(counted.length).toBeGreaterThan(15)
  const slow = counted.filter(({ steps: [first = 0, second = 0, third = 0] }) => {
    return third - second >= 2.5 * Math.max(0, second - first) + fixed
  })
  expect(slow).toEqual([])
})
