import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { fieldTables } from '#model/field-tables.ts'
import { definitionOf } from '#schema/definition.ts'
import { fileKinds } from '#schema/file-kinds.ts'

const tables = fieldTables()
const rows = tables.flatMap(({ id, fields }) => fields.map((field) => ({ id, ...field })))

test('every kind of file has a table, and no two tables share an id', () => {
  const ids = tables.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(Object.keys(fileKinds)))
})

test('every field has a Chinese title and says what to write', () => {
  const silent = rows.filter(
    ({ title, type }) => !/[\u4e00-\u9fff]/.test(title) || type.every(({ text }) => text === ''),
  )
  expect(silent).toEqual([])
})

test('every mentioned table exists, and every table without a file is mentioned', () => {
  const mentioned = new Set(rows.flatMap(({ type }) => type.flatMap(({ table }) => table ?? [])))
  const there = new Set([...tables.map(({ id }) => id), 'missing'])
  expect([...mentioned].filter((id) => !there.has(id))).toEqual([])
  const unmentioned = tables.filter(({ id, place }) => place === null && !mentioned.has(id))
  expect(unmentioned.map(({ id }) => id)).toEqual([])
})

describe('an example', () => {
  const examples = rows.flatMap(({ id, path, example }) =>
    example === null ? [] : [{ id, path, example }],
  )

  test.each(examples)('of $id $path is valid', ({ example }) => {
    expect(parse(`x: ${example}`, { schema: 'core' })).toHaveProperty('x')
  })
})

test.each([
  ['inspection', 'period', true, '一组字段：期'],
  ['inspection', 'document', false, '一组字段：文件信息'],
  ['site', 'source.title', true, '文字'],
  ['tally', 'checked', false, '整数；或没有数的原因；或一组字段：带说明的数量'],
  ['period', 'start', true, '日期'],
])('%s %s: mandatory %s, %s', (id, path, mandatory, words) => {
  const row = rows.find((one) => one.id === id && one.path === path)
  expect(row?.mandatory).toBe(mandatory)
  expect(row?.type.map(({ text }) => text).join('')).toBe(words)
})

test('examples of the schemas are valid themselves', () => {
  const wrong: string[] = []
  const seen = new Set<object>()
  const visit = (schema: z.ZodType, path: string): void => {
    const examples = schema.meta()?.examples
    if (Array.isArray(examples))
      for (const example of examples)
        if (!schema.safeParse(example).success) wrong.push(`${path}: ${JSON.stringify(example)}`)
    const def = definitionOf(schema)
    if (seen.has(def)) return
    seen.add(def)
    for (const [key, inner] of Object.entries(def.shape ?? {})) visit(inner, `${path}.${key}`)
    for (const inner of [def.innerType, def.element, def.valueType, ...(def.options ?? [])])
      if (inner !== undefined) visit(inner, path)
  }
  for (const [name, { schema }] of Object.entries(fileKinds)) visit(schema, name)
  expect(wrong).toEqual([])
})
