import { headingStyles, leadStyles } from './docx-styles.ts'
import { tableXml } from './docx-table.ts'
import { paragraphXml, runXml } from './docx-xml.ts'
import { character, line } from './measures.ts'
import { type PaperBlock, widthInCharacters } from './paper.ts'

/** The text of a document: paragraphs that name a style, and tables. */
export const bodyXml = (blocks: readonly PaperBlock[]): string => blocks.map(blockXml).join('')

const plain = (style: string, text: string): string => paragraphXml(style, runXml(text))

function blockXml(block: PaperBlock): string {
  switch (block.kind) {
    case 'number':
      return plain('DocumentNumber', block.text)
    case 'title':
      return plain('Title', block.lines.join('\n'))
    case 'addressee':
      return plain('Addressee', block.text)
    case 'heading':
      return plain(headingStyles[block.level], block.text)
    case 'paragraph': {
      const { lead } = block
      const runIn = lead === undefined ? '' : runXml(lead.text, leadStyles[lead.level])
      return paragraphXml('BodyText', runIn + runXml(block.text))
    }
    case 'annexes':
      return plain(/^附件：\s*\d/.test(block.text) ? 'FirstAnnex' : 'OnlyAnnex', block.text)
    case 'further-annex':
      return plain('FurtherAnnex', block.text)
    case 'signature':
      return signatureXml(block)
    case 'annex':
      return paragraphXml('Annex', runXml(block.text), '<w:pageBreakBefore/>')
    case 'table': {
      const { title, look } = block.table
      // A table needs a paragraph after it, and the next block some room.
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

/** The day four characters from the edge, and the offices over its middle (7.3.5). */
function signatureXml({ offices, day }: Extract<PaperBlock, { kind: 'signature' }>): string {
  const middle = 4 + widthInCharacters(day) / 2
  return [...offices, day]
    .map((text, n) => {
      const right = Math.max(0, middle - widthInCharacters(text) / 2)
      const keep = n < offices.length ? '<w:keepNext/>' : ''
      const before = n === 0 ? `<w:spacing w:before="${line}"/>` : ''
      const indent = `<w:ind w:right="${Math.round(right * character)}"/>`
      return paragraphXml('Signature', runXml(text), keep + before + indent)
    })
    .join('')
}
