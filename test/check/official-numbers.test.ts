import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { findingsIn, findingProblems } from '#read/attachments/attachment-findings.ts'
import { loadChecked } from '#build/load-checked.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import { applyEdit, base, copyOf } from '../support/authored.ts'

/**
 * Typical texts of bulletins, self-inspection reports and attachments. All numbers are fictional;
 * card, code and identity numbers have valid check digits, so they are hard to tell from real ones.
 */
const harmless = [
  // Work orders, cases and contracts
  '12345热线工单编号：2024111502123451，已办结。',
  '工单编号6222020240315009，诉求人反映公众号长期不更新。',
  '受理号：9558800212345678909',
  '转办工单（工单号 6228480012345678903）已按期回复。',
  '工单编号：6222020240315009、4111112024031503、5120240315123451，均已办结。',
  '合同编号 4111112024031503，合同金额19.8万元。',
  '采购项目编号：5120240315123451',
  '项目代码：2403-511502-04-01-123456',
  '项目代码4367420012345673',
  '不动产单元号511502001001GB00012F00010001',
  '流水号：601382012345678901 0',
  '业务流水号6013820123456789010',
  '订单号13800138000',
  '受理号13800138000，文号13900139000。',
  '快递单号：13800138000',
  '固定资产编号GD13800138000',
  '发票号码13912345678',
  '关于第13800138000号工单的答复',
  '档案号2024-13800138000-01',
  // Codes of organizations and registrations
  '统一社会信用代码115115020088610050',
  '统一社会信用代码：525115026222010061',
  '统一代码 11511500MB0U12345X',
  '注册号511502691231124',
  '蜀ICP备2024012345号-1',
  '川公网安备51150202000123号',
  '网站标识码5115000001，备案号51150202000123',
  '连续出版物号：ISSN 1671-0231，CN 51-1234/D',
  'ISBN 978-7-5464-1234-5',
  '食品经营许可证号JY15115020012345',
  // Public telephones and accounts
  '监督电话：0831-8228888，传真（0831）8227777。',
  '服务热线12345、12315、96110和400-138-0013。',
  '“某某发布”抖音号13888888881，QQ群：138001380。',
  '微信公众号账号：gh_13800138000a',
  // Links, files and quantities
  '链接gov.cn/c/2024/13512345678.html打不开。',
  '图片“13512345678.jpg”不显示。',
  '访问量6222021234567894次',
  '第13512345678期',
  // Figures
  '合计 138 1234 5678',
  '13 8001 3800 0',
  '微信阅读量13800138000次，播放量共13900139000',
  '总投资13912345678元，财政预算15012345678.90元。',
  '坐标：东经104.6308138001，北纬28.7602138001',
  '校验码13800138000，验证码已删除。',
  '2021 2022 2023 2024 2025',
  // Chapters, clauses and versions
  '10.1.2.3 工作目标',
  '见10.1.1.1节。',
  '按《政府网站发展指引》10.1.2.3的要求整改。',
  '第10.1.2.3条',
  '按指标10.0.1.2扣分',
  '“http://localhost”字样的测试链接未清理',
  '数据库为 Oracle 10.2.0.4，版本 10.0.0.1，程序V10.1.2.3。',
  // Texts that speak about secrets and drafts
  '经审查，本报告不涉密。',
  '密级：公开',
  '本次检查不涉及**秘密**事项。',
  '对《某市政务公开工作办法（征求意见稿）》公开征求意见。',
  '《某市政务公开工作办法（征求意见稿）》',
  '附件1 某市政务公开工作办法（征求意见稿）',
  '未公开宜宾市城市更新条例（征求意见稿）',
  '网页标题后缀误留（征求意见稿）',
  '内部资料 免费交流',
]

/** Data that must be found in every notation, with the code. */
const found: readonly (readonly [text: string, code: string])[] = [
  // A complete identity number is found whatever the text calls it.
  ['身份证号：11010519491231002X', 'identity'],
  ['工单编号：11010519491231002X', 'identity'],
  ['统一社会信用代码511502199001011230', 'identity'],
  ['流水号620102198506153320已受理。', 'identity'],
  ['（110105 19491231 002x）', 'identity'],
  ['１１０１０５１９４９１２３１００２Ｘ', 'identity'],
  ['110105-19491231-002X', 'identity'],
  ['110105194912\n31002X', 'identity'],
  ['1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X', 'identity'],
  ['身份证1101051949\u200b1231002X', 'identity'],
  ['证件号ID11010519491231002X', 'identity'],
  ['**110105**19491231**002X**', 'identity'],
  // In any grouping and with any separators, when all checks succeed.
  ['110  105  194912  31002X', 'identity'],
  ['110105　　19491231　　002X', 'identity'],
  ['110 105 194 912 310 02X', 'identity'],
  ['110-105-1949-1231-002X', 'identity'],
  ['110105.19491231.002X', 'identity'],
  ['110105·19491231·002X', 'identity'],
  ['110105/1949/12/31/002X', 'identity'],
  ['110105_19491231_002X', 'identity'],
  ['110105 - 19491231 - 002X', 'identity'],
  // With other characters for the check digit X, and with other digits.
  ...Array.from('ⅩⅹХхΧχ×', (x) => [`11010519491231002${x}`, 'identity'] as const),
  ['𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐X', 'identity'],
  ['١١٠١٠٥١٩٤٩١٢٣١٠٠٢X', 'identity'],
  // With invisible characters or line breaks between the digits.
  ...Array.from(
    '\u3164\u115f\uffa0\u2061\u206a\u17b4\u{e0061}\u{e0100}\u20e3',
    (separator) => [`110105${separator}19491231${separator}002X`, 'identity'] as const,
  ),
  ['110105194912\u202831002X', 'identity'],
  ['110105194912\u008531002X', 'identity'],
  ['居民身份证110105194912310021，请核对。', 'number'],
  ['身份证号码110105 491231 002', 'number'],
  // Bank cards
  ['请汇至银行卡6222020240315009，', 'card'],
  ['卡号：6228 4800 1234 5678 903', 'card'],
  ['６２２８-４８００-１２３４-５６７８-９０３（开户行：某某银行）', 'card'],
  ['缴至6228480012345678903。', 'number'],
  // Telephones
  ['联系人：张三，138 0013 8000', 'number'],
  ['电话：１３８-００１３-８０００', 'number'],
  ['张三（13800138000）', 'number'],
  ['1.13800138000，李四', 'number'],
  ['报名序号1，13800138000', 'number'],
  ['手机+86(138)00138000', 'number'],
  ['来电138\u200b0013\u2060\ufeff8000', 'number'],
  ['1.手机：1380013\n8000', 'number'],
  ['Tel13800138000', 'number'],
  ['群众138—0013—8000来电反映', 'number'],
  ['群众138  0013  8000来电反映', 'number'],
  ['群众138·0013·8000来电反映', 'number'],
  ['群众１\ufe0f\u20e3３８００１３８０００来电反映', 'number'],
  ['请打𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', 'number'],
  // Addresses
  ['后台为10.1.2.3:8080。', 'address'],
  ['服务器 10.1.2.3、10.1.2.4', 'address'],
  ['内网地址192.168.1.5', 'address'],
  ['IP 10.1.2.3', 'address'],
  ['通过 10.0.12.7 登录', 'address'],
  ['网段10.1.2.0/24', 'address'],
  // Markings
  ['机 密 ★ 10 年', 'mark'],
  ['000001 秘密★1年 特急', 'mark'],
  ['密级：内部', 'mark'],
  ['【密级：机密】', 'mark'],
  ['内部文件 严禁外传', 'mark'],
  ['某市政务公开工作办法（征求意见稿）', 'draft'],
  ['征 求 意 见 稿', 'draft'],
]

const codes: Readonly<Record<string, readonly [authored: string, attached: string]>> = {
  identity: ['personal-data', 'attachment-identity'],
  card: ['personal-data', 'attachment-number'],
  number: ['personal-number', 'attachment-number'],
  address: ['internal-address', 'attachment-internal-address'],
  mark: ['security-mark', 'attachment-marking'],
  draft: ['draft-mark', 'attachment-draft'],
}

const inspection = 'data/inspections/2024-q1.yaml'
const bulletin = 'content/bulletins/2024-q1.mdx'
const known = new Set(Object.values(codes).flat())

/** The texts whose line in a file has a problem, with the code. */
function located(texts: readonly string[], first: number, linesOf: (text: string) => number) {
  const starts: number[] = []
  let line = first
  for (const text of texts) {
    starts.push(line)
    line += linesOf(text)
  }
  return ({ position, code }: LocatedProblem): string => {
    const n = starts.findLastIndex((start) => start <= (position?.line ?? 0))
    return `${texts[n] ?? '?'} [${code}]`
  }
}

const lineCount = (text: string): number => text.split('\n').length

/**
 * The findings in texts, each as `text [code]`: as remarks of a data file, as paragraphs, as
 * attachments.
 */
function inYaml(texts: readonly string[]): string[] {
  const { folder, data, content } = copyOf(base)
  const before = loadedLines(folder, inspection)
  const written = texts
    .map((text) => `  - "${text.replaceAll('**', '').replace('\n', '\n    ')}"\n`)
    .join('')
  applyEdit(folder, { file: inspection, append: `remarks:\n${written}` })
  const shown = located(texts, before + 1, lineCount)
  return of(inspection, loadChecked({ data, content }).problems).map(shown)
}

function inMdx(texts: readonly string[]): string[] {
  const { folder, data, content } = copyOf(base)
  const before = loadedLines(folder, bulletin)
  applyEdit(folder, { file: bulletin, append: texts.map((text) => `\n${text}\n`).join('') })
  const shown = located(texts, before + 1, (text) => lineCount(text) + 1)
  return of(bulletin, loadChecked({ data, content }).problems).map(shown)
}

function inAttachments(texts: readonly string[]): string[] {
  const files = texts.map((text, n) => ({
    name: `${n}.txt`,
    bytes: strToU8(text.replaceAll('**', '')),
  }))
  return findingsIn(files, '').flatMap((findings, n) =>
    findingProblems(`${n}.txt`, findings, false).map(({ code }) => `${texts[n] ?? '?'} [${code}]`),
  )
}

const of = (file: string, problems: readonly LocatedProblem[]): LocatedProblem[] =>
  problems.filter((problem) => problem.file === file && known.has(problem.code))

const loadedLines = (folder: string, file: string): number =>
  readFileSync(join(folder, file), 'utf8').split('\n').length

describe.each([
  ['a data file', inYaml, 0],
  ['a bulletin', inMdx, 0],
  ['an attachment', inAttachments, 1],
] as const)('in %s', (_where, problemsIn, n) => {
  test('typical official texts contain no personal number, address or marking', () => {
    expect(problemsIn(harmless)).toEqual([])
  })

  test('data that must not be public is found in every notation', () => {
    const expected = found.map(([text, kind]) => `${text} [${codes[kind]?.[n] ?? ''}]`)
    expect([...new Set(problemsIn(found.map(([text]) => text)))].toSorted()).toEqual(
      expected.toSorted(),
    )
  })
})

/** An official site, where internal text is an error. */
const official = {
  data: join(import.meta.dirname, '../cases/official/data'),
  content: join(import.meta.dirname, '../cases/official/content'),
}

test.each([
  '秘密',
  '未公开某市城市更新条例（征求意见稿）',
  '某市城市更新条例（征求意见稿）',
  '“http://localhost:8080/test”等测试链接未清理',
])('the text of an issue quotes a page and is not a document itself: %s', (text) => {
  const { folder, data, content } = copyOf(official)
  const file = 'data/inspections/2025-q1.yaml'
  applyEdit(folder, { file, replace: '首页超过两周未更新', by: text })
  expect(of(file, loadChecked({ data, content }).problems)).toEqual([])
})

describe('a comment of a data file, which the repository shows to everyone', () => {
  const problemsOf = (comment: string): string[] => {
    const { folder, data, content } = copyOf(base)
    applyEdit(folder, { file: inspection, append: `${comment}\n` })
    return loadChecked({ data, content }).problems.map(
      ({ file, code, position }) => `${file} ${code} ${position?.text ?? ''}`,
    )
  }

  test.each([
    ['# 张三 11010519491231002X', 'personal-data', '# 张三 110*************2X'],
    ['#联系人电话13800138000', 'personal-number', '#联系人电话138******00'],
    [
      'remarks: [甲] # 后台 http://oa/login',
      'internal-address',
      'remarks: [甲] # 后台 http://oa/login',
    ],
    ['# 密级：机密', 'security-mark', '# 密级：机密'],
  ])('is searched: %s', (comment, code, shown) => {
    expect(problemsOf(comment)).toEqual([`${inspection} ${code} ${shown}`])
  })

  test.each([
    '# 工单编号6222020240315009',
    '# 草稿',
    '# 某市政务公开工作办法（征求意见稿）',
    'remarks: ["见 # 之后的文字"] # 12345热线',
  ])('is left alone: %s', (comment) => {
    expect(problemsOf(comment)).toEqual([])
  })
})
