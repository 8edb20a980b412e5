import type { XmlVisitor } from '../archive/read-xml.ts'

/**
 * Passes on the text of `t` elements, with or without rich-text runs, but not phonetic guides.
 * Characters that XML cannot hold are escaped as `_x000D_` (ECMA-376, ST_Xstring).
 */
export function textVisitor(give: (text: string) => void, others: XmlVisitor = {}): XmlVisitor {
  let isText = false
  let isPhonetic = false
  let read = ''
  return {
    open(element, attributes) {
      if (element === 'rPh') isPhonetic = true
      if (element === 't' && !isPhonetic) isText = true
      others.open?.(element, attributes)
    },
    text(part) {
      if (isText) read += part
      others.text?.(part)
    },
    close(element) {
      if (element === 'rPh') isPhonetic = false
      if (element === 't' && isText) {
        give(unescapedText(read))
        isText = false
        read = ''
      }
      others.close?.(element)
    },
  }
}

export const unescapedText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_whole, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text
