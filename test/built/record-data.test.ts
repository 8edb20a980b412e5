import { posix } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, inject, test } from 'vitest'
import { readSite } from '../support/site.ts'

const sites = inject('sites')

describe.each(['real', 'demo', 'cases', 'official', 'report', 'reports'] as const)(
  'the records of the %s site',
  (name) => {
    const site = readSite(sites[name])
    const records = [...site.files].filter((path) =>
      /^data\/(inspections\/[^/]+|(self-inspections|rectifications)\/[^/]+\/[^/]+)\.json$/.test(
        path,
      ),
    )
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const validators = new Map<string, ValidateFunction>()
    /** The schema that a record names, read from the site itself. */
    const validatorOf = (path: string, { $schema }: { $schema: string }) => {
      const file = posix.join(posix.dirname(path), $schema)
      expect(file).toMatch(/^schema\/records\//)
      const validator = validators.get(file) ?? ajv.compile(JSON.parse(site.read(file)) as object)
      validators.set(file, validator)
      return validator
    }
    const read = (path: string) => JSON.parse(site.read(path)) as { $schema: string }

    test('are valid by the schema that each of them names', () => {
      expect(records.length).toBeGreaterThan(0)
      for (const path of records) {
        const validate = validatorOf(path, read(path))
        validate(read(path))
        expect(validate.errors ?? [], path).toEqual([])
      }
    })

    test('are invalid with an unknown key, or without their version', () => {
      for (const path of records) {
        const validate = validatorOf(path, read(path))
        expect(validate({ ...read(path), acknowledged: [] })).toBe(false)
        expect(validate({ ...read(path), version: undefined })).toBe(false)
      }
    })
  },
)
