import { expect, test } from 'vitest'
import { inOrderOfNames } from '#domain/name-order.ts'

const sorted = (names: string[]): string[] => inOrderOfNames(names, (name) => name)

test('names stand in the order in which they are read out', () => {
  expect(sorted(['翠屏区', '南溪区', '江安县', '珙县', '高县'])).toEqual([
    '翠屏区',
    '高县',
    '珙县',
    '江安县',
    '南溪区',
  ])
})

test('names that begin alike are told apart by what follows', () => {
  expect(sorted(['市信访局', '市财政局', '市商务局'])).toEqual(['市财政局', '市商务局', '市信访局'])
})

test('what it is given stays as it is', () => {
  const given = ['乙', '甲']
  sorted(given)
  expect(given).toEqual(['乙', '甲'])
})
