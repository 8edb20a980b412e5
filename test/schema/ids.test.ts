import { posix } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentType } from '#model/attachment.ts'
import { id } from '#schema/scalars.ts'
import * as addresses from '#view/addresses.ts'
import { fileNames, keys, scalars } from '../fuzz/hostile-values.ts'

const isId = (text: string): boolean => id.safeParse(text).success

/** Ids, and texts that are almost ids. */
const texts = fc.oneof(
  fc.string({ maxLength: 70 }),
  fc.constantFrom(...fileNames, ...keys, ...scalars.map(String)),
  fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,4}$/),
  fc.stringMatching(/^(con|prn|aux|nul|com\d|lpt\d)(-[a-z0-9]+)?$/),
  fc.string({
    unit: fc.constantFrom(...'aZ09-_./\\ %<>&"\'=+@\0\n', '..', 'é', '名'),
    maxLength: 12,
  }),
)

const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

test('an id is safe as an address, a file, a cell and markup, on every system', () => {
  let accepted = 0
  fc.assert(
    fc.property(texts, (text) => {
      if (!isId(text)) return
      accepted++
      expect(text).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
      expect(encodeURIComponent(text)).toBe(text)
      expect(text).toBe(text.toLowerCase())
      expect(text.length).toBeLessThanOrEqual(60)
      expect(text).not.toMatch(device)
      // An empty record must not seem to have the id.
      expect(text in {}).toBe(false)
    }),
    { seed: 1, numRuns: 3000 },
  )
  expect(accepted).toBeGreaterThan(500)
})

test('the ids that offices use are ids', () => {
  for (const text of [
    'xuzhou',
    '2024-q1',
    '2024-q1-05',
    'tuiyi-junren',
    'com',
    'console',
    'com1-x',
  ])
    expect(isId(text)).toBe(true)
})

/** Every address that contains ids. */
const builtAddresses = Object.entries(addresses).flatMap(([name, of]) =>
  typeof of === 'function' && !['absolute', 'listPage', 'attachment', 'passage'].includes(name)
    ? [[name, of as (...ids: string[]) => string] as const]
    : [],
)

test.each(builtAddresses)('%s leads to one place inside the site for all ids', (_name, address) => {
  const ids = texts.filter(isId)
  fc.assert(
    fc.property(ids, ids, ids, (one, two, three) => {
      const path = address(one, two, three).replace(/#.*$/, '')
      expect(posix.resolve('/site', `.${path.replace(/^(?!\/)/, '/')}`)).toBe(
        `/site${path.replace(/^(?!\/)/, '/')}`,
      )
      expect(path).toBe(path.toLowerCase())
      expect(path.split('/').filter((part) => device.test(part))).toEqual([])
    }),
    { seed: 2, numRuns: 60 },
  )
})

test('the name of a file beside a record is just as safe', () => {
  fc.assert(
    fc.property(texts, texts, texts, (period, unit, name) => {
      const path = `${period}/${unit}/${name}.pdf`
      if (attachmentType(path) === null) return
      expect(path).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9._-]+$/)
      expect(posix.normalize(path)).toBe(path)
      expect(path.split('/').filter((part) => device.test(part))).toEqual([])
    }),
    { seed: 3, numRuns: 3000 },
  )
  expect(attachmentType('2024-q2/xuzhou/report.v2_final.pdf')).toBe('pdf')
  expect(attachmentType('2024-q1/tongbao.ofd')).toBe('ofd')
  for (const path of [
    '2024-q2/xuzhou/con.pdf',
    '2024-q2/nul/a.pdf',
    'a/../b.pdf',
    'a/b/c/d.pdf',
    'a.pdf',
  ])
    expect(attachmentType(path)).toBeNull()
})
