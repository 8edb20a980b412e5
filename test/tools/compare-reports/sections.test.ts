import { describe, expect, test } from 'vitest'
import { linesOfText, type DocumentText } from '#read/documents/document-lines.ts'
import { textOfHtml } from '#read/documents/html-text.ts'
import { narrativeOf, withOpening } from '#tools/compare-reports/sections.ts'
import { brokenLines } from '../../support/chinese-pdf.ts'

/** The paragraphs that are compared, by their section. */
function comparedIn(document: DocumentText): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { section, spans } of narrativeOf(document).paragraphs)
    (found[section] ??= []).push(
      spans.map(({ start, end }) => document.text.slice(start, end).trim()).join(''),
    )
  return found
}

const sentence = '全年公开预算信息12条，群众来信全部办结。'
const other = '栏目更新不够及时，下一步安排专人每周检查一次。'
const fee = '本年度没有收取信息处理费。'

const report = (overall: string, problems: string, others: string): string =>
  [
    '示例市财政局2023年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》的规定，编制本报告。',
    overall,
    sentence,
    '二、主动公开政府信息情况',
    '行政规范性文件\t1\t0\t3',
    '三、收到和处理政府信息公开申请情况',
    '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
    '四、政府信息公开行政复议、行政诉讼情况',
    '0\t0\t0\t0\t0',
    problems,
    other,
    others,
    fee,
  ].join('\n')

test.each([
  ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'],
  ['一、总体情况', '五、政府信息公开工作存在的主要问题及改进情况', '六、其他需要报告的事项'],
  ['一、 总 体 情 况', '五、存在问题和改进措施', '六、其它需要报告事项'],
  ['一、政府信息公开总体工作情况', '五、工作中存在的不足及下一步打算', '六、其他需报告事项'],
  ['一、概述', '五、存在的困难和问题', '六、其他事项'],
  ['总体情况', '存在的主要问题及改进情况', '其他需要报告的事项'],
  ['第一部分 总体情况', '第五部分 存在的主要问题及改进情况', '第六部分 其他需要报告的事项'],
  ['一、政府信息公开工作开展情况', '五、存在问题及改进情况', '六、其他需要报告的事项'],
  ['１．总体情况', '５．存在的主要问题及改进情况', '６．其他需要报告的事项'],
])(
  'the sections below “%s”, “%s” and “%s” are compared, the tables between are not',
  (...titles) => {
    const [overall, problems, others] = titles
    expect(comparedIn(linesOfText(report(overall, problems, others)))).toEqual({
      总体情况: [sentence],
      存在问题: [other],
      其他事项: [fee],
    })
  },
)

test('headings, the opening formula, addresses, the day and the foot of a page are left out', () => {
  const text = [
    '目录',
    '一、总体情况........1',
    '六、其他需要报告的事项……6',
    '一、总体情况',
    '根据《中华人民共和国政府信息公开条例》要求，编制本报告。本报告所列数据的统计期限为2023年1月1日至12月31日。' +
      sentence,
    '（一）主动公开',
    '（二）依申请公开情况。' + sentence,
    '— 3 —',
    '六、其他需要报告的事项',
    fee + '如对本报告有疑问，请联系办公室，联系电话：0830-0000000。',
    '2024年1月20日',
    '示例市财政局办公室主办的网站版权所有，未经许可不得转载。',
  ].join('\n')
  expect(comparedIn(linesOfText(text))).toEqual({
    总体情况: [sentence, sentence],
    其他事项: [fee],
  })
})

test('what a portal has around a report and the tables of its layout do not matter', () => {
  const text = report('一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项')
  const body = text
    .split('\n')
    .map((line) =>
      line.includes('\t')
        ? `<table><tr>${line
            .split('\t')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr></table>`
        : `<p>　　${line}</p>`,
    )
    .join('')
  const html = `<body><div><a>政府信息公开年报</a><a>其他</a></div><table><tr><td>${body}</td>
    <td><p>相关链接</p></td></tr></table><p>【打印】【关闭窗口】</p><p>这个网站由示例市人民政府办公室主办，欢迎提出意见建议。</p></body>`
  expect(comparedIn(textOfHtml(html))).toEqual({
    总体情况: [sentence],
    存在问题: [other],
    其他事项: [fee],
  })
})

test('a sentence of the narrative that speaks of reports and plans is no formula', () => {
  const narrative = [
    '按照市政府办公室的部署，逐月制定公开计划，定期向分管领导报告进展。',
    '根据群众来信，形成调研报告三份，全部向社会公开。',
    '按时公布了上年的工作总结和各类统计数据。',
  ]
  expect(comparedIn(linesOfText(`一、总体情况\n${narrative.join('\n')}`))).toEqual({
    总体情况: narrative,
  })
  const formulas = [
    '根据《中华人民共和国政府信息公开条例》的规定，特制定本报告。',
    '按照国办公开办函〔2021〕30号文件要求，编制2023年政府信息公开工作年度报告。',
    '现将2023年政府信息公开工作年度报告公布如下：',
    '本年度报告由六个部分组成。',
    '本年报依据国务院令第711号撰写。',
    '全文包括总体情况、主动公开政府信息情况等六个部分。',
    '本报告中使用数据统计期限为2023年1月1日至12月31日。',
    '本年度报告电子版可从示例市人民政府网站下载。',
    '现将2023年工作情况汇报如下：',
  ]
  expect(
    comparedIn(linesOfText(`一、总体情况\n${formulas.join('\n')}\n${narrative[0] ?? ''}`)),
  ).toEqual({
    总体情况: [narrative[0]],
  })
})

test('only a sentence that tells the period of the figures is a formula, not one about their scope', () => {
  const scope = '报告数据统计范围覆盖全部直属事业单位，由办公室逐家核对后汇总。'
  const periods = [
    '本报告所列数据的统计期限为2023年1月1日至12月31日。',
    '报告中数据统计范围为2023年1月1日至2023年12月31日。',
    '所列数据统计时间从二〇二三年一月一日起。',
  ]
  expect(comparedIn(linesOfText(`一、总体情况\n${scope}\n${periods.join('\n')}`))).toEqual({
    总体情况: [scope],
  })
})

test('lines broken by printing are joined into sentences', () => {
  const long = `${sentence}${other}${sentence}`
  const pages = brokenLines(`一、总体情况\n　　${long}\n六、其他需要报告的事项\n　　${fee}`, 12, 4)
  const document = linesOfText(pages.map((lines) => lines.join('\n')).join('\n'))
  expect(comparedIn(document)['总体情况']?.join('')).toBe(long)
})

test('a report in a single line is told apart by the titles of the form', () => {
  const text = report('一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项')
  const line = text.replaceAll('\t', ' ').replaceAll('\n', ' ')
  expect(comparedIn(linesOfText(line))).toEqual({
    总体情况: [sentence],
    存在问题: [other],
    其他事项: [fee],
  })
})

test('a part of 总体情况 may have the name of a section of tables', () => {
  const text = `一、总体情况\n（一）主动公开政府信息情况\n${sentence}\n1.收到和处理政府信息公开申请情况\n${other}\n二、主动公开政府信息情况\n${fee}`
  expect(comparedIn(linesOfText(text))).toEqual({ 总体情况: [sentence, other], 主动公开: [fee] })
})

test('a section after the tables may have any title', () => {
  const text = report('一、总体情况', '五、短板弱项及2024年打算', '六、其他')
  expect(comparedIn(linesOfText(text))).toEqual({
    总体情况: [sentence],
    其他章节: [other, fee],
  })
})

test('tables in lines are left out, wherever a line of them breaks', () => {
  const table = [
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三',
    '项加第四项之和）申请人情况',
    '自然人 法人或其他组织 总计',
    '一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9',
    '（二）部分公开（区分处理的，只计这一情形，不',
    '计其他情形） 0 0 0 0 0 0 0',
    '0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0',
  ]
  expect(comparedIn(linesOfText(`${sentence}\n${table.join('\n')}\n${other}`))).toEqual({
    全文: [sentence, other],
  })
  const cells = [...Array<string>(3).fill(sentence), ...table, other].join(' ')
  expect(Object.values(comparedIn(linesOfText(cells))).join('')).not.toContain('本年新收')
})

test('prose between the tables is compared too, and it is told where most of a report stands there', () => {
  const text = `示例市财政局年度报告\n一、总体情况\n${sentence}\n二、主动公开政府信息情况\n规章 0 0 0\n${other}`
  const document = linesOfText(text)
  expect(comparedIn(document)).toEqual({ 总体情况: [sentence], 主动公开: [other] })
  expect(narrativeOf(document).hasSections).toBe(false)
  expect(
    narrativeOf(linesOfText(`${text}\n五、存在问题\n${sentence}${sentence}`)).hasSections,
  ).toBe(true)
})

test('prose between the tables is only text to copy from where the sections were found', () => {
  const text = report('一、总体情况', '五、存在问题', '六、其他事项')
  const notes = `${text.replace('三、收到', `${fee}\n三、收到`)}`
  const document = linesOfText(notes.replace(sentence, sentence.repeat(3)))
  expect(comparedIn(document)).toEqual({
    总体情况: [sentence.repeat(3)],
    存在问题: [other],
    其他事项: [fee],
  })
  const all = withOpening(narrativeOf(document)).paragraphs
  expect(all.map(({ section }) => section)).toEqual([
    '总体情况',
    '主动公开',
    '存在问题',
    '其他事项',
  ])
})

test('rows of a table of another form are no sentences', () => {
  const rows = Array.from({ length: 30 }, (_, n) => `（${n}）其中通过网站公开的信息数 条 ${n}`)
  const text = `一、总体情况\n${sentence}\n二、主动公开政府信息情况\n${rows.join('\n')}`
  expect(comparedIn(linesOfText(text))).toEqual({ 总体情况: [sentence] })
})

describe('a report without the prescribed headings', () => {
  test('is none where a web page has only menus and shows the report as another file', () => {
    const menu =
      '<p>首页　政务公开　政府信息公开指南　政府信息公开制度　法定主动公开内容　政府信息公开年报</p>'
    const document = textOfHtml(`<body>${menu.repeat(20)}<a href="a.pdf">2023年年报.pdf</a></body>`)
    expect(narrativeOf(document).paragraphs).toEqual([])
  })

  test('is compared as a whole, without lines that are no sentences', () => {
    const document = linesOfText(`示例市财政局工作总结\n${sentence}\n${other}\n首页\n`)
    expect(narrativeOf(document).hasSections).toBe(false)
    expect(comparedIn(document)).toEqual({ 全文: [sentence, other] })
  })
})
