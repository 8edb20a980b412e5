/**
 * The measures of GB/T 9704-2012 (党政机关公文格式) 5.2 and 7: A4, a block of 156 by 225 mm,
 * 22 lines of 28 characters in 3号 (16 pt).
 */

/** Twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

export const page = { width: twips(210), height: twips(297) }
const block = { width: twips(156), height: twips(225) }
export const margin = {
  top: twips(37),
  left: twips(28),
  right: page.width - twips(28) - block.width,
  bottom: page.height - twips(37) - block.height,
}
export const textWidth = block.width

/** Sizes of type in half points: 2号, 3号, 4号, 小四. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24 }

/** The height of a line, and the width of a character, on the grid of the page. */
export const line = Math.floor(block.height / 22)
export const character = block.width / 28

/** What a grid of characters adds to the width of 16 pt, in 4096ths of a point. */
export const characterSpace = Math.floor((character / 20 - size.three / 2) * 4096)

/**
 * From the edge of the paper to the lower edge of a page number, which is 7 mm below the text
 * block.
 */
export const footer = margin.bottom - twips(7) - twips(5) / 2

interface Font {
  readonly name: string
  /** The substitute when the font is not installed. */
  readonly instead: string
}
/**
 * The fonts that the standard names. They are commercial, so files refer to them and embed none.
 */
export const fonts = {
  title: { name: '方正小标宋简体', instead: '宋体' },
  hei: { name: '黑体', instead: 'SimHei' },
  kai: { name: '楷体_GB2312', instead: '楷体' },
  fang: { name: '仿宋_GB2312', instead: '仿宋' },
  song: { name: '宋体', instead: 'SimSun' },
} as const satisfies Record<string, Font>
