import { describe, expect, test } from 'vitest'
import { authored, findings } from '../support/authored.ts'
import { badCases, foldersOf } from '../support/bad-cases.ts'

test('the data of this repository has no problem', () => {
  expect(findings(authored)).toEqual([])
})

describe('each mistake is reported once, at its place, and nothing else with it', () => {
  test.each(badCases())('$name: $rule', (badCase) => {
    const found = findings(foldersOf(badCase))
    expect(found).toEqual(badCase.expected)
  })
})
