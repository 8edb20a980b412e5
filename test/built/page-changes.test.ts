import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { pageChanges, reviewedRoutes } from '#tools/diff/page-changes.ts'
import { routeAt } from '#view/routes.ts'
import { applyEdit, sample, base, copyOf, datasetOf } from '../support/authored.ts'
import { badCases, foldersOf } from '../support/bad-cases.ts'
import { realAsOf } from '../support/build-sites.ts'
import { command } from '../support/command.ts'
import { readSite } from '../support/site.ts'

const addresses = (pages: readonly { readonly address: string }[]): string[] =>
  pages.map(({ address }) => address.slice(1)).sort()

/** Whether the review has to name a page. It does not name the further pages of long lists. */
const isReviewed = (path: string): boolean => {
  const found = routeAt(`/${path}`)
  return found !== undefined && reviewedRoutes[found.name] && !/_\d+\.html$/.test(path)
}

describe('the pages of the real site', () => {
  const site = readSite(inject('sites').real)
  const dataset = datasetOf(sample)

  test('are those that were built, list for list and record for record', () => {
    const { added, changed, removed } = pageChanges(null, dataset, realAsOf)
    expect([changed, removed]).toEqual([[], []])
    expect(addresses(added)).toEqual(site.pages.map(({ path }) => path).filter(isReviewed))
    expect(addresses(pageChanges(dataset, null, realAsOf).removed)).toEqual(addresses(added))
  })

  test('that change are all named by the review', () => {
    const copy = copyOf(sample)
    for (const [file, replace, by] of [
      ['data/inspections/2024-q1.yaml', 'checked: 370, failed: 1', 'checked: 370, failed: 2'],
      ['data/inspections/2024-q1.yaml', 'text: 栏目内容与名称不匹配', 'text: 栏目名称不准确'],
      ['data/inspections/2024-q1.yaml', '    due: 2024-06-06', '    due: 2024-06-12'],
      ['data/units.yaml', 'name: 市商务局', 'name: 市商务和经济局'],
    ] as const)
      applyEdit(copy.folder, { file, replace, by })
    const out = join(copy.folder, 'site')
    command(['build'], {
      DATA_DIR: copy.data,
      CONTENT_DIR: copy.content,
      OUT_DIR: out,
      AS_OF: realAsOf,
    })
    const built = readSite(out)
    // The titles of neighbours in previous and next links are ignored.
    const text = ({ $ }: (typeof built.pages)[number]) =>
      $('main').find('nav').remove().end().text()
    const old = new Map(site.pages.map((page) => [page.path, text(page)]))
    const different = built.pages
      .filter((page) => old.get(page.path) !== text(page) && isReviewed(page.path))
      .map(({ path }) => path)
    const changed = addresses(pageChanges(dataset, datasetOf(copy), realAsOf).changed)
    expect(different.length).toBeGreaterThan(10)
    expect(different.filter((path) => !changed.includes(path))).toEqual([])
  })
})

const mistaken = [
  'many-mistakes',
  'missing-site-file',
  'null-values',
  'unknown-others',
  'wrong-type',
]

test('page changes are computed even for data with errors', () => {
  const before = datasetOf(base)
  const cases = badCases().filter(({ name }) => mistaken.includes(name))
  expect(cases.length).toBe(mistaken.length)
  for (const bad of cases)
    expect(() => pageChanges(before, datasetOf(foldersOf(bad)), '2024-06-07')).not.toThrow()
})
