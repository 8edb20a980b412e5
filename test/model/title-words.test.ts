import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Inline, inlineText } from '#model/bulletin.ts'
import { titleLines, type TitleNode, titleNodes, titleWords } from '#model/title-words.ts'

const titles = [
  '宜宾市人民政府办公室关于2024年第一季度政务公开及网络平台检查情况的通报',
  '示例市人民政府办公室关于2025年第一季度政府网站和政务新媒体检查情况的通报',
  '2024年第四季度全市政府网站与政务新媒体检查情况',
  '安徽省人民政府办公厅关于2023年第三季度全省政府网站与政务新媒体检查情况的通报',
  '县政府网站及全县政务新媒体自查整改情况通报',
  '2023年第一季度全市政府网站与政府系统政务新媒体检查情况通报',
  '海南省人民政府办公厅关于2023年第三季度政府网站和政务新媒体抽查情况的通报',
  '隆阳区人民政府办公室关于2022年第四季度政府网站和政府系统政务新媒体检查情况的通报',
  '吴忠市2025年一季度政府网站和政务新媒体运行情况检查通报',
  '西藏自治区人民政府办公厅关于2022年第三季度全区政府网站和政务新媒体抽查情况的通报',
  '雅安市财政局关于2023年第二季度政府网站与政务新媒体自查情况的报告',
  '宜宾市林业和竹业局2024年第四季度政务公开网络平台自查整改报告',
  '筠连县2021年三季度政务公开平台自查报告',
  '2025年第二季度自查整改公开台账',
  '市水务局2025年第二季度自查整改情况',
]
const whole =
  /政务公开|政府网站|政府系统|政务新媒体|网络平台|林业和竹业局|人民政府|办公[室厅]|自查整改|(?:检查|抽查|自查|运行|整改)情况|通报|报告|台账|第.季度|\d{4}年|关于|[和与及](?=政|网|全)|情况的/g

const width = (text: string): number => [...text].length

describe.each(titles)('%s', (title) => {
  test('has no line break within a word', () => {
    const words = titleWords(title)
    expect(words.join('')).toBe(title)
    for (const [word] of title.matchAll(whole))
      expect([word, words.some((part) => part.includes(word))]).toEqual([word, true])
    for (const word of words) expect(word).not.toMatch(/^的|[和与及]$/)
  })

  test.each([20, 14])('fits into lines of %i characters, of similar length', (limit) => {
    const lines = titleLines(title, limit, width)
    expect(lines.join('')).toBe(title)
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(limit)
    // At most one line more than its length requires.
    expect(lines.length).toBeLessThanOrEqual(Math.ceil(width(title) / limit) + 1)
  })
})

test('a title without known words stays on one line if it fits, and no character is lost', () => {
  expect(titleLines('春眠不觉晓', 20, width)).toEqual(['春眠不觉晓'])
  expect(titleLines('春眠不觉晓', 2, width)).toEqual(['春眠不觉晓'])
  expect(titleLines('', 20, width)).toEqual([])
})

/** Vertical bars mark the ends of parts, brackets mark passages. */
const textOf = (some: readonly TitleNode[]): string =>
  some
    .map((node) => {
      if (node.type === 'text') return node.text
      if (node.type === 'passage') return `[${textOf(node.children)}]`
      return node.type === 'break' ? '/' : '|'
    })
    .join('')

test('the parts of a title do not end where its nodes do', () => {
  const nodes: Inline[] = [
    { type: 'text', text: '甲市关', offset: 0 },
    { type: 'text', text: '于', offset: 0 },
    {
      type: 'passage',
      of: 'period',
      anchor: 'p-period',
      offset: 0,
      children: [{ type: 'value', of: 'period', offset: 0 }],
    },
    { type: 'break' },
    { type: 'text', text: '政务', offset: 0 },
    { type: 'text', text: '公开情况的通报', offset: 0 },
  ]
  expect(textOf(titleNodes(nodes, () => '2024年第一季度'))).toBe(
    '甲市|关于|[2024年|第一季度|]/政务公开情况的|通报',
  )
})

describe('for any title', () => {
  const pieces = fc.constantFrom(
    ...[
      '2024年',
      '第一季度',
      '关于',
      '政府网站',
      '和',
      '政务新媒体',
      '检查情况',
      '的',
      '通报',
      '政',
      '务',
    ],
    ...['公开', 'A1 ', '（试行）', '𠮷', '、'],
  )
  const title = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''))

  test('its parts together are the title, and none is empty', () => {
    fc.assert(
      fc.property(title, (text) => {
        const words = titleWords(text)
        expect(words.join('')).toBe(text)
        expect(words).not.toContain('')
      }),
    )
  })

  test('its lines together are the title, end where parts end, and are too wide only if a part is', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 2, max: 30 }), (text, limit) => {
        const lines = titleLines(text, limit, width)
        expect(lines.join('')).toBe(text)
        const words = titleWords(text)
        const ends = new Set(words.map((_, n) => words.slice(0, n + 1).join('').length))
        let at = 0
        for (const line of lines) {
          expect(ends).toContain((at += line.length))
          expect(width(line) <= limit || words.includes(line)).toBe(true)
        }
      }),
    )
  })

  test('a narrower line never makes fewer lines', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 2, max: 30 }), fc.nat(10), (text, limit, more) => {
        const [narrow, wide] = [limit, limit + more].map((each) => titleLines(text, each, width))
        expect(narrow?.length).toBeGreaterThanOrEqual(wide?.length ?? 0)
      }),
    )
  })

  test('its parts end at the same places however its nodes divide it', () => {
    const nodes = fc.array(
      fc.oneof(
        pieces.map((text): Inline => ({ type: 'text', text, offset: 0 })),
        pieces.map((of): Inline => ({ type: 'value', of, offset: 0 })),
        fc.array(pieces, { maxLength: 3 }).map((all): Inline => ({
          type: 'passage',
          of: 'period',
          anchor: 'p-period',
          offset: 0,
          children: all.map((text) => ({ type: 'text', text, offset: 0 })),
        })),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(nodes, (some) => {
        const whole = inlineText(some, (of) => of)
        const marked = textOf(titleNodes(some, (of) => of)).replace(/[[\]]/g, '')
        expect(marked).toBe(
          textOf(titleNodes([{ type: 'text', text: whole, offset: 0 }], (of) => of)),
        )
        expect(marked.split('|')).toEqual(whole === '' ? [''] : titleWords(whole))
      }),
    )
  })
})
