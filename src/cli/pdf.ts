import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { filesBelow } from '#build/output/closed-list.ts'
import { type Fonts, openBrowser, ownFontStyle } from './browser.ts'
import { type Command, fail } from './command.ts'
import { recoverOutput } from './output.ts'
import { readCoreProperties } from '#export/office-properties.ts'
import { finishPdf } from './pdf-text.ts'
import { readOptions } from './options.ts'
import { print } from './print.ts'

const usage =
  '可以写页面的地址或者它的开头，例如：npm run pdf -- bulletins/2024-q1；要换文件夹的，后面加 --out 文件夹；要用本机装的字体的，加 --system-fonts。'

/**
 * Prints the pages that are also documents (bulletins, registers, self-inspections) of the built
 * site as tagged PDFs with an outline, in the language of the page and by default in the program's
 * fonts. They are written outside the site unless the settings want them in it, because a browser
 * never produces the same bytes twice.
 */
export const pdf: Command = async ({ outDir, chromium }, args) => {
  const options = pdfOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  await recoverOutput(outDir)
  if (!existsSync(join(outDir, 'index.html')))
    return fail(`${outDir} 里还没有网站，请先运行 npm run build。`)
  const pages = printedPages(outDir).filter(
    (path) => options.wanted.length === 0 || options.wanted.some((one) => path.startsWith(one)),
  )
  if (pages.length === 0) return fail(`没有这样的页面。${usage}`)
  await printPages(outDir, pages, resolve(options.out), { fonts: options.fonts, chromium })
  print(`已写入 ${options.out}：${pages.length} 个 PDF 文件\n`)
  return 0
}

/**
 * Prints pages of a built site as PDF files.
 *
 * @param pages their paths below the site
 * @param out the folder for the files, which keep the paths of the pages
 * @param chromium the path of the browser to use, where it is not to be looked for
 * @returns the paths of the files below that folder
 * @throws NoBrowser when this machine has none
 */
export async function printPages(
  site: string,
  pages: readonly string[],
  out: string,
  { fonts, chromium }: { readonly fonts: Fonts; readonly chromium: string | undefined },
): Promise<string[]> {
  const browser = await openBrowser(fonts, [], chromium)
  const style = fonts === 'own' ? ownFontStyle : undefined
  const written: string[] = []
  try {
    for (const page of pages) {
      const path = page.replace(/\.html$/, '.pdf')
      const file = join(out, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, await printed(browser, join(site, page), style))
      written.push(path)
    }
  } finally {
    await browser.close()
  }
  return written
}

/** The pages of a built site that have a Word document beside them, by path. */
export function printedPages(outDir: string): string[] {
  return filesBelow(outDir)
    .filter((path) => path.endsWith('.docx'))
    .map((path) => path.replace(/\.docx$/, '.html'))
    .filter((path) => existsSync(join(outDir, path)))
    .sort()
}

/**
 * Prints a page as PDF, with the properties of the Word document beside it.
 *
 * @param style a style sheet to add to the page; with fonts it takes a third of a second
 */
export async function printed(browser: Browser, file: string, style?: string): Promise<Uint8Array> {
  const properties = readCoreProperties(readFileSync(file.replace(/\.html$/, '.docx')))
  const context = await browser.newContext({
    // Scripts show states of the current day, which do not belong on paper.
    javaScriptEnabled: false,
    // The page's policy allows only the site's own style sheets.
    bypassCSP: style !== undefined,
  })
  try {
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    if (style !== undefined) await page.evaluate(addStyle, style)
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
    return await finishPdf(pdf, properties)
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
