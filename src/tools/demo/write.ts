import { authoredFile } from '#schema/authored-files.ts'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { everyNameIn } from '#read/files/regular-files.ts'
import { demoHeader } from './generate.ts'

/**
 * Whether the sample city may be written to a folder: it is missing, empty, or contains only an
 * earlier sample city. Other files are never overwritten.
 */
export function isDemoFolder(folder: string): boolean {
  if (!existsSync(folder)) return true
  const names = everyNameIn(folder)
  if (names === null) return false
  if (names.length === 0) return true
  const site = join(folder, authoredFile('site'))
  return (
    names.every((name) => name === 'data' || name === 'content') &&
    existsSync(site) &&
    readFileSync(site, 'utf8').startsWith(demoHeader)
  )
}

/** Empties the folder of an earlier sample city and writes the files into it. */
export function writeDemo(folder: string, files: ReadonlyMap<string, string>): void {
  for (const name of ['data', 'content'])
    rmSync(join(folder, name), { recursive: true, force: true })
  // site.yaml is written first, so the folder of an interrupted run is recognised.
  for (const [path, text] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
