import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noAuthoredModules } from '#build/compiled-texts.ts'
import { settingsFrom } from '#build/settings.ts'
import { folderOf } from './support/folder.ts'

const root = join(import.meta.dirname, '..')

/** Whether the bundler may read a file as a module, with an office's folders elsewhere. */
function isModule(id: string, folder: string): boolean {
  const settings = settingsFrom({ DATA_DIR: `${folder}/data`, CONTENT_DIR: `${folder}/content` })
  const { load } = noAuthoredModules(settings)
  if (typeof load !== 'function') throw new Error('no hook')
  try {
    void load.call({} as never, id)
    return true
  } catch {
    return false
  }
}

describe('of authored files, only the chapters of the program and their pictures are modules', () => {
  const folder = folderOf
  test.each([
    [true, `${root}/content/manual/index.mdx`],
    [true, `${root}/content/manual/index.mdx?astroPropagatedAssets`],
    [true, `${root}/content/manual/pictures/correction.png`],
    [true, `${root}/src/pages/index.astro`],
    [false, `${root}/content/manual/~$index.mdx`],
    [false, `${root}/content/manual/.index.mdx`],
    [false, `${root}/content/manual/extra/index.mdx`],
    [false, `${root}/content/manual/index.js`],
    [false, `${root}/content/bulletins/2024-q1.mdx`],
    [false, `/@fs${root}/content/bulletins/2024-q1.mdx?import`],
    [false, `${root}/data/site.yaml`],
    [false, `${root}/src/pages/notes.md`],
  ])('%s: %s', (expected, id) => {
    expect(isModule(id, folder({}))).toBe(expected)
  })

  test.each([
    'content/manual/index.mdx',
    'content/attachments/a/b.txt',
    'data/units.yaml',
    'data/a.js',
  ])('never %s of an office', (name) => {
    const office = folder({ [name]: '' })
    expect(isModule(join(office, name), office)).toBe(false)
  })
})
