import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { jsonSchemas } from '#export/json/json-schema.ts'
import { recordSchemas } from '#export/json/record-schema.ts'
import { sample } from '../../support/authored.ts'
import { folderOf } from '../../support/folder.ts'

const published = (name: string): string => readFileSync(`public/schema/${name}`, 'utf8')

describe.each([...jsonSchemas(), ...recordSchemas()])('%s', (name, text) => {
  test('is current: `npm run schema` changes nothing', () => {
    expect(published(name)).toBe(text)
  })

  test('explains every field in Chinese', () => {
    const silent: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties')
          for (const [field, schema] of Object.entries(value as Record<string, object>))
            if (!/[\u4e00-\u9fff]/.test(titleOf(schema))) silent.push(`${path}/${field}`)
        visit(value, `${path}/${key}`)
      }
    }
    const root = JSON.parse(text) as { definitions?: Record<string, object> }
    const titleOf = (schema: object): string => {
      if ('title' in schema) return String(schema.title)
      const target = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined
      const definition = root.definitions?.[target ?? '']
      return definition === undefined ? '' : titleOf(definition)
    }
    visit(root, '')
    expect(silent).toEqual([])
  })
})

test.each([
  ['site.json', 'data/site.yaml'],
  ['units.json', 'data/units.yaml'],
  ['channels.json', 'data/channels.yaml'],
  ['indicators.json', 'data/indicators/national-2019.yaml'],
  ['inspection.json', 'data/inspections/2024-q1.yaml'],
])('an editor with the schema %s finds no mistake in %s', (schema, file) => {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const validate = ajv.compile(JSON.parse(published(schema)) as object)
  validate(parse(readFileSync(join(sample.data, '..', file), 'utf8'), { schema: 'core' }))
  expect(validate.errors ?? []).toEqual([])
})

test('each data file names its schema in its first line', () => {
  for (const file of ['data/site.yaml', 'data/units.yaml', 'data/inspections/2024-q1.yaml'])
    expect(readFileSync(join(sample.data, '..', file), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=(\.\.\/)+public\/schema\/\w+\.json\n/,
    )
})

test('the command writes every schema that is published, and no other', () => {
  const folder = folderOf({})
  execFileSync(process.execPath, [resolve('src/cli/gongshi.js'), 'schema'], { cwd: folder })
  const filesIn = (path: string): string[] =>
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .sort()
  const written = join(folder, 'public/schema')
  expect(filesIn(written)).toEqual(filesIn('public/schema'))
  for (const name of filesIn(written))
    expect(readFileSync(join(written, name), 'utf8'), name).toBe(published(name))
})

test.each(
  ['tables', 'records'].flatMap((folder) =>
    readdirSync(`public/schema/${folder}`).map((name) => `${folder}/${name}`),
  ),
)('%s takes files of its own version only, and counts by the address it is read from', (name) => {
  const schema = JSON.parse(published(name)) as Record<string, unknown>
  expect(schema['$id']).toBeUndefined()
  expect(schema['required']).toContain('version')
  expect(schema).toHaveProperty('properties.version.const', 1)
})
