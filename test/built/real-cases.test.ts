import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { chineseDate } from '#model/calendar.ts'
import { loadChecked } from '#build/load-checked.ts'
import {
  assembleRealCases,
  type Fact,
  kinds,
  type RealCase,
  realCases,
} from '../support/real-cases.ts'
import { brokenReferences } from '../support/references.ts'
import { emptyRooms } from '../support/rooms.ts'
import { suspiciousText } from '../support/suspicious.ts'
import { type Page, pageAt, readSite, textIn, textOf, withoutSpace } from '../support/site.ts'

const site = readSite(inject('sites').cases)
const folder = resolve('node_modules/.cache/test-real-cases')
rmSync(folder, { recursive: true, force: true })
const { problems } = loadChecked(assembleRealCases(folder))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('the shared data of all cases has no problem', () => {
  const all = [...realCases(), ...kinds()]
  const files = new Set(all.flatMap(({ documents }) => documents.map(({ file }) => file)))
  expect(problems.filter(({ file }) => !files.has(file))).toEqual([])
})

describe('the site of all cases', () => {
  test('has only links that exist', () => {
    expect(brokenReferences(site)).toEqual([])
  })

  test('holds no null, undefined, NaN or Invalid Date', () => {
    expect(suspiciousText(site)).toEqual([])
  })

  test('has no empty list, table, section or heading', () => {
    // Offices that inspect in the same quarter would not share a site, so titles may repeat.
    expect(emptyRooms(site).filter((flaw) => !flaw.includes('title'))).toEqual([])
  })
})

describe.each([...realCases(), ...kinds()])('$name', (realCase) => {
  test('passes the check, with no other warning than expected', () => {
    const files = realCase.documents.map(({ file }) => file)
    const found = problems.filter(({ file }) => files.includes(file))
    expect(found.filter(({ level }) => level === 'error')).toEqual([])
    const warnings = found.map(({ code, place }) =>
      'path' in place ? `${code} ${place.path.join('.')}` : code,
    )
    expect(warnings.sort()).toEqual([...realCase.warnings].sort())
  })

  test.each(realCase.facts)('$says is at $at', (fact) => {
    const { json } = documentOf(realCase, fact)
    expect(valueAt(JSON.parse(site.read(json)), fact.at)).toEqual(fact.value)
  })

  test.each(realCase.facts)('$says is shown', (fact) => {
    const page = pageAt(site, fact.on ?? documentOf(realCase, fact).page)
    expect(shows(page, shownText(fact)), shownText(fact)).toBe(true)
  })
})

function documentOf({ name, documents }: RealCase, fact: Fact): RealCase['documents'][number] {
  const found = documents.find(({ name: document }) => document === fact.in) ?? documents[0]
  if (found === undefined) throw new Error(`no document in ${name}`)
  return found
}

/** The value at a dotted path; a key may contain dots itself. */
function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const record = value as Record<string, unknown>
  if (Object.hasOwn(record, path)) return record[path]
  const key = Object.keys(record).find(
    (candidate) =>
      path.startsWith(`${candidate}.`) &&
      valueAt(record[candidate], path.slice(candidate.length + 1)) !== undefined,
  )
  return key === undefined ? undefined : valueAt(record[key], path.slice(key.length + 1))
}

function shownText({ value, shown }: Fact): string {
  const text = String(value)
  return shown ?? (/^\d{4}-\d{2}(-\d{2})?$/.test(text) ? chineseDate(text) : text)
}

/** Whether a text occurs in a page as a whole: the 5 of 15 or of 5.2 is another number. */
function shows(page: Page, wanted: string): boolean {
  const escaped = withoutSpace(wanted).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const start = /^\d/.test(wanted) ? String.raw`(?<![\d.])` : ''
  const end = /\d$/.test(wanted) ? String.raw`(?!\.?\d)` : ''
  const pattern = new RegExp(`${start}${escaped}${end}`)
  // In a table, numbers of neighbouring cells touch once the white space is removed.
  const texts = page.$('main :not(:has(*))').toArray()
  return (
    pattern.test(textOf(page, 'main')) || texts.some((element) => pattern.test(textIn(element)))
  )
}
