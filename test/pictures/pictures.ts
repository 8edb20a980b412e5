import type { Page } from 'playwright-core'
import type { BuiltSites } from '../support/build-sites.ts'

/**
 * A picture of the manual: the page, the steps before it is taken, and the part that is shown.
 * Selectors are those of Playwright.
 */
export interface Picture {
  readonly site: keyof BuiltSites
  /** The address inside the site, with its fragment. */
  readonly page: string
  /** The steps before the picture is taken. */
  readonly first?: (page: Page) => Promise<unknown>
  /** The picture reaches from the top of the first to the end of the last of these elements. */
  readonly shows: readonly string[]
  /** The elements that are framed and numbered, in the order of the numbers. */
  readonly marks: readonly string[]
}

/** The width of the pages when their pictures are taken: as many pixels as a column of text has. */
export const pictureWidth = 600

const report = 'submit/self-inspection.html#of=2025-q2&unit=donghe'
const ask = (page: Page) => page.getByRole('button', { name: '检查并生成文件' }).click()

/** Only the values of a form without an address. */
async function begun(page: Page): Promise<void> {
  await page.locator('#f-address').fill('www.example.com/1.html')
  await ask(page)
}

async function filled(page: Page): Promise<void> {
  await page.locator('#f-published').fill('2025-06-04')
  await page.locator('#f-summary').fill('逐项自查，没有发现问题。')
  await ask(page)
}

/** The pictures by their names, which are those of their files in `content/manual/pictures`. */
export const pictures: Readonly<Record<string, Picture>> = {
  'area-figures': {
    site: 'real',
    page: 'inspections/2024-q1.html',
    shows: ['#media .figure', '#media .area-facts summary'],
    marks: [
      '#media .figure-fraction',
      '#media .figure-rate strong',
      '#media .figure-key',
      '#media .area-facts summary',
    ],
  },
  'draft-inspection': {
    site: 'draft',
    page: 'inspections/2025-q2.html',
    shows: ['.site-banner', '.page-head', 'main .area-figure >> nth=0'],
    marks: ['.site-banner .wrap', 'main .figure-fraction >> nth=0'],
  },
  correction: {
    site: 'demo',
    page: 'inspections/2024-q3.html',
    shows: ['#corrections h2', '#corrections .entry >> nth=0'],
    marks: ['#corrections .entry-date >> nth=0', '#corrections .definitions >> nth=0'],
  },
  'register-states': {
    site: 'draft',
    page: 'self-inspections/2025-q2.html',
    shows: ['.register:has(#unit-donghe)', '#unit-shuiwu'],
    marks: ['#unit-donghe .chip', '#unit-shuiwu .chip'],
  },
  'form-entrance': {
    site: 'official',
    page: 'units/donghe.html',
    shows: ['.deadline:has(a:text("在线填报")) >> nth=0'],
    marks: ['main a:text("在线填报") >> nth=0'],
  },
  'form-begin': {
    site: 'official',
    page: report,
    shows: ['.form-field:has(#form-unit)', '.form-of', '.form-checklist'],
    marks: ['#form-unit', '.form-choices', '.form-checklist button >> nth=0'],
  },
  'form-mistakes': {
    site: 'official',
    page: report,
    first: begun,
    shows: ['.form-summary'],
    marks: ['.form-summary a >> nth=1'],
  },
  'form-mistake': {
    site: 'official',
    page: report,
    first: begun,
    shows: ['.form-field:has(#f-address)'],
    marks: ['#f-address-wrong'],
  },
  'form-ready': {
    site: 'official',
    page: report,
    first: filled,
    shows: ['.form-result h2', '.form-result .table-frame', '.form-actions'],
    marks: ['.form-file', '.form-go', 'button:text("下载文件")'],
  },
  'form-guide': {
    site: 'official',
    page: report,
    first: filled,
    shows: ['.form-guide h2', '.form-guide .section-note', '.form-guide li:visible >> nth=0'],
    marks: [],
  },
  'statement-begin': {
    site: 'official',
    page: 'submit/rectification.html#of=2025-q1-02&unit=donghe',
    shows: [
      '.form-field:has(#form-unit)',
      '.form-of',
      '.form-field:has(#f-on)',
      '.form-field:has(#f-statement)',
    ],
    first: async (page) => {
      await page.locator('#f-on').fill('2025-03-20')
      await page.locator('#f-statement').fill('已恢复更新，并明确专人每周检查一次。')
    },
    marks: ['#form-unit', '.form-choices', '#f-on', '#f-statement'],
  },
  'content-editor': {
    site: 'draft',
    page: 'admin/index.html',
    shows: ['h1', '.buttons'],
    marks: ['button:has-text("使用本地仓库")', 'button:has-text("使用访问令牌登录")'],
  },
}
