import { describe, expect, test } from 'vitest'
import { nameKey, nameProblems } from '#schema/characters.ts'
import { loadChecked } from '#build/load-checked.ts'
import { applyEdit, base, copyOf } from '../support/authored.ts'

/**
 * The report of the check for files after edits, each of which replaces a text that occurs once.
 */
function problemsWith(...edits: Parameters<typeof applyEdit>[1][]): string[] {
  const { folder, data, content } = copyOf(base)
  for (const edit of edits) applyEdit(folder, edit)
  return loadChecked({ data, content }).problems.map(
    ({ level, code, file }) => `${level} ${code} ${file}`,
  )
}

/**
 * The report of the check for an account with this name, written directly or with the escapes of
 * JSON.
 */
const ofAccount = (name: string, written = JSON.stringify(name)): string[] =>
  problemsWith({ file: 'data/channels.yaml', replace: 'name: 叙州教育', by: `name: ${written}` })

const escaped = (text: string): string =>
  `"${[...text].map((one) => (/[\w ]/.test(one) ? one : hex(one))).join('')}"`
const hex = (one: string): string =>
  String.raw`\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`

const hostile: readonly (readonly [string, string, string])[] = [
  ['a Hangul filler, which is drawn as nothing', '叙州\u3164教育', 'invisible-character'],
  ['a half-width Hangul filler', '叙州\uffa0教育', 'invisible-character'],
  ['tag characters', '叙州\u{e0041}\u{e0042}教育', 'invisible-character'],
  [
    'a text hidden in the tags of a flag',
    '🏴\u{e0067}\u{e0062}\u{e007f}教育',
    'invisible-character',
  ],
  ['a selector of variants behind an ideograph', '叙\ufe00州教育', 'invisible-character'],
  ['an ideographic selector', '叙\u{e0100}州教育', 'invisible-character'],
  ['an emoji selector behind no emoji', '叙州\ufe0f教育', 'invisible-character'],
  ['two emoji selectors behind one emoji', '☎\ufe0f\ufe0f教育', 'invisible-character'],
  ['a combining grapheme joiner', '叙州\u034f教育', 'invisible-character'],
  ['a joiner between ideographs', '叙州\u200d教育', 'invisible-character'],
  ['a joiner between an emoji and an ideograph', '👩\u200d教育', 'invisible-character'],
  ['a joiner between Latin letters', 'A\u200cPP', 'invisible-character'],
  ['a Mongolian separator between ideographs', '叙州\u180e教育', 'invisible-character'],
  ['an empty Braille cell', '叙州\u2800教育', 'invisible-character'],
  ['a mark that turns the direction of reading', '叙州\u202e教育', 'invisible-character'],
  ['an isolate of direction', '叙州\u2066教育', 'invisible-character'],
  ['a separator of lines', '叙州\u2028教育', 'invisible-character'],
  ['a separator of paragraphs', '叙州\u2029教育', 'invisible-character'],
  ['the next-line control', '叙州\u0085教育', 'control-character'],
  ['an escape sequence', '叙州\u001b[31m教育', 'control-character'],
  ['a character that is none', '叙州\ufdd0教育', 'control-character'],
  ['private use', '叙州\ue863教育', 'private-use-character'],
  ['private use beyond the first plane', '叙州\u{f0000}教育', 'private-use-character'],
  ['a Kangxi radical for an ideograph', '叙州\u2f49教育', 'look-alike-character'],
  ['a radical of the supplement', '叙州\u2eda教育', 'look-alike-character'],
  ['a compatibility ideograph', '叙州\uf90a教育', 'look-alike-character'],
  ['a compatibility ideograph of the supplement', '叙州\u{2f804}教育', 'look-alike-character'],
  ['a Cyrillic letter among Latin ones', '热线\u0410PP', 'mixed-alphabet'],
  ['a word of nothing but Cyrillic look-alikes', '热线\u0410\u0420\u0420', 'mixed-alphabet'],
  ['a Greek letter that is drawn as a Latin one', '热线\u0391PP', 'mixed-alphabet'],
  ['katakana for an ideograph', '示例\u30a8业', 'look-alike-character'],
  ['two katakana for two ideographs', '示例第\u30cb\u30ed', 'look-alike-character'],
  ['katakana of half width', '示例\uff74业', 'look-alike-character'],
  ['small katakana', '示例\u30a7业', 'look-alike-character'],
  ['katakana behind hiragana', '生活の\u30a8业', 'look-alike-character'],
  ['bopomofo for an ideograph', '第\u3127中学', 'look-alike-character'],
  ['a stroke for an ideograph', '第\u31d0中学', 'look-alike-character'],
  ['a stroke that is no ideograph', '示例\u31c1', 'look-alike-character'],
  ['katakana between bopomofo and an ideograph', '\u3127\u30a8业', 'look-alike-character'],
  ['one letter of the Yi', '示例\ua000县', 'look-alike-character'],
]

describe('a name is refused that holds', () => {
  test.each(hostile)('%s', (_, name, code) => {
    const refused = [`error ${code} data/channels.yaml`]
    expect(ofAccount(name, `"${name}"`)).toEqual(refused)
    expect(ofAccount(name, escaped(name))).toEqual(refused)
    expect(nameProblems(name).map((one) => one.code)).toEqual([code])
  })

  test.each([
    ['in quotes', '"叙州教育\\n* @evil"'],
    ['as a block', '|\n      叙州教育\n      * @evil'],
    ['by a carriage return', '"叙州教育\\r* @evil"'],
  ])('a line break, %s', (_, written) => {
    const edit = {
      file: 'data/channels.yaml',
      replace: '{ platform: 微信公众号, name: 叙州教育, unit: xuzhou }',
      by: `\n    platform: 微信公众号\n    unit: xuzhou\n    name: ${written}`,
    }
    const [first] = problemsWith(edit)
    expect(first).toMatch(/^error (name-line-break|control-character) data\/channels\.yaml$/)
  })
})

test.each([
  ['a unit', { file: 'data/units.yaml', replace: 'name: 叙州区', by: 'name: "叙州区\\n* @evil"' }],
  ['a tier', { file: 'data/site.yaml', replace: 'county: ', by: 'other: "县\\n区"\n  county: ' }],
  [
    'a platform',
    { file: 'data/site.yaml', replace: 'platforms:\n', by: 'platforms:\n  "微信\\n号": []\n' },
  ],
  [
    'a period',
    {
      file: 'data/inspections/2024-q1.yaml',
      replace: 'label: 2024年第一季度',
      by: 'label: "2024年\\n第一季度"',
    },
  ],
])(
  'the name of %s is one line, and a name with a line break causes no further problem',
  (_, edit) => {
    expect(problemsWith(edit)).toEqual([`error name-line-break ${edit.file}`])
  },
)

describe('a real name of an office or an account', () => {
  test.each([
    '新疆生产建设兵团',
    '示例县（区）教育',
    '示例交警',
    '“两海”示范区',
    '12345热线APP',
    'ＡＰＰ服务号',
    '阿不都·热西提',
    '二〇二四·国务院办公厅',
    '䶮县人民政府',
    '𠮷安教育',
    '\ufa0e县',
    '人々的声音',
    '👨‍👩‍👧‍👦一家亲',
    '👩🏽‍⚕️健康示例',
    '❤️‍🔥示例消防',
    '1️⃣1️⃣0️⃣示例公安',
    '☎️示例热线',
    'གཞི་རིམ་སྲིད་གཞུང་།',
    'ئاپتونوم رايون',
    'ئاپ\u200cتونوم',
    'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ',
    'ᠴᠠᠭᠠ\u180eᠠ\u180b',
    '연변조선족자치주',
    'Xianggang Daxue 香港',
    'μg/m³ 监测',
    'Хэйхэ 俄文版',
    // Kana, bopomofo and Yi in their normal forms.
    '生活の家',
    'カニ',
    'エコタウン',
    '示例カラオケ',
    '示例ラーメン・天天见',
    '示例ー教育',
    'ㄅㄆㄇㄈ示例拼音',
    'ㄧ',
    'ꆈꌠ示例报',
    'ꀀ',
  ])('%s is accepted', (name) => {
    expect(nameProblems(name)).toEqual([])
    expect(ofAccount(name)).toEqual([])
  })
})

test('the message shows the code point and the right character', () => {
  expect(nameProblems('\u2f49山县')[0]?.args).toEqual({
    found: '“\u2f49”（U+2F49）',
    better: '请改成“月”（U+6708）',
  })
  // Unicode has no plain form of these radicals; fonts draw them as simplified characters.
  expect(nameProblems('\u2eda面、\u2f3e籍')[0]?.args).toEqual({
    found: '“\u2eda”（U+2EDA）、“\u2f3e”（U+2F3E）',
    better: '请改成“页”（U+9875）、“户”（U+6237）',
  })
  expect(nameProblems('示例第\u30cb\u30ed\u3127')[0]?.args).toEqual({
    found: '“\u30cb”（U+30CB）、“\u30ed”（U+30ED）、“\u3127”（U+3127）',
    better: '请改成“二”（U+4E8C）、“口”（U+53E3）、“一”（U+4E00）',
  })
  expect(nameProblems('示例\ua000县')[0]?.args).toEqual({
    found: '“\ua000”（U+A000）',
    better: '请用输入法重新输入这个字',
  })
  expect(nameProblems('热线\u0410PP')[0]?.args).toEqual({
    word: '\u0410PP',
    found: '“\u0410”（U+0410）',
    better: '请改成英文字母“APP”',
  })
})

describe('in running text', () => {
  const issueText = (text: string): string[] =>
    problemsWith({
      file: 'data/inspections/2024-q1.yaml',
      replace: '    text: 严重表述错误',
      by: `    text: 严重表述错误${text}`,
    })

  test.each([
    ['a filler', '\u3164', 'invisible-character'],
    ['a tag', '\u{e0041}', 'invisible-character'],
    ['private use', '\ue000', 'private-use-character'],
  ])('%s is refused', (_, character, code) => {
    expect(issueText(character)).toEqual([`error ${code} data/inspections/2024-q1.yaml`])
  })

  test('a compatibility ideograph or a radical is a warning only: the text is published as printed', () => {
    expect(issueText('\uf90a')).toEqual([
      'warning look-alike-character data/inspections/2024-q1.yaml',
    ])
    expect(
      problemsWith({
        file: 'content/bulletins/2024-q1.mdx',
        replace: '要持续强化政策解读',
        by: '要持续强\u2f94政策解读',
      }),
    ).toEqual(['warning look-alike-character content/bulletins/2024-q1.mdx'])
  })
})

describe('two spellings are one name', () => {
  test.each([
    ['of full and half width', '市财政局（国资委）', '市财政局(国资委)'],
    ['in capitals and small letters', '示例App', '示例ＡＰＰ'],
    ['with a compatibility ideograph', '金山县', '\uf90a山县'],
    ['with letters that are drawn alike', 'APP', 'A\u0420\u0420'],
    ['with katakana', '示例工业', '示例\u30a8业'],
    ['with katakana of half width', '示例工业', '示例\uff74业'],
    ['with a prolonged sound mark', '示例一中', '示例\u30fc中'],
    ['with bopomofo', '示例一中', '示例\u3127中'],
    ['with a stroke', '示例一中', '示例\u31d0中'],
  ])('%s', (_, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  test('other differences are real', () => {
    expect(nameKey('市财政局')).not.toBe(nameKey('市 财政局'))
    expect(nameKey('东河县')).not.toBe(nameKey('西河县'))
    expect(nameKey('生活の家')).not.toBe(nameKey('生活之家'))
  })

  test('an account in katakana matches the one registered with the ideograph', () => {
    expect(
      problemsWith({
        file: 'data/channels.yaml',
        replace: '{ platform: 微信公众号, name: 叙州教育, unit: xuzhou }',
        by: [
          '{ platform: 微信公众号, name: 工（叙州）, unit: xuzhou }',
          '  other: { platform: 微信公众号, name: エ（叙州）, unit: xuzhou }',
        ].join('\n'),
      }),
    ).toContain('error duplicate-channel data/channels.yaml')
  })
})
