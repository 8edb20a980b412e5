import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { load } from '#read/load.ts'
import { correctionsOf } from '#model/correction.ts'
import { type Folders, sample } from './support/authored.ts'
import { includesAllOf } from './support/includes-all-of.ts'

const root = join(import.meta.dirname, '..')
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
const own = { data: join(root, 'data'), content: join(root, 'content') }

/**
 * The files that an office changes first when it enters its own data or continues from the sample.
 */
function begunWith(folders: Folders): unknown {
  const { dataset } = load(folders)
  if (dataset === null) return null
  return {
    place: dataset.site.place,
    official: dataset.site.official,
    inspections: dataset.inspections.map(({ id }) => id),
    corrections: correctionsOf(dataset).length,
  }
}
const isDelivered = JSON.stringify(begunWith(own)) === JSON.stringify(begunWith(sample))

/*
 * The tests read a copy of the sample, so a change of the sample must be made in the copy too. An
 * office runs the same tests on every change of its data, so no change of its data may fail here.
 * With an inspection or a correction of its own, nothing is compared. Before that it may add units,
 * looks and reports, and complete its site: a file has to contain everything in the copy, and may
 * contain more; the settings of the site are the office's from the first day. The drawback is that
 * additions to the sample alone go unnoticed here, but no test reads them either.
 */
describe.runIf(isDelivered)(
  'the tests read the sample that the repository is delivered with',
  () => {
    const data = filesIn(own.data)
    const { 'site.yaml': _, ...copied } = filesIn(sample.data)

    test.each(Object.entries(copied))('its data/%s', (name, copy) => {
      expect(Object.keys(data)).toContain(name)
      const [now, before] = [parse(data[name] ?? ''), parse(copy)] as [unknown, unknown]
      if (!includesAllOf(now, before)) expect(now).toEqual(before)
    })

    test('its bulletins', () => {
      expect(filesIn(join(own.content, 'bulletins'))).toMatchObject(
        filesIn(join(sample.content, 'bulletins')),
      )
    })
  },
)

const before = { units: { a: { name: '甲' }, b: { name: '乙' } }, list: [1, { x: 2 }] }
test.each([
  ['the same', before, true],
  ['another unit', { ...before, units: { c: { name: '丙' }, ...before.units } }, true],
  ['another field', { ...before, units: { ...before.units, b: { name: '乙', tier: 1 } } }, true],
  ['longer lists', { ...before, list: [0, 1, 1, { x: 2, y: 3 }] }, true],
  ['another value', { ...before, units: { ...before.units, b: { name: '丁' } } }, false],
  ['a unit less', { ...before, units: { a: { name: '甲' } } }, false],
  ['a list in another order', { ...before, list: [{ x: 2 }, 1] }, false],
  ['an entry less', { ...before, list: [1] }, false],
  ['text for a list', { ...before, list: '1' }, false],
  ['a list for a map', { ...before, units: [] }, false],
])('data goes on from other data, or not: %s', (_, now, goesOn) => {
  expect(includesAllOf(now, before)).toBe(goesOn)
})
