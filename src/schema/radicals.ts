/**
 * Radicals that Unicode does not normalise to the shape of simplified fonts, each before the
 * character with which fonts such as Noto Sans and Serif SC share its glyph.
 */
const pairs = [
  '⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛',
  '⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺰纟⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺿艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝',
  '⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨',
  '⺂乛⺃乚⺋㔾⺏尣⺯糹⺱罓⺳㓁⺾艹⼾户⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⾭青',
].join('')

const characters: ReadonlyMap<string, string> = new Map(
  (pairs.match(/../gu) ?? []).map((pair) => {
    const [radical = '', character = ''] = pair
    return [radical, character]
  }),
)

/**
 * Replaces radicals by the characters that they look like: ⼯作 by 工作. Many PDF files have one for
 * the other, because fonts draw both with one glyph. The length does not change.
 */
export const withoutRadicals = (text: string): string =>
  text.replace(
    /[\u2e80-\u2fdf]/g,
    (radical) => characters.get(radical) ?? radical.normalize('NFKC'),
  )
