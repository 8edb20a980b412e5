import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Answers, enteredIn } from '#forms/answers.ts'
import { forms } from '#forms/form-kinds.ts'
import { yamlText } from '#forms/write.ts'
import { loadChecked } from '#build/load-checked.ts'
import { wording } from '#messages/format.ts'
import { copyOf } from '../support/authored.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { openDocument } from '../support/docx.ts'
import { serve, type Served } from '../support/serve.ts'
import { readSite } from '../support/site.ts'
import { violations } from './axe.ts'

const sites = inject('sites')
let browser: Browser
let official: Served
let real: Served
let demo: Served

beforeAll(async () => {
  ;[browser, official, real, demo] = await Promise.all([
    openBrowser(),
    serve(sites.official, '/zwgk/jcgk/'),
    serve(sites.real),
    serve(sites.demo),
  ])
})
afterAll(async () => {
  await Promise.all([browser.close(), official.close(), real.close(), demo.close()])
})

const report = 'submit/self-inspection.html#of=2025-q2&unit=donghe'
const statement = 'submit/rectification.html'
const open = async (served: Served, path: string, options: BrowserContextOptions = {}) => {
  const opened = await openPage(browser, served.origin, options)
  await opened.page.goto(served.url + path)
  return opened
}

const check = (page: Page) => page.getByRole('button', { name: '检查并生成文件' }).click()
const fileIn = (page: Page) => page.locator('.form-file').textContent()

/** What the command reports for a file with these answers, among the data of the official site. */
function messagesOfCommand(answers: Answers): string[] {
  const { folder, data, content } = copyOf({
    data: 'test/cases/official/data',
    content: 'test/cases/official/content',
  })
  const file = 'data/self-inspections/2025-q2/donghe.yaml'
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), yamlText(enteredIn(forms['self-inspection'].fields, answers)))
  return loadChecked({ data, content })
    .problems.filter((problem) => problem.file === file)
    .map((problem) => `${wording(problem).says}${wording(problem).write}`)
}

/** Moves with the Tab key until a test of the focused element returns true. */
async function tabTo(page: Page, where: { id?: string; text?: string }): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => ({
      id: document.activeElement?.id ?? '',
      text: document.activeElement?.textContent?.trim() ?? '',
    }))
    if (at.id === where.id || at.text === where.text) return
  }
  throw new Error(`not within reach of the keyboard: ${JSON.stringify(where)}`)
}

test('a clerk fills in a report by keyboard, corrects what the check reports, and downloads the file', async () => {
  const { page, foreign, errors } = await open(official, 'units/donghe.html', { locale: 'en-US' })
  await tabTo(page, { text: '在线填报' })
  await page.keyboard.press('Enter')
  await page.waitForURL(/submit\/self-inspection\.html#of=2025-q2&unit=donghe/)
  await page.locator('#f-title').waitFor()

  await tabTo(page, { id: 'f-address' })
  await page.keyboard.type('www.example.com/1.html')
  await tabTo(page, { text: '检查并生成文件' })
  await page.keyboard.press('Enter')
  const links = page.getByRole('alert').getByRole('link')
  await links.first().waitFor()
  const title = '东河县2025年第二季度自查整改情况'
  const wrong = { title, areas: ['websites', 'media'], address: 'www.example.com/1.html' }
  // As many as the check finds, in words without the keys of the file.
  expect(messagesOfCommand(wrong)).toHaveLength(2)
  expect(await links.allTextContents()).toEqual([
    '“公开日期”还没有填。没有的，选择原因。',
    '“www.example.com/1.html”不是可以公开的网址。请写以 http:// 或 https:// 开头的完整网址，不带用户名和密码。',
  ])
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('form-summary')

  await tabTo(page, { text: (await links.first().textContent()) ?? '' })
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-published')
  // Without a limit, browsers that put the year first take six digits for it, so 20250604 would
  // fill the year only.
  expect(await page.locator('#f-published').getAttribute('max')).toBe('9999-12-31')
  await page.keyboard.type('06042025')
  await tabTo(page, { id: 'f-address' })
  expect(await page.locator('#f-address').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('#f-address').getAttribute('aria-describedby')).toContain(
    'f-address-wrong',
  )
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('https://www.example.com/1.html')
  await tabTo(page, { text: '检查并生成文件' })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '文件已生成，检查通过' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    '文件已生成，检查通过',
  )
  expect(await page.getByRole('status').last().textContent()).toContain('检查通过')

  const right = {
    ...wrong,
    published: '2025-06-04',
    address: 'https://www.example.com/1.html',
  }
  const text = (await fileIn(page)) ?? ''
  expect(text).toBe(yamlText(enteredIn(forms['self-inspection'].fields, right)))
  expect(messagesOfCommand(right)).toEqual([])
  const href = (await page.locator('.form-go').getAttribute('href')) ?? ''
  const { origin, pathname, searchParams } = new URL(href)
  expect(origin + pathname).toBe('https://git.example.gov.cn/office/bulletins/_new/main/')
  expect(searchParams.get('filename')).toBe('data/self-inspections/2025-q2/donghe.yaml')
  expect(searchParams.get('value')).toBe(text)
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
})

test('a finding of the last inspection is added to the report with one button, and a problem can be removed again', async () => {
  const { page } = await open(real, 'submit/self-inspection.html#of=2024-q2&unit=xuzhou')
  const point = page.getByRole('button', { name: '有，写进问题：政策文件未作解读' })
  await point.click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-problems-0-measure')
  await page.keyboard.type('补发解读材料')
  await point.click()
  expect(await page.locator('#f-problems-0-measure').inputValue()).toBe('补发解读材料')
  expect(await page.locator('#f-problems-1').count()).toBe(0)
  await page.getByRole('button', { name: '问题和整改：删去第1项' }).click()
  expect(await page.locator('#f-problems-0').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-problems-add')
  await page.context().close()
})

describe('a draft', () => {
  test('survives a reload, can be cleared, and can be restored after clearing', async () => {
    const { page } = await open(official, report)
    await page.locator('#f-summary').fill('逐项自查。')
    await page.reload()
    expect(await page.locator('#f-summary').inputValue()).toBe('逐项自查。')
    expect(await page.locator('.form-draft').textContent()).toContain('已恢复')
    await page.getByRole('button', { name: '清空重填' }).click()
    expect(await page.locator('#f-summary').inputValue()).toBe('')
    await page.getByRole('button', { name: '恢复刚才的内容' }).click()
    expect(await page.locator('#f-summary').inputValue()).toBe('逐项自查。')
    await page.getByRole('button', { name: '清空重填' }).click()
    await page.reload()
    expect(await page.locator('#f-summary').inputValue()).toBe('')
    await page.context().close()
  })

  test('is listed on the page without the unit’s link', async () => {
    const { page } = await open(official, report)
    await page.locator('#f-summary').fill('逐项自查。')
    await page.goto(`${official.url}units.html`)
    await page.goto(`${official.url}submit/self-inspection.html`)
    const link = page.locator('.form-drafts').getByRole('link')
    expect(await link.allTextContents()).toEqual(['2025年第二季度，东河县'])
    await link.click()
    expect(await page.locator('#f-summary').inputValue()).toBe('逐项自查。')
    await page.context().close()
  })

  test('is not another unit’s', async () => {
    const { page } = await open(official, report)
    await page.locator('#f-summary').fill('逐项自查。')
    await page.locator('#form-unit').selectOption('xihu')
    expect(await page.locator('#f-title').inputValue()).toContain('西湖区')
    expect(await page.locator('#f-summary').inputValue()).toBe('')
    expect(page.url()).toContain('unit=xihu')
    await page.context().close()
  })

  test('is not saved without browser storage, and the page says so and works', async () => {
    const { page, errors } = await openPage(browser, official.origin)
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    await page.goto(official.url + report)
    await page.locator('#f-published').fill('2025-06-04')
    expect(await page.locator('.form-draft').textContent()).toContain('不保存草稿')
    await check(page)
    expect(await fileIn(page)).toContain('published: 2025-06-04')
    expect(errors).toEqual([])
    await page.context().close()
  })
})

test.each([
  ['2025-06-04', true],
  ['2025-06-03', false],
])(
  'a report of %s is said to be ahead on 3 June 2025, and its file is made: %s',
  async (published, isAhead) => {
    const { page } = await openPage(browser, official.origin)
    await page.clock.setFixedTime(new Date('2025-06-03T12:00:00+08:00'))
    await page.goto(official.url + report)
    await page.locator('#f-published').fill(published)
    await check(page)
    expect(await fileIn(page)).toContain(`published: ${published}`)
    const words = await page.locator('.form-result, main').first().textContent()
    expect(words?.includes('还没有到：本站到这一天才收录这份报告')).toBe(isAhead)
    await page.context().close()
  },
)

test('any typed text stays text, on the page and in the file', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\'{{}} # &a *b \\'
  const { page, foreign, errors } = await open(
    official,
    `submit/self-inspection.html#of=${encodeURIComponent(hostile)}&unit=${encodeURIComponent(hostile)}`,
  )
  await page.locator('#form-unit').selectOption('donghe')
  await page.locator('#f-published').fill('2025-06-04')
  await page.locator('#f-summary').fill(hostile)
  await page.getByRole('button', { name: '填写问题和整改' }).click()
  await page.locator('#f-problems-0-problem').fill(hostile)
  await check(page)
  const answers = {
    title: '东河县2025年第二季度自查整改情况',
    published: '2025-06-04',
    areas: ['websites', 'media'],
    summary: hostile,
    problems: [{ problem: hostile }],
  }
  expect(await fileIn(page)).toBe(yamlText(enteredIn(forms['self-inspection'].fields, answers)))
  expect(messagesOfCommand(answers)).toEqual([])
  expect(await page.locator('main img').count()).toBe(0)
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
})

test('a text that is too long for an address is pasted by hand, as the guide explains', async () => {
  const { page } = await open(official, report)
  await page.locator('#f-published').fill('2025-06-04')
  await check(page)
  expect(await page.locator('.form-guide li:visible').count()).toBe(4)
  await page.locator('#f-summary').fill('逐项自查，没有发现问题。'.repeat(60))
  expect(await page.locator('.form-go').count()).toBe(0)
  await check(page)
  const href = (await page.locator('.form-go').getAttribute('href')) ?? ''
  expect([...new URL(href).searchParams.keys()]).toEqual(['filename'])
  const guide = await page.locator('.form-guide li:visible').allTextContents()
  expect(guide.join()).toContain('粘贴')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载文件' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('donghe.yaml')
  await page.context().close()
})

test('without a repository the file is sent to the office', async () => {
  const { page } = await open(real, `${statement}#of=2024-q1-05&unit=xuzhou`)
  await page.locator('#f-on').fill('2024-03-12')
  await page.locator('#f-statement').fill('已更正。')
  await check(page)
  expect(await fileIn(page)).toBe('on: 2024-03-12\nstatement: 已更正。\n')
  expect(await page.locator('.form-go').count()).toBe(0)
  expect(await page.locator('.form-next li').allTextContents()).toEqual([
    '点“下载文件”，得到 xuzhou.yaml。要送签、存档的，再下载 Word 文件。',
    '把 xuzhou.yaml 交给管理本站的人（本站没有写明是谁、怎样联系），并写明上面的位置和名称。',
    '等管理本站的人核对。有要改的，回到这一页改：草稿存在这个浏览器里，改完再点“检查并生成文件”，重新交。',
    '公开以后，在本单位的页面上看一遍；公开以后再要改的，找管理本站的人更正。',
  ])
  expect(await page.locator('.form-guide').isVisible()).toBe(false)
  await page.context().close()
})

test('what was filled in is also a Word document with the same texts, in the form of the office', async () => {
  const { page, foreign, errors } = await open(official, report)
  await page.locator('#f-published').fill('2025-06-04')
  await page.locator('#f-summary').fill('逐项自查，发现1个问题。')
  await page.getByRole('button', { name: '填写问题和整改' }).click()
  await page.locator('#f-problems-0-problem').fill('1个链接打不开')
  await page.locator('#f-outlook').fill('每月自查一次。')
  await check(page)
  expect(await page.locator('.form-next').textContent()).toContain(
    '交给示例市人民政府办公室政务公开科',
  )
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 Word 文件' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('donghe.docx')
  const { paragraphs } = openDocument(readFileSync(await download.path()))
  const texts = paragraphs.map(({ text }) => text)
  expect(texts.filter((text) => text !== '')).toEqual([
    '东河县2025年第二季度自查整改情况',
    '一、自查情况',
    '逐项自查，发现1个问题。',
    '二、存在问题和整改情况',
    '1. 1个链接打不开',
    '三、下一步',
    '每月自查一次。',
    '东河县',
    '2025年6月4日',
  ])
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
})

test('on a site of reports alone a unit fills in the form of the next period, and gets a file for it', async () => {
  const reports = await serve(sites.reports)
  const { page, foreign, errors } = await open(reports, 'index.html')
  await page.getByRole('link', { name: '在线填报' }).first().click()
  await page.waitForURL(/submit\/self-inspection\.html/)
  expect(await page.locator('h1').textContent()).toBe('填报自查情况')
  await page.locator('#form-unit').selectOption('linye')
  await page.getByRole('radio', { name: '2024年第三季度' }).check()
  // The title follows what the reports of the site call themselves.
  expect(await page.locator('#f-title').inputValue()).toMatch(/2024年第三季度自查情况$/)
  expect(await page.locator('.form-due').count()).toBe(0)
  await page.locator('#f-published').fill('2024-09-05')
  await page.locator('#f-no_problems').fill('自查未发现问题')
  await check(page)
  expect(await page.locator('.form-path').textContent()).toBe(
    'data/self-inspections/2024-q3/linye.yaml',
  )
  expect(await fileIn(page)).toContain('no_problems: 自查未发现问题')
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
  await reports.close()
})

test('it works from disk, and explains the alternative without scripts', async () => {
  const disk = await openPage(browser)
  await disk.page.goto(pathToFileURL(join(sites.official, 'submit/self-inspection.html')).href)
  await disk.page.locator('#form-unit').selectOption('donghe')
  await disk.page.locator('#f-published').fill('2025-06-04')
  await check(disk.page)
  expect(await fileIn(disk.page)).toContain('title: 东河县')
  expect(disk.errors).toEqual([])
  await disk.page.context().close()

  const plain = await open(official, report, { javaScriptEnabled: false })
  expect(await plain.page.locator('.form-without').textContent()).toContain(
    'npm run new -- self-inspection 2025-q2 donghe',
  )
  expect(await plain.page.locator('.form').isVisible()).toBe(false)
  await plain.page.context().close()
})

test.each([
  ['official', '示例市人民政府办公室政务公开科（电话 0000-0000001）'],
  ['real', '管理本站的人（本站没有写明是谁、怎样联系）'],
] as const)(
  'without scripts the page says to whom a file goes, as far as known: %s',
  async (name, to) => {
    const { page } = await open(name === 'real' ? real : official, 'submit/self-inspection.html', {
      javaScriptEnabled: false,
    })
    expect(await page.locator('.form-without').textContent()).toContain(`填好以后交给${to}。`)
    expect(await page.locator('.form-without').textContent()).not.toContain('收件人')
    await page.context().close()
  },
)

describe('a clerk who opens the form without a link', () => {
  const phone = { viewport: { width: 360, height: 740 } }
  const labels = (page: Page) => page.locator('.form-choices label:visible').allTextContents()

  test('chooses the unit, and is offered what it owes: overdue, then due, the rest in a fold', async () => {
    const { page, errors } = await open(demo, 'submit/self-inspection.html', phone)
    // Nothing about periods before the unit is known.
    expect(await page.locator('.form-of').isVisible()).toBe(false)
    await page.locator('#form-unit').selectOption({ label: '市经济和信息化局' })
    expect(await labels(page)).toEqual([
      '2024年第三季度 公开期限：2024年9月6日前；经核查未公开（2024年9月11日核查）',
      '2025年第一季度 公开期限：2025年3月6日前',
    ])
    const last = await page.locator('.form-choices label:visible').last().boundingBox()
    expect((last?.y ?? 999) + (last?.height ?? 0)).toBeLessThan(740)
    await page.getByText('其他可以填报的（1）').click()
    expect((await labels(page)).at(-1)).toBe(
      '2024年第四季度 公开期限：2024年12月6日前；期限已过，本站未收录',
    )
    await page.getByRole('radio', { name: '2024年第四季度' }).check()
    expect(await page.locator('#f-title').inputValue()).toContain('2024年第四季度')
    expect(new URL(page.url()).hash).toBe('#of=2024-q4&unit=jingxin')
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('is offered what is due soonest before what is due later', async () => {
    const { page } = await open(demo, 'submit/self-inspection.html', phone)
    await page.locator('#form-unit').selectOption({ label: '例江县' })
    expect((await labels(page)).map((label) => label.split(' ')[0])).toEqual([
      '2024年度',
      '2025年第一季度',
    ])
    await page.context().close()
  })

  test('who comes from the page of a period has it chosen with the unit', async () => {
    const { page } = await open(demo, 'submit/self-inspection.html#of=2024-annual', phone)
    await page.locator('#form-unit').selectOption({ label: '例江县' })
    expect(await page.getByRole('radio', { name: '2024年度' }).isChecked()).toBe(true)
    expect(await page.locator('#f-title').inputValue()).toContain('2024年度')
    await page.context().close()
  })

  test('finds drafts that the form no longer offers, saves them and deletes them', async () => {
    const { page, errors } = await open(demo, 'submit/self-inspection.html', phone)
    await page.evaluate(() => {
      const key = `gongshi-form:${location.pathname}:2022-q3:li-jiang`
      localStorage.setItem(key, JSON.stringify({ title: '例江县2022年第三季度自查情况' }))
    })
    await page.reload()
    const drafts = page.locator('.form-drafts')
    expect(await drafts.textContent()).toContain('不能接着填')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      drafts.getByRole('button', { name: '下载：例江县2022年第三季度自查情况' }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toBe(
      'title: 例江县2022年第三季度自查情况\n',
    )
    await drafts.getByRole('button', { name: '删去：例江县2022年第三季度自查情况' }).click()
    expect(await drafts.textContent()).toBe('')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

describe.each([
  {},
  { text: 'largest', contrast: 'high' },
  { text: 'large', simple: 'on', pointer: 'large' },
])('axe finds nothing in the display mode %o', (mode) => {
  test.each([
    ['a form with mistakes', report, false],
    ['a file that is ready', report, true],
    ['a statement', `${statement}#of=2025-q1-01&unit=xihu`, false],
  ])('%s', async (_what, path, ready) => {
    const { page } = await openPage(browser, official.origin, {
      viewport: { width: 360, height: 800 },
    })
    await page.addInitScript((chosen) => {
      Object.assign(document.documentElement.dataset, chosen)
    }, mode)
    await page.goto(official.url + path)
    await page.evaluate((chosen) => {
      Object.assign(document.documentElement.dataset, chosen)
    }, mode)
    await page.locator('summary', { hasText: '其他可以填写的内容' }).click()
    if (ready) await page.locator('#f-published').fill('2025-06-04')
    await check(page)
    await page.locator(ready ? '.form-result' : '.form-summary').waitFor()
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide).toBe(0)
    await page.context().close()
  })
})

test('only pages with a form load its script', () => {
  const site = readSite(sites.official)
  const loading = site.pages.filter(({ html }) => html.includes('assets/submit-'))
  expect(loading.map(({ path }) => path).sort()).toEqual([
    'submit/openness.html',
    'submit/rectification.html',
    'submit/self-inspection.html',
  ])
})
