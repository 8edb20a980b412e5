import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What each picture showed when it was taken, by its name. */
export type ShownPictures = Record<string, { readonly words: string; readonly sha256: string }>

export const picturesFolder = join(import.meta.dirname, '../../content/manual/pictures')
export const shownFile = join(import.meta.dirname, 'shown.json')

export const fileOf = (name: string): string => join(picturesFolder, `${name}.png`)

export const readShown = (): ShownPictures =>
  existsSync(shownFile) ? (JSON.parse(readFileSync(shownFile, 'utf8')) as ShownPictures) : {}

/** The most that the file of a picture may weigh: what a slow line brings in a second. */
export const maxPictureBytes = 60_000
