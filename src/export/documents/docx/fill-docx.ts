import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { corePart, coreProperties, officePart } from '../../office-properties.ts'
import { bodyXml } from './docx-body.ts'
import type { OfficialDocument } from './official-document.ts'

/**
 * An official document as a Word file, from a file of the same form without text: in a browser the
 * library that makes the form is not at hand.
 *
 * @param blank a file that `docx` made of a document without blocks
 */
export function fillDocx(blank: Uint8Array, document: OfficialDocument): Uint8Array {
  const parts = unzipSync(blank)
  const text = strFromU8(parts[documentPart] ?? new Uint8Array())
  const end = text.lastIndexOf('<w:sectPr')
  if (end < 0) throw new Error('the form has no section')
  return zipSync({
    ...parts,
    [documentPart]: strToU8(text.slice(0, end) + bodyXml(document.blocks) + text.slice(end)),
    [corePart.path]: officePart(coreProperties(document)),
  })
}

const documentPart = 'word/document.xml'
