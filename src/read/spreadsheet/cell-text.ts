import type { XmlVisitor } from '../archive/read-xml.ts'

/**
 * Gives the text of elements `t`, with several looks or one, but not how it is pronounced. Signs that XML
 * cannot hold are written in it as `_x000D_` (ECMA-376, ST_Xstring).
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
