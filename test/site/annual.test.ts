import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { gapWords } from '#exports/table.ts'
import { type Element, pageAt, readSite, textIn, withoutSpace } from '../support/site.ts'

const sites = inject('sites')

describe.each(['real', 'demo', 'cases'] as const)('the yearly forms of the %s site', (name) => {
  const site = readSite(sites[name])
  const years = [...site.files].filter((path) => /^annual\/\d{4}\.html$/.test(path))

  test('are there for each year and linked from the list of inspections', () => {
    const linked = pageAt(site, 'inspections.html')
      .$('main a[href^="annual/"]')
      .toArray()
      .map(({ attribs }) => attribs['href'])
    expect([...linked].sort()).toEqual(years)
    expect(years.length).toBeGreaterThan(0)
  })

  test.each(years)(
    '%s shows the numbers of its workbook, each with its source or its reason',
    (path) => {
      const page = pageAt(site, path)
      const workbook = path.replace('.html', '.xlsx')
      expect(page.$(`main a[href="${workbook.split('/')[1] ?? ''}"]`).length).toBe(1)
      const book = read(readFileSync(join(site.folder, workbook)))
      const rows = utils.sheet_to_json<Record<string, string | number>>(
        book.Sheets['各期数字'] ?? {},
      )
      expect(rows.length).toBeGreaterThan(0)
      const words: unknown[] = Object.values(gapWords)
      for (const row of rows) {
        if (typeof row['数值'] === 'string') expect(words).toContain(row['数值'])
        else if (row['期'] !== '全年')
          expect(row['位置'], JSON.stringify(row)).toMatch(/^areas\..+\.tally\.\w+$/)
      }
      const areas = [...new Set(rows.map((row) => row['检查领域']))].filter(
        (area) => area !== '其他',
      )
      for (const area of areas) {
        const table = page
          .$('main table')
          .filter((_n, one) => page.$(one).find('caption').text() === area)
        const cells = table
          .find('tbody td')
          .toArray()
          .map((cell) => textIn(cell as Element))
        const told = rows
          .filter((row) => row['检查领域'] === area)
          .map((row) =>
            withoutSpace(String(row['文件写法'] === '不适用' ? row['数值'] : row['文件写法'])),
          )
        // The page says of each period that failures counted once are told for the year alone.
        expect(cells.filter((cell) => cell !== '不适用')).toEqual(told)
      }
    },
  )
})

test('the real site says which quarters are not recorded and adds nothing up', () => {
  const book = read(readFileSync(join(sites.real, 'annual/2024.xlsx')))
  const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['各期数字'] ?? {})
  const failed = rows.filter((row) => row['检查领域'] === '政务新媒体' && row['项目'] === '不合格')
  expect(failed.map((row) => row['数值'])).toEqual([
    1,
    gapWords['no-inspection'],
    gapWords['no-inspection'],
    gapWords['no-inspection'],
    gapWords['incomplete-year'],
  ])
})
