import { expect, test } from 'vitest'
import { checkOptions } from '../../src/cli/check.ts'

test.each([
  [[], { format: 'text', hints: false, base: null }],
  [['--format', 'json'], { format: 'json', hints: false, base: null }],
  [['--format=github', '--hints'], { format: 'github', hints: true, base: null }],
  [['--base', 'main'], { format: 'text', hints: false, base: 'main' }],
  [['--base=v1'], { format: 'text', hints: false, base: 'v1' }],
])('%j', (args, options) => {
  expect(checkOptions(args)).toEqual(options)
})

test.each([
  [['--fromat', 'json']],
  [['--format', 'xml']],
  [['--format']],
  [['--base']],
  [['--base', '--hints']],
  [['json']],
  [['--format', 'toString']],
])('for %j the command prints one line', (args) => {
  expect(checkOptions(args)).toEqual({ mistake: expect.stringMatching(/^[^\n]+可以写：[^\n]+$/) })
})
