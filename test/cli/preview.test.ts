import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type CommandServer, startServing } from '../support/command-server.ts'
import { folderOf } from '../support/folder.ts'
import { smallestAsOf, smallestSite } from '../support/smallest-site.ts'

/** A port that nothing listens on now; most likely the next ones are free too. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return Math.min(port, 65_000)
}

async function serving(
  name: 'preview' | 'start',
  environment: NodeJS.ProcessEnv,
): Promise<CommandServer> {
  const server = await startServing(name, environment)
  onTestFinished(async () => {
    await server.stop()
  })
  return server
}

const site = { 'index.html': '首页', 'units/jia.html': '甲县', '404.html': '没有这个页面' }

describe('the built site on one’s own machine', () => {
  test('is served with each page at its address', async () => {
    const { origin } = await serving('preview', {
      OUT_DIR: folderOf(site),
      PORT: String(await freePort()),
    })
    const page = await fetch(`${origin}/units/jia.html`)
    expect([page.status, await page.text()]).toEqual([200, '甲县'])
    expect(await (await fetch(origin)).text()).toBe('首页')
  })

  test('answers an unknown address with the 404 page', async () => {
    const { origin } = await serving('preview', {
      OUT_DIR: folderOf(site),
      PORT: String(await freePort()),
    })
    const page = await fetch(`${origin}/units/yi.html`)
    expect([page.status, await page.text()]).toEqual([404, '没有这个页面'])
  })

  test('leads from the PNG file that a chart once had to its SVG file', async () => {
    const { origin } = await serving('preview', {
      OUT_DIR: folderOf({ ...site, 'charts/2024-q1/areas.svg': '<svg/>' }),
      PORT: String(await freePort()),
    })
    const picture = await fetch(`${origin}/charts/2024-q1/areas.png`)
    expect([picture.url, await picture.text()]).toEqual([
      `${origin}/charts/2024-q1/areas.svg`,
      '<svg/>',
    ])
  })

  test('answers with a short text if the site has no 404 page', async () => {
    const { origin } = await serving('preview', {
      OUT_DIR: folderOf({ 'index.html': '首页' }),
      PORT: String(await freePort()),
    })
    const page = await fetch(`${origin}/units/yi.html`)
    expect([page.status, await page.text()]).toEqual([404, ''])
  })

  test('takes the next port where another program has the first', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { origin } = await serving('preview', { OUT_DIR: folderOf(site), PORT: String(port) })
    expect(Number(new URL(origin).port)).toBeGreaterThan(port)
    expect((await fetch(origin)).status).toBe(200)
  })

  test('ends well when it is stopped, even while a browser holds a connection', async () => {
    const server = await startServing('preview', {
      OUT_DIR: folderOf(site),
      PORT: String(await freePort()),
    })
    await fetch(server.origin, { headers: { connection: 'keep-alive' } })
    expect(await server.stop()).toBe(0)
  })

  test('is the new site if a build was killed after finishing it but before replacing the old one', async () => {
    const folder = folderOf({
      'dist/index.html': '旧的',
      'dist.gongshi-new/index.html': '新的',
    })
    const { origin } = await serving('preview', {
      OUT_DIR: join(folder, 'dist'),
      PORT: String(await freePort()),
    })
    expect(await (await fetch(origin)).text()).toBe('新的')
    expect(readdirSync(folder)).toEqual(['dist'])
  })

  test('without a built site, the answer names the command that builds it', async () => {
    const OUT_DIR = join(folderOf({}), 'dist')
    await expect(startServing('preview', { OUT_DIR })).rejects.toThrow(
      `${OUT_DIR} 里还没有网站，请先运行 npm run build。`,
    )
  })

  test.each(['0', '65536', '80.5', 'http'])('PORT=%s is no port', async (PORT) => {
    await expect(startServing('preview', { OUT_DIR: folderOf(site), PORT })).rejects.toThrow(
      `PORT“${PORT}”不是端口号`,
    )
  })
})

describe('npm start', () => {
  const settings = (folder: string): NodeJS.ProcessEnv => ({
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: join(folder, 'dist'),
    AS_OF: smallestAsOf,
  })

  test('checks, builds and serves', async () => {
    const folder = folderOf(smallestSite())
    const { origin } = await serving('start', {
      ...settings(folder),
      PORT: String(await freePort()),
    })
    expect(await (await fetch(origin)).text()).toContain('示例市政务公开检查公示')
  })

  test('serves nothing when the data has a mistake', async () => {
    const folder = folderOf({ ...smallestSite(), 'data/units.yaml': 'roster: 部分\n' })
    await expect(startServing('start', settings(folder))).rejects.toThrow('units.yaml')
  })
})
