import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyOf, sample } from '../support/authored.ts'
import { openBrowser } from '../support/browser.ts'
import { startDev } from '../support/command-server.ts'

/** Replaces a text in a file, as an editor does when saving. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

test('an open page follows each save: a figure, a mistake with its message, its correction, the text', async () => {
  const { data, content } = copyOf(sample)
  const server = await startDev({ DATA_DIR: data, CONTENT_DIR: content, AS_OF: '2024-06-20' })
  onTestFinished(async () => {
    await server.stop()
  })
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  // The time limit of the test is enough.
  page.setDefaultTimeout(0)
  const shown = (words: string) => page.getByText(words).filter({ visible: true }).first().waitFor()
  // A page misses changes that are saved before it has connected.
  const listening = (): Promise<unknown> =>
    page.waitForEvent('console', (message) => message.text().includes('connected.'))
  const open = async (path: string): Promise<void> => {
    const listens = listening()
    await page.goto(server.origin + path)
    await listens
  }
  // The page must reload by itself.
  const save = async (file: string, before: string, after: string, words: string) => {
    const listens = listening()
    edit(file, before, after)
    await shown(words)
    await listens
  }

  await open('/inspections/2024-q1.html')
  await shown('369/370')
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')

  const inspection = join(data, 'inspections/2024-q1.yaml')
  const counts = (checked: string, failed: number) => `checked: ${checked}, failed: ${failed} }`
  await save(inspection, counts('370', 1), counts('370', 2), '368/370')
  await save(inspection, counts('370', 2), counts('37o', 2), '“37o”里除了数字还有“o”')
  await save(inspection, counts('37o', 2), counts('370', 3), '367/370')

  await open('/bulletins/2024-q1.html')
  const bulletin = join(content, 'bulletins/2024-q1.mdx')
  await save(bulletin, '## 二、存在问题', '## 二、发现的问题', '二、发现的问题')
  const [issuer, typo] = ['<Value of="issuer" />', '<Value of="isuer" />']
  await save(bulletin, issuer, typo, '引用“isuer”在数据里找不到')
})

test('files other than pages are served too, and update after each save', async () => {
  const { data, content } = copyOf(sample)
  const server = await startDev({ DATA_DIR: data, CONTENT_DIR: content, AS_OF: '2024-06-20' })
  onTestFinished(async () => {
    await server.stop()
  })
  const get = async (path: string) => {
    const response = await fetch(server.origin + path)
    return { type: response.headers.get('content-type'), text: await response.text() }
  }
  const calendar = await get('/calendar.ics')
  expect(calendar.type).toBe('text/calendar; charset=utf-8')
  expect(calendar.text).toContain('BEGIN:VCALENDAR')
  expect((await get('/data/all/units.csv')).text).toContain('叙州区')
  const units = join(data, 'units.yaml')
  edit(units, 'name: 叙州区', 'name: 叙州新区')
  await expect
    .poll(async () => {
      // Saved again, because the server may begin to watch the files later than it serves them.
      utimesSync(units, new Date(), new Date())
      return (await get('/data/all/units.csv')).text
    })
    .toContain('叙州新区')
})
