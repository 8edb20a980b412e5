import { join } from 'node:path'
import type { z } from 'zod'
import type { Bulletin } from '#domain/bulletin.ts'
import { comparePeriods, type Dataset, type Inspection } from '#domain/dataset.ts'
import { inFile, type Problem } from '#problems/problem.ts'
import { catalogue } from '#schema/indicator.ts'
import { inspection } from '#schema/inspection.ts'
import { registerRecord, selfInspection } from '#schema/self-inspection.ts'
import { site } from '#schema/site.ts'
import { channelsFile, unitsFile } from '#schema/unit.ts'
import { parseBulletin } from './bulletin.ts'
import { folderExists, namesIn, readSource, type Folders, type SourceText } from './files.ts'
import { validate } from './validate.ts'
import { parseYaml, type YamlSource } from './yaml-source.ts'

export interface Loaded {
  /** Null when a file that everything else needs is not usable. */
  readonly dataset: Dataset | null
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, SourceText | YamlSource>
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Reads everything that people authored. Never throws for a mistake in a file: each becomes a
 * problem, and what is usable of the rest is returned.
 */
export function load(folders: Folders): Loaded {
  return new Reader(folders).read()
}

class Reader {
  readonly #folders: Folders
  readonly #problems: Problem[] = []
  readonly #sources = new Map<string, SourceText | YamlSource>()

  constructor(folders: Folders) {
    this.#folders = folders
  }

  read(): Loaded {
    for (const folder of [this.#folders.data, this.#folders.content])
      if (!folderExists(folder)) this.#report('folder-missing', folder, { folder })
    const dataset = folderExists(this.#folders.data) ? this.#dataset() : null
    return { dataset, problems: this.#problems, sources: this.#sources }
  }

  #dataset(): Dataset | null {
    const siteFile = this.#yaml('site.yaml', site)
    const units = this.#yaml('units.yaml', unitsFile)
    const channels = this.#yaml('channels.yaml', channelsFile, { optional: true })
    const catalogues = this.#folder('indicators', catalogue)
    const inspections = this.#folder('inspections', inspection)
    if (namesIn(join(this.#folders.data, 'inspections')).length === 0)
      this.#report('folder-empty', 'data/inspections', { folder: 'data/inspections' })
    const registers = this.#folder('registers', registerRecord)
    const selfInspections: Record<string, Dataset['selfInspections'][string]> = {}
    for (const period of namesIn(join(this.#folders.data, 'self-inspections')))
      if (this.#isId(period, `data/self-inspections/${period}`))
        selfInspections[period] = this.#folder(`self-inspections/${period}`, selfInspection)
    const bulletins = this.#bulletins()
    if (siteFile === null || units === null) return null
    return {
      site: siteFile,
      roster: units.roster,
      units: units.units,
      channels: channels?.channels ?? {},
      catalogues,
      inspections: Object.entries(inspections)
        .map(([id, file]): Inspection => ({ ...file, id }))
        .sort(comparePeriods),
      bulletins,
      selfInspections,
      registers,
    }
  }

  /** Every `<id>.yaml` of a folder, by id. */
  #folder<T>(folder: string, schema: z.ZodType<T>): Record<string, T> {
    const records: Record<string, T> = {}
    for (const { id, name } of this.#idsIn(this.#folders.data, 'data', folder, /\.ya?ml$/)) {
      const value = this.#yaml(`${folder}/${name}`, schema)
      if (value !== null) records[id] = value
    }
    return records
  }

  #bulletins(): Record<string, Bulletin> {
    const bulletins: Record<string, Bulletin> = {}
    for (const { id, name } of this.#idsIn(this.#folders.content, 'content', 'bulletins', /\.mdx$/)) {
      const source = this.#text(this.#folders.content, `bulletins/${name}`, `content/bulletins/${name}`)
      if (source === null) continue
      const { bulletin, problems } = parseBulletin(source, id)
      this.#problems.push(...problems)
      if (bulletin !== null) bulletins[id] = bulletin
    }
    return bulletins
  }

  /** Files of a folder that become records; a name that cannot be an id, or twice, is a problem. */
  #idsIn(root: string, shown: string, folder: string, ending: RegExp): { id: string; name: string }[] {
    const found: { id: string; name: string }[] = []
    for (const name of namesIn(join(root, folder))) {
      if (name.startsWith('.')) continue
      const file = `${shown}/${folder}/${name}`
      const id = name.replace(ending, '')
      if (!ending.test(name) || !this.#isId(id, file)) {
        if (!ending.test(name)) this.#report('file-name', file, { name })
        continue
      }
      const other = found.find((record) => record.id === id)
      if (other === undefined) found.push({ id, name })
      else this.#report('duplicate-page', file, { name: file, other: `${shown}/${folder}/${other.name}` })
    }
    return found
  }

  #isId(id: string, file: string): boolean {
    if (idPattern.test(id)) return true
    this.#report('file-name', file, { name: file.split('/').at(-1) ?? file })
    return false
  }

  #yaml<T>(path: string, schema: z.ZodType<T>, { optional = false } = {}): T | null {
    if (optional && !namesIn(this.#folders.data).includes(path)) return null
    const text = this.#text(this.#folders.data, path, `data/${path}`)
    if (text === null) return null
    const parsed = parseYaml(text)
    this.#sources.set(text.file, parsed.source)
    this.#problems.push(...parsed.problems)
    if (parsed.source.value === null) return null
    const { value, problems } = validate(schema, parsed.source.value, text.file)
    this.#problems.push(...problems)
    return value
  }

  #text(root: string, path: string, shown: string): SourceText | null {
    const source = readSource(root, path, shown)
    if ('code' in source) {
      this.#problems.push(source)
      return null
    }
    this.#sources.set(source.file, source)
    return source
  }

  #report(code: Problem['code'], file: string, args: Problem['args']): void {
    this.#problems.push({ code, level: 'error', file, place: inFile, args })
  }
}
