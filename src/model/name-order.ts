/**
 * The collation is named explicitly so that the order does not depend on the language of the
 * machine.
 */
const pinyin = new Intl.Collator('zh-u-co-pinyin')

/** Sorts items by the pinyin of their Chinese names (音序); the sort is stable. */
export const inOrderOfNames = <T>(things: readonly T[], nameOf: (thing: T) => string): T[] =>
  [...things].sort((a, b) => pinyin.compare(nameOf(a), nameOf(b)))
