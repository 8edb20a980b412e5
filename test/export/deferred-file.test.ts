import { expect, test } from 'vitest'
import { DeferredFiles } from '#export/deferred-file.ts'

test.each([
  ['metadata', 'bytes'],
  ['bytes', 'metadata'],
] as const)('a file asked for its %s, then its %s, is computed once', async (...order) => {
  let computed = 0
  const compute = () => Promise.resolve(new Uint8Array(++computed))
  const files = new DeferredFiles(({ length }) => length)
  const model = {}
  for (const part of order) {
    const got = await files[part](model, '/a.csv', compute)
    expect(typeof got === 'number' ? got : got.length).toBe(1)
  }
  expect(computed).toBe(1)
})

test('bytes are not held once they are handed out', async () => {
  let computed = 0
  const compute = () => Promise.resolve(new Uint8Array(++computed))
  const files = new DeferredFiles(({ length }) => length)
  const model = {}
  await files.bytes(model, '/a.csv', compute)
  await files.bytes(model, '/a.csv', compute)
  expect(computed).toBe(2)
})

test('bytes that another file shares are computed once, and released when they are handed out', async () => {
  let computed = 0
  const compute = () => Promise.resolve(new Uint8Array(++computed))
  const files = new DeferredFiles(({ length }) => length)
  const model = {}
  await files.shared(model, '/plain/a.csv', compute)
  await files.shared(model, '/plain/a.csv', compute)
  await files.bytes(model, '/plain/a.csv', compute)
  expect(computed).toBe(1)
  await files.shared(model, '/plain/a.csv', compute)
  expect(computed).toBe(2)
})
