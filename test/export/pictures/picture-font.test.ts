import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fontFiles } from '#export/pictures/font-files.ts'
import { renamedFont } from '../../support/renamed-font.ts'

let homeFolders: string

beforeAll(() => {
  homeFolders = mkdtempSync(join(tmpdir(), 'gongshi-homes-'))
})
afterAll(() => {
  rmSync(homeFolders, { recursive: true })
})

/** The hash of a picture with text, drawn by a process whose user has installed a font. */
function drawnBeside(installed: string | null): string {
  const home = join(homeFolders, String(installed))
  mkdirSync(join(home, '.fonts'), { recursive: true })
  if (installed !== null) {
    const font = renamedFont(readFileSync(fontFiles.regular), installed)
    writeFileSync(join(home, '.fonts', 'installed.ttf'), font)
  }
  const draw = `
    import { createHash } from 'node:crypto'
    import { GlobalFonts } from '@napi-rs/canvas'
    const seen = GlobalFonts.has('${String(installed)}')
    const { computeHere } = await import('#export/compute.ts')
    const card = { kind: '通报', title: '县（区）99.7%', lines: ['ABC 123'], site: '宜宾' }
    const picture = await computeHere.draw(card)
    const hash = createHash('sha256').update(picture).digest('hex')
    process.stdout.write(seen + ' ' + hash)
  `
  const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', draw], {
    env: { ...process.env, HOME: home, USERPROFILE: home },
    encoding: 'utf8',
  })
  const [seen, hash = ''] = answer.split(' ')
  // Otherwise the test would prove nothing.
  if (process.platform === 'linux') expect(seen).toBe(String(installed !== null))
  return hash
}

test('a picture is drawn in the font of the program, whatever fonts a user has, under its own names too', () => {
  const bare = drawnBeside(null)
  expect(bare).toMatch(/^[0-9a-f]{64}$/)
  for (const family of ['PictureBold', 'Noto Sans SC', 'DejaVu Sans'])
    expect(drawnBeside(family), family).toBe(bare)
})
