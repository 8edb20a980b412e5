import type { Model } from '#model/model.ts'
import { type Bulletin, type Inline, type Resolve } from '#model/bulletin.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import type { Inspection } from '#model/dataset.ts'
import { officesOf } from '#model/offices.ts'
import { cellText } from '#model/reference.ts'
import type { HeadingLevel, OfficialDocument, DocumentBlock } from './docx/official-document.ts'
import { type DocumentPart, documentSections, type HeadingTag } from '#view/document.ts'
import { resolverFor, titleOfBulletin } from '#view/sources.ts'
import { bulletinName, issuersOf } from '#view/inspection-names.ts'
import { originWords } from './origin.ts'

type Drafted = Pick<Model, 'dataset' | 'isDraft'>

/**
 * The bulletin of an inspection, from the same tree as its page. A document number or a date that is
 * in the data but not in the text is added in the place that the standard form gives it.
 */
export function bulletinDocument(
  data: Drafted,
  inspection: Inspection,
  bulletin: Bulletin,
): OfficialDocument {
  const resolve = resolverFor(data, inspection)
  const sections = documentSections(bulletin, resolve)
  const blocks = sections.map(({ parts }) => documentBlocks(parts, resolve, inspection, data))
  const [text = [], ...annexes] = blocks
  const { number, issued } = inspection.document ?? {}
  const signed = text.some(({ kind }) => kind === 'signature')
  const signature: DocumentBlock[] =
    issued !== undefined && isDay(issued) && !signed
      ? [{ kind: 'signature', offices: officesOf(inspection), day: chineseDate(issued) }]
      : []
  const printed = text.some((block) => 'text' in block && block.text === number)
  return {
    title: titleOfBulletin(data, inspection) ?? bulletinName(inspection),
    author: issuersOf(inspection),
    description: originWords(data.dataset.site),
    day: issued !== undefined && isDay(issued) ? issued : inspection.published_here,
    blocks: [
      ...(number === undefined || printed ? [] : [{ kind: 'number' as const, text: number }]),
      ...text,
      ...signature,
      ...annexes.flat(),
    ],
  }
}

const levels: Readonly<Record<Exclude<HeadingTag, 'h1'>, HeadingLevel>> = {
  h2: 1,
  h3: 2,
  h4: 3,
  h5: 4,
}

function documentBlocks(
  parts: readonly DocumentPart[],
  resolve: Resolve,
  inspection: Inspection,
  { dataset }: Drafted,
): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let offices: string[] = []
  for (const part of parts) {
    if (part.kind === 'appendix') {
      blocks.push(...appendixOf(part.of, inspection, dataset))
      continue
    }
    const text = textOf(part.nodes, resolve)
    if (part.kind === 'run-in') {
      const level = part.tag === 'h1' ? 1 : levels[part.tag]
      blocks.push({
        kind: 'paragraph',
        text,
        lead: { level, text: textOf(part.heading, resolve) },
      })
    } else if (part.look === 'signature') offices.push(text)
    else if (part.look === 'day') {
      blocks.push({ kind: 'signature', offices, day: text })
      offices = []
    } else blocks.push(textBlock(part, text))
  }
  return blocks
}

function textBlock(
  { tag, look }: Extract<DocumentPart, { kind: 'text' }>,
  text: string,
): DocumentBlock {
  if (look === 'annex-label') return { kind: 'annex', text }
  if (tag === 'h1') return { kind: 'title', lines: text.split('\n') }
  if (tag !== 'p') return { kind: 'heading', level: levels[tag], text }
  if (look === 'addressee' || look === 'annexes' || look === 'further-annex' || look === 'note')
    return { kind: look, text }
  return { kind: 'paragraph', text }
}

function appendixOf(
  of: string,
  inspection: Inspection,
  dataset: Model['dataset'],
): DocumentBlock[] {
  const appendix = inspection.appendices?.[of.split('.')[1] ?? '']
  if (appendix === undefined) return []
  const { title, columns = [], rows = [], note } = appendix
  return [
    {
      kind: 'table',
      table: {
        title,
        look: 'annex',
        columns,
        rows: rows.map((row) => row.map((cell) => cellText(dataset, inspection, cell))),
      },
    },
    ...(note === undefined ? [] : [{ kind: 'note' as const, text: note }]),
  ]
}

/** The text of some nodes on one line, except for explicit line breaks. */
function textOf(nodes: readonly Inline[], resolve: Resolve): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text.replace(/\s+/g, ' ')
      if (node.type === 'value') return resolve(node.of)
      return node.type === 'break' ? '\n' : textOf(node.children, resolve)
    })
    .join('')
}
