import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { load } from 'cheerio'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueList } from '#model/due-list.ts'
import { opennessDaysWithin } from '#model/openness-days.ts'
import { dueSheet } from '#tools/due/due-sheet.ts'
import { demoAsOf, generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { openBrowser } from '../support/browser.ts'
import { modelOfFolder } from '../support/model.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-sheet-'))
  writeDemo(folder, generateCity({ size: 'city-1y', seed: 1 }))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Most units have an annual report ahead; on the other days nothing of the ledgers is. */
const reportsAhead = '2025-01-03'

// On 1 May the ledgers have been looked at.
test.each([demoAsOf, '2024-12-01', '2024-12-07', reportsAhead, '2025-05-01'])(
  'the sheet of a city of sixty units is one A4 page on %s',
  async (asOf) => {
    const model = modelOfFolder(folder, asOf)
    const span = { within: 31, past: 365 }
    const items = dueList(model.dataset, model.index, asOf, span)
    const html = dueSheet(model, items, opennessDaysWithin(model, span))
    const $ = load(html)
    const cells = $('td')
      .toArray()
      .map((cell) => $(cell).text())
    expect(cells.filter((cell) => /台账：.*\d项/.test(cell)).length).toBeGreaterThan(0)
    const ahead = cells.filter((cell) => /^(?:反馈|公报|年报)(?:还有\d+天|当日到期)/.test(cell))
    expect([$('th.ledger').length, ahead.length > 0]).toEqual(
      asOf === reportsAhead ? [1, true] : [0, false],
    )
    const file = join(folder, `${asOf}.html`)
    writeFileSync(file, html)
    const browser = await openBrowser()
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    // A day that runs over its column is printed over the day beside it.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 718, height: 1047 })
    const wide = await page.locator('th, td').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const range = cell.ownerDocument.createRange()
        range.selectNodeContents(cell)
        const isOver = range.getBoundingClientRect().right > cell.getBoundingClientRect().right
        return isOver ? [cell.textContent] : []
      }),
    )
    expect(wide).toEqual([])
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    await browser.close()
    const document = await getDocumentProxy(new Uint8Array(pdf))
    expect(document.numPages).toBe(1)
    const [, , width, height] = (await document.getPage(1)).view
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842])
  },
)
