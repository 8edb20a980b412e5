import { escapedXml } from '#model/xml-text.ts'
import type { DocumentPicture } from './official-document.ts'

/** A picture in a document: the id of its relationship, and its size in EMU. */
export interface PlacedPicture {
  readonly relation: string
  readonly name: string
  readonly width: number
  readonly height: number
}

/** English Metric Units in a millimetre and in a twip (a twentieth of a point). */
const ofMillimetre = 36_000
const ofTwip = 635

export const twipsOf = (emu: number): number => emu / ofTwip

/**
 * A picture in its given width; its height follows from its pixels.
 *
 * @param pixels its width and height
 */
export const placed = (
  { millimetres, name }: DocumentPicture,
  relation: string,
  pixels: { readonly width: number; readonly height: number },
): PlacedPicture => {
  const width = millimetres * ofMillimetre
  return { relation, name, width, height: Math.round((width * pixels.height) / pixels.width) }
}

/** A picture inline with the text. */
export const inlinePicture = (picture: PlacedPicture): string =>
  `<w:r><w:drawing><wp:inline ${wordDrawing} distT="0" distB="0" distL="0" distR="0">${content(picture)}</wp:inline></w:drawing></w:r>`

/**
 * A picture behind the text, which does not move the text. All measures are in twentieths of a point.
 *
 * @param right distance of the picture's middle from the right edge of the text
 * @param top distance from the top of the line that the picture is anchored to
 */
export function pictureBehind(
  picture: PlacedPicture,
  { right, top, textWidth }: { right: number; top: number; textWidth: number },
): string {
  const left = Math.round((textWidth - right) * ofTwip - picture.width / 2)
  const offset = (axis: 'H' | 'V', from: string, value: number) =>
    `<wp:position${axis} relativeFrom="${from}"><wp:posOffset>${value}</wp:posOffset></wp:position${axis}>`
  return `<w:r><w:drawing><wp:anchor ${wordDrawing} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>${offset('H', 'margin', left)}${offset('V', 'line', Math.round(top * ofTwip))}${content(picture, '<wp:wrapNone/>')}</wp:anchor></w:drawing></w:r>`
}

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const wordDrawing = `xmlns:wp="${drawing}/wordprocessingDrawing"`

function content({ relation, name, width, height }: PlacedPicture, wrap = ''): string {
  const label = escapedXml(name)
  const size = `cx="${width}" cy="${height}"`
  // Ids count from 1; the relation is one of `rIdHead` and `rIdSeal`.
  const id = relation.endsWith('Head') ? 1 : 2
  return `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrap}<wp:docPr id="${id}" name="${label}" descr="${label}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${label}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`
}
