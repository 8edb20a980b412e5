import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pictures } from '../pictures/pictures.ts'
import { show } from '../pictures/show.ts'
import { readShown } from '../pictures/shown.ts'
import { openBrowser } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const sites = inject('sites')
const shown = readShown()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const used = [...new Set(Object.values(pictures).map(({ site }) => site))]

describe.each(used)('a picture of the %s site', (site) => {
  let served: Served
  beforeAll(async () => {
    served = await serve(sites[site])
  })
  afterAll(async () => {
    await served.close()
  })

  // When this fails, the page has changed: take the pictures again (npm run pictures), and check
  // that the words of the manual still fit.
  test.each(Object.entries(pictures).filter(([, picture]) => picture.site === site))(
    'shows what the page shows today: %s',
    async (name, picture) => {
      const { page, words } = await show(browser, served.url, picture)
      expect(words).toBe(shown[name]?.words)
      await page.context().close()
    },
  )
})
