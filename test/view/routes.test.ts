import { expect, test } from 'vitest'
import { generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { everyPage, pageAt } from '#view/routes.ts'
import { folderOf } from '../support/folder.ts'
import { modelOfFolder } from '../support/model.ts'

test.each(['test/cases/seed', 'test/cases/official', 'a city of three years'])(
  'of %s, every page is found by its address, and no address is of two pages',
  (folder) => {
    const authored = folder.startsWith('test/') ? folder : folderOf({})
    if (authored !== folder) writeDemo(authored, generateCity({ size: 'city-3y', seed: 1 }))
    const model = modelOfFolder(authored)
    const pages = everyPage(model)
    expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length)
    for (const page of pages) expect(pageAt(model, page.href)).toEqual(page)
    expect(pageAt(model, '/units/not-there.html')).toBe(undefined)
    expect(pageAt(model, '/404.html')).toBe(undefined)
  },
)
