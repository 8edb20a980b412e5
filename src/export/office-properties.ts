import { strFromU8, strToU8, unzipSync } from 'fflate'
import { escapedXml, unescapedXml } from '#model/xml-text.ts'

/** The properties of a document or a workbook. */
export interface FileProperties {
  readonly title: string
  /** Who issued or published it, where that is known. */
  readonly author?: string | undefined
  /** Which site generated the file, its terms of use, and that it is not the original. */
  readonly description: string
  /** The day in the data that dates the file, as ISO 8601 writes it. */
  readonly day: string
}

/** An XML part of a document or a workbook: its declaration, once, and its element. */
export const officePart = (element: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element}`)

/** The part of the package that holds the properties (ECMA-376, part 2). */
export const corePart = {
  path: 'docProps/core.xml',
  contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
  relation: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
} as const

/** The XML element of the properties. Both dates are the day in the data. */
export function coreProperties({ title, author, description, day }: FileProperties): string {
  const element = (name: string, value: string) => `<dc:${name}>${escapedXml(value)}</dc:${name}>`
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('title', title)}${author === undefined ? '' : element('creator', author)}${element('description', description)}<dc:language>zh-CN</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`
}

/** The properties, without the day, of a document or a workbook that this program has written. */
export function readCoreProperties(bytes: Uint8Array): Omit<FileProperties, 'day'> {
  const part = unzipSync(bytes, { filter: ({ name }) => name === corePart.path })[corePart.path]
  const xml = part === undefined ? '' : strFromU8(part)
  const valueOf = (name: string): string =>
    unescapedXml(new RegExp(`<dc:${name}>([^<]*)<`).exec(xml)?.[1] ?? '')
  const author = valueOf('creator')
  return {
    title: valueOf('title'),
    ...(author === '' ? {} : { author }),
    description: valueOf('description'),
  }
}
