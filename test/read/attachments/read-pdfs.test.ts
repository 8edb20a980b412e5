import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { runBudget } from '#read/attachments/attachment-budget.ts'
import { findingsIn } from '#read/attachments/attachment-findings.ts'
import { maxWork, ownWork, sharedWork } from '#read/attachments/pdf-work.ts'
import { type PdfLimits, type PdfText, readPdfs, workLeft } from '#read/attachments/read-pdfs.ts'

// Fictional, with a valid check digit.
const identity = '11010519491231002X'

/**
 * A PDF of one page with this content, and further objects from number 6 on; object 5 is a font.
 */
function page(content: string | Buffer, resources = '', objects: readonly string[] = []): Buffer {
  const stream = (data: string | Buffer, more = ''): Buffer =>
    Buffer.concat([
      Buffer.from(`<< /Length ${data.length} ${more} >> stream\n`),
      Buffer.from(data),
      Buffer.from('\nendstream'),
    ])
  const all: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
    typeof content === 'string' ? stream(content) : stream(content, '/Filter /FlateDecode'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]
  const parts = all.flatMap((object, n) => [`${n + 1} 0 obj\n`, object, '\nendobj\n'])
  return Buffer.concat(
    ['%PDF-1.7\n', ...parts, 'trailer << /Root 1 0 R >>\n%%EOF'].map((part) => Buffer.from(part)),
  )
}

const form = (content: string, resources: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> ${resources} >> /Length ${content.length} >> stream\n${content}\nendstream`

/** Forms, each of which draws the next one ten times; the last one shows a letter. */
function nestedForms(depth: number, before = ''): Buffer {
  const forms = Array.from({ length: depth }, (_, n) =>
    n < depth - 1
      ? form('/X Do '.repeat(10), `/XObject << /X ${n + 7} 0 R >>`)
      : form('BT /F 12 Tf 9 9 Td (a) Tj ET', ''),
  )
  return page(`${before} ${'/X Do '.repeat(10)}`, '/XObject << /X 6 0 R >>', forms)
}

/** Layers of ten forms, each of which draws all forms of the next layer; none shows a text. */
function layersOfForms(layers: number): Buffer {
  const names = Array.from({ length: 10 }, (_, n) => n)
  const all = names.map((n) => `/X${n} Do`).join(' ')
  const layer = (n: number): string =>
    `/XObject << ${names.map((name) => `/X${name} ${6 + n * 10 + name} 0 R`).join(' ')} >>`
  const forms = Array.from({ length: layers * 10 }, (_, n) => {
    const next = Math.floor(n / 10) + 1
    return next < layers ? form(all, layer(next)) : form('q Q', '')
  })
  return page(all, layer(0), forms)
}

const ordinary = page(`BT /F 12 Tf 40 500 Td (ID ${identity}) Tj ET`)

function readAll(
  files: readonly Uint8Array[],
  left = workLeft(files.map(({ length }) => length)),
  limits?: PdfLimits,
): PdfText[] {
  return readPdfs(
    files.map((bytes, attachment) => ({ bytes, attachment })),
    left,
    limits,
  )
}

const tooMuch = 'PDF里的内容太多，没有看完'

describe('work is counted, so that a PDF is read to the same place on every machine', () => {
  test.each<[string, Buffer]>([
    ['forms in forms', nestedForms(8)],
    ['forms in forms without a text', layersOfForms(8)],
    ['a page of many texts', page(deflateSync(`BT /F 9 Tf ${'(a) Tj '.repeat(6_000_000)} ET`))],
    ['a page of many operators', page(deflateSync('q Q '.repeat(10_000_000)))],
  ])('%s', (_what, bytes) => {
    expect(bytes.length).toBeLessThan(70_000)
    const left = workLeft([bytes.length])
    const [read] = readAll([bytes], left)
    expect(read).toMatchObject({ unread: tooMuch, isCrowdedOut: false })
    const done = ownWork(bytes.length) + sharedWork - (left.own[0] ?? 0) - left.shared
    // It ends with the step that exceeds the limit, however large that step is.
    expect(done / maxWork(bytes.length)).toBeGreaterThanOrEqual(1)
    expect(done / maxWork(bytes.length)).toBeLessThan(1.2)
  })

  test('twice the pages are twice the work', async () => {
    const work = async (pages: number): Promise<number> => {
      const document = await PDFDocument.create()
      const font = await document.embedFont(StandardFonts.Helvetica)
      for (let n = 0; n < pages; n++)
        document.addPage().drawText('text\n'.repeat(50), { font, size: 9, y: 700 })
      const left = workLeft([0], 0)
      expect(readAll([await document.save()], left)[0]?.unread).toBe(null)
      return ownWork(0) - (left.own[0] ?? 0)
    }
    const [once, twice] = [await work(40), await work(80)]
    expect(twice / once).toBeGreaterThan(1.8)
    expect(twice / once).toBeLessThan(2.2)
  })

  test('the content before the limit is searched', () => {
    const bytes = nestedForms(8, `BT /F 12 Tf 40 500 Td (ID ${identity}) Tj ET`)
    expect(findingsIn([{ name: 'a.pdf', bytes }], '')[0]).toMatchObject([
      { kind: 'identity', where: '第1页' },
      { kind: 'unread', what: tooMuch },
    ])
  })
})

describe('no PDF hides another one', () => {
  test('however many files exceed the limit, an ordinary one is read, and the others are reported', () => {
    const forms = nestedForms(8)
    const files = [forms, ordinary, forms, ordinary]
    // Enough for one of them.
    const left = workLeft(
      files.map(({ length }) => length),
      maxWork(forms.length),
    )
    expect(readAll(files, left).map(({ unread, isCrowdedOut }) => [unread, isCrowdedOut])).toEqual([
      [tooMuch, false],
      [null, false],
      ['别的附件太难读，这个PDF没有读完', true],
      [null, false],
    ])
  })

  test('a file that needs more than its reserved work, after others used the shared work, is an error', () => {
    const run = { ...runBudget(), pdfWork: 0 }
    const files = [nestedForms(8), ordinary].map((bytes, n) => ({ name: `${n}.pdf`, bytes }))
    const kinds = findingsIn(files, '', run).map((findings) => findings.map(({ kind }) => kind))
    expect(kinds).toEqual([['unread', 'crowded-out'], ['identity']])
  })

  test('when the reading process does not start, no PDF counts as read', () => {
    const limits = { start: 1, time: { file: 0, unit: 0 }, memory: 300 }
    expect(readAll([ordinary, ordinary], undefined, limits)).toMatchObject([
      { unread: '读PDF的程序没有启动', isCrowdedOut: true },
      { unread: '读PDF的程序没有启动', isCrowdedOut: true },
    ])
  })

  test('a file that takes too long without counted work ends the process, and only itself is unread', () => {
    const limits = { start: 120_000, time: { file: 1, unit: 0 }, memory: 1024 }
    const [read] = readAll([nestedForms(8)], undefined, limits)
    expect(read).toMatchObject({
      unread: 'PDF读的时间太长，或者占用内存太多',
      isCrowdedOut: false,
    })
    // The next process has its full time.
    expect(readAll([ordinary])).toMatchObject([{ unread: null }])
  })
})

describe('damaged content is reported, and hides nothing that can be read:', () => {
  const damaged = 'unread PDF有错误，没有读全'
  const number = 'identity 身份证号'

  test.each<[string, [string, string], string[]]>([
    // Some viewers show the other page.
    ['a page that is missing', ['[3 0 R] /Count 1', '[9 0 R 3 0 R] /Count 2'], [damaged]],
    ['a form that is missing', ['BT /F', '/X Do BT /F'], [number, damaged]],
    [
      'bookmarks that are none',
      ['/Type /Catalog', '/Type /Catalog /Outlines << /First (damaged) >>'],
      [number],
    ],
  ])('%s', (_what, [right, wrong], expected) => {
    const bytes = Buffer.from(ordinary.toString('latin1').replace(right, wrong), 'latin1')
    const findings = findingsIn([{ name: 'a.pdf', bytes }], '')[0] ?? []
    expect(findings.map(({ kind, what }) => `${kind} ${what}`)).toEqual(expected)
  })
})

describe('texts outside the pages are found:', () => {
  const placesOf = async (change: (document: PDFDocument) => unknown): Promise<string[]> => {
    const document = await PDFDocument.create()
    document.addPage()
    await change(document)
    const bytes = await document.save()
    return (findingsIn([{ name: 'a.pdf', bytes }], '')[0] ?? [])
      .filter(({ kind }) => kind === 'identity')
      .map(({ where }) => where)
  }
  const annotation = (document: PDFDocument, dictionary: Record<string, string>): void => {
    const entries = Object.entries(dictionary).map(([key, text]) => [
      key,
      PDFHexString.fromText(text),
    ])
    const { context } = document
    const object = context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 10, 10],
      ...Object.fromEntries(entries),
    })
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(object)]))
  }

  test.each<[string, (document: PDFDocument) => unknown, string]>([
    [
      'a note',
      (document) => {
        annotation(document, { Contents: identity })
      },
      '第1页的批注或者表单',
    ],
    [
      'its author',
      (document) => {
        annotation(document, { T: identity })
      },
      '第1页的批注或者表单',
    ],
    [
      'a field of a form',
      (document) => {
        const field = document.getForm().createTextField('name')
        field.setText(identity)
        field.addToPage(document.getPage(0))
      },
      '表单',
    ],
    [
      'the title',
      (document) => {
        document.setTitle(identity)
      },
      '文件属性',
    ],
    [
      'a property of one’s own',
      (document) => {
        const info = document.context.obj({ Number: PDFString.of(identity) })
        document.context.trailerInfo.Info = document.context.register(info)
      },
      '文件属性',
    ],
    [
      'metadata in XMP, with references for its digits',
      (document) => {
        const text = [...identity].map((digit) => `&#${digit.charCodeAt(0)};`).join('')
        const xml = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description><a:b xmlns:a="http://example.com/">${text}</a:b></rdf:Description></rdf:RDF></x:xmpmeta>`
        const stream = document.context.stream(xml, { Type: 'Metadata', Subtype: 'XML' })
        document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
      },
      '文件属性',
    ],
    [
      'the name of an embedded file',
      (document) => document.attach(new Uint8Array([1]), `${identity}.txt`),
      '嵌入文件的名称',
    ],
    [
      'a bookmark',
      ({ context, catalog }) => {
        const item = context.nextRef()
        const outlines = context.register(
          context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }),
        )
        const title = PDFHexString.fromText(identity)
        context.assign(item, context.obj({ Title: title, Parent: outlines }))
        catalog.set(PDFName.of('Outlines'), outlines)
      },
      '书签',
    ],
  ])('%s', async (_what, change, place) => {
    expect(await placesOf(change)).toEqual([place])
  })
})
