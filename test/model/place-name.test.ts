import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeName } from '#model/place-name.ts'
import { inspection } from '#schema/inspection.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { registerRecord, selfInspection } from '#schema/self-inspection.ts'

const nameOf = (collection: string, id: string): string | undefined =>
  collection === 'areas' && id === 'media' ? '政务新媒体' : undefined

test.each([
  ['areas.media.tally.failed', '政务新媒体·不合格'],
  ['areas.media.rates.passed', '政务新媒体·合格率'],
  ['areas.media.splits.tier.parts.市政府本级', '政务新媒体·按层级·市政府本级'],
  ['published_here', '本站发布日期'],
  ['period.label', '期·名称'],
  ['issues.2024-q1-05.text', '2024-q1-05·问题'],
  ['remarks.0', '备注·第1项'],
  ['areas.media.figures.1.5万次以上.value', '政务新媒体·1.5万次以上·数值'],
  ['areas.constructor', 'constructor'],
  ['constructor', 'constructor'],
])('%s is %s', (at, name) => {
  expect(placeName(inspection, at, nameOf).join('·')).toBe(name)
})

test('a part of a report has a name too', () => {
  expect(placeName(selfInspection, 'problems.1.result', nameOf)).toEqual([
    '问题和整改',
    '第2项',
    '整改结果',
  ])
})

/** The part of a JSON Schema that leads to nested schemas. */
interface Json {
  readonly $ref?: string
  readonly allOf?: readonly Json[]
  readonly anyOf?: readonly Json[]
  readonly properties?: Readonly<Record<string, Json>>
  readonly additionalProperties?: Json | false
  readonly items?: Json
  readonly definitions?: Readonly<Record<string, Json>>
}

describe.each([
  ['inspection', inspection],
  ['self-inspection', selfInspection],
  ['register', registerRecord],
  ['rectification', rectificationStatement],
])('of every place in the schema that editors have for a file: %s', (name, schema) => {
  const root = JSON.parse(
    readFileSync(new URL(`../../public/schema/${name}.json`, import.meta.url), 'utf8'),
  ) as Json
  const opened = (one: Json): Json[] => [
    one,
    ...[...(one.allOf ?? []), ...(one.anyOf ?? [])].flatMap(opened),
    ...(one.$ref === undefined ? [] : opened(root.definitions?.[one.$ref.slice(14)] ?? {})),
  ]
  /** The keys of each place; the key of a record is named after the map that contains it. */
  function places(of: Json, path: readonly string[] = []): string[][] {
    const here = path.length === 0 ? [] : [[...path]]
    if (path.length > 5) return here
    const below = opened(of).flatMap((one) => [
      ...Object.entries(one.properties ?? {}).flatMap(([key, field]) =>
        places(field, [...path, key]),
      ),
      ...(typeof one.additionalProperties === 'object'
        ? places(one.additionalProperties, [...path, `甲${path.at(-1) ?? ''}`])
        : []),
      ...(one.items === undefined ? [] : places(one.items, [...path, '0'])),
    ])
    return [...here, ...below]
  }
  const all = places(root)
  const named = (path: readonly string[]): string[] =>
    placeName(schema, path.join('.'), () => undefined)

  test('each has a name in Chinese, and no two have the same', () => {
    const names = new Map<string, string>()
    for (const path of all) {
      const words = named(path)
      for (const word of words) expect(word).toMatch(/[\u4e00-\u9fff]/)
      const before = names.get(words.join('·'))
      expect(before ?? path.join('.')).toBe(path.join('.'))
      names.set(words.join('·'), path.join('.'))
    }
  })

  test('the name of a place changes only with the names of the records on its way', () => {
    const labels = fc.constantFrom('1.5万次以上', '3.15专项', '2024', '甲.乙.丙', 'A类')
    fc.assert(
      fc.property(fc.constantFrom(...all), labels, (path, label) => {
        const other = path.map((key) => (key.startsWith('甲') ? label : key))
        expect(named(other)).toEqual(
          named(path).map((word) => word.replace(/^(按?)甲.*/, `$1${label}`)),
        )
      }),
    )
  })
})
