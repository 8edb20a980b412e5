import { expect, test } from 'vitest'
import { checkOptions } from '../../src/cli/check.ts'

test.each([
  [[], { format: 'text', hints: false }],
  [['--format', 'json'], { format: 'json', hints: false }],
  [['--format=github', '--hints'], { format: 'github', hints: true }],
])('%j', (args, options) => {
  expect(checkOptions(args)).toEqual(options)
})

test.each([
  [['--fromat', 'json']],
  [['--format', 'xml']],
  [['--format']],
  [['json']],
  [['--format', 'toString']],
])('%j is answered in one line', (args) => {
  expect(checkOptions(args)).toEqual({ mistake: expect.stringMatching(/^[^\n]+可以写：[^\n]+$/) })
})
