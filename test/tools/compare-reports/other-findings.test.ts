import { describe, expect, test } from 'vitest'
import { sha256 } from '#model/sha256.ts'
import { linesOfText } from '#read/documents/document-lines.ts'
import { textOfHtml } from '#read/documents/html-text.ts'
import { addUp } from '#tools/compare-reports/carried-over.ts'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { proposalsOf } from '#tools/compare-reports/proposals.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import { changedNumbers } from '#tools/compare-reports/repeated-facts.ts'
import { orderMistake, sideYears, yearsText } from '#tools/compare-reports/words.ts'
import { unitOfFile, yearOfTitle } from '#tools/compare-reports/unit-name.ts'
import { asText, fictionalReport, mapSentences, nextYear } from '../../support/annual-reports.ts'

const options = { form: usualForm(), thresholds: usualThresholds() }
const folder = (name: string, texts: Readonly<Record<string, string>>) => ({
  name,
  documents: Object.entries(texts).map(([path, text]) => ({
    path,
    sha256: sha256(Buffer.from(text)),
    content: linesOfText(text),
  })),
})

/** What the comparison finds in two reports of one unit. */
function pairOf(now: string, last: string) {
  const { records } = compareReports(
    folder('2023', { '示例局.txt': now }),
    folder('2022', { '示例局.txt': last }),
    options,
  )
  const pair = records[0]?.pair
  if (pair === null || pair === undefined) throw new Error('the reports were not compared')
  return {
    ...pair,
    shown: (list: typeof pair.figures) =>
      list.map(({ current }) => pair.current.document.text.slice(current.start, current.end)),
  }
}
const reportOf = (text: string): string => `一、总体情况\n${text}\n`

describe('figures that stand again', () => {
  const sentence = (courses: string): string =>
    `全年共举办政务公开专题业务培训${courses}，覆盖全部股室和直属单位的工作人员。`
  const figuresOf = (now: string, last: string): string[][] =>
    pairOf(reportOf(sentence(now)), reportOf(sentence(last))).figures.map(({ values }) => [
      ...values,
    ])
  const changesOf = (now: string, last: string): number => {
    const { current, before, runs } = pairOf(reportOf(sentence(now)), reportOf(sentence(last)))
    return changedNumbers(current, before, runs).current.length
  }

  test.each([
    ['3期', '三期'],
    ['三期', '3期'],
    ['35期', '三十五期'],
    ['2次', '两次'],
    ['105人', '一百零五人'],
  ])('are the same in Chinese numerals: %s and %s', (now, last) => {
    expect(figuresOf(now, last)).toHaveLength(1)
    expect(changesOf(now, last)).toBe(0)
  })

  test.each([
    ['4期', '三期'],
    ['五期', '三期'],
  ])('are none where the number is another one: %s and %s', (now, last) => {
    expect(figuresOf(now, last)).toEqual([])
    expect(changesOf(now, last)).toBe(1)
  })

  test.each(['，学习二十大精神', '，推进最多跑一次改革'])(
    'are none in a phrase with a numeral: %s',
    (phrase) => {
      expect(figuresOf(phrase, phrase)).toEqual([])
    },
  )
})

describe('a year left standing', () => {
  const sentence = (year: number): string =>
    `${year}年，我局扎实推进政务公开各项工作，群众满意度稳步提升。`

  test('is that of the last report, in a sentence of the last report', () => {
    const { years, shown } = pairOf(reportOf(sentence(2022)), reportOf(sentence(2022)))
    expect(shown(years)).toEqual([sentence(2022)])
  })

  test('is found in Chinese numerals too', () => {
    const text = reportOf('二〇二二年，我局扎实推进政务公开各项工作，群众满意度稳步提升。')
    expect(pairOf(text, text).years).toHaveLength(1)
  })

  test('is no year that was changed, and none with which this year is compared', () => {
    expect(pairOf(reportOf(sentence(2023)), reportOf(sentence(2022))).years).toEqual([])
    const compared = (year: number): string =>
      `与${year}年相比，我局公开的各类政府信息数量有了明显的增长。`
    expect(pairOf(reportOf(compared(2022)), reportOf(compared(2021))).years).toEqual([])
  })

  test('is no year in the title or number of a document', () => {
    const cited = '我局认真落实《2022年政务公开工作要点》和示府办〔2022〕3号文件提出的各项任务。'
    expect(pairOf(reportOf(cited), reportOf(cited)).years).toEqual([])
  })
})

describe('a year that is stated outside of the sentences that are compared', () => {
  const report = (title: string, period: string): string =>
    `${title}\n根据条例编制本报告，${period}。\n${reportOf('按时公开预算和决算，群众来信全部办结。')}`
  const titleOf = (year: string): string => `示例局${year}年政府信息公开工作年度报告`
  const periodOf = (year: string): string => `统计期限自${year}年1月1日起至12月31日止`
  const last = report(titleOf('2022'), periodOf('2022'))

  test('is left standing in the title or in the period of the figures', () => {
    const { years, shown } = pairOf(report(titleOf('2022'), periodOf('２０２２')), last)
    expect(shown(years)).toEqual([
      '示例局2022年政府信息公开工作年度报告',
      '根据条例编制本报告，统计期限自２０２２年1月1日起至12月31日止。',
    ])
  })

  test('is none where the report states its own year too, or has a title without a year', () => {
    expect(pairOf(report(titleOf('2023'), periodOf('2023')), last).years).toEqual([])
    const page = `${titleOf('2023')}\n上一篇：${titleOf('2022')}`
    expect(pairOf(report(page, periodOf('2023')), last).years).toEqual([])
    const other = `示例局政府信息公开年报\n上一篇：${titleOf('2022')}`
    expect(pairOf(report(other, periodOf('2023')), last).years).toEqual([])
  })
})

describe('a year that is stated rightly', () => {
  const own = (title: string, period = ''): string =>
    `${title}\n${period}\n${reportOf('按时公开预算和决算，群众来信全部办结。')}`
  const last = own(
    '示例局2022年政府信息公开工作年度报告',
    '统计期限自2021年12月1日至2022年11月30日。',
  )

  test.each([
    [
      'a period that begins in the year before',
      own('示例局2023年政府信息公开工作年度报告', '统计数据期限自2022年12月1日至2023年11月30日。'),
    ],
    [
      'a period in Chinese numerals',
      own('示例局年报', '统计期限自二〇二二年十二月一日至二〇二三年十一月三十日。'),
    ],
    [
      'a link before the title',
      own('上一篇：2022年政府信息公开工作年度报告\n示例局政府信息公开工作年度报告'),
    ],
    [
      'a title in Chinese numerals',
      own('示例局2022年政府信息公开工作年度报告选登\n示例局二〇二三年政府信息公开工作年度报告'),
    ],
    ['a title that is cited', own('根据《关于做好2022年政府信息公开工作年度报告的通知》编制')],
  ])('is not that of the year before: %s', (_, now) => {
    expect(pairOf(now, last).years).toEqual([])
  })

  test('is left standing in Chinese numerals, and at both ends of a period', () => {
    const { years } = pairOf(
      own('示例局二〇二二年政府信息公开工作年度报告', '统计期限自2021年12月1日至2022年11月30日。'),
      last,
    )
    expect(years.map(({ where }) => where)).toEqual(['title', 'period'])
  })
})

describe('a proposal on a year', () => {
  const title = (year: string): string => `示例局${year}政府信息公开工作年度报告\n`
  const text = reportOf('2022年，我局扎实推进政务公开各项工作，群众满意度稳步提升。')
  const saysOf = (now: string, last: string): string[] =>
    proposalsOf(
      compareReports(
        folder('2023', { '示例局.txt': now }),
        folder('2022', { '示例局.txt': last }),
        options,
      ),
    ).flatMap(({ kind, says }) => (kind === 'left-over-year' ? [says] : []))

  test('says of the last report only what was found there', () => {
    const other = reportOf('按时公开预算和决算，群众来信全部办结。')
    expect(saysOf(title('2022年') + other, title('2022年') + other)).toEqual([
      '年度报告标题写的是2022年',
    ])
    expect(saysOf(title('2022年') + other, title('') + other)).toEqual([
      '年度报告标题写的是2022年，上年报告里没有找到写2022年的标题',
    ])
    expect(saysOf(text, text)).toEqual(['年度报告有1句写2022年，上年报告里有相同的文字'])
  })
})

describe('the years of two folders', () => {
  const report = (year: number, word: string): string =>
    `示例局${year}年政府信息公开工作年度报告\n${reportOf(`${word}推进公开，全年办结来信。`)}`
  const compared = (now: readonly [string, number], last: readonly [string, number], units = 3) => {
    const texts = (year: number) =>
      Object.fromEntries(
        ['甲局', '乙局', '丙局'].slice(0, units).map((unit) => [`${unit}.txt`, report(year, unit)]),
      )
    return compareReports(folder(now[0], texts(now[1])), folder(last[0], texts(last[1])), options)
  }
  const leftOver = ({ records }: ReturnType<typeof compared>): number =>
    records.reduce((sum, { pair }) => sum + (pair?.years.length ?? 0), 0)

  test('named by the year of publication accuse no unit, and the comparison says so', () => {
    const comparison = compared(['2024', 2023], ['2023', 2022], 2)
    expect(leftOver(comparison)).toBe(0)
    expect(comparison).toMatchObject({ year: 2023, lastYear: 2022, areYearsCertain: false })
    expect(comparison.notes.join()).toContain(
      '文件夹“2024”写的是2024年，里面多数报告的标题写的是2023年',
    )
    expect(proposalsOf(comparison).every(({ about }) => about === undefined)).toBe(true)
  })

  test('that most titles of this year contradict accuse no unit', () => {
    const comparison = compared(['2023', 2022], ['2022', 2022])
    expect(leftOver(comparison)).toBe(0)
    expect(comparison.notes).toHaveLength(1)
  })

  test('are printed as they were read, never counted back from the other one', () => {
    const comparison = compared(['2023', 2023], ['2020', 2020])
    expect(yearsText(comparison)).toBe('2023年与2020年')
    expect(sideYears(comparison)).toEqual(['2023年', '2020年'])
    expect(
      proposalsOf(comparison).filter(({ says, about }) => says.includes('上年') || about),
    ).toEqual([])
    expect(sideYears(compared(['2023', 2023], ['2022', 2022]))).toEqual([
      '本年（2023年）',
      '上年（2022年）',
    ])
    const unknown = { year: 2023, lastYear: null, folders: comparison.folders }
    expect(yearsText(unknown)).toBe('2023年与年份不明的报告')
  })

  test('have to be in order', () => {
    expect(orderMistake(compared(['2022', 2022], ['2023', 2023]))).toBe(
      '“2023”是2023年的报告，“2022”是2022年的：先写上年的文件夹，再写本年的。',
    )
    expect(orderMistake(compared(['a/2023', 2023], ['b/2023', 2023]))).not.toBeNull()
    expect(orderMistake(compared(['2023', 2023], ['2022', 2022]))).toBeNull()
  })
})

describe('the same figures', () => {
  const sentence = (count: number): string =>
    `一年来我局通过门户网站和政务新媒体公开财政预算信息${count}条，反映良好。`

  test('are told with their sentence', () => {
    const { figures, shown } = pairOf(reportOf(sentence(128)), reportOf(sentence(128)))
    expect(shown(figures)).toEqual([sentence(128)])
    expect(figures[0]?.values).toEqual(['128'])
  })

  test('are no changed figures, no zero and no days or clauses', () => {
    expect(pairOf(reportOf(sentence(129)), reportOf(sentence(128))).figures).toEqual([])
    expect(pairOf(reportOf(sentence(0)), reportOf(sentence(0))).figures).toEqual([])
    const days = '我局按照条例第20条的规定于每年1月31日前向社会公布政府信息公开工作年度报告。'
    expect(pairOf(reportOf(days), reportOf(days)).figures).toEqual([])
    const terms = '群众通过12345政务服务热线提出的诉求我局均在24小时内签收并在5个工作日内答复。'
    expect(pairOf(reportOf(terms), reportOf(terms)).figures).toEqual([])
  })
})

describe('what goes over from one year to the next', () => {
  const tables = (
    [issued, abolished, valid]: readonly number[],
    [received, from, handled, left]: readonly number[],
    separator = '\t',
  ): string => {
    const row = (label: string, n: number | undefined): string =>
      [label, n, 0, 0, 0, 0, 0, n].join(separator)
    return [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].join(separator),
      ['规章', 0, 0, 0].join(separator),
      ['行政规范性文件', issued, abolished, valid].join(separator),
      row('一、本年新收政府信息公开申请数量', received),
      row('二、上年结转政府信息公开申请数量', from),
      row('（七）总计', handled),
      row('四、结转下年度继续办理', left),
    ].join('\n')
  }
  const sums = (now: string, last: string) => addUp(linesOfText(now), linesOfText(last))
  const last = tables([3, 1, 20], [12, 0, 10, 2])

  test.each(['\t', ' ', '\n', ' | ', '|\n'])('adds up, with %j between the cells', (separator) => {
    const { mistakes, unchecked } = sums(tables([2, 1, 21], [5, 2, 6, 1], separator), last)
    expect({ mistakes, unchecked }).toEqual({ mistakes: [], unchecked: [] })
  })

  test('is told where it does not add up', () => {
    const { mistakes } = sums(tables([2, 1, 25], [5, 0, 6, 1]), last)
    expect(mistakes.map(({ what, expected, printed }) => [what, expected, printed])).toEqual([
      ['本年申请的收和办', -1, 1],
      ['上年结转政府信息公开申请数量', 2, 0],
      ['行政规范性文件现行有效件数', 21, 25],
    ])
  })

  test('is not judged where a cell is empty or a table is of another form', () => {
    const { mistakes, unchecked } = sums('行政规范性文件\t1\t\n四、结转下年度继续办理\t\t\t0', last)
    expect(mistakes).toEqual([])
    expect(unchecked).toHaveLength(4)
  })
})

test('nothing goes over between reports that are not of years in a row', () => {
  const table = (left: number, from: number): string =>
    [
      ['二、上年结转政府信息公开申请数量', from, 0, 0, 0, 0, 0, from].join('\t'),
      ['四、结转下年度继续办理', left, 0, 0, 0, 0, 0, left].join('\t'),
    ].join('\n')
  const sums = (lastYear: string) =>
    compareReports(
      folder('2023', { '示例局.txt': reportOf(`全年公开信息。\n${table(0, 1)}`) }),
      folder(lastYear, { '示例局.txt': reportOf(`全年公开信息。\n${table(5, 0)}`) }),
      options,
    ).records[0]?.pair?.sums
  expect(sums('2022')?.mistakes).toHaveLength(1)
  expect(sums('2021')).toMatchObject({ mistakes: [], checked: [] })
})

describe('a draft that several units share', () => {
  const draft =
    '为做好汛期信息公开，信息中心会同各科室逐日汇总雨情水情，每两小时向社会推送一次，并把避险转移路线绘成地图张贴到村。'
  const reports = Object.fromEntries(
    Array.from({ length: 10 }, (_, n) => {
      const report = fictionalReport('shared', n, 2023)
      const list = report.overall['主动公开'] ?? []
      const overall = { ...report.overall, 主动公开: n < 4 ? [...list, draft] : list }
      return [`${report.unit}.txt`, asText({ ...report, overall })]
    }),
  )

  test('is told with its units, and lowers nobody’s reuse', () => {
    const comparison = compareReports(folder('2023', reports), folder('2022', reports), options)
    expect(comparison.shared.map((one) => one.reports.length)).toEqual([4])
    const [found] = comparison.shared
    const [passage] = found?.passages ?? []
    for (const [n, { from, to }] of (passage?.places ?? []).entries()) {
      const { normalized, document } = found?.reports[n] as NonNullable<
        typeof found
      >['reports'][number]
      const text = document.text.slice(normalized.starts[from], normalized.ends[to - 1])
      expect(draft).toContain(text)
      expect(text.length).toBeGreaterThan(50)
    }
    expect(comparison.records.map(({ reuse }) => reuse)).toEqual(Array(10).fill(100))
  })

  test('without a year before, each report is compared with the nearest one of another unit', () => {
    const report = fictionalReport('shared', 20, 2023)
    const copies = { ...reports, '甲局.txt': asText(report), '乙局.txt': asText(report) }
    const { records } = compareReports(folder('2023', copies), null, options)
    const found = records.filter(({ outcome }) => outcome === 'found')
    expect(found.map(({ unit, other, reuse }) => [unit, other, reuse])).toEqual([
      ['乙局', '甲局', 100],
      ['甲局', '乙局', 100],
    ])
  })
})

describe('what cannot be told', () => {
  const text = asText(fictionalReport('told', 1, 2023))
  test.each([
    ['没有上年的报告', { '甲局.txt': text }, {}],
    ['没有本年的报告', {}, { '甲局.txt': text }],
    ['有2个文件', { '甲局.txt': text, '甲局年度报告.html': `${text}新。` }, { '甲局.txt': text }],
    [
      '有2022、2023年的2个文件，要一年放一个文件夹',
      { '甲局/2022年报.txt': text, '甲局/2023年报.jpg': '' },
      { '甲局.txt': text },
    ],
    [
      '有2个文件',
      { '甲局关于报送年度报告的函.txt': text, '附件：甲局年度报告.txt': '全年公开信息。' },
      { '甲局.txt': text },
    ],
    ['有2个文件', { '甲局.txt': '全年公开信息。'.repeat(50), '甲局/附件1.txt': '全年。' }, {}],
  ])('has its reason: %s', (reason, now, last) => {
    const { records } = compareReports(folder('now', now), folder('last', last), options)
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ unit: '甲局', outcome: 'cannot-tell', reuse: null })
    expect(records[0]?.reason).toContain(reason)
  })
})

test.each<Record<string, 'report' | 'picture' | 'table'>>([
  { '甲局/年度报告.docx': 'report', '甲局/附件1.jpg': 'picture', '甲局/附表2.docx': 'table' },
  { '甲局.docx': 'report', '甲局/正文.docx': 'report' },
  { '甲局/2022年年报.txt': 'report', '甲局/2024-01-15.jpg': 'picture' },
  { '甲局/2022年年报.txt': 'report', '甲局/附件2021年.txt': 'table' },
])('the only report among the files of a unit is compared, which is noted: %j', (files) => {
  const text = asText(fictionalReport('among', 1, 2022))
  const kinds = { report: text, picture: '', table: '项目\t金额\n培训\t3\n' }
  const now = Object.entries(files).map(([path, kind]) => [path, kinds[kind]] as const)
  const { records } = compareReports(
    folder('2023', Object.fromEntries(now)),
    folder('2022', { '甲局.txt': text }),
    options,
  )
  expect(records.map(({ unit, reuse }) => [unit, reuse])).toEqual([['甲局', 100]])
  for (const [path] of now) expect(records[0]?.notes.join()).toContain(path)
})

test('a text from a script is noted', () => {
  const text = asText(fictionalReport('script', 1, 2022))
  const page = textOfHtml(`<p>首页</p><script>a = ${JSON.stringify(text)}</script>`)
  const { records } = compareReports(
    { name: '2023', documents: [{ path: '甲局.html', sha256: sha256(''), content: page }] },
    folder('2022', { '甲局.txt': text }),
    options,
  )
  expect(records[0]?.reuse).toBe(100)
  expect(records[0]?.notes).toEqual(['甲局.html 的正文是从网页的脚本里读出来的，请核对'])
})

test('what was not compared is noted with its year', () => {
  const text = asText(fictionalReport('among', 1, 2022))
  const files = { '甲局.docx': text, '甲局/附件1.jpg': '' }
  const { records } = compareReports(folder('2023', files), folder('2022', files), options)
  expect(records[0]?.notes).toEqual([
    '甲局：本年比的是 甲局.docx，没有比 甲局/附件1.jpg',
    '甲局：上年比的是 甲局.docx，没有比 甲局/附件1.jpg',
  ])
})

test.each([
  ['市财政局.docx', '市财政局'],
  ['市财政局2023年政府信息公开工作年度报告.pdf', '市财政局'],
  ['2023年市财政局政府信息公开年报（定稿）.html', '市财政局'],
  ['市财政局-2023.txt', '市财政局'],
  ['caizheng.txt', 'caizheng'],
  ['市财政局/2023年年报.docx', '市财政局'],
  ['2023年/市财政局/t20240115_3271106.html', '市财政局'],
  ['2023年度报告.txt', null],
  ['附件1：市财政局二〇二三年政府信息公开工作年度报告.pdf.docx', '市财政局'],
  ['市财政局关于2023年政府信息公开工作情况的报告.docx', '市财政局'],
  ['市财政局关于报送2023年政府信息公开工作年度报告的函.docx', '市财政局'],
  ['关于印发《市财政局2023年政府信息公开工作年度报告》的通知.html', '市财政局'],
  ['市财政局 2023 年 信息公开 年度 报告（最终版）.txt', '市财政局'],
  ['市财政局2023年政府信息公开年报（2024.1.29）.docx', '市财政局'],
  ['市财政局_20240115103000.docx', '市财政局'],
  ['附件1市财政局2023年政府信息公开工作年度报告.docx', '市财政局'],
  ['附件一：市财政局2023年政府信息公开工作年度报告.docx', '市财政局'],
  ['附件：十堰市财政局.docx', '十堰市财政局'],
  ['市财政局关于2023年政府信息公开工作年度报告的报告.docx', '市财政局'],
  ['市财政局2023年1-12月政府信息公开工作报告.docx', '市财政局'],
  ['市财政局2023年1月15日.docx', '市财政局'],
  ['市财政局/t20240115.html', '市财政局'],
  ['市财政局/t20240115_年报.html', '市财政局'],
  ['市财政局/post_20240115.html', '市财政局'],
  ['市财政局/20240115/art_1.html', '市财政局'],
  ['t20240115.html', 't20240115'],
])('the file %s is of the unit %s', (path, unit) => {
  expect(unitOfFile(path)).toBe(unit)
})

test('the year of a report is in its title', () => {
  expect(yearOfTitle('示例市财政局２０２３年 政府信息公开工作年度报告')).toBe(2023)
  expect(yearOfTitle('示例市财政局工作总结')).toBeNull()
})

test('the year of a comparison is that of its folder, and of copied titles at least the year after', () => {
  const text = asText(fictionalReport('year', 1, 2022))
  const yearOf = (now: string, last: string): number | null =>
    compareReports(folder(now, { 'a.txt': text }), folder(last, { 'a.txt': text }), options).year
  expect([yearOf('年报/2024年/', '2023'), yearOf('now', 'last'), yearOf('now', '2025')]).toEqual([
    2024, 2023, 2022,
  ])
})

test('a copy with one new sentence is found as a copy', () => {
  const report = fictionalReport('one', 3, 2022)
  let isFirst = true
  const next = mapSentences(nextYear.copied(report), (one) => {
    if (!isFirst) return one
    isFirst = false
    return '今年首次邀请大学生志愿者体验办事流程。'
  })
  const { records } = compareReports(
    folder('2023', { 'a.txt': asText(next) }),
    folder('2022', { 'a.txt': asText(report) }),
    options,
  )
  expect(records[0]?.reuse).toBeGreaterThan(95)
})
