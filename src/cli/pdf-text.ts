import type { FileProperties } from '#export/office-properties.ts'

/**
 * Adds author, title and description to a PDF, and makes its text searchable. Fonts such as Noto
 * Sans SC draw a character and the radical of the same shape (人 U+4EBA, ⼈ U+2F08) with one glyph,
 * and Chromium writes the lower code: a search for 人民 then finds nothing. This function replaces
 * radicals by characters.
 */
export async function finishPdf(
  pdf: Uint8Array,
  { title, author, description }: Omit<FileProperties, 'day'>,
): Promise<Uint8Array> {
  const { decodePDFRawStream, PDFDocument, PDFRawStream } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  document.setTitle(title, { showInWindowTitleBar: true })
  if (author !== undefined) document.setAuthor(author)
  document.setSubject(description)
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || isPicture(object.dict.toString())) continue
    const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
    if (!text.includes('begincmap')) continue
    document.context.assign(reference, document.context.flateStream(plainCodes(text)))
  }
  return document.save()
}

/** Whether a stream is a picture or a font, by its dictionary. */
const isPicture = (dictionary: string): boolean =>
  /\/Subtype \/Image|\/Length1|\/FontFile|DCTDecode/.test(dictionary)

/** Replaces radicals by characters in a map from glyphs to characters (CMap). */
export const plainCodes = (cmap: string): string =>
  cmap
    .replace(/beginbfchar[^]*?endbfchar/g, (block) =>
      block.replace(
        /<(\w+)> <(\w{4})>/g,
        (_whole, glyph: string, code: string) => `<${glyph}> <${plainCode(code)}>`,
      ),
    )
    .replace(/beginbfrange[^]*?endbfrange/g, (block) =>
      block.replace(/<(\w+)> <(\w+)> <(\w{4})>/g, plainRange),
    )

/** A range of glyphs with consecutive characters, listed one by one if it contains radicals. */
function plainRange(whole: string, first: string, last: string, code: string): string {
  const codes = Array.from({ length: parseInt(last, 16) - parseInt(first, 16) + 1 }, (_, n) =>
    hex(parseInt(code, 16) + n),
  )
  const plain = codes.map(plainCode)
  return plain.every((one, n) => one === codes[n])
    ? whole
    : `<${first}> <${last}> [${plain.map((one) => `<${one}>`).join(' ')}]`
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

function plainCode(code: string): string {
  const character = String.fromCharCode(parseInt(code, 16))
  const plain = /[\u2e80-\u2fdf]/.test(character)
    ? (supplement.get(character) ?? character.normalize('NFKC'))
    : character
  return hex(plain.charCodeAt(0))
}

/**
 * Radicals that Unicode does not normalise to the shape of simplified fonts, each before the
 * character with which Noto Sans and Serif SC share its glyph.
 */
const supplement = new Map(
  [
    '⺁厂⺅亻⺉刂⺊卜⺌小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺦丬',
    '⺨犭⺪疋⺫罒⺬示⺭礻⺮竹⺰纟⺲罒⺶羊⺹耂⺺肀⺻聿⺽臼⺿艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝',
    '⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨',
    '⺂乛⺃乚⺋㔾⺏尣⺯糹⺱罓⺳㓁⺾艹⻟飠⼾户⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [[...pair][0] ?? '', [...pair][1] ?? ''] as const),
)
