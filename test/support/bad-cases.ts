import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { applyEdit, base, copyOf, type Edit, type Folders } from './authored.ts'

/** `case.yaml` of a folder in test/cases/bad; see test/cases/README.md. */
export interface BadCase {
  readonly name: string
  readonly rule: string
  readonly edits?: readonly Edit[]
  /** One line for each problem, in the order of the report. */
  readonly expected: readonly string[]
}

const root = join(import.meta.dirname, '../cases/bad')

export function badCases(): BadCase[] {
  return readdirSync(root)
    .sort()
    .map((name) => ({
      name,
      ...(parse(readFileSync(join(root, name, 'case.yaml'), 'utf8')) as Omit<BadCase, 'name'>),
    }))
}

/**
 * The base data with the mistakes of a case, in a folder that is removed after the calling test.
 */
export function foldersOf({ name, edits = [] }: BadCase): Folders {
  const { folder, data, content } = copyOf(base)
  for (const overlay of ['data', 'content']) {
    const path = join(root, name, overlay)
    if (existsSync(path)) cpSync(path, join(folder, overlay), { recursive: true })
  }
  for (const edit of edits) applyEdit(folder, edit)
  return { data, content }
}
