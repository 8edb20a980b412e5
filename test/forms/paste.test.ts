import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '#forms/answers.ts'
import { forms } from '#forms/form-kinds.ts'
import { pastedCells } from '#forms/pasted-cells.ts'
import { withPasted, withPastedReport } from '#forms/paste.ts'

const fieldsOf = (kind: 'policies' | 'consultations') => {
  const shape = forms.openness.fields.find(({ key }) => key === kind)?.shape
  return shape?.kind === 'records' ? shape.fields : []
}
const pasted = (text: string, records: readonly Answers[] = []) =>
  withPasted('policies', fieldsOf('policies'), records, text, {
    unit: '市财政局',
    prefix: '2023-caizheng-',
  })
const lines = (...rows: readonly string[][]): string => rows.map((row) => row.join('\t')).join('\n')

test('rows of a spreadsheet become records, with the words and days of the sheet as the file has them', () => {
  const { records, added, notes } = pasted(
    lines(
      [
        '单位',
        '文件标题',
        '发文字号',
        '种类',
        '公开日期',
        '解读标题',
        '解读形式',
        '解读日期',
        '解读链接到文件',
      ],
      [
        '市财政局',
        '甲办法',
        '不适用',
        '行政规范性文件',
        '2023年5月1日',
        '甲解读',
        '图解',
        '2023/5/2',
        '是',
      ],
      ['', '甲办法', '', '', '', '甲视频', '视频', '2023-05-03', ''],
      ['', '乙办法', '示财规〔2023〕2号', '其他政策文件', '文件未写明', '', '', '', ''],
    ),
  )
  expect(notes).toEqual([])
  expect(added).toBe(2)
  expect(records).toEqual([
    {
      $id: '2023-caizheng-01',
      title: '甲办法',
      number: 'not-applicable',
      kind: 'normative',
      published: '2023-05-01',
      interpretation: {
        items: [
          { title: '甲解读', form: 'chart', published: '2023-05-02', links_to_policy: 'true' },
          { title: '甲视频', form: 'video', published: '2023-05-03' },
        ],
      },
    },
    {
      $id: '2023-caizheng-02',
      title: '乙办法',
      number: '示财规〔2023〕2号',
      kind: 'other',
      published: 'not-stated',
    },
  ])
})

test('a row changes the record with its id or title, and empty cells change nothing', () => {
  const records: Answers[] = [
    {
      $id: '2023-caizheng-01',
      title: '甲办法',
      kind: 'normative',
      url: 'https://www.example.com/1',
    },
    { $id: '2023-caizheng-05', title: '乙办法', kind: 'other' },
  ]
  const found = pasted(
    lines(
      ['编号', '文件标题', '种类', '文件网址'],
      ['', '甲办法', '重要政策文件', ''],
      ['2023-caizheng-05', '乙办法（修订）', '', ''],
      ['', '丙办法', '', ''],
    ),
    records,
  )
  expect([found.added, found.changed]).toEqual([1, 2])
  expect(found.records).toEqual([
    { ...records[0], kind: 'important' },
    { ...records[1], title: '乙办法（修订）' },
    { $id: '2023-caizheng-06', title: '丙办法' },
  ])
})

describe('what cannot be taken', () => {
  test('is named: rows of another unit, ids that are none, columns that nothing reads', () => {
    const { records, notes } = pasted(
      lines(
        ['单位', '编号', '文件标题', '责任人'],
        ['市教育局', '', '甲', ''],
        ['', '第1号', '乙', ''],
        ['', '', '丙', '某人'],
      ),
    )
    expect(records).toEqual([{ $id: '2023-caizheng-01', title: '丙' }])
    expect(notes).toEqual([
      '没有用到的列：责任人。',
      '第2行是“市教育局”的，没有加。',
      '第3行没有加：编号“第1号”只能用小写英文字母、数字和短横。',
    ])
  })

  test('leaves the form as it is: rows without their heading', () => {
    const records = [{ $id: '2023-caizheng-01', title: '甲' }]
    const found = pasted('甲\t乙\n丙\t丁', records)
    expect(found.records).toBe(records)
    expect(found.notes.join('')).toContain('请连表头一起复制')
  })

  test('stays as it was typed, for the check to name it: a word or a day that is none', () => {
    const { records } = pasted(lines(['文件标题', '种类', '公开日期'], ['甲', '规范', '5月1日']))
    expect(records[0]).toMatchObject({ kind: '规范', published: '5月1日' })
  })
})

test('consultations are pasted too, with their numbers and the day of their feedback', () => {
  const { records } = withPasted(
    'consultations',
    fieldsOf('consultations'),
    [],
    lines(['公告标题', '收到意见', '反馈日期'], ['甲公告', '12', '2023.4.20']),
    { unit: '市财政局', prefix: '2023-caizheng-c' },
  )
  expect(records).toEqual([
    {
      $id: '2023-caizheng-c1',
      title: '甲公告',
      received: '12',
      feedback: { published: '2023-04-20' },
    },
  ])
})

describe('documents of one title', () => {
  const heading = ['文件标题', '发文字号', '公开日期']
  const title = '关于任免职务的通知'
  const first = {
    $id: '2023-caizheng-01',
    title,
    number: '示财〔2023〕1号',
    published: '2023-01-05',
  }
  const idsOf = (row: string[], records: readonly Answers[] = [first]) =>
    pasted(lines(heading, row), records).records.map(({ $id }) => $id)

  test.each([
    ['another number', [title, '示财〔2023〕9号', '2023-09-05'], 2],
    ['another day, without a number', [title, '', '2023-09-05'], 2],
    ['the same number in other brackets', [title, '示财[2023]1号', '2023-01-06'], 1],
    ['neither number nor day', [title, '', ''], 1],
  ])('are one record or two: %s', (_, row, count) => {
    expect(idsOf(row)).toHaveLength(count)
  })

  test('are told in a note where nothing tells them apart', () => {
    const second = { ...first, $id: '2023-caizheng-02', number: '示财〔2023〕9号' }
    const { records, notes } = pasted(lines(heading, [title, '', '']), [first, second])
    expect(records).toEqual([first, second])
    expect(notes.join()).toContain('第2行没有加：同名的有几条')
    expect(idsOf([title, '示财〔2023〕9号', ''], [first, second])).toHaveLength(2)
  })
})

test('a pasted record never gets the id of a removed one', () => {
  const { records } = withPasted('policies', fieldsOf('policies'), [], '文件标题\n甲', {
    unit: '市财政局',
    prefix: '2023-caizheng-',
    used: ['2023-caizheng-01', '2023-caizheng-02'],
  })
  expect(records.map(({ $id }) => $id)).toEqual(['2023-caizheng-03'])
})

test.each(['还没有公布', 'not-yet'])('a feedback that is %s is the word of the file', (typed) => {
  const { records } = withPasted(
    'consultations',
    fieldsOf('consultations'),
    [],
    lines(['公告标题', '反馈日期'], ['甲公告', typed]),
    { unit: '市财政局', prefix: '2023-caizheng-c' },
  )
  expect(records[0]?.['feedback']).toBe('not-yet')
})

describe('cells as spreadsheet programs copy them', () => {
  test('a cell of several lines is in quotes, and quotes in it are doubled', () => {
    expect(pastedCells('甲\t"一\n二""三"""\r\n\r\n乙\t丙\r\n')).toEqual([
      ['甲', '一\n二"三"'],
      ['乙', '丙'],
    ])
  })

  test('quotes inside a cell are text', () => {
    expect(pastedCells('甲"乙"丙\t"丁"戊\n"己')).toEqual([['甲"乙"丙', '"丁"戊'], ['"己']])
  })

  test('no character of any text is lost but quotes and white space', () => {
    const bare = (text: string): string => text.replace(/["\s]/g, '')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲1"\t\r\n ') }), (text) => {
        expect(bare(pastedCells(text).flat().join(''))).toBe(bare(text))
      }),
    )
  })
})

test('several means in a cell, and the steps of 三同步, become the codes of the file', () => {
  const steps = pasted(
    lines(
      ['单位', '文件标题', '同步起草', '同步审批', '同步发布', '不报送的理由'],
      ['', '甲办法', '是', '文件未写明', '否', '内部管理'],
    ),
  )
  expect(steps.records[0]).toMatchObject({
    interpretation: { together: { drafted: 'true', reviewed: 'not-stated', published: 'false' } },
    gazette: { reason: '内部管理' },
  })
  const { records } = withPasted(
    'consultations',
    fieldsOf('consultations'),
    [],
    lines(['公告标题', '方式', '涉及经营主体'], ['公告', '公开征集、听证会', '是']),
    { unit: '市财政局', prefix: '2023-caizheng-c' },
  )
  expect(records[0]).toMatchObject({ means: ['notice', 'hearing'], market_entities: 'true' })
})

test('a column is known by the heading of the template, by that of the form and as offices write it', () => {
  for (const [title, number, url] of [
    ['文件标题', '发文字号', '文件网址'],
    ['标题 *', '文号', '网址'],
    ['文件名称（必填）', '发文字号：', '网 址'],
  ] as const) {
    const { records, notes } = pasted(
      lines([title, number, url], ['甲办法', '示财规〔2023〕2号', 'https://www.example.com/1']),
    )
    expect(notes).toEqual([])
    expect(records).toEqual([
      {
        $id: '2023-caizheng-01',
        title: '甲办法',
        number: '示财规〔2023〕2号',
        url: 'https://www.example.com/1',
      },
    ])
  }
})

test('a day with full-width digits is understood', () => {
  const { records } = pasted(lines(['文件标题', '公开日期'], ['甲办法', '２０２３年６月１５日']))
  expect(records[0]).toMatchObject({ published: '2023-06-15' })
})

test('rows of other units are left out where the column is called 单位名称', () => {
  const { added, notes } = pasted(
    lines(['单位名称', '文件标题'], ['市教育局', '甲办法'], ['市财政局', '乙办法']),
  )
  expect([added, notes]).toEqual([1, ['第2行是“市教育局”的，没有加。']])
})

describe('the annual report', () => {
  const shape = forms.openness.fields.find(({ key }) => key === 'annual_report')?.shape
  const fields = shape?.kind === 'group' ? shape.fields : []
  const report = (text: string, before: Answers = { url: 'a' }) =>
    withPastedReport(fields, before, text, { unit: '市财政局', year: '2023' })

  test('is pasted from its sheet; an empty cell changes nothing', () => {
    expect(
      report(lines(['单位', '公布日期', '网址'], ['市财政局', '2024年1月28日', ''])).report,
    ).toEqual({ published: '2024-01-28', url: 'a' })
  })

  test('is left as it was where no row, or more than one, is the unit’s', () => {
    for (const [text, why] of [
      ['市财政局\t2024-01-28', '请连表头一起复制'],
      [lines(['单位', '公布日期'], ['市教育局', '2024-01-28']), '没有“市财政局”的一行'],
      [lines(['公布日期'], ['2024-01-28'], ['2024-01-29']), '有2行'],
    ] as const) {
      const { report: found, notes } = report(text)
      expect(found).toBeNull()
      expect(notes.join('')).toContain(why)
    }
  })

  test('of another unit is never taken, whatever the column of the unit is called', () => {
    const day = '2024-01-28'
    for (const text of [
      lines(['单位名称', '公布日期'], ['市教育局', day]),
      lines(['责任部门', '公布日期'], ['市教育局', day]),
      lines(['', '公布日期'], ['市教育局', day]),
      lines(['公布日期', '网址'], [day, 'b', '市教育局']),
      lines(['单位', '公布日期'], ['市教育局', day], ['', day]),
    ])
      expect(report(text)).toMatchObject({ report: null })
    expect(report(lines(['责任部门', '公布日期'], ['市教育局', day])).notes).toEqual([
      '没有用到的列：责任部门。',
      '看不出这一行是不是“市财政局”的，什么也没有加。请加上“单位”一列，或者只复制“公布日期”“网址”两列。',
    ])
  })

  test('is taken by the unit’s name, with the columns that were not used told', () => {
    const found = report(lines(['单位名称', '公布日期', '备注'], ['市财政局', '2024/1/28', '无']))
    expect(found).toEqual({
      report: { published: '2024-01-28', url: 'a' },
      notes: ['没有用到的列：备注。'],
    })
    const alone = report(lines(['公布日期'], ['2024-01-28']))
    expect(alone).toEqual({ report: { published: '2024-01-28', url: 'a' }, notes: [] })
  })

  test('of another year is refused; of several years the row of the form’s year is taken', () => {
    const of = (...rows: readonly string[][]) =>
      report(lines(['单位', '年度', '公布日期'], ...rows.map((row) => ['市财政局', ...row])))
    expect(of(['2022', '2024-01-28'])).toEqual({
      report: null,
      notes: ['“年度”写的是“2022”，这里填2023年的年度报告，什么也没有加。'],
    })
    expect(of(['2022年', '2023-01-20'], ['2023年度', '2024-01-28']).report).toMatchObject({
      published: '2024-01-28',
    })
    const early = report(lines(['公布日期'], ['2023年1月20日']))
    expect(early.report).toBeNull()
    expect(early.notes.join('')).toContain('公布日期2023-01-20，2023年还没有过完')
  })

  test('with another day and no address does not keep the address of the day before', () => {
    const before = { published: '2024-01-20', url: 'a' }
    const sheet = (day: string) => lines(['单位', '公布日期', '网址'], ['市财政局', day, ''])
    const { report: found, notes } = report(sheet('2024-01-28'), before)
    expect(found).toEqual({ published: '2024-01-28', url: '' })
    expect(notes.join('')).toContain('原来的网址已经清空：a')
    expect(report(sheet('2024-01-20'), before)).toEqual({ report: before, notes: [] })
  })
})
