import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { pageChanges } from '#tools/diff/page-changes.ts'
import type { PageChanges } from '#tools/diff/review.ts'
import { applyEdit, sample, base, copyOf, datasetOf } from '../support/authored.ts'
import { badCases, foldersOf } from '../support/bad-cases.ts'
import { realAsOf } from '../support/build-sites.ts'
import { command } from '../support/command.ts'
import { readSite } from '../support/site.ts'

const addresses = (pages: readonly { readonly address: string }[]): string[] =>
  pages.map(({ address }) => address.slice(1)).sort()

const changesFrom = (before: Dataset | null, now: Dataset | null): PageChanges => {
  const changes = pageChanges(before, now, realAsOf)
  if (changes === null) throw new Error('the pages were not compared')
  return changes
}

describe('the pages of the real site', () => {
  const site = readSite(inject('sites').real)
  const dataset = datasetOf(sample)

  test('are those that were built, list for list and record for record', () => {
    const { added, changed, removed } = changesFrom(null, dataset)
    expect([changed, removed]).toEqual([[], []])
    expect(addresses(added)).toEqual(site.pages.map(({ path }) => path).sort())
    expect(addresses(changesFrom(dataset, null).removed)).toEqual(addresses(added))
  })

  test('that show something else after a change are named, and no others', () => {
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
    // Links to neighbours, sizes of files and data of scripts are set aside.
    const text = ({ $ }: (typeof built.pages)[number]) =>
      $('main')
        .find('nav, script')
        .remove()
        .end()
        .text()
        .replace(/[\d.]+ ?[KM]?B|\d+字节/g, '')
    const old = new Map(site.pages.map((page) => [page.path, text(page)]))
    const different = built.pages
      .filter((page) => old.get(page.path) !== text(page))
      .map(({ path }) => path)
    const changed = addresses(changesFrom(dataset, datasetOf(copy)).changed)
    expect(different.length).toBeGreaterThan(10)
    // The page about the site counts the warnings, which the review lists by themselves.
    const found = different.filter((path) => path !== 'about.html')
    expect(found.filter((path) => !changed.includes(path))).toEqual([])
    // What changes on this page is told by pictures.
    expect(changed.filter((path) => !different.includes(path))).toEqual(['pieces.html'])
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
