import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editorPolicy } from '#forms/editor/config.ts'
import { copyOf, sample } from '../support/authored.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { buildSite } from '../support/command.ts'
import { folderOf } from '../support/folder.ts'
import { serve } from '../support/serve.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

declare global {
  interface Window {
    files: Record<string, string>
  }
}

// The network is blocked: requests to other hosts are refused and counted.
test('the editor starts in Chinese, shows the collections, and saves a change without touching another byte', async () => {
  const folder = folderOf({})
  const source = copyOf(sample, folder)
  appendFileSync(
    join(source.data, 'site.yaml'),
    'repository: { address: https://git.example.com/city/site, kind: gitlab }\neditor: {}\n',
  )
  const out = join(folder, 'site')
  buildSite(source, out, { AS_OF: '2024-06-07' })
  const served = await serve(out)
  const { page, foreign, errors } = await openPage(browser, served.origin, {
    viewport: { width: 1280, height: 900 },
  })
  const files = Object.fromEntries(
    readdirSync(source.data, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`data/${name}`, readFileSync(join(source.data, name), 'utf8')]),
  )
  // A folder in the browser's own storage stands in for the clone of the editor.
  await page.addInitScript((given) => {
    const write = async (path: string, text: string): Promise<void> => {
      const parts = path.split('/')
      let at = await navigator.storage.getDirectory()
      for (const part of parts.slice(0, -1))
        at = await at.getDirectoryHandle(part, { create: true })
      const file = await at.getFileHandle(parts.at(-1) ?? '', { create: true })
      const stream = await file.createWritable()
      await stream.write(text)
      await stream.close()
    }
    Object.assign(window, {
      showDirectoryPicker: async () => {
        for (const [path, text] of Object.entries({ ...given, '.git/HEAD': 'ref' }))
          await write(path, text)
        return navigator.storage.getDirectory()
      },
    })
  }, files)

  await page.goto(`${served.url}admin/index.html`)
  // There is a single policy, and it comes before everything that it governs.
  const policies = page.locator('meta[http-equiv="Content-Security-Policy"]')
  expect(
    await policies.evaluateAll((all) => all.map((each) => each.getAttribute('content'))),
  ).toEqual([editorPolicy({ address: 'https://git.example.com/city/site', kind: 'gitlab' })])
  expect(await page.locator('head').evaluate((head) => head.innerHTML)).toMatch(
    /^\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"/,
  )
  await page.getByRole('button', { name: '使用本地仓库' }).click()
  for (const name of ['各期检查', '自查整改情况', '整改说明', '名录和设置'])
    await page.getByText(name).first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/collections/base/entries/site'
  })
  await page.getByRole('textbox', { name: /站点名称/ }).fill('某市检查公示')
  await page.getByRole('button', { name: '保存' }).click()
  const saved = (): Promise<string> =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const data = await root.getDirectoryHandle('data')
      return (await (await data.getFileHandle('site.yaml')).getFile()).text()
    })
  const before = files['data/site.yaml'] ?? ''
  await expect.poll(saved).not.toBe(before)
  expect(await saved()).toBe(before.replace(/^name: .*$/m, 'name: 某市检查公示'))
  expect(foreign.filter((address) => !address.startsWith('blob:'))).toEqual([])
  expect(errors.filter((error) => !error.includes('favicon'))).toEqual([])
  await page.context().close()
  await served.close()
})
