import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocuments } from '#read/documents/read-documents.ts'
import { chinesePdf } from '../../support/chinese-pdf.ts'
import { folderOf } from '../../support/folder.ts'
import { inGbk } from '../../support/gbk.ts'
import { docxOf, paragraphs, zipOf } from '../../support/office-files.ts'

const sentence = '示例市财政局全年公开预算信息十二条，群众来信全部办结。'

/** The text of one file, or why there is none. */
function read(name: string, bytes: Uint8Array | string): string {
  const folder = folderOf({})
  writeFileSync(join(folder, name), bytes)
  const [document] = readDocuments(folder, [name])
  const content = document?.content
  if (content === undefined) return ''
  return 'unread' in content ? `unread: ${content.unread}` : content.text
}

/** The text with the kinds of its lines. */
function kindsOf(name: string, bytes: Uint8Array | string): string[] {
  const folder = folderOf({})
  writeFileSync(join(folder, name), bytes)
  const content = readDocuments(folder, [name])[0]?.content
  if (content === undefined || 'unread' in content) return []
  return content.lines.map(({ kind, start, end }) => `${kind} ${content.text.slice(start, end)}`)
}

describe('a text', () => {
  test.each([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${sentence}`)],
    ['UTF-16', Buffer.from(`\uFEFF${sentence}`, 'utf16le')],
    ['GB 18030', inGbk(sentence)],
  ])('is read in %s', (_, bytes) => {
    expect(read('a.txt', bytes)).toBe(sentence)
  })

  test('loses the breaks and blanks between its letters where it is set letter by letter', () => {
    const long = sentence.repeat(10)
    expect(read('a.txt', [...long].join('\n'))).toBe(`${sentence}\n`.repeat(10).trimEnd())
    expect(read('a.txt', [...long].join(' '))).toBe(long)
  })

  test('loses characters that nobody sees', () => {
    const unseen = '\u200b\u00ad\ufeff\u202e'
    expect(read('a.txt', [...sentence].join(unseen))).toBe(sentence)
    expect(read('a.html', `<html><p>${[...sentence].join(unseen)}`)).toBe(`${sentence}\n`)
  })

  test('has the line ends of one system, so that positions mean the same on every one', () => {
    expect(read('a.txt', '一\r\n二\r三\u2028四')).toBe('一\n二\n三\n四')
  })

  test.each([
    ['bytes of no encoding', Buffer.from([0xff, 0x31, 0xff, 0xff, 0x80])],
    ['UTF-8 that breaks off', Buffer.from(sentence.repeat(9)).subarray(0, 200)],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['nothing', Buffer.alloc(0)],
  ])('is not read from %s', (_, bytes) => {
    expect(read('a.txt', bytes)).toMatch(/^unread: /)
  })
})

describe('a web page', () => {
  test('is read in the encoding that it declares', () => {
    const html = `<html><meta charset="gb2312"><body><p>${sentence}</p></body></html>`
    expect(read('a.html', inGbk(html))).toBe(`${sentence}\n`)
    expect(read('a.html', html)).toBe(`${sentence}\n`)
  })

  test('is read in the encoding that it has, whatever it declares', () => {
    const html = `<html><meta charset="utf-8"><body><p>${sentence}</p></body></html>`
    expect(read('a.html', inGbk(html))).toBe(`${sentence}\n`)
    expect(read('a.html', html.replace('utf-8', 'gb2312'))).toBe(`${sentence}\n`)
  })

  test('may have a few characters cut in half, and is not read where there are more', () => {
    const long = sentence.repeat(100)
    const cut = Buffer.from(`<html><p>${long}`)
    expect(read('a.html', cut.subarray(0, -1))).toBe(`${long.slice(0, -1)}\ufffd\n`)
    const damaged = Buffer.from(`<html><p>${long}`.replaceAll('公', '\x01')).map((byte) =>
      byte === 1 ? 0xff : byte,
    )
    expect(read('a.html', damaged)).toBe('unread: 文字的编码有错误，或者认不出')
  })

  test.each([
    [
      'a script',
      `<script type="text/xml"><record><![CDATA[<p>${sentence}</p>]]></record></script>`,
    ],
    ['a section', `<record><![CDATA[<div>${sentence}</div>]]></record>`],
    ['a text field', `<textarea>&lt;p&gt;${sentence}&lt;/p&gt;</textarea>`],
  ])('may have its text as HTML in %s', (_, html) => {
    expect(read('a.html', `<html><body>${html}</body></html>`)).toBe(`${sentence}\n`)
  })

  describe('whose text stands only in strings of its scripts', () => {
    const long = sentence.repeat(40)
    const headings = ['一、总体情况', '二、主动公开政府信息情况', '五、存在的主要问题及改进情况']
    const report = [...headings, long].map((line) => `<p>${line}</p>`).join('')
    const inJson = JSON.stringify({ title: '年报', content: `${report}\n<p>二。</p>`, intro: long })
    const pageWith = (script: string): string =>
      `<html><body><p>首页</p><script>${script}</script></body>`
    test.each([
      ['data', `window.state = ${inJson.replaceAll('<', '\\u003c')}`],
      ['JSON in a string', `state = JSON.parse(${JSON.stringify(inJson)})`],
      [
        'a remark and other strings',
        `// it's here\nvar a = 'b', c = \`<div>${report}</div><p>二。</p>\``,
      ],
      ['two copies of it', `a = ${inJson}; b = ${inJson}`],
    ])('is read, from %s, and said to be from a script', (_, script) => {
      const folder = folderOf({ 'a.html': pageWith(script) })
      expect(readDocuments(folder, ['a.html'])[0]?.content).toMatchObject({
        text: `首页\n${headings.join('\n')}\n${long}\n二。\n`,
        isFromScript: true,
      })
    })

    test.each([
      ['reports of two years', JSON.stringify([report, `${report}<p>上年。</p>`])],
      ['an introduction', JSON.stringify(long)],
      [
        'an introduction that lists the sections',
        JSON.stringify(`本报告包括${headings.join('，')}。${long}`),
      ],
      ['paragraphs', JSON.stringify([...headings, long, `${long}二。`])],
    ])('is not read where its scripts hold %s', (_, strings) => {
      expect(read('a.html', pageWith(`a = ${strings}`))).toBe(
        'unread: 网页上几乎没有文字，脚本里的文字认不出哪一段是报告，请另存正文',
      )
    })

    test('keeps a short report that it shows', () => {
      const shown = headings.map((line) => `<p>${line}</p>`).join('')
      expect(read('a.html', `<html>${shown}<script>a = '${report}'</script>`)).toBe(
        `${headings.join('\n')}\n`,
      )
    })

    test('keeps the text that it shows alone where that is more than menus', () => {
      expect(read('a.html', `<html><p>${long}</p><script>a = '${long}'</script>`)).toBe(`${long}\n`)
    })

    test('has none from messages and names, nor from a million of quotes', () => {
      const words = ['请输入查询内容。', '"', '\\"', "'\\", '`{"', '\\u{fffff}']
      for (const word of words)
        expect(
          read('a.html', `<html><p>首页</p><script>${`a = '${word}';`.repeat(100_000)}</script>`),
        ).toBe('首页\n')
    })
  })

  test.each([
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x',
      '是打包成一个文件的网页（MHT），请另存为HTML',
    ],
    ['{\\rtf1\\ansi \\u20844?', '是RTF文件，请另存为DOCX'],
  ])('is told from other formats that consist of text: %j', (text, reason) => {
    expect(read('a.html', text)).toBe(`unread: ${reason}`)
  })

  test('has no text from scripts, styles and menus', () => {
    const html = `<html><body><script>var a = '<p>脚本</p>'</script><style>p{}</style>
      <nav><a>首页</a></nav><select><option>选项</option></select><p>${sentence}<br>二</p><footer>页脚</footer></body>`
    expect(read('a.html', html)).toBe(`${sentence}\n二\n`)
  })

  test('has rows of tables, and tables of its layout are text', () => {
    const html = `<html><body><table><tr><td><p>${sentence.repeat(3)}</p>
      <table><tr><th>信息<br>内容</th><td><p>件数</p></td></tr><tr><td>规章<td>0</table></td><td>广告</td></tr></table></body>`
    expect(kindsOf('a.html', html)).toEqual([
      `text ${sentence.repeat(3)}`,
      'row 信息 内容\t件数',
      'row 规章\t0',
      'text 广告',
    ])
  })

  test.each([
    ['elements in elements', '<div>'.repeat(5_000)],
    ['tables in tables', '<table><tr><td>'.repeat(5_000)],
  ])('with too many %s is not read', (_, html) => {
    expect(read('a.html', `<html><body>${html}${sentence}`)).toBe('unread: 网页里的标签套得太深')
  })

  test('with very many lines in a cell of a table is read', () => {
    const html = `<table><tr><td>${sentence.repeat(3)}${'<br>公'.repeat(300_000)}</td></tr></table>`
    expect(read('a.html', `<html><body>${html}`).split('\n')).toHaveLength(300_002)
  })

  test('with a million closing tags, quotes and brackets is read in a moment', () => {
    for (const part of ['</b></i>', '<', '<![CDATA[', '<!--', '<a title="', '&', '<p', '<td>'])
      expect(read('a.html', `<html><body><p>${sentence}</p>${part.repeat(100_000)}`)).toContain(
        sentence,
      )
  })
})

describe('a Word document', () => {
  test('is read as it is shown: with inserted text, without removed text, codes and older versions', () => {
    const body = `<w:p><w:r><w:t>公</w:t></w:r><w:ins><w:r><w:t>开</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>
      <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/><w:t>信息</w:t><w:br/><w:t>二</w:t></w:r></w:p>`
    expect(read('a.docx', docxOf(body))).toBe('公开 信息\n二\n')
  })

  test('has rows of tables', () => {
    const cell = (text: string): string => `<w:tc>${paragraphs(text)}</w:tc>`
    const body = `${paragraphs(sentence)}<w:tbl><w:tr>${cell('规章')}${cell('0')}</w:tr></w:tbl>`
    expect(kindsOf('a.docx', docxOf(body))).toEqual([`text ${sentence}`, 'row 规章\t0'])
  })

  test.each([
    ['nested too deeply', docxOf('<w:sdt>'.repeat(5_000)), '里面有错误，读不下去'],
    ['not closed', docxOf('<w:p>'), '里面有错误，读不下去'],
    [
      'with a document type',
      docxOf('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      '里面有错误，读不下去',
    ],
    [
      'that grows when it is unpacked',
      docxOf('', { 'word/document.xml': new Uint8Array(65 * 1024 * 1024) }),
      '解压以后超过64兆',
    ],
    [
      'with more text than any report',
      docxOf(paragraphs('公'.repeat(1_000_001))),
      '文字超过100万字',
    ],
    ['that is another archive', zipOf({ 'a.txt': sentence }), '不是Word文件（DOCX）'],
    ['that breaks off', docxOf(paragraphs(sentence)).subarray(0, 300), '打不开，可能没有传完'],
    [
      'of the former format',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '是旧版Word、WPS文件或者加了密码的文件，请另存为DOCX',
    ],
  ])('%s is not read', (_, bytes, reason) => {
    expect(read('a.docx', bytes)).toBe(`unread: ${reason}`)
  })
})

describe('a PDF', () => {
  const lines = Array.from({ length: 4 }, () => sentence)

  test('is read page by page', () => {
    expect(read('a.pdf', chinesePdf([lines, lines]))).toBe([...lines, ...lines].join('\n'))
  })

  test('with radicals for characters, as many programs write them, is read as characters', () => {
    expect(read('a.txt', '⼯作⾄⽉⽇，⻋辆、⼈⺠、⻔⼾、⻓效、⾭年')).toBe(
      '工作至月日，车辆、人民、门户、长效、青年',
    )
    const lines = Array.from({ length: 5 }, () => '⼯作⾄⽉⽇，⻋辆、⼈⺠、⻔⼾、⻓效、⾭年')
    const text = lines.map(() => '工作至月日，车辆、人民、门户、长效、青年')
    expect(read('a.pdf', chinesePdf([lines]))).toBe(text.join('\n'))
  })

  test('without text is not read, and never passes for an empty report', () => {
    expect(read('a.pdf', chinesePdf([[]]))).toBe('unread: PDF里没有文字，可能是扫描件')
    expect(read('a.pdf', chinesePdf([['1'], ['2']]))).toContain('没有文字')
  })

  test('that is damaged is not read', () => {
    expect(read('a.pdf', chinesePdf([lines]).subarray(0, 400))).toMatch(/^unread: /)
  })
})

test('of other files the reason is told', () => {
  const folder = folderOf({ 'a.txt': sentence, 'sub/b.txt': sentence })
  symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'))
  const content = readDocuments(folder, ['link.txt', 'sub', 'gone.txt', 'a.txt']).map(
    (document) => document.content,
  )
  expect(content.slice(0, 3)).toEqual([
    { unread: '是链接，不会跟随' },
    { unread: '是文件夹' },
    { unread: '刚刚被移走' },
  ])
  expect(content[3]).toMatchObject({ text: sentence })
  expect(read('a.png', Buffer.from('89504e470d0a1a0a', 'hex'))).toBe('unread: 是图片，没有文字')
})
