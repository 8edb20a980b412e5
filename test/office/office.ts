import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The programs of the system that the tests need, each with its Debian package. */
export const tools = {
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfimages: 'poppler-utils',
} as const

/** The programs that are not installed. */
export const missingTools = (): (keyof typeof tools)[] =>
  (Object.keys(tools) as (keyof typeof tools)[]).filter((tool) =>
    (process.env['PATH'] ?? '').split(delimiter).every((folder) => !existsSync(join(folder, tool))),
  )

const profile = mkdtempSync(join(tmpdir(), 'gongshi-office-'))

/**
 * Opens files with LibreOffice and saves them in another format.
 *
 * @param filter as LibreOffice names it: `pdf`, `csv:Text - txt - csv (StarCalc):…`
 * @returns names of the written files
 */
export function convert(files: readonly string[], filter: string, folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  execFileSync(
    'soffice',
    [
      // A profile of its own, because another running LibreOffice would open the files itself.
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  return readdirSync(folder).sort()
}

/** The text on each page of a PDF. */
export const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1)

/** The properties of a PDF: `Title`, `Pages`, `Page size`. */
export const factsOf = (pdf: string): ReadonlyMap<string, string> =>
  new Map(
    execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line): [string, string][] => {
        const [, name, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? []
        return name === undefined ? [] : [[name, value ?? '']]
      }),
  )

/** The pictures in a PDF: the page and the size in pixels of each. */
export const picturesIn = (pdf: string): { page: number; width: number; height: number }[] =>
  execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, page, width, height] = /^\s*(\d+)\s+\d+\s+image\s+(\d+)\s+(\d+)/.exec(line) ?? []
      return page === undefined
        ? []
        : [{ page: Number(page), width: Number(width), height: Number(height) }]
    })
