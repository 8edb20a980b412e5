import { expect, test } from 'vitest'
import { signatureOf } from '#read/attachments/file-signatures.ts'

test.each([
  ['255044462d312e37', 'pdf'],
  ['89504e470d0a1a0a0000', 'png'],
  ['ffd8ffe000104a46', 'jpg'],
  ['504b030414000000', 'zip'],
  ['504b050600000000', 'zip'],
  ['d0cf11e0a1b11ae1', 'compound'],
  ['4d5a900003', 'program'],
  ['7f454c4602', 'program'],
  ['e887aae69fa5', null],
  ['', null],
  ['ffd8', null],
] as const)('a file that begins with %s is %s', (hex, kind) => {
  expect(signatureOf(Buffer.from(hex, 'hex'))).toBe(kind)
})
