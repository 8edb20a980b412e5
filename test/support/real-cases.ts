import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Folders } from './authored.ts'

/** One fact of a sheet and where it stands in the data; see test/cases/real/README.md. */
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
  readonly facts: readonly Fact[]
  /** What the check finds in the documents of the case: `rate-differs areas.media.rates.passed`. */
  readonly warnings: readonly string[]
  readonly documents: readonly RealDocument[]
}

/** A typed document of a case, with its places in the built site. */
export interface RealDocument {
  /** Name of its file without the ending. */
  readonly name: string
  /** Its file in the assembled data. */
  readonly file: string
  /** Paths in the built site. */
  readonly page: string
  readonly json: string
}

const root = join(import.meta.dirname, '../cases/real')
const shared = join(root, 'shared')

export function realCases(): RealCase[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== basename(shared))
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      name,
      ...(yamlAt(join(root, name, 'facts.yaml')) as Pick<RealCase, 'facts' | 'warnings'>),
      documents: documentsOf(name),
    }))
}

/** The documents of a case; the first is the one that its facts speak of when they name none. */
function documentsOf(name: string): RealDocument[] {
  return readdirSync(join(root, name))
    .filter((file) => /^(self-)?inspection.*\.yaml$|^order\.yaml$/.test(file))
    .sort((a, b) => Number(a === 'order.yaml') - Number(b === 'order.yaml') || (a < b ? -1 : 1))
    .map((file) => {
      const document = file.replace(/\.yaml$/, '')
      const id =
        document === 'self-inspection'
          ? `${name}/${name}`
          : document.replace(/^(inspection|order)/, name)
      const folder = document === 'self-inspection' ? 'self-inspections' : 'inspections'
      return {
        name: document,
        file: `data/${folder}/${id}.yaml`,
        page: `${folder}/${id}.html`,
        json: `data/${folder}/${id}.json`,
      }
    })
}

/** Puts all cases together into one site's data and content below a folder. */
export function assembleRealCases(folder: string): Folders {
  const folders = { data: join(folder, 'data'), content: join(folder, 'content') }
  cpSync(shared, folders.data, { recursive: true })
  mkdirSync(join(folders.content, 'bulletins'), { recursive: true })
  for (const { name, documents } of realCases()) {
    for (const { name: document, file } of documents)
      copy(join(root, name, `${document}.yaml`), join(folder, file))
    const bulletin = join(root, name, 'bulletin.mdx')
    if (existsSync(bulletin)) copy(bulletin, join(folders.content, 'bulletins', `${name}.mdx`))
    for (const register of ['units', 'channels'])
      merge(join(root, name, `${register}.yaml`), join(folders.data, `${register}.yaml`), register)
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

// The schema that the product reads with: dates stay text.
const yamlAt = (file: string): unknown => parse(readFileSync(file, 'utf8'), { schema: 'core' })
