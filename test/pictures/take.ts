/**
 * Takes the pictures of the manual from pages of the fictional and of the sample site: `npm run
 * pictures`, or `npm run pictures -- form-ready` for one. `shown.json` holds the words in each
 * picture and the hash of its file; the tests compare both with the current pages.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openBrowser } from '../support/browser.ts'
import { type BuiltSites, buildOne } from '../support/build-sites.ts'
import { serve } from '../support/serve.ts'
import { pictures } from './pictures.ts'
import { shot } from './shot.ts'
import { fileOf, picturesFolder, readShown, type ShownPictures, shownFile } from './shown.ts'
import { show } from './show.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in pictures))
if (unknown.length > 0)
  throw new Error(
    `no such picture: ${unknown.join(', ')}; there are ${Object.keys(pictures).join(', ')}`,
  )
const chosen = Object.entries(pictures).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
)
// A chapter may name a picture that does not exist yet, and the site is not built without it.
mkdirSync(picturesFolder, { recursive: true })
const blank = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } }).png()
for (const name of Object.keys(pictures))
  if (!existsSync(fileOf(name))) writeFileSync(fileOf(name), await blank.toBuffer())
const root = mkdtempSync(join(tmpdir(), 'gongshi-pictures-'))
// Date fields are shown in the language of the browser.
Object.assign(process.env, { LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' })
const browser = await openBrowser('own', ['--lang=zh-CN'])
try {
  const shown: ShownPictures = wanted.length === 0 ? {} : readShown()
  for (const site of new Set(chosen.map(([, picture]) => picture.site))) {
    const built: BuiltSites[typeof site] = await buildOne(site, root)
    const served = await serve(built)
    for (const [name, picture] of chosen) {
      if (picture.site !== site) continue
      const one = await show(browser, served.url, picture)
      const file = await shot(one)
      writeFileSync(fileOf(name), file)
      shown[name] = {
        words: one.words,
        sha256: createHash('sha256').update(file).digest('hex'),
      }
      const { width, height } = await sharp(file).metadata()
      process.stdout.write(
        `${name}.png: ${String(width)} × ${String(height)}, ${String(Math.ceil(file.length / 1000))} kB\n`,
      )
      await one.page.context().close()
    }
    await served.close()
  }
  const sorted = Object.fromEntries(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(shownFile, `${JSON.stringify(sorted, null, 2)}\n`)
} finally {
  await browser.close()
  rmSync(root, { recursive: true, force: true })
}
