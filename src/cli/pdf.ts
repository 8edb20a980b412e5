import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { filesBelow } from '#build/output/closed-list.ts'
import { type Fonts, NoBrowser, openBrowser, ownFontStyle } from './browser.ts'
import { type Command, fail } from './command.ts'
import { settledOutput } from './output.ts'
import { readCoreProperties } from '#export/office-properties.ts'
import { finishedPdf } from './pdf-text.ts'
import { readOptions } from './options.ts'
import { say } from './print.ts'

const usage =
  '可以写页面的地址或者它的开头，例如：npm run pdf -- bulletins/2024-q1；要换文件夹的，后面加 --out 文件夹；要用本机装的字体的，加 --system-fonts。'

/**
 * Prints the pages that also are documents (bulletins, registers, self-inspections) from the built
 * site: tagged PDFs with an outline, in the language of the page, in the fonts of the program
 * unless those of the machine are asked for. They stand outside the site, since a browser never
 * makes the same bytes twice.
 */
export const pdf: Command = async ({ outDir }, args) => {
  const options = pdfOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  await settledOutput(outDir)
  if (!existsSync(join(outDir, 'index.html')))
    return fail(`${outDir} 里还没有网站，请先运行 npm run build。`)
  const pages = printedPages(outDir).filter(
    (path) => options.wanted.length === 0 || options.wanted.some((one) => path.startsWith(one)),
  )
  if (pages.length === 0) return fail(`没有这样的页面。${usage}`)
  try {
    const browser = await openBrowser(options.fonts)
    const style = options.fonts === 'own' ? ownFontStyle : undefined
    try {
      for (const path of pages) {
        const file = join(resolve(options.out), path.replace(/\.html$/, '.pdf'))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, await printed(browser, join(outDir, path), style))
      }
    } finally {
      await browser.close()
    }
  } catch (error) {
    if (error instanceof NoBrowser) return fail(error.message)
    throw error
  }
  say(`已写入 ${options.out}：${pages.length} 个 PDF 文件\n`)
  return 0
}

/** The pages of a built site that have a document of Word beside them, by their paths. */
function printedPages(outDir: string): string[] {
  return filesBelow(outDir)
    .filter((path) => path.endsWith('.docx'))
    .map((path) => path.replace(/\.docx$/, '.html'))
    .filter((path) => existsSync(join(outDir, path)))
    .sort()
}

/**
 * A page on paper, saying of itself what the document of Word beside it says.
 *
 * @param style a style sheet that is added to the page; it takes a third of a second where it brings fonts
 */
export async function printed(browser: Browser, file: string, style?: string): Promise<Uint8Array> {
  const properties = readCoreProperties(readFileSync(file.replace(/\.html$/, '.docx')))
  const context = await browser.newContext({
    // What scripts show depends on the day, and paper stays.
    javaScriptEnabled: false,
    // A page allows no style sheet but those of its site.
    bypassCSP: style !== undefined,
  })
  try {
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    if (style !== undefined) await page.evaluate(addStyle, style)
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
    return await finishedPdf(pdf, properties)
  } finally {
    await context.close()
  }
}

/** Runs in the page: adds a style sheet, and waits for its fonts. */
async function addStyle(text: string): Promise<void> {
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
  await document.fonts.ready
}

interface PdfOptions {
  readonly wanted: readonly string[]
  readonly out: string
  readonly fonts: Fonts
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function pdfOptions(args: readonly string[]): PdfOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['out'], flags: ['system-fonts'], words: Infinity })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { out = 'pdf' } = read.values
  return {
    wanted: read.words.map((path) => path.replace(/^\/|\.html$/g, '')),
    out,
    fonts: read.flags.has('system-fonts') ? 'system' : 'own',
  }
}
