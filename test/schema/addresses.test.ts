import { expect, test } from 'vitest'
import { httpAddress } from '#schema/scalars.ts'

test.each([
  'https://www.example.gov.cn/zwgk/',
  'http://www.example.gov.cn:8080/a?b=c@d#e',
  'https://示例市.政务.cn/',
  // Some offices publish at a bare IP address.
  'http://203.0.113.7:8080/zwgk/',
])('an address that shows its target is accepted: %s', (address) => {
  expect(httpAddress.safeParse(address).success).toBe(true)
})

test.each([
  ['javascript:alert(1)', 'runs a script'],
  ['data:text/html,x', 'is a page of its own'],
  ['https://www.example.gov.cn@evil.example/', 'hides its host behind a name'],
  ['https://user:password@www.example.gov.cn/', 'holds a password'],
  ['https://www.exаmple.gov.cn/', 'has a Cyrillic letter among Latin ones'],
  ['https://xn--exmple-4nf.gov.cn/', 'is written so that nobody can read it'],
  ['http://0x7f.1/', 'names a number in disguise'],
  ['http://3405803783/', 'names a host as one number'],
  ['http://[::1]/', 'names a number of the new kind'],
  ['https:\\\\www.example.gov.cn', 'is taken apart in another way by a browser'],
  ['https://www.example.gov.cn\\@evil.example/', 'ends its host where another program does not'],
])('%s is refused: it %s', (address) => {
  expect(httpAddress.safeParse(address).success).toBe(false)
})
