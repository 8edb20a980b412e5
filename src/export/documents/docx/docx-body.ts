import { displayWidth } from '#messages/display-width.ts'
import { titleLines } from '#model/title-words.ts'
import { headingStyles, leadStyles } from './docx-style-names.ts'
import { tableXml } from './docx-table.ts'
import { paragraphXml, runXml } from './docx-xml.ts'
import { inlinePicture, pictureBehind, type PlacedPicture, twipsOf } from './docx-picture.ts'
import { character, line, size, textWidth, twips } from './measures.ts'
import type { DocumentBlock } from './official-document.ts'

/** The text of a document: paragraphs that name a style, and tables. */
export function bodyXml(
  blocks: readonly DocumentBlock[],
  { head, seal }: { head?: PlacedPicture | undefined; seal?: PlacedPicture | undefined } = {},
): string {
  const firstSignature = blocks.findIndex(({ kind }) => kind === 'signature')
  return [
    head === undefined ? '' : headXml(head),
    ...blocks.map((block, n) =>
      block.kind === 'signature'
        ? signatureXml(block, n === firstSignature ? seal : undefined)
        : blockXml(block, keepsWithSignature(blocks, n) ? '<w:keepNext/>' : ''),
    ),
  ].join('')
}

/**
 * Whether a block has to stay on the page of the signature: it is the last paragraph before it, or a
 * list of annexes between them. A page with a signature must have text on it (7.3.5).
 */
function keepsWithSignature(blocks: readonly DocumentBlock[], place: number): boolean {
  const kind = blocks[place]?.kind
  if (kind !== 'paragraph' && kind !== 'annexes' && kind !== 'further-annex') return false
  const next = blocks[place + 1]?.kind
  if (next === 'annexes' || next === 'further-annex') return keepsWithSignature(blocks, place + 1)
  return next === 'signature'
}

/**
 * The letterhead: 35 mm below the upper edge of the text block, two lines above the next block
 * (7.2.4, 7.2.5).
 */
const headXml = (head: PlacedPicture): string =>
  paragraphXml(
    'DocumentNumber',
    inlinePicture(head),
    // A line with an exact height would cut the picture off.
    `<w:snapToGrid w:val="0"/><w:spacing w:before="${twips(35)}" w:after="${2 * line}" w:line="240" w:lineRule="auto"/>`,
  )

/** The lines of a title, in the type size of titles. */
const printedTitle = (title: string): string[] =>
  titleLines(title, Math.floor(textWidth / 20 / (size.two / 2)), displayWidth)

const plain = (style: string, text: string, keep = ''): string =>
  paragraphXml(style, runXml(text), keep)

/** @param keep the property of paragraphs that stay on one page with the next */
function blockXml(block: Exclude<DocumentBlock, { kind: 'signature' }>, keep: string): string {
  switch (block.kind) {
    case 'number':
      return plain('DocumentNumber', block.text)
    case 'title':
      return plain('Title', block.lines.flatMap(printedTitle).join('\n'))
    case 'addressee':
      return plain('Addressee', block.text)
    case 'heading':
      return plain(headingStyles[block.level], block.text)
    case 'paragraph': {
      const { lead } = block
      const runIn = lead === undefined ? '' : runXml(lead.text, leadStyles[lead.level])
      return paragraphXml('BodyText', runIn + runXml(block.text), keep)
    }
    case 'annexes':
      return plain(/^附件：\s*\d/.test(block.text) ? 'FirstAnnex' : 'OnlyAnnex', block.text, keep)
    case 'further-annex':
      return plain('FurtherAnnex', block.text, keep)
    case 'annex':
      return paragraphXml('Annex', runXml(block.text), '<w:pageBreakBefore/>')
    case 'table': {
      const { title, look } = block.table
      // Word needs a paragraph after a table; it also separates the table from the next block.
      return (
        plain(look === 'annex' ? 'AnnexTitle' : 'Caption', title) +
        tableXml(block.table) +
        paragraphXml('AfterTable', '')
      )
    }
    case 'note':
      return plain('Note', block.text)
  }
}

/**
 * A signature: the day four characters from the right edge, and the offices centred above it (7.3.5).
 * The seal of a single office is behind both, so that they are a little below its middle, and its
 * upper edge is less than a line below the text.
 */
function signatureXml(
  { offices, day }: Extract<DocumentBlock, { kind: 'signature' }>,
  seal?: PlacedPicture,
): string {
  const middle = 4 + displayWidth(day) / 2
  // The two lines meet at the lower edge of the first.
  const above = seal === undefined ? 0 : twipsOf(seal.height) / 2 + line / 2 - line
  const room = Math.round(Math.max(line, above + line / 2))
  const sealXml =
    seal === undefined
      ? ''
      : pictureBehind(seal, { right: middle * character, top: -above, textWidth })
  return [...offices, day]
    .map((text, n) => {
      const right = Math.max(0, middle - displayWidth(text) / 2)
      const keep = n < offices.length ? '<w:keepNext/>' : ''
      const before = n === 0 ? `<w:spacing w:before="${room}"/>` : ''
      const indent = `<w:ind w:right="${Math.round(right * character)}"/>`
      return paragraphXml(
        'Signature',
        (n === 0 ? sealXml : '') + runXml(text),
        keep + before + indent,
      )
    })
    .join('')
}
