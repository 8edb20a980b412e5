import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Folders } from './authored.ts'

/** One fact of a sheet and its place in the data; see test/cases/real/README.md. */
export interface Fact {
  readonly says: string
  readonly at: string
  readonly value: unknown
  readonly shown?: string
  readonly on?: string
  readonly in?: string
}

export interface RealCase {
  readonly name: string
  readonly folder: string
  readonly facts: readonly Fact[]
  /**
   * The problems that the check finds in the documents of the case: `rate-differs
   * areas.media.rates.passed`.
   */
  readonly warnings: readonly string[]
  readonly documents: readonly RealDocument[]
}

/** A typed document of a case, with its places in the built site. */
export interface RealDocument {
  /** Name of its file without the extension. */
  readonly name: string
  /** Its file in the assembled data. */
  readonly file: string
  /** Paths in the built site. */
  readonly page: string
  readonly json: string
}

const cases = join(import.meta.dirname, '../cases')
const shared = join(cases, 'real/shared')

export const realCases = (): RealCase[] => casesIn(join(cases, 'real'))

/** Fictional documents of further kinds. */
export const kinds = (): RealCase[] => casesIn(join(cases, 'kinds'))

function casesIn(root: string): RealCase[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== basename(shared))
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      name,
      folder: join(root, name),
      ...(yamlAt(join(root, name, 'facts.yaml')) as Pick<RealCase, 'facts' | 'warnings'>),
      documents: documentsOf(name, join(root, name)),
    }))
}

/** The documents of a case; facts without a document are about the first one. */
function documentsOf(name: string, folder: string): RealDocument[] {
  return readdirSync(folder)
    .filter((file) => /^(self-)?inspection.*\.yaml$/.test(file))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((file) => {
      const document = file.replace(/\.yaml$/, '')
      const id =
        document === 'self-inspection' ? `${name}/${name}` : document.replace(/^inspection/, name)
      const kind = document === 'self-inspection' ? 'self-inspections' : 'inspections'
      return {
        name: document,
        file: `data/${kind}/${id}.yaml`,
        page: `${kind}/${id}.html`,
        json: `data/${kind}/${id}.json`,
      }
    })
}

/** Combines all cases into the data and content of one site, below a folder. */
export function assembleRealCases(folder: string): Folders {
  const folders = { data: join(folder, 'data'), content: join(folder, 'content') }
  cpSync(shared, folders.data, { recursive: true })
  mkdirSync(join(folders.content, 'bulletins'), { recursive: true })
  for (const { name, folder: from, documents } of [...realCases(), ...kinds()]) {
    for (const { name: document, file } of documents)
      copy(join(from, `${document}.yaml`), join(folder, file))
    const bulletin = join(from, 'bulletin.mdx')
    if (existsSync(bulletin)) copy(bulletin, join(folders.content, 'bulletins', `${name}.mdx`))
    const ledgers = join(from, 'openness')
    if (existsSync(ledgers)) cpSync(ledgers, join(folders.data, 'openness'), { recursive: true })
    for (const register of ['units', 'channels'])
      merge(join(from, `${register}.yaml`), join(folders.data, `${register}.yaml`), register)
  }
  return folders
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to)
}

function merge(fragment: string, into: string, key: string): void {
  if (!existsSync(fragment)) return
  const file = yamlAt(into) as Record<string, object>
  const [known, added] = [file[key] ?? {}, yamlAt(fragment) as object]
  const twice = Object.keys(added).filter((id) => Object.hasOwn(known, id))
  if (twice.length > 0) throw new Error(`${fragment}: registered already: ${twice.join(', ')}`)
  writeFileSync(into, stringify({ ...file, [key]: { ...known, ...added } }))
}

// The schema with which the program reads; dates stay text.
const yamlAt = (file: string): unknown => parse(readFileSync(file, 'utf8'), { schema: 'core' })
