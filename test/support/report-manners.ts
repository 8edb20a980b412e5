import { Random } from '#tools/demo/random.ts'
import { chinesePdf } from './chinese-pdf.ts'
import { inGbk } from './gbk.ts'
import { docxOf } from './office-files.ts'

/** An annual report by its parts, one paragraph an entry. */
export interface Report {
  readonly opening: string
  readonly overall: readonly string[]
  readonly problems: readonly string[]
  readonly other: readonly string[]
}

/** A block of a report in order; `rows` are a table. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const kindsOfApplicants = (total: number): string[] => [total, 0, 0, 0, 0, 0, total].map(String)
const nothing = kindsOfApplicants(0)

/** The tables of the form of 2021 with all of their rows. */
export const formTables = (
  [received, from, handled, left]: readonly [number, number, number, number],
  [issued, abolished, valid]: readonly [number, number, number],
): Readonly<Record<'documents' | 'requests' | 'disputes', string[][]>> => ({
  documents: [
    ['第二十条第（一）项'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', ...[issued, abolished, valid].map(String)],
    ['第二十条第（五）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', '107'],
    ['第二十条第（六）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', '3'],
    ['行政强制', '0'],
    ['第二十条第（八）项'],
    ['信息内容', '本年收费金额（单位：万元）'],
    ['行政事业性收费', '12.5'],
  ],
  requests: [
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
    ['自然人', '法人或其他组织', '总计'],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
    ['一、本年新收政府信息公开申请数量', ...kindsOfApplicants(received)],
    ['二、上年结转政府信息公开申请数量', ...kindsOfApplicants(from)],
    ['三、本年度办理结果', '（一）予以公开', ...kindsOfApplicants(handled)],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ...nothing],
    ['（三）不予公开', '1.属于国家秘密', ...nothing],
    ...[
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ].map((label) => [label, ...nothing]),
    ['（四）无法提供', '1.本机关不掌握相关政府信息', ...nothing],
    ['2.没有现成信息需要另行制作', ...nothing],
    ['3.补正后申请内容仍不明确', ...nothing],
    ['（五）不予处理', '1.信访举报投诉类申请', ...nothing],
    ...['2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请'].map((label) => [
      label,
      ...nothing,
    ]),
    ['5.要求行政机关确认或重新出具已获取信息', ...nothing],
    [
      '（六）其他处理',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      ...nothing,
    ],
    ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ...nothing],
    ['3.其他', ...nothing],
    ['（七）总计', ...kindsOfApplicants(handled)],
    ['四、结转下年度继续办理', ...kindsOfApplicants(left)],
  ],
  disputes: [
    ['行政复议', '行政诉讼'],
    ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计', '未经复议直接起诉', '复议后起诉'],
    Array.from({ length: 15 }, () => '0'),
  ],
})

const usualTables = formTables([9, 1, 8, 2], [2, 1, 15])

/** Titles of the six sections. */
export type Titles = readonly [string, string, string, string, string, string]
export const usualTitles: Titles = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]

/** The whole report in order. */
export function blocksOfReport(
  unit: string,
  year: number,
  { opening, overall, problems, other }: Report,
  titles: Titles = usualTitles,
  tables = usualTables,
): Block[] {
  const texts = (list: readonly string[]): Block[] => list.map((text) => ({ kind: 'text', text }))
  const heading = (n: number): Block => ({ kind: 'heading', text: titles[n] ?? '' })
  const blocks: Block[] = [
    { kind: 'title', text: `${unit}${year}年政府信息公开工作年度报告` },
    ...texts([opening]),
    heading(0),
    ...texts(overall),
    heading(1),
    { kind: 'table', rows: tables.documents },
    heading(2),
    { kind: 'table', rows: tables.requests },
    heading(3),
    { kind: 'table', rows: tables.disputes },
    heading(4),
    ...texts(problems),
    heading(5),
    ...texts(other),
  ]
  return blocks.filter((block) => block.kind === 'table' || block.text !== '')
}

/** Other years and numbers in the same sentences. */
export function withOtherNumbers(report: Report): Report {
  const random = new Random('numbers')
  const change = (text: string): string =>
    text
      .replace(/20(\d\d)年/g, (_, year: string) => `20${Number(year) + 1}年`)
      .replace(/\d+(?=[条件期场次人篇项个])/g, () => String(random.whole(1, 999)))
  const all = (list: readonly string[]): string[] => list.map(change)
  return {
    opening: change(report.opening),
    overall: all(report.overall),
    problems: all(report.problems),
    other: all(report.other),
  }
}

/** Its sentences in another order, in each section. */
export function shuffledSentences(report: Report): Report {
  const random = new Random('order')
  const shuffle = (list: readonly string[]): string[] => [
    random.shuffled(list.join('').match(/[^。；]*[。；]/g) ?? []).join(''),
  ]
  return {
    opening: report.opening,
    overall: shuffle(report.overall),
    problems: shuffle(report.problems),
    other: shuffle(report.other),
  }
}

type Rows = readonly (readonly string[])[]
const linesOf = (blocks: readonly Block[], rowsOf: (rows: Rows) => string, indent = ''): string =>
  blocks
    .map((block) => (block.kind === 'table' ? rowsOf(block.rows) : `${indent}${block.text}`))
    .join('\n')
const rowsBetween =
  (cell: string) =>
  (rows: Rows): string =>
    rows.map((row) => row.join(cell)).join('\n')

/** Lines of a width on pages with a head and a number, as a printed report has them. */
function printedPages(text: string): string[][] {
  const lines = text.split('\n').flatMap((line) => line.match(/.{1,34}/gu) ?? [])
  const height = 36
  return Array.from({ length: Math.ceil(lines.length / height) }, (_, n) => [
    '示例市部门年度报告汇编',
    ...lines.slice(n * height, (n + 1) * height),
    `- ${n + 1} -`,
  ])
}

const escaped = (text: string): string => text.replaceAll('<', '&lt;')
const htmlTable = (rows: Rows): string =>
  `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => `<td colspan="2"><p><span>${escaped(cell)}</span></p></td>`).join('')}</tr>`).join('')}</table>`

/** A portal's page: menus, data of the document, tools, other articles, footer. */
const portal = (body: string, charset = 'utf-8'): string =>
  `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>年度报告_示例市人民政府</title></head><body>
<div>无障碍阅读 长者模式 今天是2024年1月20日</div><ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>互动交流</a></li></ul>
<div>您当前的位置：<a>首页</a> &gt; <a>政府信息公开年度报告</a></div>
<table><tr><td>索 引 号：</td><td>0000/2024-001</td><td>发布日期：</td><td>2024-01-20</td></tr></table>
<div>来源：办公室 浏览次数：<span>123</span> 【字体：大 中 小】 打印 分享到：微信 微博</div>
<div id="zoom">${body}</div>
<p>上一篇：<a>关于部门决算的公示</a></p><p>下一篇：<a>没有了</a></p>
<div><h3>相关文档</h3><ul><li>示例市人民政府办公室印发实施意见，要求各单位结合实际认真贯彻执行，并于月底前报送进展。</li></ul></div>
<div>主办：示例市人民政府办公室<br>网站标识码：0000000000 示例ICP备00000000号<br>建议使用分辨率1024以上的浏览器浏览本网站。本网站内容未经许可不得转载。</div></body></html>`

const inSpans = (text: string): string =>
  (text.match(/\d+|[^\d]{1,17}/g) ?? []).map((part) => `<span>${escaped(part)}</span>`).join('')
const wordParagraph = (text: string): string =>
  `<w:p>${(text.match(/.{1,23}/gu) ?? []).map((part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`).join('')}</w:p>`
const wordBody = (blocks: readonly Block[], paragraph = wordParagraph): string =>
  blocks
    .map((block) =>
      block.kind === 'table'
        ? `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
        : paragraph(block.text),
    )
    .join('')
const trackedParagraph = (text: string): string =>
  `<w:p><w:r><w:t>${escaped(text.slice(0, 6))}</w:t></w:r><w:del><w:r><w:delText>删去的旧话</w:delText></w:r></w:del><w:ins><w:r><w:t>${escaped(text.slice(6))}</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
const choice = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

type Written = readonly [ending: string, content: Uint8Array | string]

/** The manners in which offices publish a report. */
export const manners: Readonly<Record<string, (blocks: readonly Block[]) => Written>> = {
  'text, a row in a line': (blocks) => ['txt', linesOf(blocks, rowsBetween(' | '))],
  'text, a cell in a line': (blocks) => [
    'txt',
    linesOf(blocks, (rows) => rows.flat().join('\n|\n')),
  ],
  'text, indented with blanks': (blocks) => ['txt', linesOf(blocks, rowsBetween(' '), '    ')],
  'text in one line': (blocks) => ['txt', linesOf(blocks, rowsBetween(' ')).replaceAll('\n', ' ')],
  'text as printed': (blocks) => [
    'txt',
    printedPages(linesOf(blocks, rowsBetween(' ')))
      .flat()
      .join('\n'),
  ],
  'page of a portal': (blocks) => [
    'html',
    portal(
      blocks
        .map((block) =>
          block.kind === 'table'
            ? htmlTable(block.rows)
            : `<p>&nbsp;&nbsp;${inSpans(block.text)}</p>`,
        )
        .join('\n'),
    ),
  ],
  'page with line breaks in a table of its layout': (blocks) => [
    'html',
    portal(
      `<table width="100%"><tr><td>${blocks.map((block) => (block.kind === 'table' ? htmlTable(block.rows) : `　　${escaped(block.text)}<br/>`)).join('\n')}</td></tr></table>`,
    ),
  ],
  'page in GB 18030, tables without table elements': (blocks) => [
    'htm',
    inGbk(
      portal(
        blocks
          .map((block) =>
            block.kind === 'table'
              ? block.rows
                  .flat()
                  .map((cell) => `<div>${cell}</div>`)
                  .join('')
              : `<p><strong>${block.text}</strong></p>`,
          )
          .join('\n'),
        'gb2312',
      ),
      '?',
    ),
  ],
  'page with its text in a script': (blocks) => [
    'html',
    `<html><meta charset="utf-8"><body><script type="text/xml"><datastore><record><![CDATA[${blocks.map((block) => (block.kind === 'table' ? htmlTable(block.rows) : `<p>${escaped(block.text)}</p>`)).join('')}]]></record></datastore></script></body></html>`,
  ],
  'Word document': (blocks) => ['docx', docxOf(wordBody(blocks))],
  'Word document in a text box': (blocks) => [
    'docx',
    docxOf(
      `<w:p><w:r><mc:AlternateContent ${choice}><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${wordBody(blocks)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${wordBody(blocks)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
  ],
  'Word document with tracked changes and notes': (blocks) => [
    'docx',
    docxOf(wordBody(blocks, trackedParagraph)),
  ],
  PDF: (blocks) => ['pdf', chinesePdf(printedPages(linesOf(blocks, rowsBetween(' '), '　　')))],
  'PDF with numbers in pieces': (blocks) => [
    'pdf',
    chinesePdf(
      printedPages(
        linesOf(blocks, rowsBetween(' '))
          .replace(/20(\d)(\d)年/g, '20 $1$2 年')
          .replace(/(\d+)([条件项])/g, ' $1 $2'),
      ),
    ),
  ],
}

/** Breaks a text into lines anywhere. */
function brokenAnywhere(text: string, shortest: number, longest: number): string[] {
  const random = new Random('breaks')
  const lines: string[] = []
  for (let at = 0; at < text.length; at += lines.at(-1)?.length ?? 1)
    lines.push(text.slice(at, at + random.whole(shortest, longest)))
  return lines
}

/** The parts of a report without any break between them. */
const runTogether = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text)).join('')

/** Manners in which programs hand on a report in pieces: what belongs together is broken, or what does not is run together. */
export const brokenManners: typeof manners = {
  'text without any break': (blocks) => ['txt', runTogether(blocks)],
  'text with titles at the end of what stands before': (blocks) => [
    'txt',
    linesOf(blocks, rowsBetween(' ')).replace(/\n(?=(?:[一二三四五六]、|第.部分|（.）|\d、))/g, ''),
  ],
  'text broken anywhere': (blocks) => [
    'txt',
    brokenAnywhere(runTogether(blocks), 3, 45).join('\n'),
  ],
  'text letter by letter': (blocks) => ['txt', [...runTogether(blocks)].join('\n')],
  'text with unseen characters': (blocks) => [
    'txt',
    linesOf(blocks, rowsBetween(' ')).replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\u200b'),
  ],
  'text with numbers of pages in it': (blocks) => [
    'txt',
    printedPages(linesOf(blocks, rowsBetween(' ')))
      .map((lines, n) => `${lines.slice(1, -1).join('\n')} 第${n + 1}页 共9页 `)
      .join(''),
  ],
  'page of printed lines': (blocks) => [
    'html',
    portal(
      brokenAnywhere(runTogether(blocks), 5, 60)
        .map((line) => `<p>${escaped(line)}</p>`)
        .join(''),
    ),
  ],
  'page with other news': (blocks) => [
    'html',
    portal(
      `${linesOf(blocks, rowsBetween(' '))
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join(
          '',
        )}<h3>相关新闻</h3>${'<p>示例市人民政府办公室召开会议，部署下一阶段重点工作，要求各单位按月报送进展。</p>'.repeat(12)}`,
    ),
  ],
  'page in GB 18030 that declares UTF-8': (blocks) => [
    'html',
    inGbk(portal(linesOf(blocks, rowsBetween(' ')).replaceAll('\n', '<br>')), '?'),
  ],
  'PDF broken anywhere': (blocks) => [
    'pdf',
    chinesePdf(
      Map.groupBy(
        brokenAnywhere(linesOf(blocks, rowsBetween(' ')).replaceAll('\n', ' '), 4, 40).entries(),
        ([n]) => Math.floor(n / 36),
      )
        .values()
        .map((lines, n) => ['示例市某局年度报告', ...lines.map(([, line]) => line), `—${n + 1}—`])
        .toArray(),
    ),
  ],
}
