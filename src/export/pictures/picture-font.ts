import { GlobalFonts } from '@napi-rs/canvas'
import { fontFiles, type FontWeight } from './font-files.ts'

// The library starts with all fonts of the machine, one of which might have the same name.
GlobalFonts.removeAll()

const families: Readonly<Record<FontWeight, string>> = {
  regular: 'PictureRegular',
  bold: 'PictureBold',
}

/** The font family of a weight, as a canvas names it. Its file is loaded on first use. */
export function pictureFont(weight: FontWeight): string {
  const family = families[weight]
  if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(fontFiles[weight], family)
  return family
}
