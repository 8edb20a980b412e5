import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { xmlFaults } from './xml.ts'

/** A Word document as another program reads it. */
export interface OpenedDocument {
  /** Every part by its name. */
  readonly parts: Readonly<Record<string, string>>
  /** The text, run by run: the content of each `w:t`. */
  readonly text: string
  /** The style and the text of each paragraph. */
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[]
}

/** Opens a document; throws when a strict parser cannot read it. */
export function openDocument(bytes: Uint8Array): OpenedDocument {
  const faults = xmlFaults('the.docx', bytes)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  )
  const paragraphs: { style: string; text: string }[] = []
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') paragraphs.push({ style: '', text: '' })
    const last = paragraphs.at(-1)
    if (name === 'w:pStyle' && last !== undefined) last.style = attributes['w:val'] ?? ''
    if (name === 'w:t') inText = true
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false
  })
  parser.on('text', (text) => {
    const last = paragraphs.at(-1)
    if (inText && last !== undefined) last.text += text
  })
  parser.write(parts['word/document.xml'] ?? '').close()
  return { parts, text: paragraphs.map(({ text }) => text).join('\n'), paragraphs }
}
