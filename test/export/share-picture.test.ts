import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { computeHere } from '#export/compute.ts'

/** How many lines of text a picture shows: blocks of rows in which some pixel is not the first one. */
async function linesIn(png: Uint8Array): Promise<number> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const isBlank = Array.from({ length: image.height }, (_, y) => {
    const row = new Uint32Array(context.getImageData(0, y, image.width, 1).data.buffer)
    return row.every((pixel) => pixel === row[0])
  })
  return isBlank.filter((blank, y) => !blank && isBlank[y - 1] !== false).length
}

test.each(['第二季度', '第二季度政务公开、政府网站和政务新媒体检查情况通报和整改要求'])(
  'no line of a preview picture touches another: %s',
  async (title) => {
    const picture = await computeHere.draw({
      kind: '检查结果',
      title,
      lines: ['政府网站 14/15，合格率93.3%', '政务新媒体 38/40', '点名问题33个'],
      site: '某某市人民政府办公室',
      notice: '非官方示例，依据公开文件整理',
    })
    // The site, what the page is, the title, three lines, the notice.
    expect(await linesIn(picture)).toBe(title.length > 20 ? 8 : 7)
  },
)
