import type { Page } from 'playwright-core'
import type { BuiltSites } from '../support/build-sites.ts'

/** A picture of the manual: what is opened, done and shown. Selectors are those of Playwright. */
export interface Picture {
  readonly site: keyof BuiltSites
  /** Address inside the site, with what stands after `#`. */
  readonly page: string
  /** What is done before the picture is taken. */
  readonly first?: (page: Page) => Promise<unknown>
  /** From the top of the first to the end of the last of these. */
  readonly shows: readonly string[]
  /** What is framed and numbered, in the order of the numbers. */
  readonly marks: readonly string[]
}

/** How wide the pages are when their pictures are taken: as many pixels as a column of text has. */
export const pictureWidth = 600

const report = 'submit/self-inspection.html#of=2025-q2&unit=donghe'
const ask = (page: Page) => page.getByRole('button', { name: '检查并生成文件' }).click()

/** Nothing but an address that is none. */
async function begun(page: Page): Promise<void> {
  await page.locator('#f-address').fill('www.example.com/1.html')
  await ask(page)
}

/** The pictures by their names, which are those of their files in `content/manual/pictures`. */
export const pictures: Readonly<Record<string, Picture>> = {
  'area-figures': {
    site: 'real',
    page: 'inspections/2024-q1.html',
    shows: ['#media .figure', '#media > div > .source'],
    marks: [
      '#media .figure-fraction',
      '#media .figure-rate strong',
      '#media .figure-key',
      '#media > div > .source',
    ],
  },
  'form-entrance': {
    site: 'official',
    page: 'units/donghe.html',
    shows: ['.section-head:has(:text("应完成的事项"))', '.deadline >> nth=0'],
    marks: ['main a:text("在线填报") >> nth=0'],
  },
  'form-begin': {
    site: 'official',
    page: report,
    shows: ['.form-field:has(#form-of)', '.form-field:has(#form-unit)', '.form-checklist'],
    marks: ['#form-of', '#form-unit', '.form-checklist button >> nth=0'],
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
    first: async (page) => {
      await page.locator('#f-published').fill('2025-06-04')
      await page.locator('#f-summary').fill('逐项自查，没有发现问题。')
      await ask(page)
    },
    shows: ['.form-results'],
    marks: ['.form-file', '.form-go', 'button:text("下载文件")'],
  },
}
