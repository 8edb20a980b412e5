import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type AttachmentFinding, findingsIn } from '#read/attachments/attachment-findings.ts'
import { pdfActions } from '#read/attachments/pdf-actions.ts'
import { readPdfs, workLeft } from '#read/attachments/read-pdfs.ts'
import { inGbk } from '../../support/gbk.ts'
import {
  docxOf as docx,
  paragraphs,
  relationsOf,
  zipOf as zip,
} from '../../support/office-files.ts'
import { workbookOf } from '../../support/workbook.ts'

// Fictional, with valid check digits.
const identity = '11010519491231002X'
const phone = '13800138000'

/** The findings in one file, each as `kind what where text`. */
function found(name: string, content: Uint8Array | string, contact = ''): string[] {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  return linesOf(findingsIn([{ name, bytes }], contact)[0] ?? [])
}

const linesOf = (findings: readonly AttachmentFinding[]): string[] =>
  findings.map(({ kind, what, where, text }) =>
    [kind, what, where, text].filter((part) => part !== '').join(' '),
  )

async function pdf(...pages: string[]): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of pages) document.addPage().drawText(text, { font, x: 40, y: 500, size: 12 })
  return document
}

describe('personal numbers are found in', () => {
  const list = `姓名,电话,身份证号\n某某,${phone},${identity}\n`
  const inList = ['number 手机号码 第2行 138…00', 'identity 身份证号 第2行 110…2X']

  test.each([
    ['UTF-8', strToU8(list)],
    ['GBK', inGbk(list)],
  ])('a CSV file in %s, with the line', (_name, bytes) => {
    expect(found('list.csv', bytes)).toEqual(inList)
  })

  test('a document, even where a number is written in several looks', () => {
    const parts = `<w:p><w:r><w:t>1101051949</w:t></w:r><w:r><w:t>1231002X</w:t></w:r></w:p>`
    expect(found('a.docx', docx(parts))).toEqual(['identity 身份证号 正文 110…2X'])
  })

  test('headers and comments of a document', () => {
    const comments = `<w:comments xmlns:w="w"><w:comment>${paragraphs(phone)}</w:comment></w:comments>`
    expect(found('a.docx', docx('', { 'word/comments.xml': comments }))).toEqual([
      'number 手机号码 批注 138…00',
    ])
  })

  test('a workbook, hidden sheets and numbers among its cells', () => {
    const cells = `<c r="A1" t="inlineStr"><is><t>${identity}</t></is></c><c r="B1"><v>${phone}</v></c>`
    const sheet = `<sheetData><row r="1">${cells}</row></sheetData>`
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const hidden = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="底表" state="hidden" r:id="rId1"/></sheets></workbook>`
    expect(found('a.xlsx', workbookOf({ sheet, parts: { 'xl/workbook.xml': hidden } }))).toEqual([
      'identity 身份证号 工作表“底表”A1 110…2X',
      'number 手机号码 工作表“底表”B1 138…00',
    ])
  })

  test('a PDF, with the page', async () => {
    const document = await pdf('first', `ID ${identity}`)
    expect(found('a.pdf', await document.save())).toEqual(['identity 身份证号 第2页 110…2X'])
  })

  test('files in an archive, and in an archive in it', () => {
    const inner = zip({ 'b.txt': identity })
    expect(found('a.zip', zip({ 'inner.zip': inner, 'c.docx': docx(paragraphs(phone)) }))).toEqual([
      'identity 身份证号 “inner.zip”“b.txt”第1行 110…2X',
      'number 手机号码 “c.docx”正文 138…00',
    ])
  })

  test.each(['latin1', 'utf16le'] as const)('an older Word file in %s', (encoding) => {
    const start = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const bytes = Buffer.concat([start, Buffer.from(` ID ${identity} `, encoding)])
    expect(found('a.doc', bytes)).toEqual(['identity 身份证号 正文 110…2X'])
  })

  test('an OFD file', () => {
    const page = `<ofd:Page xmlns:ofd="x"><ofd:TextObject><ofd:TextCode>${phone}</ofd:TextCode></ofd:TextObject></ofd:Page>`
    const bytes = zip({ 'OFD.xml': '<OFD/>', 'Doc_0/Pages/Page_0/Content.xml': page })
    expect(found('a.ofd', bytes)).toEqual(['number 手机号码 正文 138…00'])
  })
})

test('a number is masked in the same way, however its digits are grouped', () => {
  const texts = [
    '11010519491231002X',
    '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X',
    '110105-19491231-002X',
  ]
  for (const text of texts) expect(found('a.txt', text)).toEqual(['identity 身份证号 第1行 110…2X'])
})

describe('no text is skipped without a report', () => {
  const number = 'identity 身份证号'

  test.each(['MZ', '#!', 'BM', 'GIF89a'])('a text that begins with %s', (start) => {
    const list = `${start}\n${identity}\n`
    expect(found('list.csv', list)).toEqual([`${number} 第2行 110…2X`])
    expect(found('a.zip', zip({ 'list.csv': list }))).toContain(`${number} “list.csv”第2行 110…2X`)
  })

  test.each([
    ['UTF-16 from the lower byte', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'UTF-16 from the higher byte',
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ],
  ])('a text in an archive in %s', (_name, encode) => {
    expect(found('a.zip', zip({ 'list.txt': encode(`号码\t${identity}`) }))).toEqual([
      `${number} “list.txt”第1行 110…2X`,
    ])
  })

  test('a PDF in an archive that begins with another byte', async () => {
    const bytes = Buffer.concat([Buffer.from(' '), await (await pdf(`ID ${identity}`)).save()])
    expect(found('a.zip', zip({ 'a.pdf': bytes }))).toEqual([`${number} “a.pdf”第1页 110…2X`])
  })

  test('a file beside the parts of a document, which no program of documents shows', () => {
    const parts = { '名单.txt': identity }
    expect(found('a.docx', docx('', parts))).toEqual([`${number} “名单.txt”第1行 110…2X`])
    const sheet = workbookOf({ sheet: '<sheetData/>', parts })
    expect(found('a.xlsx', sheet)).toEqual([`${number} “名单.txt”第1行 110…2X`])
  })

  test('unknown content is reported as unread, a picture is not', () => {
    const binary = Buffer.from('0102030405000607', 'hex')
    expect(found('a.zip', zip({ 'a.dat': binary }))).toEqual(['unread “a.dat”：内容认不出'])
    const gif = Buffer.concat([Buffer.from('GIF89a'), binary])
    expect(found('a.zip', zip({ 'a.gif': gif }))).toEqual([])
  })
})

test('a number with a wrong check digit is not reported, one of 15 digits is', () => {
  expect(found('a.txt', '110105194912310021')).toEqual([])
  expect(found('a.txt', '110105491231002')).toEqual(['number 身份证号 第1行 110…02'])
})

describe('the head of a column tells the kind of its numbers', () => {
  test.each([
    ['工单编号', '6222020240315009', []],
    ['卡号', '6222020240315009', ['number 银行卡号 第2行 622…09']],
    ['受理号', phone, []],
    ['粉丝数', phone, []],
    ['阅读量（次）', phone, []],
    ['联系电话', phone, ['number 手机号码 第2行 138…00']],
    ['IP地址', '10.1.2.3', ['address 第2行 10.1.2.3']],
    ['章节', '10.1.2.3', []],
    ['编号', identity, ['identity 身份证号 第2行 110…2X']],
  ])('%s', (head, value, expected) => {
    expect(found('a.csv', `序号,${head},备注\n1,${value},\n`)).toEqual(expected)
  })

  test('and of a workbook', () => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const rows = [text('工单编号') + text('手机'), text(phone) + text(phone)]
    const sheet = `<sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData>`
    expect(found('a.xlsx', workbookOf({ sheet }))).toEqual([
      expect.stringMatching(/^number 手机号码 工作表“.+”B2 138…00$/),
    ])
  })
})

test('an identity number that is broken at the end of a line is found', () => {
  expect(found('a.txt', '本人身份证号110105\r\n  19491231002X。')).toEqual([
    'identity 身份证号 第1行 110…2X',
  ])
})

test.each([
  [
    'a text whose first line holds a comma',
    'a.txt',
    '名单, 某某\n本人身份证号110105\n19491231002X。\n',
  ],
  ['a cell in quotes', 'a.csv', '姓名,号码\n某某,"110105\n19491231002X"\n'],
  ['a table without quotes', 'a.csv', '姓名,号码\n某某,110105\n19491231002X\n'],
])('a number that is broken in %s is found', (_what, name, text) => {
  expect(found(name, text)).toEqual(['identity 身份证号 第2行 110…2X'])
})

describe('text that a document shows differently from how it is written', () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
  const removed = (text: string): string =>
    `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`
  const inIt = ['identity 身份证号 正文 110…2X']

  test.each([
    ['a deleted piece in a number', `${run('110105')}${removed('77')}${run('19491231002X')}`],
    [
      'a number that was changed',
      `${run('110105')}${removed('19491231')}<w:ins>${run('77777777')}</w:ins>${run('002X')}`,
    ],
    [
      'a number that was moved away',
      `${run('甲')}<w:moveFrom>${run(identity)}</w:moveFrom><w:ins>${run('乙')}</w:ins>`,
    ],
    ['a line break of older programs', `<w:r><w:t>9</w:t><w:cr/><w:t>${identity}</w:t></w:r>`],
    ['a tab at a place of the page', `<w:r><w:t>9</w:t><w:ptab/><w:t>${identity}</w:t></w:r>`],
    [
      'hyphens that do not break',
      `<w:r><w:t>110105</w:t><w:noBreakHyphen/><w:t>19491231</w:t><w:noBreakHyphen/><w:t>002X</w:t></w:r>`,
    ],
    [
      'two ways to show it',
      `<mc:AlternateContent><mc:Choice>${run(identity)}</mc:Choice><mc:Fallback>${run(identity)}</mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'a text box in the middle of a number',
      `${run('110105')}<w:r><w:txbxContent><w:p>${run('77')}</w:p></w:txbxContent></w:r>${run('19491231002X')}`,
    ],
  ])('%s', (_what, content) => {
    expect(found('a.docx', docx(`<w:p>${content}</w:p>`))).toEqual(inIt)
  })
})

test('the office’s own contact details are not reported', () => {
  expect(found('a.txt', `电话：${phone}`, `值班电话 ${phone}`)).toEqual([])
})

test('the first of each kind is reported, with the number of all', () => {
  const [first] = findingsIn([{ name: 'a.csv', bytes: strToU8(`${identity}\n`.repeat(50)) }], '')
  expect(first).toMatchObject([{ where: '第1行', count: 50 }])
})

describe('markings and internal addresses', () => {
  test.each([
    ['机密★10年\n关于某事的通知\n', ['secrecy 开头 机密★10年']],
    ['密级：秘密\n通知\n', ['secrecy 开头 密级：秘密']],
    ['某市某办法（征求意见稿）\n第一条\n', ['draft 开头 某市某办法（征求意见稿）']],
    ['（征求意见稿）\n', ['draft 开头 （征求意见稿）']],
    ['就《某市某办法（征求意见稿）》公开征求意见。\n', []],
    ['关于《某市某办法（征求意见稿）》的公告\n', []],
    ['不得泄露国家秘密\n', []],
    [`${'正文\n'.repeat(30)}秘密\n`, []],
    ['请登录 http://oa/login 查看\n', ['address 第1行 http://oa']],
    ['服务器 10.12.0.7，备用 192.168.1.20\n', ['address 第1行 10.12.0.7']],
    ['https://oa.city.local/ 上的附件\n', ['address 第1行 oa.city.local']],
    ['第10.1.2.3条，版本10.1.2.3，8.8.8.8，https://www.example.com/\n', []],
  ])('in %j', (text, expected) => {
    expect(found('a.txt', text)).toEqual(expected)
  })

  test('a marking in the head of a document or on the first page of a PDF', async () => {
    expect(found('a.docx', docx(paragraphs('秘密★1年', '关于某事的通知')))).toEqual([
      'secrecy 正文 秘密★1年',
    ])
    const document = await pdf('http://10.0.0.1/', 'plain')
    expect(found('a.pdf', await document.save())).toEqual(['address 第1页 10.0.0.1'])
  })
})

describe('active content is reported', () => {
  test.each([
    ['macros', 'a.docx', docx('', { 'word/vbaProject.bin': '' }), '宏（VBA）'],
    ['an object', 'a.docx', docx('', { 'word/embeddings/oleObject1.bin': '' }), '嵌入的其他文件'],
    ['a control', 'a.docx', docx('', { 'word/activeX/activeX1.xml': '<a/>' }), 'ActiveX 控件'],
    [
      'a template from elsewhere',
      'a.docx',
      docx('', {
        'word/_rels/settings.xml.rels': relationsOf([
          'attachedTemplate',
          'https://example.com/t.dotm',
          'External',
        ]),
      }),
      '外部模板“https://example.com/t.dotm”',
    ],
    [
      'a picture from elsewhere',
      'a.docx',
      docx('', {
        'word/_rels/document.xml.rels': relationsOf([
          'image',
          'https://example.com/p.png',
          'External',
        ]),
      }),
      '打开时从别处取的内容“https://example.com/p.png”',
    ],
    [
      'a field that starts a program',
      'a.docx',
      docx('<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>'),
      '会启动其他程序的公式（DDE）',
    ],
    [
      'a link of a workbook that starts a program',
      'a.xlsx',
      workbookOf({
        sheet: '<sheetData/>',
        parts: { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink/></externalLink>' },
      }),
      '会启动其他程序的公式（DDE）',
    ],
    [
      'data from elsewhere',
      'a.xlsx',
      workbookOf({
        sheet: '<sheetData/>',
        parts: { 'xl/_rels/workbook.xml.rels': relationsOf(['connections', 'connections.xml']) },
      }),
      '外部数据连接',
    ],
    [
      'a cell that starts a program',
      'a.csv',
      strToU8("a,=cmd|'/c calc'!A0\n"),
      '会启动其他程序的公式（DDE）',
    ],
    ['a program in an archive', 'a.zip', zip({ 'setup.exe': 'x' }), '程序“setup.exe”'],
    [
      'a program under another name',
      'a.zip',
      zip({ 'a.txt': Buffer.from('4d5a9000', 'hex') }),
      '程序“a.txt”',
    ],
    [
      'a file that leaves the folder',
      'a.zip',
      zip({ '../a.txt': 'x' }),
      '会解压到别处的文件“../a.txt”',
    ],
    [
      'macros of an older file',
      'a.doc',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('_VBA_PROJECT', 'utf16le'),
      ]),
      '宏（VBA）',
    ],
  ])('%s', (_what, name, bytes, what) => {
    expect(found(name, bytes)).toContain(`active ${what}`)
  })

  test('a link to click is not', () => {
    const parts = {
      'word/_rels/document.xml.rels': relationsOf([
        'hyperlink',
        'https://example.com/',
        'External',
      ]),
    }
    expect(found('a.docx', docx('', parts))).toEqual([])
  })

  test('in a PDF: scripts and files, in compressed objects and with escaped names', async () => {
    const document = await pdf('plain')
    const actionsOf = (bytes: Uint8Array): string[] => pdfActions(bytes).active.toSorted()
    expect(pdfActions(await document.save())).toEqual({ active: [], unread: null })
    document.addJavaScript('main', 'app.alert(1)')
    await document.attach(new Uint8Array([1]), 'a.txt')
    const expected = ['脚本（JavaScript）', '嵌入的其他文件'].toSorted()
    expect(actionsOf(await document.save())).toEqual(expected)
    const plain = Buffer.from(await document.save({ useObjectStreams: false }))
    expect(actionsOf(plain)).toEqual(expected)
    const launch = strToU8('%PDF-1.7\n1 0 obj << /S /L#61unch /F (cmd.exe) >> endobj')
    expect(actionsOf(launch)).toEqual(['启动其他程序的动作（Launch）'])
  })

  test('scripts that the PDF library finds are reported', async () => {
    const document = await pdf('plain')
    document.addJavaScript('main', 'app.alert(1)')
    await document.attach(new Uint8Array([1]), 'a.txt')
    const [read] = readPdfs([{ bytes: await document.save(), attachment: 0 }], workLeft([0]))
    expect(read?.active).toEqual(['脚本（JavaScript）', '嵌入的其他文件'])
  })

  describe('compressed objects of a PDF are searched or reported as unread', () => {
    const objects = '1 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>'
    const deflated = deflateSync(objects)
    const stream = (dictionary: string, data: Uint8Array): Uint8Array =>
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n1 0 obj << ${dictionary} >> stream\n`),
        data,
        Buffer.from('\nendstream endobj\n'),
      ])
    const locked = '压缩的内容解不开，没有查过里面有没有脚本和启动动作'
    const hex = Buffer.from(`${deflated.toString('hex')}>`)
    const ascii85 = (data: Buffer): Buffer => {
      let text = ''
      for (let at = 0; at < data.length; at += 4) {
        const group = data.subarray(at, at + 4)
        let value = Buffer.concat([group, Buffer.alloc(4)]).readUInt32BE()
        let letters = ''
        for (let n = 0; n < 5; n++, value = Math.floor(value / 85))
          letters = String.fromCharCode(33 + (value % 85)) + letters
        text += letters.slice(0, group.length + 1)
      }
      return Buffer.from(`${text}~>`)
    }
    // Without compression it is written in blocks of 65,535 bytes, each with its length twice.
    const damaged = deflateSync(`1 0 (${'a'.repeat(70_000)})`, { level: 0 })
    damaged.fill(0, 2 + 5 + 65_535)

    test.each<[string, Uint8Array]>([
      [
        'after a long dictionary',
        stream(`/Type /ObjStm${' '.repeat(3000)}/Filter /FlateDecode`, deflated),
      ],
      ['with an escaped name', stream('/Type /Obj#53tm /Filter /FlateDecode', deflated)],
      [
        'behind a word in a string',
        stream('/X (>> stream\n) /Type /ObjStm /Filter /FlateDecode', deflated),
      ],
      ['not compressed', stream('/Type /ObjStm', Buffer.from(objects))],
      [
        'compressed twice',
        stream('/Type /ObjStm /Filter [/FlateDecode /FlateDecode]', deflateSync(deflated)),
      ],
      ['written in hexadecimal', stream('/Type /ObjStm /Filter [/AHx /FlateDecode]', hex)],
      [
        'written in ASCII85',
        stream('/Type /ObjStm /Filter [/A85 /FlateDecode]', ascii85(deflated)),
      ],
      [
        'with filters that are told elsewhere',
        stream('/Type /ObjStm /Filter 7 0 R', deflateSync(deflated)),
      ],
      ['without its type, as some viewers allow', stream('/N 1 /First 4 /Filter /Fl', deflated)],
      [
        'with the word that ends a stream in its data',
        stream(
          '/Type /ObjStm /Filter /FlateDecode',
          deflateSync(`1 0 %endstream\n ${objects.slice(4)}`, { level: 0 }),
        ),
      ],
      [
        'with a comment before its numbers',
        stream('/N 1 /First 9 /Filter /FlateDecode', deflateSync(`%<<\n${objects}`)),
      ],
    ])('%s', (_what, bytes) => {
      expect(pdfActions(bytes)).toEqual({ active: ['脚本（JavaScript）'], unread: null })
    })

    test.each<[string, Uint8Array]>([
      [
        'in a way that is not known',
        stream('/Type /ObjStm /Filter /LZWDecode', deflated.subarray(4)),
      ],
      [
        'in rows with differences',
        stream(
          '/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>',
          deflateSync(`\u0002${objects}`),
        ),
      ],
      ['damaged', stream('/Type /ObjStm /Filter /FlateDecode', deflated.subarray(4))],
      ['damaged in its middle', stream('/N 1 /First 4 /Filter /FlateDecode', damaged)],
      ['cut off', stream('/Type /ObjStm /Filter /FlateDecode', deflated.subarray(0, -6))],
      ['without a stream', Buffer.from('%PDF-1.7\n1 0 obj << /Type /ObjStm >>')],
    ])('%s', (_what, bytes) => {
      expect(pdfActions(bytes)).toEqual({ active: [], unread: locked })
      expect(found('a.pdf', bytes)).toContain(`unread ${locked}`)
    })
  })

  test('the first of each kind is reported, with the number of all', () => {
    const programs = Array.from({ length: 300 }, (_, n) => [`${n + 1}.exe`, 'x'] as const)
    expect(found('a.zip', zip(Object.fromEntries(programs)))).toEqual([
      'active 300个程序，例如“1.exe”',
    ])
    const one = (n: number): string =>
      `<Relationship Id="a" Type="http://x/image" Target="https://example.com/${n}.png" TargetMode="External"/>`
    const all = Array.from({ length: 300 }, (_, n) => one(n + 1)).join('')
    const parts = { 'word/_rels/document.xml.rels': `<Relationships>${all}</Relationships>` }
    expect(found('a.docx', docx('', parts))).toEqual([
      'active 300个打开时从别处取的内容，例如“https://example.com/1.png”',
    ])
    const macros = docx('', { 'word/vbaProject.bin': '' })
    expect(found('a.zip', zip({ 'a.docx': macros, 'b.docx': macros }))).toEqual([
      'active 2个宏（VBA），例如“a.docx”',
    ])
    const locked = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n + 1}.rar`, 'x']))
    expect(found('a.zip', zip(locked))).toEqual(['unread “1.rar”等300处：是别种压缩包，没有打开'])
  })
})

describe('unreadable content is reported, and never fills the memory', () => {
  test('a file with a password is reported as unread', async () => {
    const document = await pdf('secret')
    document.encrypt({ userPassword: 'a', ownerPassword: 'b' })
    expect(found('a.pdf', await document.save())).toContain('unread PDF设了密码')
    const locked = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const name = Buffer.from('EncryptedPackage', 'utf16le')
    expect(found('a.doc', Buffer.concat([locked, name]))).toEqual(['unread 文件设了密码'])
  })

  test('a PDF that is cut off, beside one that is whole', async () => {
    const whole = await (await pdf(`ID ${identity}`)).save()
    const files = [strToU8('%PDF-1.7\n'), whole].map((bytes, n) => ({ name: `${n}.pdf`, bytes }))
    expect(findingsIn(files, '').map(linesOf)).toEqual([
      ['unread PDF打不开，可能没有传完'],
      ['identity 身份证号 第1页 110…2X'],
    ])
  })

  test('a PDF that fills the memory ends neither the check nor the files beside it', async () => {
    const whole = await (await pdf(`ID ${identity}`)).save()
    const document = await pdf('bomb')
    const [page] = document.getPages()
    const content = deflateSync(Buffer.alloc(400 * 1024 * 1024, 32), { level: 1 })
    const stream = PDFRawStream.of(
      // Behind two filters it is inflated without being counted.
      document.context.obj({ Filter: ['FlateDecode', 'ASCIIHexDecode'], Length: content.length }),
      content,
    )
    page?.node.set(PDFName.of('Contents'), document.context.register(stream))
    const files = [whole, await document.save(), whole]
    const read = readPdfs(
      files.map((bytes, attachment) => ({ bytes, attachment })),
      workLeft([0, 0, 0]),
      { start: 120_000, time: { file: 600_000, unit: 1 }, memory: 300 },
    )
    expect(read.map(({ unread }) => unread)).toEqual([
      null,
      'PDF读的时间太长，或者占用内存太多',
      null,
    ])
  })

  test('a part that is small only when compressed', () => {
    const bomb = zip({ 'a.txt': new Uint8Array(65 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(found('a.zip', bomb)).toEqual(['unread “a.txt”：解压以后超过64兆'])
    // The content beside it is still searched.
    const both = zip({ 'a.txt': new Uint8Array(65 * 1024 * 1024), 'b.txt': identity })
    expect(found('a.zip', both)).toContain('identity 身份证号 “b.txt”第1行 110…2X')
  })

  test('compressed objects of a PDF without end', () => {
    const objects = deflateSync(Buffer.alloc(65 * 1024 * 1024, '1 0 2 9 '), { level: 1 })
    const stream = Buffer.concat([
      Buffer.from(
        `1 0 obj << /Type /ObjStm /Filter /FlateDecode /Length ${objects.length} >> stream\n`,
      ),
      objects,
      Buffer.from('\nendstream endobj\n'),
    ])
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...Array<Buffer>(20).fill(stream)])
    const unread = '压缩的内容大得不像文件，没有查完'
    expect(pdfActions(bytes)).toEqual({ active: [], unread })
  })

  test('recursive archives', () => {
    let nested = zip({ 'a.txt': identity })
    for (let n = 0; n < 6; n++) nested = zip({ 'inner.zip': nested })
    const places = '“inner.zip”“inner.zip”“inner.zip”'
    expect(found('a.zip', nested)).toEqual([`unread ${places}：压缩包里的压缩包太深，没有打开`])
    // For content that is not opened, nothing is reported that only opening it could show.
    let deep = zip({ '名单.txt': identity })
    for (let n = 0; n < 3; n++) deep = zip({ 'inner.zip': deep })
    expect(found('a.zip', deep)).toEqual([`unread ${places}：压缩包里的压缩包太深，没有打开`])
  })

  test('XML that is broken or has a DOCTYPE', () => {
    const parts = { 'word/header1.xml': '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>' }
    expect(found('a.docx', docx('', parts))).toEqual([
      'unread 有错误，读不下去（word/header1.xml）',
    ])
    // Its text is searched all the same.
    const list = { 'word/header1.xml': `<!DOCTYPE x><x>${identity}</x>` }
    expect(found('a.docx', docx('', list))).toContain('identity 身份证号 页眉 110…2X')
    // The sheets of a workbook cannot be read either, and one message says so.
    const workbook = { 'xl/workbook.xml': '<!DOCTYPE x><workbook/>' }
    expect(found('a.xlsx', workbookOf({ sheet: '<sheetData/>', parts: workbook }))).toEqual([
      'unread 有错误，读不下去（xl/workbook.xml）',
    ])
  })
})
