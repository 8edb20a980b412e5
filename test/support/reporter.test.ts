import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folderOf } from './folder.ts'

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const reporter = fileURLToPath(new URL('reporter.ts', import.meta.url))

function run(files: Record<string, string>) {
  const reporters = ['--reporter', 'default', '--reporter', reporter]
  const { stdout, status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--globals', '--root', folderOf(files), ...reporters],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  return { last: stdout.trimEnd().split('\n').at(-1), status }
}

test('a run that passes ends with its counts and status 0', () => {
  expect(run({ 'a.test.ts': 'test("a", () => {})\ntest("b", () => {})' })).toEqual({
    last: 'tests: 2 passed, 0 failed',
    status: 0,
  })
})

test('skipped tests are counted apart', () => {
  expect(run({ 'a.test.ts': 'test("a", () => {})\ntest.skip("b")\ntest.todo("c")' })).toEqual({
    last: 'tests: 1 passed, 0 failed, 2 skipped',
    status: 0,
  })
})

test.each([
  ['a failing test', { 'b.test.ts': 'test("b", () => { throw new Error() })' }],
  ['a file that does not load', { 'b.test.ts': 'import "./gone.ts"' }],
  ['a file without tests', { 'b.test.ts': '' }],
  [
    'an error outside the tests',
    {
      'b.test.ts':
        'afterAll(async () => { void Promise.reject(new Error()); await new Promise((r) => setTimeout(r, 50)) })\n' +
        'test("b", () => { })',
    },
  ],
])('%s is one failure', (_name, files) => {
  const { last, status } = run({ 'a.test.ts': 'test("a", () => {})', ...files })
  expect(last).toMatch(/^tests: [12] passed, 1 failed$/)
  expect(status).toBe(1)
})

test('a hook that fails is one failure, and its tests are skipped', () => {
  const hook = 'beforeAll(() => { throw new Error() })'
  expect(run({ 'a.test.ts': `describe("a", () => { ${hook}\n test("b", () => {}) })` })).toEqual({
    last: 'tests: 0 passed, 1 failed, 1 skipped',
    status: 1,
  })
})

test('a run that does not start is one failure', () => {
  expect(
    run({
      'vitest.config.ts': 'export default { test: { globalSetup: "./setup.ts" } }',
      'setup.ts': 'throw new Error()',
      'a.test.ts': 'test("a", () => {})',
    }),
  ).toEqual({ last: 'tests: 0 passed, 1 failed', status: 1 })
})
