/**
 * Radicals of the block CJK Radicals Supplement with the characters that they look like, in pairs
 * (Unicode, EquivalentUnifiedIdeograph.txt). NFKC replaces those of the block Kangxi Radicals alone,
 * two of them by a form that is not written in simplified Chinese: they stand first.
 */
const pairs =
  '⼾户⾭青⺄乙⺈刀⺊卜⺌小⺍小⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟'

const characters: ReadonlyMap<string, string> = new Map(
  (pairs.match(/../gu) ?? []).map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

/**
 * Replaces radicals by the characters that they look like. In many PDF files the text of a font has
 * one for the other, because both have the same shape: ⼯作 for 工作. The length does not change.
 */
export const withoutRadicals = (text: string): string =>
  text.replace(
    /[\u2e80-\u2fdf]/g,
    (radical) => characters.get(radical) ?? radical.normalize('NFKC'),
  )
