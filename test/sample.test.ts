import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { load } from '#loading/load.ts'
import { sample } from './support/authored.ts'

const root = join(import.meta.dirname, '..')
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
const own = { data: join(root, 'data'), content: join(root, 'content') }
const isDelivered =
  load(own).dataset?.site.place === load(sample).dataset?.site.place &&
  load(own).dataset?.site.official === false

// An office that puts its own data in place keeps the tests: they read the copy.
describe.runIf(isDelivered)(
  'the tests read the sample that the repository is delivered with',
  () => {
    test('its data', () => {
      expect(filesIn(sample.data)).toEqual(filesIn(own.data))
    })

    test('its bulletins', () => {
      expect(filesIn(join(sample.content, 'bulletins'))).toEqual(
        filesIn(join(own.content, 'bulletins')),
      )
    })
  },
)
