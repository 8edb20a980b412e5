import { expect, test } from 'vitest'
import { plainCodes } from '../../src/cli/pdf-text.ts'

test('a glyph stands for the character, not for the radical of its shape', () => {
  const map = '2 beginbfchar\n<21F9> <2F08>\n<21FA> <2EA0>\n<21FB> <4E09>\nendbfchar'
  // ⼈ and ⺠ become 人 and 民.
  expect(plainCodes(map)).toBe(
    '2 beginbfchar\n<21F9> <4EBA>\n<21FA> <6C11>\n<21FB> <4E09>\nendbfchar',
  )
})

test('a range that contains a radical is listed one by one, any other is unchanged', () => {
  const range = (entries: string) => `1 beginbfrange\n${entries}\nendbfrange`
  expect(plainCodes(range('<0001> <0002> <2F00>'))).toBe(range('<0001> <0002> [<4E00> <4E28>]'))
  expect(plainCodes(range('<0014> <0017> <0031>'))).toBe(range('<0014> <0017> <0031>'))
})
