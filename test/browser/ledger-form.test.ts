import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { demoAsOf, generateCity } from '#tools/demo/generate.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { openDocument } from '../support/docx.ts'
import { folderOf } from '../support/folder.ts'
import { serve, type Served } from '../support/serve.ts'
import { readSite } from '../support/site.ts'
import { violations } from './axe.ts'

const sites = inject('sites')
let browser: Browser
let demo: Served

beforeAll(async () => {
  ;[browser, demo] = await Promise.all([openBrowser(), serve(sites.demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), demo.close()])
})

const year = demoAsOf.slice(0, 4)
/** A unit that never sent a ledger. */
const form = `submit/openness.html#of=${year}&unit=dangan`
const open = async (path: string, options: BrowserContextOptions = {}) => {
  const opened = await openPage(browser, demo.origin, options)
  await opened.page.goto(demo.url + path)
  return opened
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const check = (page: Page) => press(page, '检查并生成文件')
const fileIn = async (page: Page) => (await page.locator('.form-file').textContent()) ?? ''
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const said = (page: Page) => page.locator('.form-status').textContent()

/** What the command says of the file among all others of the demo. */
function problemsOfCommand(text: string): string[] {
  const folder = folderOf(Object.fromEntries(generateCity({ size: 'city-1y', seed: 1 })))
  const file = `data/openness/${year}/dangan.yaml`
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  return loadChecked({ data: join(folder, 'data'), content: join(folder, 'content') })
    .problems.filter((problem) => problem.file === file)
    .map(({ code }) => code)
}

test('a clerk records two documents and a consultation, corrects a mistake, and downloads a file that the check accepts', async () => {
  const { page, foreign, errors } = await open(`units/dangan.html`)
  await page.getByRole('link', { name: '在线填报', exact: true }).last().click()
  await page.waitForURL(new RegExp(`submit/openness\\.html#of=${year}&unit=dangan`))

  await press(page, '填写政策文件')
  expect(await focused(page)).toBe('f-policies-0-title')
  await page.keyboard.type('市档案馆关于印发甲办法的通知')
  await page.locator('#f-policies-0-number').fill(`示档规〔${year}〕1号`)
  await page.locator('#f-policies-0-kind').selectOption('行政规范性文件')
  await page.locator('#f-policies-0-published').fill(`${year}-05-10`)
  await press(page, '填写各份解读')
  await page.keyboard.type('《甲办法》解读')
  await page.locator('#f-policies-0-interpretation-items-0-form').selectOption('图解')
  await page.locator('#f-policies-0-interpretation-items-0-published').fill(`${year}-05-10`)
  await press(page, '政策文件：再加一条')
  expect(await focused(page)).toBe('f-policies-1-title')
  expect(await said(page)).toBe('政策文件：已加第2条，共2条。')
  await page.keyboard.type('市档案馆关于印发乙方案的通知')
  await page.locator('#f-policies-1-kind').selectOption('其他政策文件')
  await page.locator('#f-policies-1-published-instead').selectOption('文件未写明')

  await press(page, '填写征求意见')
  await page.keyboard.type('关于甲办法公开征求意见的公告')
  await page.locator('#f-consultations-0-kind').selectOption('行政规范性文件')
  await page.getByLabel('问卷调查').check()
  await page.locator('#f-consultations-0-opened').fill(`${year}-03-01`)
  await page.locator('#f-consultations-0-closes').fill(`${year}-02-01`)
  await page.locator('#f-consultations-0-feedback-word').selectOption('还没有公布')
  // The documents of the form can be chosen by their titles.
  await page.locator('#f-consultations-0-policy').focus()
  await page.locator('#f-consultations-0-policy').selectOption(`${year}-dangan-01`)
  // A record that is collapsed opens for its mistake.
  await page.locator('#f-consultations-0-summary').click()
  await check(page)

  const links = page.getByRole('alert').getByRole('link')
  expect(await links.allTextContents()).toEqual([
    `征求意见第1条：止 ${year}-02-01 早于起 ${year}-03-01。请核对这两个日期。`,
  ])
  await links.first().click()
  expect(await focused(page)).toBe('f-consultations-0-closes')
  await page.locator('#f-consultations-0-closes').fill(`${year}-03-31`)
  await check(page)
  expect(await page.locator('.form-path').textContent()).toBe(`data/openness/${year}/dangan.yaml`)
  const text = await fileIn(page)
  expect(text).toBe(`policies:
  ${year}-dangan-01:
    title: 市档案馆关于印发甲办法的通知
    number: 示档规〔${year}〕1号
    kind: normative
    published: ${year}-05-10
    interpretation:
      items:
        - title: 《甲办法》解读
          form: chart
          published: ${year}-05-10
  ${year}-dangan-02:
    title: 市档案馆关于印发乙方案的通知
    kind: other
    published: not-stated
consultations:
  ${year}-dangan-c1:
    title: 关于甲办法公开征求意见的公告
    kind: normative
    means: [questionnaire]
    opened: ${year}-03-01
    closes: ${year}-03-31
    feedback: not-yet
    policy: ${year}-dangan-01
`)
  expect(problemsOfCommand(text)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '下载文件')])
  expect(download.suggestedFilename()).toBe('dangan.yaml')
  expect(readFileSync(await download.path(), 'utf8')).toBe(text)

  const [word] = await Promise.all([page.waitForEvent('download'), press(page, '下载 Word 文件')])
  const { paragraphs } = openDocument(readFileSync(await word.path()))
  const words = paragraphs.map((one) => one.text)
  expect(words).toContain(`市档案馆${year}年政策文件和征求意见台账`)
  expect(words.join()).toContain('一、政策文件')
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
})

test('a file is continued: its records come back, the draft before it too, and the rest of it stays', async () => {
  const { page, errors } = await open(form)
  await press(page, '填写政策文件')
  await page.keyboard.type('草稿')
  await page.reload()
  expect(await page.locator('.form-record-title').allTextContents()).toEqual(['草稿'])
  await page.locator('summary', { hasText: '打开交过的文件' }).click()
  const text = `policies:
  ${year}-dangan-07:
    title: 甲
    kind: other
    published: ${year}-05-10
corrections:
  - on: ${year}-06-01
    at: policies.${year}-dangan-07.title
    from: 乙
    to: 甲
    reason: 录入有误
`
  const choose = (content: string) =>
    page.locator('#form-file').setInputFiles({
      name: 'dangan.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(content),
    })
  await choose('policies: [1')
  await page.getByText('没有打开“dangan.yaml”').waitFor()
  await choose(text)
  await page.getByText('已打开“dangan.yaml”').waitFor()
  expect(await page.locator('.form-record-title').allTextContents()).toEqual(['甲'])
  await check(page)
  expect(await fileIn(page)).toBe(text)
  await press(page, '政策文件：再加一条')
  await page.keyboard.type('丙')
  expect(await page.locator('#f-policies-1 .form-help').first().textContent()).toContain(
    `${year}-dangan-08`,
  )
  // The id of a record that was removed is not given to another one.
  await press(page, '政策文件：删去第2条')
  await press(page, '政策文件：再加一条')
  await page.keyboard.type('丁')
  expect(await page.locator('#f-policies-1 .form-help').first().textContent()).toContain(
    `${year}-dangan-09`,
  )
  await press(page, '清空重填')
  await press(page, '恢复刚才的内容')
  expect(await page.locator('.form-record-title').allTextContents()).toEqual(['甲', '丁'])
  // Nor after all is cleared, since a file with it may have been handed in; nothing is left to resume.
  await press(page, '清空重填')
  await page.reload()
  expect(await page.locator('.form-drafts').textContent()).toBe('')
  expect(await page.locator('.form-draft').textContent()).toBe('')
  await press(page, '填写政策文件')
  expect(await page.locator('#f-policies-0 .form-help').first().textContent()).toContain(
    `${year}-dangan-10`,
  )
  expect(errors).toEqual([])
  await page.context().close()
})

test('sixty documents are pasted from a spreadsheet; one is removed, and comes back', async () => {
  const { page, errors } = await open(form)
  await page.locator('summary', { hasText: '从表格粘贴政策文件' }).click()
  const rows = Array.from({ length: 60 }, (_, n) =>
    [`办法${n + 1}`, '重要政策文件', `${year}年3月${(n % 28) + 1}日`, '某人'].join('\t'),
  )
  await page
    .locator('#f-policies-paste')
    .fill([['文件标题', '种类', '公开日期', '责任人'].join('\t'), ...rows].join('\r\n'))
  await press(page, '把粘贴的政策文件加到表单里')
  expect(await said(page)).toContain('政策文件：加了60条，改了0条，共60条。')
  expect(await page.locator('#f-policies-paste-notes').textContent()).toBe('没有用到的列：责任人。')
  expect(await focused(page)).toBe('f-policies-0-summary')
  // Collapsed records have no controls until they are opened.
  expect(await page.locator('#f-policies input').count()).toBe(0)
  await page.locator('#f-policies-1-summary').focus()
  await page.keyboard.press('Enter')
  await press(page, '政策文件：删去第2条')
  expect(await said(page)).toBe('政策文件：已删去第2条，共59条。')
  await page.keyboard.press('Enter')
  expect(await said(page)).toBe('政策文件：已恢复第2条，共60条。')
  expect(await focused(page)).toBe('f-policies-1-summary')
  await check(page)
  expect((await fileIn(page)).match(/title: /g)).toHaveLength(60)
  expect(errors).toEqual([])
  await page.context().close()
})

test('a record shows first what every document has; what is rare unfolds, and opens when it is answered', async () => {
  const { page, errors } = await open(form, { viewport: { width: 360, height: 740 } })
  await press(page, '填写政策文件')
  await page.keyboard.type('甲')
  const isOpen = (summary: string) =>
    page
      .locator('.form-fold', { has: page.locator('summary', { hasText: summary }) })
      .evaluate((fold) => (fold as HTMLDetailsElement).open)
  expect([await isOpen('三同步'), await isOpen('政府公报')]).toEqual([false, false])
  const box = await page.locator('.form-record').boundingBox()
  expect(box?.height).toBeLessThan(1600)
  await page.locator('summary', { hasText: '政府公报' }).click()
  await page.locator('#f-policies-0-gazette-reason').fill('只涉及内部管理')
  await press(page, '政策文件：再加一条')
  expect(await page.locator('#f-policies-0-gazette-reason').isVisible()).toBe(true)
  expect(await page.locator('#f-policies-0-interpretation-together-drafted').isVisible()).toBe(
    false,
  )
  // A reason that is typed is the reason of the menu beside it.
  await page.locator('#f-policies-0-number').fill('不适用')
  await page.locator('#f-policies-0-number').press('Tab')
  expect(await page.locator('#f-policies-0-number').inputValue()).toBe('')
  expect(await page.locator('#f-policies-0-number-instead').inputValue()).toBe('not-applicable')
  expect(await page.locator('#f-policies-0-kind').textContent()).toMatch(/^请选择/)
  expect(errors).toEqual([])
  await page.context().close()
})

test('the annual report is pasted from its sheet', async () => {
  const { page, errors } = await open(form)
  await page.locator('summary', { hasText: '从表格粘贴政府信息公开工作年度报告' }).click()
  await page
    .locator('#f-annual_report-paste')
    .fill(`单位\t公布日期\t网址\r\n市档案馆\t${Number(year) + 1}年1月20日\t`)
  await press(page, '把粘贴的政府信息公开工作年度报告加到表单里')
  expect(await page.locator('#f-annual_report-published').inputValue()).toBe(
    `${Number(year) + 1}-01-20`,
  )
  expect(await said(page)).toContain('已填好')
  expect(errors).toEqual([])
  await page.context().close()
})

test('what was typed stays when another row is added or removed', async () => {
  const { page } = await open('submit/rectification.html')
  await page.locator('#form-unit').selectOption({ index: 1 })
  await page.locator('.form-choices input').first().check()
  await press(page, '填写整改措施')
  await page.keyboard.type('每周检查')
  await press(page, '整改措施：再加一项')
  expect(await page.locator('#f-measures-0').inputValue()).toBe('每周检查')
  await page.context().close()
})

test('it works from disk, and without scripts the page names the spreadsheet', async () => {
  const disk = await openPage(browser)
  await disk.page.goto(`${pathToFileURL(join(sites.demo, 'submit/openness.html')).href}`)
  await disk.page.locator('#form-unit').selectOption('dangan')
  await disk.page.getByLabel(`${year}年`).check()
  await press(disk.page, '填写征求意见')
  expect(await focused(disk.page)).toBe('f-consultations-0-title')
  expect(disk.errors).toEqual([])
  await disk.page.context().close()

  const plain = await open(form, { javaScriptEnabled: false })
  const words = await plain.page.locator('.form-without').textContent()
  expect(words).toContain(`npm run export-template -- openness ${year}`)
  expect(words).toContain(`npm run new -- openness ${year}`)
  await plain.page.context().close()
})

describe.each([{}, { text: 'largest', contrast: 'high' }])(
  'axe finds nothing in the display mode %o',
  (mode) => {
    test.each([360, 1280])('at %d pixels, with records that have mistakes', async (width) => {
      const { page } = await openPage(browser, demo.origin, { viewport: { width, height: 800 } })
      await page.goto(demo.url + form)
      await page.evaluate((chosen) => {
        Object.assign(document.documentElement.dataset, chosen)
      }, mode)
      await press(page, '填写政策文件')
      await page.keyboard.type('甲')
      await press(page, '填写各份解读')
      await page.keyboard.type('甲的解读')
      await press(page, '填写征求意见')
      await page.keyboard.type('乙')
      await page.locator('summary', { hasText: '从表格粘贴征求意见' }).click()
      await check(page)
      await page.locator('.form-summary').waitFor()
      expect(await violations(page)).toEqual([])
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide).toBe(0)
      await page.context().close()
    })
  },
)

test('only this page loads the script of records, and the real site has neither', () => {
  const loading = readSite(sites.demo).pages.filter(({ html }) =>
    html.includes('assets/submit-records-'),
  )
  expect(loading.map(({ path }) => path)).toEqual(['submit/openness.html'])
  expect([...readSite(sites.real).files].includes('submit/openness.html')).toBe(false)
})
