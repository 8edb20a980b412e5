import { posix } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { type Page, readSite } from '../support/site.ts'

const sites = inject('sites')

/** The pages of a folder, without those of its subfolders. */
const isIn = (folder: string, path: string): boolean => posix.dirname(path) === folder

/** The page of a unit also for the further pages of a long record: `units/jia_2.html`. */
const firstOf = (path: string): string => path.replace(/_\d+(?=\.html$)/, '')

/** The pages to which the content of a page leads. */
function targets({ path, $ }: Page, within = 'main'): Set<string> {
  const hrefs = $(`${within} a[href]`)
    .toArray()
    .map((link) => $(link).attr('href') ?? '')
  return new Set(
    hrefs
      .filter((href) => !/^[a-z]+:/.test(href))
      .map((href) => posix.join(posix.dirname(path), href.replace(/#.*$/, ''))),
  )
}

/** Kinds of pages that lead to each other, and what the links of the first kind are taken from. */
const kinds = [
  { from: 'issues', to: 'bulletins' },
  { from: 'bulletins', to: 'issues' },
  { from: 'inspections', to: 'self-inspections' },
  { from: 'self-inspections', to: 'inspections' },
  { from: 'inspections', to: 'channels' },
  // Not the later inspections that only say what became of an issue.
  { from: 'channels', to: 'inspections', within: '.definitions-ruled' },
  { from: 'issues', to: 'channels' },
  { from: 'channels', to: 'issues' },
  { from: 'issues', to: 'units' },
  // Not the earlier findings of an account, which name the account and not its unit.
  { from: 'units', to: 'issues', within: '.issue .entry-title' },
  { from: 'inspections', to: 'issues' },
  { from: 'inspections', to: 'bulletins' },
  { from: 'bulletins', to: 'inspections' },
  { from: 'units', to: 'channels' },
] as const

describe.each(['real', 'official', 'cases', 'demo'] as const)('in the %s site', (name) => {
  const { pages } = readSite(sites[name])
  const content = pages.filter(({ path }) => !path.startsWith('sitemap/'))
  const linked = new Map(content.map((page) => [page.path, targets(page)]))
  /** Every page to which a page leads, with its further pages. */
  const led = (path: string): Set<string> =>
    new Set(
      [...linked]
        .filter(([other]) => firstOf(other) === path)
        .flatMap(([, found]) => [...found].map(firstOf)),
    )

  test.each(kinds)('pages of $from and of $to lead to each other', ({ from, to, ...more }) => {
    const within = 'within' in more ? `main ${more.within}` : 'main'
    const single = content
      .filter(({ path }) => isIn(from, path) && !/-(rectification|checklist)\.html$/.test(path))
      .flatMap((page) =>
        [...targets(page, within)]
          .filter((target) => isIn(to, target) && linked.has(target))
          .filter((target) => !/-(rectification|checklist)\.html$/.test(target))
          .filter((target) => !led(firstOf(target)).has(firstOf(page.path)))
          .map((target) => `${page.path} → ${target}`),
      )
    expect(single).toEqual([])
  })

  test('each report leads to its unit and, in the breadcrumbs, to its register; both lead to it', () => {
    const reports = content.filter(({ path }) =>
      /^self-inspections\/[^/]+\/[^/]+\.html$/.test(path),
    )
    const single = reports.flatMap((page) => {
      const leads = targets(page, ':is(main, .breadcrumbs)')
      const [, period = '', unit = ''] =
        /^self-inspections\/(.*)\/(.*)\.html$/.exec(page.path) ?? []
      return [`self-inspections/${period}.html`, `units/${unit}.html`]
        .filter((other) => !leads.has(other) || !led(other).has(page.path))
        .map((other) => `${page.path} — ${other}`)
    })
    expect(single).toEqual([])
    expect(reports.length > 0).toBe(['official', 'cases', 'demo'].includes(name))
  })

  test('the page of a unit holds what concerns it, and never the names of all units', () => {
    const units = content.filter(({ path }) => /^units\/[^/_]+\.html$/.test(path))
    const names = units.map(({ $ }) => $('h1').text().trim())
    const whole = units.filter(({ html, path }) => {
      const named = names.filter((other) => html.includes(other)).length
      return units.length > 20 && named > units.length / 2 && path !== ''
    })
    expect(whole.map(({ path }) => path)).toEqual([])
  })
})
