import type { YamlValue } from '#model/yaml-text.ts'

/** A text to be edited, of any size, and the values that it has to contain afterwards. */
export interface EditShape {
  readonly title: string
  readonly size: number
  readonly text: (n: number) => string
  readonly wanted: (n: number) => Readonly<Record<string, YamlValue>>
}

const many = (n: number, one: (i: number) => string, between = ''): string =>
  Array.from({ length: n }, (_, i) => one(i)).join(between)
const group = (n: number, value: (i: number) => YamlValue, key = 'k'): Record<string, YamlValue> =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`${key}${i}`, value(i)]))
const list = (n: number, value: (i: number) => YamlValue): YamlValue[] =>
  Array.from({ length: n }, (_, i) => value(i))
const half = (n: number): number => Math.floor(n / 2)

const fields = (n: number): string => many(n, (i) => `k${i}: ${i} # 备注${i}\n`)
const items = (n: number): string => `list:\n${many(n, (i) => `  - ${i} # 备注${i}\n`)}`
const apart = (n: number): string => `list:\n${many(n, (i) => `  - a: ${i}\n    b: ${i}\n`, '\n')}`
const flow = (n: number): string => `group: {\n${many(n, (i) => `  k${i}: ${i}, # 备注${i}\n`)}}\n`

/** Edits in which a naive program would search all places, comments or neighbours for each one. */
export const editShapes: readonly EditShape[] = [
  {
    title: 'fields that stay',
    size: 4000,
    text: fields,
    wanted: (n) => group(n, (i) => i),
  },
  {
    title: 'fields with other values',
    size: 4000,
    text: fields,
    wanted: (n) => group(n, (i) => i + 1),
  },
  {
    title: 'fields with values on lines of their own',
    size: 2000,
    text: fields,
    wanted: (n) => group(n, (i) => ({ a: [{ b: i }] })),
  },
  {
    title: 'fields that go',
    size: 4000,
    text: fields,
    wanted: () => ({ k0: 0 }),
  },
  {
    title: 'every second field goes',
    size: 4000,
    text: fields,
    wanted: (n) => Object.fromEntries(Object.entries(group(n, (i) => i)).filter((_, i) => i % 2)),
  },
  {
    title: 'new fields at the end',
    size: 4000,
    text: () => 'a: 1\n',
    wanted: (n) => ({ a: 1, ...group(n, (i) => i) }),
  },
  {
    title: 'a new field behind each',
    size: 2000,
    text: fields,
    wanted: (n) =>
      Object.fromEntries(
        list(n, (i) => i).flatMap((i) => [
          [`k${i}`, i],
          [`n${i}`, i],
        ]),
      ),
  },
  {
    title: 'new fields before deeper comments',
    size: 2000,
    text: (n) => `a: 1\n${'  # 备注\n'.repeat(n)}`,
    wanted: (n) => ({ a: 1, ...group(n, (i) => i) }),
  },
  {
    title: 'new fields before empty lines',
    size: 2000,
    text: (n) => `a: 1\n${'\n'.repeat(n)}b: 2\n`,
    wanted: (n) => ({ a: 1, ...group(n, (i) => i), b: 2 }),
  },
  {
    title: 'entries with other values',
    size: 4000,
    text: items,
    wanted: (n) => ({ list: list(n, (i) => i + 1) }),
  },
  {
    title: 'entries that become groups',
    size: 2000,
    text: items,
    wanted: (n) => ({ list: list(n, (i) => ({ a: { b: i } })) }),
  },
  {
    title: 'half of the entries go',
    size: 4000,
    text: items,
    wanted: (n) => ({ list: list(half(n), (i) => i) }),
  },
  {
    title: 'new entries',
    size: 4000,
    text: items,
    wanted: (n) => ({ list: list(2 * n, (i) => i) }),
  },
  {
    title: 'new entries among entries with empty lines between',
    size: 2000,
    text: apart,
    wanted: (n) => ({ list: list(2 * n, (i) => ({ a: i, b: i })) }),
  },
  {
    title: 'fields of entries with other values',
    size: 2000,
    text: apart,
    wanted: (n) => ({ list: list(n, (i) => ({ a: i, b: i + 1 })) }),
  },
  {
    title: 'fields in braces with other values',
    size: 4000,
    text: flow,
    wanted: (n) => ({ group: group(n, (i) => i + 1) }),
  },
  {
    title: 'half of the fields in braces go',
    size: 4000,
    text: flow,
    wanted: (n) => ({ group: group(half(n), (i) => i) }),
  },
  {
    title: 'comments that stay, all alike',
    size: 8000,
    text: (n) => `a: 1\n${'# 备注\n'.repeat(n)}b: 2\n`,
    wanted: () => ({ a: 2, b: 2 }),
  },
  {
    title: 'comments that stay, each another',
    size: 8000,
    text: (n) => `a: 1\n${many(n, (i) => `# 备注${i}\n`)}b: 2\n`,
    wanted: () => ({ a: 2, b: 2 }),
  },
]
