import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page, Site } from './site.ts'

/** Transferred bytes: gzip, level 9; a kilobyte is 1000 bytes. */
export interface Weight {
  path: string
  html: number
  css: number
  /** The scripts that the page names, without those that they load later. */
  scripts: number
  /** Those of them that run before the page is shown. */
  firstScripts: number
}

export const limits = {
  /**
   * A page of a unit with all that it needs before it is shown: styles, and the scripts that are
   * not deferred. That is the first response of a server.
   */
  unit: 14_000,
  /** Any page of the public before scripts add to it. */
  page: 25_000,
  /** Pages in which editors, clerks and programmers look things up: all fields, files or units. */
  lookup: 30_000,
  /** The page of trends, which holds seven charts with their tables over all rounds. */
  trends: 33_000,
  /** The page of units and rounds: 60 units beside 40 rounds. */
  rounds: 60_000,
  css: 10_000,
} as const

/** The weight of each page of a site, the heaviest first. */
export function weights(site: Site): Weight[] {
  const known = new Map<string, number>()
  const sizeOf = (file: string): number => {
    const size = known.get(file) ?? zipped(readFileSync(join(site.folder, file)))
    known.set(file, size)
    return size
  }
  return site.pages
    .map((page) => ({
      path: page.path,
      html: zipped(page.html),
      // Browsers show a page without waiting for a sheet that does not apply.
      css: sum(filesOf(page, 'link[rel="stylesheet"]:not([media*="dark"])', 'href').map(sizeOf)),
      scripts: sum(filesOf(page, 'script[src]', 'src').map(sizeOf)),
      firstScripts: sum(filesOf(page, 'script[src]:not([defer])', 'src').map(sizeOf)),
    }))
    .sort((a, b) => b.html + b.css - a.html - a.css)
}

/** The pages that are too heavy, each with its weight. */
export function overweight(site: Site): string[] {
  return weights(site).flatMap(({ path, html, css, firstScripts }) => {
    // The pages of years are opened from those of units.
    const isUnit = /^units\/[^/]+$/.test(path)
    const all = html + css + firstScripts
    const most =
      path === 'trends.html'
        ? limits.trends
        : /^matrix(\.html|\/)/.test(path)
          ? limits.rounds
          : /^(data\.html|manual\/|submit\/)/.test(path)
            ? limits.lookup
            : limits.page
    return [
      ...(css > limits.css ? [`${path}: ${String(css)} bytes of styles`] : []),
      ...(html + css > most ? [`${path}: ${String(html + css)} bytes before scripts`] : []),
      ...(isUnit && all > limits.unit ? [`${path}: ${String(all)} bytes before it is shown`] : []),
    ]
  })
}

/** Paths inside the site of the files that some elements of a page name. */
export function filesOf({ path, $ }: Page, selector: string, attribute: string): string[] {
  return $(selector)
    .toArray()
    .flatMap((element) => $(element).attr(attribute) ?? [])
    .map((address) => posix.join(posix.dirname(path), address))
}

const zipped = (content: Uint8Array | string): number => gzipSync(content, { level: 9 }).length

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
