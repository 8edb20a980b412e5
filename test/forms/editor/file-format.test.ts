import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { generateCity } from '#tools/demo/generate.ts'
import { editorKinds } from '#forms/editor/config.ts'
import { fromFile, textKey, toFile } from '#forms/editor/file-format.ts'
import { idKey } from '#forms/editor/values.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import { sample } from '../../support/authored.ts'

const kind = (name: string) => {
  const found = editorKinds.find((one) => one.name === name)
  if (found === undefined) throw new Error(name)
  return found
}
const kindOf = (path: string): string | undefined =>
  Object.entries(fileKinds).find(([, { place }]) =>
    new RegExp(`^${place.replaceAll('*', '[^/]+')}$`).test(path),
  )?.[0]

const files = [
  ...readdirSync(sample.data, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, string] => [
      `data/${name}`,
      readFileSync(join(sample.data, name), 'utf8'),
    ]),
  ...[...generateCity({ size: 'city-1y', seed: 3 })].filter(([path]) => path.endsWith('.yaml')),
]

test('opening and saving a file does not change a byte', () => {
  const opened = files.flatMap(([path, text]) => {
    const name = kindOf(path)
    return name === undefined ? [] : [[path, text, kind(name)] as const]
  })
  expect(opened.length).toBeGreaterThan(50)
  for (const [path, text, { fields, head }] of opened)
    expect(toFile(fromFile(text, fields), fields, head), path).toBe(text)
})

describe('an edit changes its own line and no other', () => {
  const { fields, head } = kind('units')
  const before = `# 名录\r\nroster: partial # 只有一部分\r\nunits:\r\n  jia: { name: "甲局", tier: county }\r\n  yi: { tier: county, name: 乙局 }\r\nacknowledged: [{ code: x, reason: y }]\r\n`
  const opened = () => fromFile(before, fields) as Record<string, unknown>

  test('a name', () => {
    const form = opened()
    form['units'] = [
      { [idKey]: 'jia', name: '甲局', tier: 'county' },
      { [idKey]: 'yi', tier: 'county', name: '丙局' },
    ]
    expect(toFile(form, fields, head)).toBe(before.replace('乙局', '丙局'))
  })

  test('a new record is added after the last one', () => {
    const form = opened()
    form['units'] = [
      ...(form['units'] as object[]),
      { [idKey]: 'bing', name: '丙局', tier: 'county' },
    ]
    const after = toFile(form, fields, head)
    expect(after).toContain('bing')
    expect(
      after
        .split('\r\n')
        .filter((line) => !line.includes('bing'))
        .join('\r\n'),
    ).toBe(before)
  })
})

test('values that the form does not show stay: figures nested deeper than the form', () => {
  const { fields, head } = kind('inspection')
  const text = readFileSync(join(sample.data, 'inspections/2024-q1.yaml'), 'utf8')
  const form = fromFile(text, fields) as Record<string, unknown>
  form['issuer'] = '某市人民政府办公室'
  const after = toFile(form, fields, head)
  expect(after).toBe(text.replace(/^issuer: .*$/m, 'issuer: 某市人民政府办公室'))
})

test('a new file contains the entered values, with the types of the schema', () => {
  const { fields, head } = kind('rectification')
  const text = toFile(
    { on: '2024-03-12', statement: '12', measures: ['每周检查一次'] },
    fields,
    head,
  )
  expect(parse(text)).toEqual({ on: '2024-03-12', statement: '12', measures: ['每周检查一次'] })
  expect(text).toContain(
    '# yaml-language-server: $schema=../../../public/schema/rectification.json',
  )
  expect(fileKinds.rectification.schema.safeParse(parse(text)).success).toBe(true)
})

test('a form holds the whole text, so that nothing it does not show is lost', () => {
  expect(fromFile('roster: partial\n', kind('units').fields)[textKey]).toBe('roster: partial\n')
})

describe('the ledger of a unit', () => {
  const { fields, head } = kind('openness')
  const before = `consultations:
  2024-jia-c1:
    title: 公告 # 照网页
    kind: normative
    means: [notice]
    opened: 2024-03-01
    closes: 2024-03-31
    feedback: not-yet
`

  test('says that feedback was published where it said that it was not yet', () => {
    const form = fromFile(before, fields) as { consultations: Record<string, unknown>[] }
    const [first] = form.consultations
    expect(first).toMatchObject({ means: ['notice'], feedback: { $word: 'not-yet' } })
    form.consultations = [{ ...first, feedback: { $word: '', published: '2024-04-20' } }]
    const after = toFile(form, fields, head)
    expect(parse(after)).toEqual({
      consultations: {
        '2024-jia-c1': {
          ...parse(before).consultations['2024-jia-c1'],
          feedback: { published: '2024-04-20' },
        },
      },
    })
    expect(after).toContain('title: 公告 # 照网页')
  })
})
