import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compareReportsCommand } from '../../src/cli/compare-reports.ts'
import { confirm } from '../../src/cli/confirm.ts'
import type { Issue } from '#schema/issue.ts'
import { openProposals } from '#tools/proposals/store.ts'
import { asText, fictionalReport, nextYear } from '../support/annual-reports.ts'
import { base, copyOf } from '../support/authored.ts'
import { openBrowser } from '../support/browser.ts'
import { printed } from '../support/printed.ts'
import { violations } from './axe.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** A name of a unit with markup, a quote and a command in it, as a file may have it. */
const hostileName = `局<img src=x onerror=alert(1)>'$(id)`

/** An office that compared the reports of three units, each of which copied the one before. */
async function comparedOffice() {
  const copy = copyOf(base)
  const out = join(copy.folder, '工作 底稿')
  for (const year of ['2022', '2023']) mkdirSync(join(copy.folder, year))
  for (const [n, unit] of ['caizheng', 'xinfang', hostileName].entries()) {
    const report = fictionalReport(`proposals ${n}`, 1, 2022)
    writeFileSync(join(copy.folder, '2022', `${unit}.txt`), asText(report))
    writeFileSync(join(copy.folder, '2023', `${unit}.txt`), asText(nextYear.copied(report)))
  }
  const { text, code } = await printed(
    compareReportsCommand,
    copy,
    ...[join(copy.folder, '2022'), join(copy.folder, '2023'), '--out', out],
  )
  expect(code, text).toBe(0)
  expect(text).toContain(`用浏览器打开 ${join(out, 'index.html')}`)
  return { ...copy, out }
}

const sectionOf = (page: Page, unit: string) =>
  page
    .locator('[data-proposal]')
    .filter({ has: page.locator('h2', { hasText: unit }) })
    .first()

test('an officer looks at the evidence, fills in the page from disk, and the command carries it out', async () => {
  const office = await comparedOffice()
  const context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('dialog', (dialog) => {
    errors.push(dialog.message())
    void dialog.accept()
  })
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(pathToFileURL(join(office.out, 'index.html')).href)
  expect(await page.locator('h2', { hasText: hostileName }).count()).toBeGreaterThan(0)
  expect(await violations(page)).toEqual([])

  // Nothing is chosen at first, and nothing is made of it.
  await page.getByRole('button', { name: '生成决定文件' }).click()
  await page.getByRole('alert').getByText('一条也没有选').waitFor()

  const first = sectionOf(page, 'caizheng')
  const opened = context.waitForEvent('page')
  await first.getByRole('link', { name: '看依据' }).click()
  const evidence = await opened
  expect(await evidence.title()).toContain('caizheng：年度报告比对')
  await evidence.close()

  await first.getByLabel('写成问题').check()
  await sectionOf(page, 'xinfang').getByLabel('不是问题，排除').check()
  const third = sectionOf(page, hostileName)
  await third.getByLabel('写成问题').check()
  await page.getByRole('button', { name: '生成决定文件' }).click()
  // All that is missing is listed, with links to the fields.
  const alert = page.getByRole('alert')
  expect(await alert.getByRole('link').count()).toBe(4)
  expect(await violations(page)).toEqual([])
  await alert.getByRole('link', { name: /没有用自己的话写明问题：caizheng/ }).click()
  await page.keyboard.type('2023年年度报告大段照抄上年："$HOME"')
  await page.getByLabel('写进哪一期检查').fill('2024-q1')
  await sectionOf(page, 'xinfang').getByLabel('排除的理由').fill('两年都没有新的业务')
  await third.getByLabel('问题，用自己的话').fill('年度报告与上年雷同')
  await third.getByLabel(/^单位/).fill('xuzhou，caizheng')
  await third.getByLabel('备注').fill('名称录错')
  await page.getByRole('button', { name: '生成决定文件' }).click()
  expect(await alert.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('决定文件已生成')
  expect(await violations(page)).toEqual([])

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 decided.yaml' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('decided.yaml')
  const file = join(office.out, 'decided.yaml')
  await saved.saveAs(file)
  const commands = await page.locator('.result li pre').allTextContents()
  expect(commands).toEqual([
    `npm run confirm -- --decisions "${file}" --from "${office.out}"`,
    `npm run confirm -- --decisions "${file}" --from "${office.out}" --write`,
  ])
  expect(errors).toEqual([])
  expect(requests.filter((url) => !/^(?:file|blob):/.test(url))).toEqual([])
  await context.close()

  const run = (...more: string[]) =>
    printed(confirm, office, '--decisions', file, '--from', office.out, ...more)
  const trial = await run()
  expect(trial.text).toContain('什么也没有写入')
  const { text, code } = await run('--write')
  expect(code, text).toBe(0)
  const { issues } = parse(readFileSync(join(office.data, 'inspections/2024-q1.yaml'), 'utf8')) as {
    issues: Record<string, Issue>
  }
  expect(
    Object.values(issues)
      .filter(({ origin }) => origin !== undefined)
      .map(({ units, text, remark, severity, counts_in_rate }) => ({
        units,
        text,
        remark,
        severity,
        counts_in_rate,
      }))
      .sort((a, b) => a.text.localeCompare(b.text)),
  ).toEqual([
    {
      units: ['caizheng'],
      text: '2023年年度报告大段照抄上年："$HOME"',
      remark: undefined,
      severity: 'not-stated',
      counts_in_rate: 'not-stated',
    },
    {
      units: ['xuzhou', 'caizheng'],
      text: '年度报告与上年雷同',
      remark: '名称录错',
      severity: 'not-stated',
      counts_in_rate: 'not-stated',
    },
  ])
  // Of the three, none is open; the page says so.
  const open = openProposals(office.out)
  expect(open.filter(({ kind }) => kind === 'reuse')).toEqual([])
  expect(readFileSync(join(office.out, 'index.html'), 'utf8')).not.toContain(
    'xinfang：年度报告自有',
  )
})
