import { strToU8, zipSync } from 'fflate'

/** An archive of these files by their paths. */
export const zipOf = (files: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )

export const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The list of the content types of parts, by their paths. */
export const contentTypes = (types: Readonly<Record<string, string>>): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    types,
  )
    .map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
    .join('')}</Types>`

/** Relationships of a part: each with the last word of its type, and its target. */
export const relationsOf = (
  ...all: readonly (readonly [type: string, target: string, mode?: 'External'])[]
): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([type, target, mode], n) =>
        `<Relationship Id="rId${n + 1}" Type="${officeRelation}/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
    )
    .join('')}</Relationships>`

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const paragraphs = (...texts: string[]): string =>
  texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')

/** A Word document with this body, and with further or replaced parts. */
export const docxOf = (
  body: string,
  parts: Readonly<Record<string, Uint8Array | string>> = {},
): Uint8Array =>
  zipOf({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': `${wordTypes}.document.main+xml` }),
    '_rels/.rels': relationsOf(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
