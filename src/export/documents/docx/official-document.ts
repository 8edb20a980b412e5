/** A piece of a paper, in the words and the order in which it stands there. */
export type DocumentBlock =
  /** 发文字号 */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'addressee'; readonly text: string }
  /** 一、（一） 1. （1）: the number stands in the text. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  /** `lead`: a heading of the second level or below that runs into the paragraph. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: Lead }
  /** 附件：1. …, and the further ones below it. */
  | { readonly kind: 'annexes' | 'further-annex'; readonly text: string }
  /** The offices that sign, and the day as printed. */
  | { readonly kind: 'signature'; readonly offices: readonly string[]; readonly day: string }
  /** 附件, 附件1: begins a page. */
  | { readonly kind: 'annex'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  /** Words under a table or at the end, in smaller type. */
  | { readonly kind: 'note'; readonly text: string }

export type HeadingLevel = 1 | 2 | 3 | 4

export interface Lead {
  readonly level: HeadingLevel
  readonly text: string
}

export interface DocumentTable {
  readonly title: string
  /** `caption`: one of several tables of a text; else the title of an annex. */
  readonly look: 'annex' | 'caption'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A document as GB/T 9704-2012 forms it: what stands on it, and what its properties say. */
export interface OfficialDocument {
  readonly title: string
  /** Who issued it. */
  readonly author: string
  /** Who made the file, and what it is not; stands in its properties alone. */
  readonly description: string
  /** The day in the data that dates the file, as ISO 8601 writes it. */
  readonly day: string
  /** What the issuer supplies to stand above the text and under its own signature; nothing is drawn instead. */
  readonly head?: DocumentPicture
  readonly seal?: DocumentPicture
  readonly blocks: readonly DocumentBlock[]
}

/** A picture that somebody has supplied. */
export interface DocumentPicture {
  /** Said where it is not seen. */
  readonly name: string
  readonly type: 'png' | 'jpg'
  /** Its file, in Base64: text, as the rest of a paper. */
  readonly content: string
  /** How wide it is on paper. */
  readonly millimetres: number
}

/** A character of XML 1.0 that is none, or half of one. */
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

/**
 * A text as it may stand in a document.
 *
 * @throws when it holds a control character or half a character: the checker refuses such data, so
 *   that one here is a mistake of the program.
 */
export function printableText(text: string): string {
  const found = refused.exec(text)
  if (found === null) return text
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new Error(`文档里有不能印出的控制字符 U+${code}：“${text.slice(0, found.index)}”后面。`)
}

/** How many characters wide a text is: a Chinese character is one, a letter or a digit half. */
export const widthInCharacters = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[\u2e80-\uffef]|[“”‘’—…]|[^\u0000-\uffff]/u.test(letter) ? 1 : 0.5),
    0,
  )
