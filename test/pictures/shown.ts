import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The words that each picture showed when it was taken, by its name. */
export type ShownPictures = Record<string, { readonly words: string; readonly sha256: string }>

export const picturesFolder = join(import.meta.dirname, '../../content/manual/pictures')
export const shownFile = join(import.meta.dirname, 'shown.json')

export const fileOf = (name: string): string => join(picturesFolder, `${name}.png`)

export const readShown = (): ShownPictures =>
  existsSync(shownFile) ? (JSON.parse(readFileSync(shownFile, 'utf8')) as ShownPictures) : {}

/** The size limit of a picture's file, in bytes: what a slow line transfers in a second. */
export const maxPictureBytes = 60_000
