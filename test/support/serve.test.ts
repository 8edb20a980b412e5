import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from './serve.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongshi-serve-'))
  await mkdir(join(folder, 'units'))
  await writeFile(join(folder, 'index.html'), 'home')
  await writeFile(join(folder, '404.html'), 'lost')
  await writeFile(join(folder, 'units', 'xinfang.html'), 'unit')
})

afterAll(() => rm(folder, { recursive: true }))

async function get(url: string) {
  const response = await fetch(url)
  return [response.status, await response.text()]
}

test.each(['/', '/xxgk/jcgk/'])('the folder answers under %s', async (base) => {
  const { url, close } = await serve(folder, base)
  expect(await get(url)).toEqual([200, 'home'])
  expect(await get(`${url}units/xinfang.html?x=1`)).toEqual([200, 'unit'])
  await close()
})

test('nothing answers outside the base, and no name is guessed', async () => {
  const { origin, url, close } = await serve(folder, '/xxgk/')
  expect(await get(`${origin}/index.html`)).toEqual([404, 'lost'])
  expect(await get(`${url}units/xinfang`)).toEqual([404, 'lost'])
  expect(await get(`${url}units/`)).toEqual([404, 'lost'])
  await close()
  await expect(get(url)).rejects.toThrow()
})
