import { codePoint } from '#schema/characters.ts'

/** A block of an official document, in the order of the document. */
export type DocumentBlock =
  /** 发文字号 */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'addressee'; readonly text: string }
  /** 一、（一） 1. （1）: the text includes the number. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  /** `lead`: a heading of the second level or below that runs into the paragraph. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: Lead }
  /** 附件：1. …, and the further annexes in the list. */
  | { readonly kind: 'annexes' | 'further-annex'; readonly text: string }
  /** The signing offices, and the day as printed. */
  | { readonly kind: 'signature'; readonly offices: readonly string[]; readonly day: string }
  /** 附件, 附件1: starts a new page. */
  | { readonly kind: 'annex'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** Words under a table or at the end, in smaller type. */
  | { readonly kind: 'note'; readonly text: string }

export type HeadingLevel = 1 | 2 | 3 | 4

interface Lead {
  readonly level: HeadingLevel
  readonly text: string
}

export interface DocumentTable {
  readonly title: string
  /** Whether the title is that of an annex, or the caption of one of several tables. */
  readonly look: 'annex' | 'caption'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A document in the form of GB/T 9704-2012: its content and its properties. */
export interface OfficialDocument {
  readonly title: string
  /** Who issued it. */
  readonly author: string
  /**
   * Which site generated the file, and that it is not the original; only in the file's properties.
   */
  readonly description: string
  /** The day in the data that dates the file, as ISO 8601 writes it. */
  readonly day: string
  /** The letterhead and the seal that the issuer has supplied. Without them, nothing is drawn. */
  readonly head?: DocumentPicture
  readonly seal?: DocumentPicture
  readonly blocks: readonly DocumentBlock[]
}

/** A picture that the issuer has supplied. */
export interface DocumentPicture {
  /** The alternative text. */
  readonly name: string
  readonly type: 'png' | 'jpg'
  /** Its file, in Base64. */
  readonly content: string
  /** Its printed width. */
  readonly millimetres: number
}

/** A character of XML 1.0 that is none, or half of one. */
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

/**
 * A text for a document.
 *
 * @throws when it contains a control character or a lone surrogate: the check refuses such data, so
 *   this would be a mistake of the program.
 */
export function printableText(text: string): string {
  const found = refused.exec(text)
  if (found === null) return text
  throw new Error(
    `文档里有不能印出的控制字符 ${codePoint(found[0])}：“${text.slice(0, found.index)}”后面。`,
  )
}
