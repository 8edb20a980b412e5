import { describe, expect, test } from 'vitest'
import { sample, base, findings } from '../support/authored.ts'
import { badCases, foldersOf } from '../support/bad-cases.ts'

test.each([
  ['the sample', sample],
  ['the data from which the cases are made', base],
])('%s has no problem', (_, folders) => {
  expect(findings(folders)).toEqual([])
})

describe('each mistake is reported once, at its place, and nothing else with it', () => {
  test.each(badCases())('$name: $rule', (badCase) => {
    const found = findings(foldersOf(badCase))
    expect(found).toEqual(badCase.expected)
  })
})
