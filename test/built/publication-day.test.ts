import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyEdit, base, copyOf } from '../support/authored.ts'
import { embargoDays, embargoedRecords, embargoedWords } from '../support/embargoed.ts'
import { buildSite } from '../support/command.ts'
import { brokenReferences } from '../support/references.ts'
import { emptyRooms } from '../support/rooms.ts'
import { readSite, type Site } from '../support/site.ts'

const days = embargoDays
/**
 * `never` has the same day as `before`, but its data does not contain the embargoed records at all.
 */
type Name = keyof typeof days | 'never'
const sites: Partial<Record<Name, Site>> = {}

const folder = resolve('node_modules/.cache/test-publication-day')

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  const copy = copyOf(base, folder)
  const build = (name: Name, AS_OF: string): void => {
    const out = join(folder, name)
    buildSite(copy, out, { AS_OF, SITE_URL: 'https://www.example.com/' })
    sites[name] = readSite(out)
  }
  build('never', days.before)
  for (const edit of embargoedRecords) applyEdit(folder, edit)
  build('before', days.before)
  build('itself', days.itself)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const siteOn = (day: Name): Site => {
  const site = sites[day]
  if (site === undefined) throw new Error(`no site of the day ${day}`)
  return site
}

/** The files of a site whose name or content contains a word. */
const filesWith = ({ folder, files }: Site, word: string): string[] =>
  [...files].filter(
    (file) => file.includes(word) || readFileSync(join(folder, file)).includes(word),
  )

describe.each(embargoedWords)('%s', (word) => {
  test('is in no file and in no address before its day', () => {
    expect(filesWith(siteOn('before'), word)).toEqual([])
  })

  test('is there on the day itself', () => {
    expect(filesWith(siteOn('itself'), word)).not.toEqual([])
  })
})

/** Compared byte by byte, including packed content: workbooks, the search index, pictures. */
test('before its day the site is the same as if it did not exist', () => {
  const [before, never] = [siteOn('before'), siteOn('never')]
  const differs = (path: string): boolean =>
    !readFileSync(join(before.folder, path)).equals(readFileSync(join(never.folder, path)))
  expect([...before.files].sort()).toEqual([...never.files].sort())
  expect([...before.files].filter(differs)).toEqual([])
})

test.each(Object.keys(days) as (keyof typeof days)[])(
  'the site of the day %s is complete',
  (day) => {
    expect(brokenReferences(siteOn(day))).toEqual([])
    expect(emptyRooms(siteOn(day))).toEqual([])
  },
)
