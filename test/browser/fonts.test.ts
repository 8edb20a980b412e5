import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { fontFiles } from '#export/pictures/font-files.ts'
import { ownFontStyle } from '../../src/cli/browser.ts'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { printed } from '../../src/cli/pdf.ts'
import { command } from '../support/command.ts'
import { renamedFont } from '../support/renamed-font.ts'

const site = inject('sites').real
const bulletin = 'bulletins/2024-q1'

/** Fonts of simulated machines, by the names under which pages and browsers ask for them. */
const machines = {
  bare: [],
  usual: ['DejaVu Sans', 'DejaVu Serif'],
  chinese: ['Noto Sans CJK SC', 'Microsoft YaHei', 'SimSun', 'FangSong', 'Noto Sans SC'],
} as const
type Machine = keyof typeof machines

let folder: string
const configuration = (machine: Machine): string => join(folder, machine, 'fonts.conf')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-fonts-'))
  // Latin letters that are much wider than usual, so that every line with a number breaks
  // elsewhere.
  const wide = join(dirname(fontFiles.bold), '..', '900Black', 'NotoSansSC_900Black.ttf')
  for (const machine of Object.keys(machines) as Machine[]) {
    const fonts = join(folder, machine, 'fonts')
    mkdirSync(fonts, { recursive: true })
    for (const [n, family] of machines[machine].entries())
      writeFileSync(join(fonts, `${n}.ttf`), renamedFont(readFileSync(wide), family))
    const [first] = machines[machine]
    const preferred = ['sans-serif', 'serif', 'monospace'].map((family) =>
      first === undefined
        ? ''
        : `<alias><family>${family}</family><prefer><family>${first}</family></prefer></alias>`,
    )
    writeFileSync(
      configuration(machine),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig><dir>${fonts}</dir>${preferred.join('')}<cachedir>${join(folder, machine)}</cachedir></fontconfig>`,
    )
  }
})
afterEach(() => {
  vi.unstubAllEnvs()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The place of each printed word: `page left/baseline words`. */
async function layoutOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(pdf)
  const words: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [left = 0, baseline = 0] = (item.transform as number[]).slice(4).map(Math.round)
      words.push(`${number} ${left}/${baseline} ${item.str}`)
    }
  }
  return words
}

/** The output of `npm run pdf` on a machine. */
function printedOn(machine: Machine, ...options: string[]): Uint8Array {
  const out = join(folder, machine, 'pdf')
  command(['pdf', bulletin, '--out', out, ...options], {
    OUT_DIR: site,
    FONTCONFIG_FILE: configuration(machine),
  })
  return new Uint8Array(readFileSync(join(out, `${bulletin}.pdf`)))
}

// Only on Linux can a test give a browser the fonts of a simulated machine.
describe.runIf(process.platform === 'linux')('whatever fonts a machine has', () => {
  let bare: string[]
  beforeAll(async () => {
    bare = await layoutOf(printedOn('bare'))
  })

  test('a PDF has the same words in the same places', async () => {
    expect(bare.length).toBeGreaterThan(100)
    expect(await layoutOf(printedOn('usual'))).toEqual(bare)
    expect(await layoutOf(printedOn('chinese'))).toEqual(bare)
  })

  test('a PDF is printed in the fonts of the machine when the office asks for that', async () => {
    for (const machine of ['usual', 'chinese'] as const) {
      const pdf = printedOn(machine, '--system-fonts')
      expect((await extractText(await getDocumentProxy(pdf.slice()))).text.join('')).toContain(
        '宜宾',
      )
      expect(await layoutOf(pdf)).not.toEqual(bare)
    }
  })

  // As on Windows and macOS.
  test('a PDF is the same from a browser that can see all the fonts', async () => {
    for (const machine of ['usual', 'chinese'] as const) {
      vi.stubEnv('FONTCONFIG_FILE', configuration(machine))
      const browser = await openBrowser('system')
      const pdf = await printed(browser, join(site, `${bulletin}.html`), ownFontStyle)
      await browser.close()
      expect(await layoutOf(pdf)).toEqual(bare)
    }
  })

  test('a picture of a page has the same pixels, and others in the fonts of the machine', async () => {
    const pictureOn = async (machine: Machine, fonts?: 'system'): Promise<string> => {
      vi.stubEnv('FONTCONFIG_FILE', configuration(machine))
      const browser = await openBrowser(fonts)
      const { page } = await openPage(browser)
      await visit(page, pathToFileURL(join(site, 'inspections/2024-q1.html')).href)
      const picture = await page.screenshot({ animations: 'disabled' })
      await browser.close()
      return picture.toString('base64')
    }
    const drawn = await pictureOn('bare')
    for (const machine of ['usual', 'chinese'] as const)
      expect((await pictureOn(machine)) === drawn, machine).toBe(true)
    // The pages name one of the fonts of this machine first.
    expect((await pictureOn('chinese', 'system')) === drawn).toBe(false)
  })
})
