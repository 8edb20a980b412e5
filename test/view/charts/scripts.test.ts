import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { script, scriptAddress } from '#export/scripts.ts'

test('the drawing script weighs at most 60 kB compressed', async () => {
  const { code } = await script('charts')
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(60_000)
})

test('the script that every page with a chart loads weighs less than one kilobyte', async () => {
  const { code } = await script('chart-loader')
  expect(gzipSync(code).length).toBeLessThan(1000)
})

test('the address of a script changes with its code only', async () => {
  expect(await scriptAddress('charts')).toMatch(/^\/assets\/charts-[0-9a-f]{8}\.js$/)
  expect(await scriptAddress('charts')).toBe(await scriptAddress('charts'))
})

test('the loader names the drawing script by its file, so that any address of the site works', async () => {
  const { file } = await script('charts')
  const { code } = await script('chart-loader')
  expect(code).toContain(file)
  expect(code).not.toContain('/assets/')
})
