import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Document, isMap, isPair, isScalar, isSeq, parse, visit } from 'yaml'
import { NotEditable } from '#read/yaml-edit/editable.ts'
import { isSingle, type YamlValue } from '#model/yaml-text.ts'
import { lostComments } from '#read/yaml-edit/comments.ts'
import { updateYaml } from '#read/yaml-edit/update.ts'
import { lineDifference } from '../../support/line-difference.ts'

type Fields = Record<string, YamlValue>

/** A file as a person types it. */
const typed = `# yaml-language-server: $schema=x.json
# 一期检查
period: { label: 2024年第一季度,   start: 2024-01-01 } # 期
areas:
  media:
      tally: { total: 370, checked: 370, failed: 1 }   # 原件第2页
      rates:
        passed: { stated: '99.7%' }

issues:
  # 第一项
  2024-q1-01:
    area: openness
    units:
      [caizheng, linye-zhuye]
    text: 内容  # 等单位
    # 还要核对

  2024-q1-02:
    area: media
    text: "栏目空白"

rows:
  - - 1
    - 甲
  - - 2
    - 乙
remarks:
- 一 # 备注
- 二
`

const valueOf = (text: string): Fields => parse(text, { schema: 'core' }) as Fields

/** The value with another value at a place; undefined removes the place. */
function changed(
  of: Fields,
  path: readonly (string | number)[],
  by: YamlValue | undefined,
): Fields {
  const copy = structuredClone(of)
  let group = copy as Record<string | number, unknown>
  for (const name of path.slice(0, -1)) group = group[name] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (by === undefined) Reflect.deleteProperty(group, last)
  else group[last] = by
  return copy
}

test('a text that already has the wanted value is returned unchanged', () => {
  expect(updateYaml(typed, valueOf(typed))).toBe(typed)
})

test.each(['a:\nb: 1\n', 'a: ~\nb: 1\n', 'a: { c: , d: null }\nb: 1\n', 'a:\n  -\n  - c:\nb: 1\n'])(
  'an empty value stays unchanged while another changes: %j',
  (text) => {
    expect(updateYaml(text, { ...valueOf(text), b: 2 })).toBe(text.replace('b: 1', 'b: 2'))
  },
)

test('an empty value is written as null', () => {
  expect(updateYaml('a: 1\nb: [1, 2]\n', { a: null, b: [1, null], c: { d: null } })).toBe(
    'a: null\nb: [1, null]\nc: { d: null }\n',
  )
})

test.each<[string, string, YamlValue | undefined, string[]]>([
  [
    'a number between brackets',
    'areas.media.tally.failed',
    2,
    [
      '-      tally: { total: 370, checked: 370, failed: 1 }   # 原件第2页',
      '+      tally: { total: 370, checked: 370, failed: 2 }   # 原件第2页',
    ],
  ],
  [
    'a text keeps the quotes of the one before',
    'areas.media.rates.passed.stated',
    '100%',
    ["-        passed: { stated: '99.7%' }", "+        passed: { stated: '100%' }"],
  ],
  [
    'a new field between brackets',
    'period.end',
    '2024-03-31',
    [
      '-period: { label: 2024年第一季度,   start: 2024-01-01 } # 期',
      '+period: { label: 2024年第一季度,   start: 2024-01-01, end: 2024-03-31 } # 期',
    ],
  ],
  [
    'a new entry stands apart as the others do, behind the comments of the one before',
    'issues.2024-q1-03',
    { area: 'media', units: ['a'], text: '长'.repeat(50) },
    ['+  2024-q1-03:', '+    area: media', '+    units: [a]', `+    text: ${'长'.repeat(50)}`, '+'],
  ],
  [
    'a new field of an entry stands above the comment on the next one',
    'issues.2024-q1-01.severity',
    'veto',
    ['+    severity: veto'],
  ],
  [
    'an entry more in a list between brackets',
    'issues.2024-q1-01.units',
    ['caizheng', 'linye-zhuye', '甲，乙'],
    ['-      [caizheng, linye-zhuye]', '+      [caizheng, linye-zhuye, "甲，乙"]'],
  ],
  [
    'an entry less',
    'issues.2024-q1-01.units',
    ['linye-zhuye'],
    ['-      [caizheng, linye-zhuye]', '+      [linye-zhuye]'],
  ],
  [
    'an entry less in a list of lines: its comment stays',
    'remarks',
    ['二'],
    ['-- 一 # 备注', '+# 备注'],
  ],
  ['a new line of a list', 'remarks', ['一', '二', '三'], ['+- 三']],
  [
    'a row of a table',
    'rows',
    [
      [1, '甲'],
      [2, '乙'],
      [3, '丙'],
    ],
    ['+  - [3, 丙]'],
  ],
  [
    'a text that becomes a group',
    'issues.2024-q1-01.text',
    { a: { b: '长'.repeat(60) } },
    [
      '-    text: 内容  # 等单位',
      '+    text:  # 等单位',
      '+      a:',
      `+        b: ${'长'.repeat(60)}`,
    ],
  ],
  [
    'a group that becomes a number: its comments move above it',
    'issues',
    0,
    [
      '-issues:',
      '-  # 第一项',
      '-  2024-q1-01:',
      '-    area: openness',
      '-    units:',
      '-      [caizheng, linye-zhuye]',
      '-    text: 内容  # 等单位',
      '-    # 还要核对',
      '-',
      '-  2024-q1-02:',
      '-    area: media',
      '-    text: "栏目空白"',
      '+# 第一项',
      '+# 等单位',
      '+# 还要核对',
      '+issues: 0',
    ],
  ],
])('%s: nothing else changes', (_name, path, by, lines) => {
  const wanted = changed(valueOf(typed), path.split('.'), by)
  expect(lineDifference(typed, updateYaml(typed, wanted))).toEqual(lines)
})

test('line ends of Windows and a missing last one stay', () => {
  const text = 'a: 1 # 一\r\nb: [1]'
  expect(updateYaml(text, { a: 2, b: [1, 2], c: 'x' })).toBe('a: 2 # 一\r\nb: [1, 2]\r\nc: x')
})

test('an empty value is filled', () => {
  expect(updateYaml('', { a: 1 })).toBe('a: 1\n')
  expect(updateYaml('# 开头\n', { a: 1 })).toBe('# 开头\na: 1\n')
  expect(updateYaml('a: # 空\nb: {}\nc: []\n', { a: '甲', b: { d: 1 }, c: ['乙'] })).toBe(
    'a: 甲 # 空\nb: { d: 1 }\nc: [乙]\n',
  )
  expect(updateYaml('- # 空\n'.replace('- ', 'l:\n  - '), { l: [1] })).toBe('l:\n  - 1 # 空\n')
})

test('a name that JSON.parse may confuse with another is written and compared correctly', () => {
  // V8 has a defect: after this object, it reads the key `"` of a similar object as `\\`.
  JSON.parse('{"b":1,"\\\\":2}')
  expect(updateYaml('', { a: { b: 1, '"': 2 } })).toBe(`a: { b: 1, '"': 2 }\n`)
})

test.each([
  ['an alias', 'a: &x 1\nb: *x\n'],
  ['a mistake', 'a: [1\n'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['two documents', 'a: 1\n---\nb: 1\n'],
  ['a list', '- 1\n'],
])('a text with %s is not edited', (_name, text) => {
  expect(() => updateYaml(text, { a: 1 })).toThrow(NotEditable)
})

describe('whatever a file contains', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '甲',
      '乙：丙',
      'a: b',
      '甲 # 乙',
      "it's",
      '"',
      '',
      ' ',
      '- x',
      'true',
      '1',
      '2024-01-01',
      '甲，乙',
      '~',
      '多行\n文字',
      'x'.repeat(120),
    ),
    fc.string({ maxLength: 8 }),
  )
  const scalar = fc.oneof(
    word,
    fc.integer({ min: -9, max: 9999 }).map((n) => n + 0),
    fc.boolean(),
  )
  const key = fc
    .oneof(fc.constantFrom('a', 'b', 'c', '2024-q1-01', '甲', '1', 'x y'), word)
    .filter((text) => text !== '__proto__' && text.length < 100 && !text.includes('\n'))
  const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }))
  const fields = fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true })

  /** The styles of a person's typing: at every place some style, and some comments. */
  const hand = fc.record({
    dice: fc.array(fc.nat(11), { minLength: 1, maxLength: 40 }),
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    windows: fc.boolean(),
    open: fc.boolean(),
  })

  function written(of: Fields, how: typeof hand extends fc.Arbitrary<infer T> ? T : never): string {
    const { dice, indent, indentSeq, windows, open } = how
    const document = new Document(of, { aliasDuplicateObjects: false, schema: 'core' })
    let n = 0
    const roll = (): number => dice[n++ % dice.length] ?? 0
    visit(document, {
      Node(role, node, path) {
        if (role === 'key') return
        const inFlow = path.some((one) => (isMap(one) || isSeq(one)) && one.flow === true)
        const dicey = roll()
        if ((isMap(node) || isSeq(node)) && dicey < 4 && path.length > 1) node.flow = true
        if (isScalar(node) && typeof node.value === 'string' && dicey < 6)
          node.type =
            (
              [
                'QUOTE_DOUBLE',
                'QUOTE_SINGLE',
                'BLOCK_LITERAL',
                'BLOCK_FOLDED',
                'PLAIN',
                'PLAIN',
              ] as const
            )[dicey] ?? 'PLAIN'
        if (isScalar(node) && roll() < 3 && !inFlow) node.comment = ` 行末${n}`
        if (isSeq(path.at(-1)) && roll() < 2) node.commentBefore = ` 之前${n}`
      },
      Pair(_role, pair) {
        if (isPair(pair) && isScalar(pair.key) && roll() < 3) {
          if (roll() < 6) pair.key.commentBefore = ` 上面${n}`
          else pair.key.spaceBefore = true
        }
      },
    })
    let text = document.toString({ indent, indentSeq, lineWidth: 0 })
    if (text === '{}\n') text = ''
    if (windows) text = text.replaceAll('\n', '\r\n')
    return open ? text.trimEnd() : text
  }

  /** Only texts that the library itself reads back unchanged. */
  const file = fc
    .record({ of: fields, how: hand })
    .map(({ of, how }) => ({ of, text: written(of, how) }))
    .filter(({ of, text }) => {
      try {
        return JSON.stringify(parse(text, { schema: 'core' }) ?? {}) === JSON.stringify(of)
      } catch {
        return false
      }
    })

  test('setting the value it already has changes no byte', () => {
    fc.assert(
      fc.property(file, ({ of, text }) => updateYaml(text, of) === text),
      { numRuns: 250 },
    )
  })

  test('it can be changed to any other value, and every comment stays', () => {
    fc.assert(
      fc.property(file, fields, ({ text }, other) => {
        const updated = updateYaml(text, other)
        expect(parse(updated, { schema: 'core' }) ?? {}).toEqual(other)
        expect(lostComments(text, updated)).toEqual([])
        expect(updateYaml(updated, other)).toBe(updated)
      }),
      { numRuns: 250 },
    )
  })

  /** Every path that leads to a single value. */
  function places(of: YamlValue, path: (string | number)[] = []): (string | number)[][] {
    if (isSingle(of)) return [path]
    return Object.entries(of).flatMap(([name, inner]: [string, YamlValue]) =>
      places(inner, [...path, Array.isArray(of) ? Number(name) : name]),
    )
  }

  test('one value is changed, and the bytes before and behind it stay', () => {
    fc.assert(
      fc.property(
        file,
        fc.nat(),
        fc.integer({ min: 10_000, max: 99_999 }),
        ({ of, text }, at, by) => {
          const paths = places(of)
          const path = paths[at % Math.max(paths.length, 1)]
          fc.pre(path !== undefined)
          const updated = updateYaml(text, changed(of, path, by))
          const [before, behind] = [
            updated.slice(0, updated.indexOf(String(by))),
            updated.slice(updated.indexOf(String(by)) + 5),
          ]
          expect(text.startsWith(before)).toBe(true)
          // The comment at the head of a block text is written after the value that replaces it.
          expect(text.endsWith(behind.replace(/^ #.*/, '')) || text.endsWith(behind)).toBe(true)
        },
      ),
      { numRuns: 250 },
    )
  })

  test('entries are added and taken away, and every other line stays', () => {
    fc.assert(
      fc.property(file, fc.nat(), value, ({ of, text }, at, fresh) => {
        const keys = Object.keys(of)
        const gone = keys[at % Math.max(keys.length, 1)]
        const other: Fields = { ...of, 新增的: fresh }
        const added = updateYaml(text, other)
        expect(
          lineDifference(text, added).filter((line) => line.startsWith('-')).length,
        ).toBeLessThan(2)
        fc.pre(gone !== undefined)
        const { [gone]: _, ...rest } = of
        const removed = updateYaml(text, rest)
        // The comment of a removed entry stays, on a line with a line end.
        expect(
          lineDifference(text, removed).filter((line) => !/^-|^\+\s*(#|$)/.test(line)),
        ).toEqual([])
      }),
      { numRuns: 250 },
    )
  })
})
