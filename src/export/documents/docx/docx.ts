import { computedOnce } from '#model/memoized.ts'
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { loadImage } from '@napi-rs/canvas'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { corePart, coreProperties, officePart } from '../../office-properties.ts'
import type { Deflate } from '../../deflate.ts'
import { fixedZip } from '../../zip.ts'
import { bodyXml } from './docx-body.ts'
import { fontTable } from './docx-parts.ts'
import { placed, type PlacedPicture } from './docx-picture.ts'
import { docxStyles } from './docx-styles.ts'
import { characterSpace, footer, line, margin, page, size } from './measures.ts'
import { type OfficialDocument, printableText } from './official-document.ts'

/**
 * An official document as a Word file (OOXML) on the grid of GB/T 9704-2012. The same document gives
 * the same bytes: its dates are those of the data.
 */
export async function docx(
  document: OfficialDocument,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> {
  const { parts, before, after } = await template()
  const { placements, files } = await picturesOf(document, parts)
  return fixedZip(
    {
      ...parts,
      ...files,
      [documentPart]: strToU8(before + bodyXml(document.blocks, placements) + after),
      [corePart.path]: officePart(
        coreProperties({
          title: printableText(document.title),
          author: printableText(document.author),
          description: printableText(document.description),
          day: document.day,
        }),
      ),
    },
    deflate,
  )
}

const documentPart = 'word/document.xml'
const relationsPart = 'word/_rels/document.xml.rels'

/** The pictures of a document: their placement, and the parts of the package that hold them. */
async function picturesOf({ head, seal, blocks }: OfficialDocument, parts: Template['parts']) {
  const signature = blocks.find(({ kind }) => kind === 'signature')
  // A seal is used only when its office signs alone; otherwise its file is not included.
  const hasSeal = signature?.kind === 'signature' && signature.offices.length === 1
  const given = [
    { key: 'head', relation: 'rIdHead', picture: head },
    { key: 'seal', relation: 'rIdSeal', picture: hasSeal ? seal : undefined },
  ] as const
  const placements: { head?: PlacedPicture; seal?: PlacedPicture } = {}
  const files: Record<string, Uint8Array> = {}
  for (const { key, relation, picture } of given) {
    if (picture === undefined) continue
    const content = Buffer.from(picture.content, 'base64')
    const { width, height } = await loadImage(content)
    const part = `media/${key}.${picture.type}`
    placements[key] = placed(picture, relation, { width, height })
    files[`word/${part}`] = Uint8Array.from(content)
    const text = (name: string) => strFromU8(files[name] ?? parts[name] ?? new Uint8Array())
    files[relationsPart] = strToU8(
      text(relationsPart).replace(
        '</Relationships>',
        `<Relationship Id="${relation}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${part}"/></Relationships>`,
      ),
    )
  }
  return { placements, files }
}

/** The parts that all documents share, and the XML before and after their text. */
interface Template {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly before: string
  readonly after: string
}

/**
 * Computed once, because the library takes five times as long for a document as compressing it does,
 * and an office may have thousands of reports.
 */
const template = computedOnce(async (): Promise<Template> => {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    styles: docxStyles,
    sections: [
      {
        properties: {
          page: { size: page, margin: { ...margin, header: Math.round(margin.top / 2), footer } },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: line,
            charSpace: characterSpace,
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [new Paragraph('')],
      },
    ],
  })
  const parts: Template['parts'] = {
    ...unzipSync(await Packer.pack(document, 'uint8array')),
    'word/fontTable.xml': fontTable(),
  }
  const [before, after, ...more] = strFromU8(parts[documentPart] ?? new Uint8Array()).split(
    /<w:p\/>|<w:p>.*<\/w:p>/,
  )
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('the library writes an empty document in another way')
  return { parts, before, after }
})

/** "— 1 —" on the outer side, one character from the edge of the text block (7.5). */
const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: size.four * 10 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
