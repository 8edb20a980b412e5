import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { findingsIn } from '#read/attachments/attachment-findings.ts'
import {
  contentTypes,
  docxOf,
  officeRelation,
  paragraphs,
  relationsOf,
  sheetTypes,
  wordTypes,
  zipOf,
} from '../support/office-files.ts'
import { workbookOf } from '../support/workbook.ts'

// Fictional, with valid check digits.
const identity = '11010519491231002X'
const other = '440524199001010018'
const phone = '13800138000'

/** The findings in one file, each as `kind where text`, a number with its count. */
function found(name: string, bytes: Uint8Array): string[] {
  return (findingsIn([{ name, bytes }], '')[0] ?? []).map(({ kind, what, where, text, count }) =>
    [kind, ...(kind === 'active' || kind === 'unread' ? [what] : [where, text, count])].join(' '),
  )
}
const xlsx = (parts: Readonly<Record<string, Uint8Array | string>>, sheet = '<sheetData/>') =>
  workbookOf({ sheet, parts })

describe('an identity number is found in every part of a document', () => {
  test.each([
    [
      'the cached records of a pivot table',
      'xl/pivotCache/pivotCacheRecords1.xml',
      `<pivotCacheRecords><r><s v="${identity}"/></r></pivotCacheRecords>`,
      '数据透视表',
    ],
    [
      'the items that a pivot table shares',
      'xl/pivotCache/pivotCacheDefinition1.xml',
      `<pivotCacheDefinition><cacheField name="号码"><sharedItems><s v="${identity}"/></sharedItems></cacheField></pivotCacheDefinition>`,
      '数据透视表',
    ],
    [
      'what is remembered of another workbook',
      'xl/externalLinks/externalLink1.xml',
      `<externalLink><externalBook><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>${identity}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
      '链接的其他表格',
    ],
    [
      'the texts of a chart',
      'xl/charts/chart1.xml',
      `<c:chart xmlns:c="c"><c:strCache><c:pt idx="0"><c:v>${identity}</c:v></c:pt></c:strCache></c:chart>`,
      '图表',
    ],
    [
      'the numbers of a chart',
      'xl/charts/chart1.xml',
      `<c:chart xmlns:c="c"><c:numCache><c:pt idx="0"><c:v>${identity}</c:v></c:pt></c:numCache></c:chart>`,
      '图表',
    ],
    [
      'a property that somebody added',
      'docProps/custom.xml',
      `<Properties xmlns:vt="v"><property name="号码"><vt:lpwstr>${identity}</vt:lpwstr></property></Properties>`,
      '文件属性',
    ],
    [
      'a comment in several looks',
      'xl/comments1.xml',
      `<comments><comment ref="A1"><text><r><t>1101051949</t></r><r><t>1231002X</t></r></text></comment></comments>`,
      '批注',
    ],
    [
      'a comment that is answered',
      'xl/threadedComments/threadedComment1.xml',
      `<ThreadedComments><threadedComment><text>${identity}</text></threadedComment></ThreadedComments>`,
      '批注',
    ],
    [
      'a text box',
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><a:p><a:r><a:t>110105</a:t></a:r><a:r><a:t>19491231002X</a:t></a:r></a:p></xdr:wsDr>`,
      '文本框',
    ],
    [
      'what a picture is said to show',
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="2" name="图片" descr="${identity}"/></xdr:wsDr>`,
      '文本框',
    ],
    [
      'an older drawing that is no XML',
      'xl/drawings/vmlDrawing1.vml',
      `<xml><v:textbox><div>${identity}<br></div></v:textbox></xml>`,
      '文本框',
    ],
    [
      'data of its own',
      'customXml/item1.xml',
      `<a><b c="${identity}"/></a>`,
      'customXml/item1.xml',
    ],
    [
      'a text that no cell shows',
      'xl/sharedStrings.xml',
      `<sst><si><t>${identity}</t></si></sst>`,
      'xl/sharedStrings.xml',
    ],
    [
      'an attribute of any name',
      'xl/styles.xml',
      `<styleSheet><cellXfs><xf numFmtId="0" x="${identity}"/></cellXfs></styleSheet>`,
      'xl/styles.xml',
    ],
  ])('%s', (_what, path, xml, where) => {
    expect(found('a.xlsx', xlsx({ [path]: xml }))).toEqual([`identity ${where} 110…2X 1`])
  })

  test('the choices of a cell, its hints and its formula', () => {
    const choices = (inner: string): string =>
      `<sheetData/><dataValidations><dataValidation type="list" ${inner}</dataValidation></dataValidations>`
    const where = 'identity xl/worksheets/sheet1.xml 110…2X 1'
    expect(found('a.xlsx', xlsx({}, choices(`><formula1>"${identity},其他"</formula1>`)))).toEqual([
      where,
    ])
    expect(found('a.xlsx', xlsx({}, choices(`prompt="例如${identity}">`)))).toEqual([where])
    const formula = `<sheetData><row><c r="A1" t="str"><f>IF(B1="${identity}",1,2)</f><v>甲</v></c></row></sheetData>`
    expect(found('a.xlsx', xlsx({}, formula))).toEqual([where])
  })

  test('a part of a document with any name', () => {
    const types = contentTypes({
      'word/document2.xml': `${wordTypes}.document.main+xml`,
      'word/notes.bin': 'application/xml',
      'word/picture.png': `${wordTypes}.comments+xml`,
    })
    const bytes = docxOf('', {
      '[Content_Types].xml': types,
      '_rels/.rels': relationsOf(['officeDocument', '/word/document2.xml']),
      'word/document2.xml': `<w:document xmlns:w="w">${paragraphs(identity)}</w:document>`,
      'word/notes.bin': `<a>${other}</a>`,
      'word/picture.png': `<a><t>${phone}</t></a>`,
    })
    expect(found('a.docx', bytes)).toEqual([
      'identity 正文 110…2X 2',
      'number word/picture.png 138…00 1',
    ])
  })

  test('a workbook in a document, and a document in it', () => {
    const inner = docxOf(paragraphs(identity))
    const workbook = xlsx({ 'xl/embeddings/a.docx': inner })
    const outer = docxOf('', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': workbook })
    expect(found('a.docx', outer)[0]).toBe(
      'identity “word/embeddings/Microsoft_Excel_Sheet1.xlsx”“xl/embeddings/a.docx”正文 110…2X 1',
    )
  })

  test('a document in a container of older programs', () => {
    const start = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const object = Buffer.concat([start, Buffer.from(` ${identity} `, 'utf16le')])
    expect(found('a.docx', docxOf('', { 'word/embeddings/oleObject1.bin': object }))).toEqual([
      'identity “word/embeddings/oleObject1.bin”正文 110…2X 1',
      'active 嵌入的其他文件',
    ])
  })

  describe('an embedded file in such a container', () => {
    /** An object with a file in a stream with this name. */
    const object = (stream: string, file: Uint8Array): Uint8Array => {
      const parts = [
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from(stream.padEnd(32, '\0'), 'utf16le'),
        file,
        Buffer.alloc(600),
      ]
      return docxOf('', { 'word/embeddings/oleObject1.bin': Buffer.concat(parts) })
    }
    const where = '“word/embeddings/oleObject1.bin”'

    test.each(['Package', '\u0001Ole10Native'])('in the stream %j', (stream) => {
      expect(found('a.docx', object(stream, docxOf(paragraphs(identity))))).toEqual([
        `identity ${where}正文 110…2X 1`,
        'active 嵌入的其他文件',
      ])
    })

    test('that is stored in several pieces is reported as unread', () => {
      const whole = Buffer.from(docxOf(paragraphs(identity)))
      const pieces = Buffer.concat([whole.subarray(0, 100), Buffer.alloc(512), whole.subarray(100)])
      expect(found('a.docx', object('Package', pieces))).toContain(
        `unread ${where}：压缩包打不开，或者两个程序会读出不同的内容`,
      )
    })
  })

  test('a presentation in an archive', () => {
    const slide = `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>${identity}</a:t></a:p></p:sld>`
    const presentation = zipOf({
      '[Content_Types].xml': contentTypes({}),
      'ppt/slides/slide1.xml': slide,
    })
    expect(found('a.zip', zipOf({ 'a.pptx': presentation }))).toEqual([
      'identity “a.pptx”ppt/slides/slide1.xml 110…2X 1',
    ])
  })

  test('an attribute of an OFD file', () => {
    const bytes = zipOf({
      'OFD.xml': `<ofd:OFD xmlns:ofd="o"><ofd:CustomData Name="号码">${identity}</ofd:CustomData></ofd:OFD>`,
      'Doc_0/Document.xml': `<ofd:Document xmlns:ofd="o"><ofd:OutlineElem Title="${other}"/></ofd:Document>`,
    })
    expect(found('a.ofd', bytes)).toEqual(['identity OFD.xml 110…2X 2'])
  })
})

test('what a cell shows and a cache repeats is counted once, at the cell', () => {
  const sheet = '<sheetData><row><c r="A1" t="s"><v>0</v></c></row></sheetData>'
  const parts = {
    'xl/sharedStrings.xml': `<sst><si><t>${identity}</t></si></sst>`,
    'xl/pivotCache/pivotCacheRecords1.xml': `<a><s v="${identity}"/><s v="${other}"/></a>`,
  }
  expect(found('a.xlsx', xlsx(parts, sheet))).toEqual(['identity 工作表“问题”A1 110…2X 2'])
})

describe('numbers that are not personal give no alarm', () => {
  test('ids, coordinates and styles: only an identity number with its check digit counts', () => {
    const body = `<w:p w:rsidR="00138001" w14:paraId="13800138"><w:r w:id="${phone}" x="6222021234567890123"><w:t>文</w:t></w:r></w:p>`
    const guid =
      '<a:ext uri="{13800138-0000-4000-8000-138001380001}" val="13800138-0013-4800-8138-000138001380"/>'
    expect(found('a.docx', docxOf(body, { 'word/a.xml': `<a>${guid}</a>` }))).toEqual([])
  })

  test('a point of a chart', () => {
    const chart = `<c:numCache xmlns:c="c"><c:pt><c:v>${phone}</c:v></c:pt></c:numCache>`
    expect(found('a.xlsx', xlsx({ 'xl/charts/chart1.xml': chart }))).toEqual([])
  })
})

describe('a marking is found', () => {
  test('in the header of a printed sheet, without its codes', () => {
    const header = (text: string): string =>
      `<sheetData/><headerFooter><oddHeader>${text}</oddHeader></headerFooter>`
    expect(found('a.xlsx', xlsx({}, header('&amp;C&amp;"宋体,加粗"&amp;12机密★10年')))).toEqual([
      'secrecy 页眉页脚 机密★10年 1',
    ])
    expect(found('a.xlsx', xlsx({}, header('&amp;L征求意见稿&amp;R第&amp;P页')))).toEqual([
      'draft 页眉页脚 征求意见稿 1',
    ])
    expect(found('a.xlsx', xlsx({}, header(`&amp;C${identity}`)))).toEqual([
      'identity 页眉页脚 110…2X 1',
    ])
  })

  test.each([
    ['word/header2.xml', `<w:hdr xmlns:w="w">${paragraphs('秘密★1年')}</w:hdr>`, '页眉'],
    ['word/footer1.xml', `<w:ftr xmlns:w="w">${paragraphs('秘密★1年')}</w:ftr>`, '页脚'],
    [
      'docProps/custom.xml',
      '<Properties xmlns:vt="v"><property name="密级"><vt:lpwstr>秘密★1年</vt:lpwstr></property></Properties>',
      '文件属性',
    ],
  ])('in %s of a document', (path, xml, where) => {
    expect(found('a.docx', docxOf('', { [path]: xml }))).toEqual([`secrecy ${where} 秘密★1年 1`])
  })
})

describe('a link into a private network is found', () => {
  test.each([
    ['http://10.12.0.7/oa', '10.12.0.7'],
    ['http://oa/login', 'http://oa'],
    ['file:///C:/Users/a/b.docx', 'file:///C:/Users/a/b.docx'],
    ['\\\\server\\share\\a.xlsx', '\\\\server\\share\\a.xlsx'],
    ['D:\\清单\\a.xlsx', 'D:\\清单\\a.xlsx'],
  ])('to %s', (target, shown) => {
    const relations = relationsOf(['hyperlink', target, 'External'])
    const expected = [`address 超链接 ${shown} 1`]
    expect(found('a.docx', docxOf('', { 'word/_rels/document.xml.rels': relations }))).toEqual(
      expected,
    )
    expect(found('a.xlsx', xlsx({ 'xl/worksheets/_rels/sheet1.xml.rels': relations }))).toEqual(
      expected,
    )
  })

  test('in a field', () => {
    const field = '<w:p><w:r><w:instrText>HYPERLINK "file:///D:/a.docx"</w:instrText></w:r></w:p>'
    expect(found('a.docx', docxOf(field))).toEqual(['address 超链接 file:///D:/a.docx 1'])
  })

  test.each(['https://www.example.com/a//b', 'mailto:a@example.com', '附件.docx', '#书签'])(
    'to %s it is not',
    (target) => {
      const relations = relationsOf(['hyperlink', target, 'External'])
      expect(found('a.docx', docxOf('', { 'word/_rels/document.xml.rels': relations }))).toEqual([])
    },
  )
})

describe('what a document runs or loads is known from types, whatever the names of its parts', () => {
  const macro = '宏（VBA）'
  test.each([
    ['a relation to macros', { 'word/_rels/document.xml.rels': vba('data.dat') }, macro],
    [
      'a part that is declared as macros',
      {
        '[Content_Types].xml': contentTypes({
          'word/document.xml': `${wordTypes}.document.main+xml`,
          'word/data.dat': 'application/vnd.ms-office.vbaProject',
        }),
      },
      macro,
    ],
    [
      'a document for macros',
      {
        '[Content_Types].xml': contentTypes({
          'word/document.xml': 'application/vnd.ms-word.document.macroEnabled.main+xml',
        }),
      },
      macro,
    ],
    [
      'sheets of macros',
      { 'word/_rels/document.xml.rels': relationsOf(['xlMacrosheet', 'a.xml']) },
      '宏表（Excel 4.0）',
    ],
    [
      'an object',
      { 'word/_rels/document.xml.rels': relationsOf(['oleObject', 'media/a.dat']) },
      '嵌入的其他文件',
    ],
    [
      'a web page or text that is shown in it',
      { 'word/_rels/document.xml.rels': relationsOf(['aFChunk', 'a.dat']) },
      '嵌入的其他文件',
    ],
    [
      'a control',
      { 'word/_rels/document.xml.rels': relationsOf(['control', 'a.xml']) },
      'ActiveX 控件',
    ],
    [
      'a picture with a script',
      { 'word/media/image1.svg': '<svg xmlns="s"><script>alert(1)</script></svg>' },
      '带脚本的图片（SVG）',
    ],
    [
      'a picture with a handler',
      { 'word/media/image1.svg': '<svg xmlns="s" onload="alert(1)"/>' },
      '带脚本的图片（SVG）',
    ],
  ])('%s', (_what, parts, what) => {
    expect(found('a.docx', docxOf('', parts))).toEqual([`active ${what}`])
  })

  test.each(['oleObject', 'frame', 'subDocument', 'image', 'externalLinkPath', 'attachedTemplate'])(
    'a target elsewhere of the type %s is loaded',
    (type) => {
      for (const target of ['https://example.com/a', 'file:///C:/a', '\\\\server\\a']) {
        const relations = relationsOf([type, target, 'External'])
        const [first] = found('a.docx', docxOf('', { 'word/_rels/document.xml.rels': relations }))
        expect(first).toBe(
          `active ${type === 'attachedTemplate' ? '外部模板' : '打开时从别处取的内容'}“${target}”`,
        )
      }
    },
  )

  test.each([
    ["cmd|'/c calc'!A0", '会启动其他程序的公式（DDE）'],
    ['_xlfn.WEBSERVICE("https://example.com/?"&amp;A1)', '会连到别处的公式“WEBSERVICE”'],
    ['HYPERLINK("https://example.com/?"&amp;A1,"点")', '会连到别处的公式“HYPERLINK”'],
  ])('a cell of a workbook with the formula %s', (formula, what) => {
    const sheet = `<sheetData><row><c r="A1" t="str"><f>${formula}</f><v>甲</v></c></row></sheetData>`
    expect(found('a.xlsx', xlsx({}, sheet))).toEqual([`active ${what}`])
  })

  test('a picture, a printer’s settings and an ordinary workbook give no alarm', () => {
    const parts = {
      'word/media/image1.svg': '<svg xmlns="s"><path d="M0 0h13800138000"/></svg>',
      'word/printerSettings/printerSettings1.bin': Buffer.from('0001020304050607', 'hex'),
      'word/media/image1.png': Buffer.from('0001020304050607', 'hex'),
    }
    expect(found('a.docx', docxOf('', parts))).toEqual([])
    expect(found('a.xlsx', workbookOf({ sheet: '<sheetData/>' }))).toEqual([])
  })

  test('a binary workbook is reported as unread', () => {
    const type = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'
    const bytes = xlsx({
      '[Content_Types].xml': contentTypes({ 'xl/workbook.bin': type }),
      '_rels/.rels': relationsOf(['officeDocument', 'xl/workbook.bin']),
      'xl/workbook.bin': strToU8('\0\0'),
    })
    expect(found('a.zip', zipOf({ 'a.data': bytes }))).toContain(
      'unread “a.data”：是二进制的Excel文件（XLSB），没有打开',
    )
  })

  test('the sheets of a workbook are read by its relations', () => {
    const sheet = `<sheetData><row><c r="B2" t="str"><v>${identity}</v></c></row></sheetData>`
    const main = `<workbook xmlns:r="${officeRelation}"><sheets><sheet name="名单" r:id="rId1"/></sheets></workbook>`
    const bytes = xlsx(
      {
        '[Content_Types].xml': contentTypes({ 'xl/book2.xml': `${sheetTypes}.sheet.main+xml` }),
        '_rels/.rels': relationsOf(['officeDocument', 'xl/book2.xml']),
        'xl/book2.xml': main,
        'xl/_rels/book2.xml.rels': relationsOf(['worksheet', 'worksheets/sheet1.xml']),
      },
      sheet,
    )
    expect(found('a.xlsx', bytes)).toEqual(['identity 工作表“名单”B2 110…2X 1'])
  })
})

function vba(target: string): string {
  return `<Relationships><Relationship Id="a" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="${target}"/></Relationships>`
}
