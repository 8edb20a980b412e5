import { GlobalFonts } from '@napi-rs/canvas'
import { fontFiles } from './font-files.ts'

// The library starts with all fonts of the machine, one of which might have the same name.
GlobalFonts.removeAll()

const family = 'Picture'

/** The font family of pictures, as a canvas names it. Its file is loaded on first use. */
export function pictureFont(): string {
  if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(fontFiles.bold, family)
  return family
}
