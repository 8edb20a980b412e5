import { GlobalFonts } from '@napi-rs/canvas'
import { fontFiles, type FontWeight } from './font-files.ts'

// The library begins with all fonts of the machine, one of which might bear a name of ours.
GlobalFonts.removeAll()

const families: Readonly<Record<FontWeight, string>> = {
  regular: 'PictureRegular',
  bold: 'PictureBold',
}

/** The family to draw text of a weight in, as a canvas names it; its file is read at the first use. */
export function pictureFont(weight: FontWeight): string {
  const family = families[weight]
  if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(fontFiles[weight], family)
  return family
}
