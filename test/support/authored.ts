import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { load } from '#read/load.ts'
import { loadChecked } from '#build/load-checked.ts'
import type { Dataset } from '#model/dataset.ts'
import { folderOf } from './folder.ts'

export interface Folders {
  readonly data: string
  readonly content: string
}

/** The sample data of this repository, which an adopting office may have replaced. */
export const sample: Folders = {
  data: join(import.meta.dirname, '../cases/seed/data'),
  content: join(import.meta.dirname, '../cases/seed/content'),
}

/** Correct data and bulletins for tests, independent of the sample. */
export const base: Folders = {
  data: join(import.meta.dirname, '../cases/base/data'),
  content: join(import.meta.dirname, '../cases/base/content'),
}

/** Copies data and content into a folder, by default one that is removed after the calling test. */
export function copyOf(
  original: Folders,
  folder = folderOf({}),
): Folders & { readonly folder: string } {
  const copy = { data: join(folder, 'data'), content: join(folder, 'content') }
  cpSync(original.data, copy.data, { recursive: true })
  cpSync(original.content, copy.content, { recursive: true })
  return { ...copy, folder }
}

/** One change to a copy of data and content, with exactly one property besides `file`. */
export interface Edit {
  readonly file: string
  /** A text that occurs in the file exactly once; `by` replaces it. */
  readonly replace?: string | undefined
  readonly by?: string | undefined
  /** A text appended to the file, or the whole content of a new file. */
  readonly append?: string | undefined
  readonly remove?: boolean | undefined
  /** Turns the file into a folder. */
  readonly folder?: boolean | undefined
  /** Turns the file into a symbolic link to this path. */
  readonly link?: string | undefined
  /** Another file of the copy, whose content replaces that of the file. */
  readonly copyOf?: string | undefined
}

export function applyEdit(folder: string, edit: Edit): void {
  const path = join(folder, edit.file)
  const read = (): string => readFileSync(path, 'utf8')
  mkdirSync(dirname(path), { recursive: true })
  if (edit.replace !== undefined) {
    const parts = read().split(edit.replace)
    if (parts.length !== 2)
      throw new Error(`${parts.length - 1} times in ${edit.file}: ${edit.replace}`)
    writeFileSync(path, parts.join(edit.by ?? ''))
  } else if (edit.append !== undefined) writeFileSync(path, edit.append, { flag: 'a' })
  else {
    if (edit.remove ?? edit.folder ?? edit.link !== undefined)
      rmSync(path, { recursive: true, force: true })
    if (edit.folder === true) mkdirSync(path)
    if (edit.link !== undefined) symlinkSync(edit.link, path)
    if (edit.copyOf !== undefined) cpSync(join(folder, edit.copyOf), path)
  }
}

/** One line for each problem: `error data/units.yaml:3:1 unknown-key`. */
export function findings(folders: Folders): string[] {
  return loadChecked(folders).problems.map(({ level, file, position, code }) => {
    const place = position === null ? file : `${file}:${position.line}:${position.column}`
    return `${level} ${place} ${code}`
  })
}

/** The dataset in the folders, without running the rules. */
export function datasetOf(folders: Folders): Dataset {
  const { dataset } = load(folders)
  if (dataset === null) throw new Error('there is no data')
  return dataset
}
