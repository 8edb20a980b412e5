import { afterEach, expect, test, vi } from 'vitest'
import { generateCity } from '#demo/generate.ts'
import { writeDemo } from '#demo/write.ts'
import { forgetSiteData } from '#site/data.ts'
import { everyPage, pageAt } from '#site/every-page.ts'
import { folderOf } from './support/folder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  forgetSiteData()
})

function show(folder: string): void {
  vi.stubEnv('DATA_DIR', `${folder}/data`)
  vi.stubEnv('CONTENT_DIR', `${folder}/content`)
  forgetSiteData()
}

test.each(['test/cases/seed', 'test/cases/official', 'a city of three years'])(
  'of %s, every page is found by its address, and no address is of two pages',
  (folder) => {
    if (folder.startsWith('test/')) show(folder)
    else {
      const city = folderOf({})
      writeDemo(city, generateCity({ size: 'city-3y', seed: 1 }))
      show(city)
    }
    const pages = everyPage()
    expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length)
    for (const page of pages) expect(pageAt(page.href)).toEqual(page)
    expect(pageAt('/units/not-there.html')).toBe(undefined)
    expect(pageAt('/404.html')).toBe(undefined)
  },
)
