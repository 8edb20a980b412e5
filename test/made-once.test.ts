import { readdirSync, truncateSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MadeFiles } from '#site/made-once.ts'
import { folderOf } from './support/folder.ts'

/** Makes the JSON of a value and counts how often. */
function maker() {
  const counted = { times: 0 }
  const make = (of: unknown) => () => {
    counted.times++
    return new TextEncoder().encode(`made of ${JSON.stringify(of)}`)
  }
  return { counted, make }
}

test('what was made of the same by the same program is not made again, by another run either', async () => {
  const folder = folderOf({})
  const { counted, make } = maker()
  const first = await new MadeFiles(folder, 'one').once('kind', { a: 1 }, make({ a: 1 }))
  const again = await new MadeFiles(folder, 'one').once('kind', { a: 1 }, make({ a: 1 }))
  expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
  expect(counted.times).toBe(1)
})

test('another program or another kind makes anew', async () => {
  const folder = folderOf({})
  const { counted, make } = maker()
  await new MadeFiles(folder, 'one').once('kind', 1, make(1))
  await new MadeFiles(folder, 'two').once('kind', 1, make(1))
  await new MadeFiles(folder, 'one').once('other', 1, make(1))
  expect(counted.times).toBe(3)
})

test('a kept file that was cut off or changed is made anew', async () => {
  const folder = folderOf({})
  const { counted, make } = maker()
  await new MadeFiles(folder, 'one').once('kind', 1, make(1))
  for (const name of readdirSync(folder)) truncateSync(join(folder, name), 40)
  const made = await new MadeFiles(folder, 'one').once('kind', 1, make(1))
  expect(Buffer.from(made).toString()).toBe('made of 1')
  expect(counted.times).toBe(2)
})

test('what nobody has asked for in a month is forgotten', async () => {
  const folder = folderOf({})
  const { make } = maker()
  await new MadeFiles(folder, 'one').once('kind', 1, make(1))
  const [old = ''] = readdirSync(folder)
  utimesSync(join(folder, old), 0, 0)
  await new MadeFiles(folder, 'one').once('kind', 2, make(2))
  expect(readdirSync(folder)).toHaveLength(1)
  expect(readdirSync(folder)).not.toContain(old)
})

test('whatever is asked for in whatever order, it is what would be made now', async () => {
  const folder = folderOf({})
  const { make } = maker()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 8 }), async (asked) => {
      const files = new MadeFiles(folder, 'one')
      for (const of of asked) {
        const made = await files.once('kind', of, make(of))
        expect(Buffer.from(made).equals(Buffer.from(make(of)()))).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})
