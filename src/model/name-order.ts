/** Built into Node and browsers; the order is named, so that the machine's own language changes nothing. */
const pinyin = new Intl.Collator('zh-u-co-pinyin')

/** Things in the order in which their Chinese names are read out (音序); equal names keep their places. */
export const inOrderOfNames = <T>(things: readonly T[], nameOf: (thing: T) => string): T[] =>
  [...things].sort((a, b) => pinyin.compare(nameOf(a), nameOf(b)))
