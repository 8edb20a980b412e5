import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, visit } from './browser.ts'
import { serve, type Served } from './serve.ts'

let folder: string
let server: Served
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongshi-browser-'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>宜宾</title><h1>宜宾</h1>' +
      '<link rel="icon" href="data:,"><script src="missing.js"></script>',
  )
  server = await serve(folder, '/xxgk/jcgk/')
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true })
})

test('a Chinese character is drawn as itself, not as the box of a missing one', async () => {
  const { page } = await openPage(browser, server.origin)
  await page.goto(server.url)
  const pictures = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    const families = ['sans-serif', 'serif', 'monospace', 'SimSun', '"Microsoft YaHei"']
    return families.map((family) =>
      ['宜', '宾', '\u{10fffd}'].map((character) => {
        context.clearRect(0, 0, canvas.width, canvas.height)
        context.font = `64px ${family}`
        context.fillText(character, 8, 80)
        return canvas.toDataURL()
      }),
    )
  })
  expect(pictures.map((family) => new Set(family).size)).toEqual([3, 3, 3, 3, 3])
  await page.context().close()
})

test('a PDF holds the text as characters', async () => {
  const { page } = await openPage(browser, server.origin)
  await page.goto(server.url)
  const pdf = await page.pdf()
  await page.context().close()

  const streams = pdf
    .toString('latin1')
    .matchAll(/FlateDecode[^>]*>>\s*stream\r?\n([^]*?)\r?\nendstream/g)
  const text = [...streams].map(([, bytes]) =>
    inflateSync(Buffer.from(bytes ?? '', 'latin1')).toString('latin1'),
  )
  const unicodeMaps = text.filter((stream) => stream.includes('beginbfchar')).join('\n')
  expect(unicodeMaps).toContain('<5B9C>') // 宜
  expect(unicodeMaps).toContain('<5BBE>') // 宾
})

test('requests to other hosts are refused and listed', async () => {
  const { page, foreign } = await openPage(browser, server.origin)
  await page.goto(server.url)
  await page.setContent(
    '<img src="https://example.com/a.png"><script>new WebSocket("wss://example.org/b")</script>',
  )
  await expect
    .poll(() => foreign.toSorted())
    .toEqual(['https://example.com/a.png', 'wss://example.org/b'])
  await page.context().close()
})

test('a page from disk opens without a server', async () => {
  const { page, foreign } = await openPage(browser)
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  expect(await page.textContent('h1')).toBe('宜宾')
  await page.goto(server.url).catch(() => null)
  expect(foreign).toEqual([server.url])
  await page.context().close()
})

test('a missing file and an exception are listed as errors', async () => {
  const { page, errors } = await openPage(browser, server.origin)
  await page.goto(server.url)
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted')
    })
  })
  await expect.poll(() => errors.join('\n')).toMatch(/missing\.js[^]*planted/)
  await page.context().close()
})

test('a page is settled when what it asks for, moves and draws after loading is done', async () => {
  const script = `
    const done = (what) => document.documentElement.setAttribute('data-' + what, '')
    const after = (frames, act) =>
      requestAnimationFrame(() => (frames === 0 ? act() : after(frames - 1, act)))
    addEventListener('load', async () => {
      for (let n = 1; n <= 20; n++)
        after(n, () => (document.querySelector('h1').style.marginTop = n + 'px'))
      after(20, () => done('moved'))
      after(30, () => {
        window.chartTools = {}
        done('drawn')
      })
      await (await fetch('late.json')).json()
      done('fetched')
    })`
  await writeFile(
    join(folder, 'late.html'),
    `<!doctype html><link rel="icon" href="data:,"><h1>宜宾</h1><figure data-chart>图</figure><script>${script}</script>`,
  )
  const { page } = await openPage(browser, server.origin)
  await page.route('**/late.json', async (route) => {
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-drawn'))
    await route.fulfill({ json: {} })
  })
  await visit(page, `${server.url}late.html`)
  expect(await page.locator('html').evaluate((html) => Object.keys(html.dataset))).toEqual([
    'moved',
    'drawn',
    'fetched',
  ])
  await page.context().close()
})

test('browsers that start together do not disturb each other', async () => {
  const others = await Promise.all([openBrowser(), openBrowser()])
  for (const other of others) {
    expect(other.isConnected()).toBe(true)
    await other.close()
  }
})
