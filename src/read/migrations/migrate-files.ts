import { authoredFolder } from '#schema/authored-files.ts'
import { migrateTexts, siteFile } from './migrate.ts'
import type { Migration, Texts } from './migration.ts'
import { currentFormat, formatOf } from '#schema/format.ts'
import { type Folders, foundProblem } from '../files/files.ts'
import { hasManual } from '../manual.ts'
import { pathsBelow } from '../files/regular-files.ts'
import { fieldsIn, rewriteFiles, textAt, UnreadableFile } from '../files/rewrite.ts'

/** The changes that bring the authored files to the current format. */
interface MigrationPlan {
  readonly from: number
  readonly steps: readonly Migration[]
  /** The files that change, with their text before and after. */
  readonly changes: ReadonlyMap<string, { readonly before: string; readonly after: string }>
}

/**
 * Plans to bring the authored files to the current format.
 *
 * @throws UnreadableFile for a file that cannot be read without guessing
 */
export function planMigration(folders: Folders): MigrationPlan {
  const site = textAt(folders, siteFile)
  const from = formatOf(site === null ? undefined : fieldsIn(siteFile, site))
  if (from >= currentFormat) return { from, steps: [], changes: new Map() }
  const texts = authoredTexts(folders)
  for (const [file, text] of texts) if (file.endsWith('.yaml')) fieldsIn(file, text)
  const { texts: current, steps } = migrateTexts(texts, from, {
    hasManual: hasManual(folders.content),
  })
  const changes = new Map(
    [...texts].flatMap(([file, before]) => {
      const after = current.get(file) ?? before
      return after === before ? [] : [[file, { before, after }] as const]
    }),
  )
  return { from, steps, changes }
}

/** Brings a copy of files to the current format; files that cannot be read are left as they are. */
export function bringUpToDate(copy: Folders): void {
  try {
    const { changes } = planMigration(copy)
    rewriteFiles(copy, new Map([...changes].map(([file, { after }]) => [file, after])))
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
  }
}

/**
 * The texts that a format covers: the data, and the bulletins that refer to it.
 *
 * @throws UnreadableFile for anything but a regular file
 */
function authoredTexts(folders: Folders): Texts {
  const texts = new Map<string, string>()
  const read = (root: string, under: string, shown: string, ending: string): void => {
    for (const { path, kind, code = 'unknown' } of pathsBelow(root, under)) {
      const file = path === '' ? shown : `${shown}/${path}`
      if (kind === 'ignored') continue
      if (kind !== 'file') throw new UnreadableFile(file, foundProblem(file, { kind, code }))
      const text = file.endsWith(ending) ? textAt(folders, file) : null
      if (text !== null) texts.set(file, text)
    }
  }
  read(folders.data, '', 'data', '.yaml')
  read(folders.content, 'bulletins', authoredFolder('bulletin'), '.mdx')
  return texts
}
