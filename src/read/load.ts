import type { z } from 'zod'
import type { Bulletin } from '#model/bulletin.ts'
import { comparePeriods, type Dataset, type Inspection } from '#model/dataset.ts'
import { nearest, shortList, shortName } from '#messages/nearest.ts'
import { inFile, type Problem, type Level } from '#messages/problem.ts'
import { draftOf } from '#model/records/draft.ts'
import { emptyTable } from './yaml/null-prototype.ts'
import { readRecord } from './records/read-record.ts'
import type { Loaded } from '#model/records/loaded.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { standIns } from './records/placeholders.ts'
import { withoutUnseen } from './yaml/typos.ts'
import type { YamlSource } from '#model/records/yaml-places.ts'
import { correctionsFile } from '#schema/correction.ts'
import { catalogue } from '#schema/indicator.ts'
import { inspection } from '#schema/inspection.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { registerRecord, selfInspection } from '#schema/self-inspection.ts'
import { idPattern } from '#schema/scalars.ts'
import { formatOf } from '#schema/format.ts'
import { type Site, site } from '#schema/site.ts'
import { channelsFile, unitsFile } from '#schema/unit.ts'
import { usualLimit } from '#model/attachment.ts'
import { readAttachments } from './attachments/attachments.ts'
import { parseBulletin } from './bulletin.ts'
import {
  isLikeData,
  meantName,
  namesInContent,
  namesInData,
  office,
  officeNames,
} from './files/file-names.ts'
import {
  type Folders,
  foundProblem,
  kindOf,
  proposalProblems,
  readSource,
  specialProblem,
} from './files/files.ts'
import {
  checkManual,
  explanationsFolder,
  hasManual,
  isProgramContent,
  picturesFolder,
} from './manual.ts'
import { ReadingCache } from './reading-cache.ts'
import { quickValue } from './yaml/quick-read.ts'
import {
  folderKindAt,
  isSpecial,
  kindAt,
  listFolder,
  mostEntries,
  type SpecialKind,
} from './files/regular-files.ts'

function readBulletin(source: SourceText) {
  const slips = withoutUnseen(draftOf(source.text)).slips.map(({ code, offset, args }): Problem => {
    const place = { at: 'offset', offset } as const
    return { code, level: 'error', file: source.file, place, args }
  })
  const id = source.file.replace(/^.*\/|\.mdx$/g, '')
  const { bulletin, problems } = parseBulletin(source, id)
  return { bulletin, problems: [...slips, ...problems] }
}

/** The same object for the same file, so that what was made of it is known again. */
const inspections = new WeakMap<object, Inspection>()

function inspectionOf(id: string, file: Omit<Inspection, 'id'>): Inspection {
  const known = inspections.get(file)
  if (known?.id === id) return known
  const made: Inspection = { ...file, id }
  inspections.set(file, made)
  return made
}

/**
 * Reads everything that people authored. Never throws for a mistake in a file: each becomes a
 * problem, and what is usable of the rest is returned.
 *
 * @param looksInside whether the text and the active content of attachments are looked for
 * @param cache what was read of these files before
 */
export function load(folders: Folders, looksInside = true, cache = new ReadingCache()): Loaded {
  return new Reader(folders, looksInside, cache).read()
}

class Reader {
  readonly #folders: Folders
  readonly #problems: Problem[] = []
  readonly #sources = new Map<string, SourceText | YamlSource>()
  readonly #unreadable = new Set<string>()
  /** What is left unread though a person put it there, by paths below `data` and `content`. */
  readonly #unread = { data: [] as string[], content: [] as string[] }
  #entriesLeft = mostEntries

  readonly #looksInside: boolean
  readonly #cache: ReadingCache

  constructor(folders: Folders, looksInside: boolean, cache: ReadingCache) {
    this.#folders = folders
    this.#looksInside = looksInside
    this.#cache = cache
  }

  read(): Loaded {
    const refused = proposalProblems(this.#folders)
    if (refused.length > 0)
      return { dataset: null, problems: refused, sources: this.#sources, unreadable: [] }
    for (const folder of [this.#folders.data, this.#folders.content])
      if (kindOf(folder) !== 'folder') this.#report('folder-missing', folder, { folder })
    const dataset = kindOf(this.#folders.data) === 'folder' ? this.#dataset() : null
    this.#reportUnread('data')
    this.#reportUnread('content')
    return {
      dataset,
      problems: this.#problems,
      sources: this.#sources,
      unreadable: [...this.#unreadable],
    }
  }

  #dataset(): Dataset {
    this.#reportUnknownNames('data', this.#folders.data, namesInData, '.yaml')
    if (kindOf(this.#folders.content) === 'folder')
      this.#reportUnknownNames('content', this.#folders.content, namesInContent, '.mdx')
    this.#manual()
    const siteFile = this.#withManual(this.#yaml('site.yaml', site, standIns.site))
    const units = this.#yaml('units.yaml', unitsFile, standIns.units)
    const channels = this.#optional<z.infer<typeof channelsFile>>(
      'channels.yaml',
      channelsFile,
      standIns.channels,
    )
    const withdrawals = this.#optional('corrections.yaml', correctionsFile, standIns.corrections)
    const catalogues = this.#folder('indicators', catalogue, standIns.catalogue)
    const inspections = this.#folder('inspections', inspection, standIns.inspection)
    const registers = this.#folder('registers', registerRecord, standIns.register)
    return {
      site: siteFile,
      roster: units.roster,
      units: units.units,
      channels: channels.channels,
      catalogues,
      inspections: Object.entries(inspections)
        .map(([id, file]) => inspectionOf(id, file))
        .sort(comparePeriods),
      bulletins: this.#bulletins(),
      selfInspections: this.#nested('self-inspections', selfInspection, standIns.selfInspection, {
        by: '期',
        example: '2024-q2/xuzhou.yaml',
      }),
      registers,
      acknowledged: {
        units: units.acknowledged ?? [],
        channels: channels.acknowledged ?? [],
      },
      withdrawals: withdrawals.corrections,
      attachments: this.#attachments(siteFile),
      statements: this.#nested('rectifications', rectificationStatement, standIns.statement, {
        by: '问题编号',
        example: '2024-q1-05/xuzhou.yaml',
      }),
    }
  }

  /** A file that a site may do without. */
  #optional<T extends object>(name: string, schema: z.ZodType<T>, without: T): T {
    const isThere = kindAt(this.#folders.data, name) !== 'nothing'
    return isThere ? this.#yaml(name, schema, without) : without
  }

  #reportUnknownNames(
    shown: 'data' | 'content',
    root: string,
    known: readonly string[],
    ending: string,
  ): void {
    for (const name of this.#listed(root, shown, '')) {
      if (known.includes(name)) continue
      const kind = folderKindAt(root, name)
      const file = `${shown}/${name}`
      if (isSpecial(kind)) {
        this.#reportSpecial(file, kind)
        continue
      }
      const folder = kind === 'folder'
      if (!folder && !isLikeData(name)) {
        this.#unread[shown].push(name)
        continue
      }
      if (!folder && this.#reportEnding(name, file, ending)) continue
      const near = nearest(name, known)
      if (near === null) {
        this.#report('file-unknown', file, { name, folder: shown, known: known.join('、') })
        continue
      }
      this.#report('file-unknown-near', file, { name, folder: shown, near })
      // Not missing as well: this is what it was meant to be.
      if (kindAt(root, near) === 'nothing') this.#unreadable.add(`${shown}/${near}`)
    }
  }

  /** Every `<id>.yaml` of a folder, by id; one that cannot be read is there, with nothing in it. */
  #folder<T extends object>(folder: string, schema: z.ZodType<T>, standIn: T): Record<string, T> {
    const records = emptyTable<T>()
    for (const id of this.#idsIn(this.#folders.data, 'data', folder, '.yaml'))
      records[id] = this.#yaml(`${folder}/${id}.yaml`, schema, standIn)
    return records
  }

  /** Every `<group>/<id>.yaml` of a folder, by group, then by id. */
  #nested<T extends object>(
    folder: string,
    schema: z.ZodType<T>,
    standIn: T,
    expected: { by: string; example: string },
  ): Record<string, Record<string, T>> {
    const groups = emptyTable<Record<string, T>>()
    for (const group of this.#namesIn(this.#folders.data, 'data', folder)) {
      const file = `data/${folder}/${group}`
      const kind = folderKindAt(this.#folders.data, `${folder}/${group}`)
      if (isSpecial(kind)) this.#reportSpecial(file, kind)
      else if (kind !== 'folder') this.#report('file-misplaced', file, { name: group, ...expected })
      else if (this.#isId(group, file))
        groups[group] = this.#folder(`${folder}/${group}`, schema, standIn)
    }
    return groups
  }

  #attachments({ attachment_mb, official, contact }: Dataset['site']): Dataset['attachments'] {
    const { attachments, problems, aside } = readAttachments(
      this.#folders.content,
      {
        limit: attachment_mb ?? usualLimit,
        isOfficial: official,
        contact: contact ?? '',
        looksInside: this.#looksInside,
      },
      undefined,
      this.#cache,
    )
    for (const problem of problems) this.#problems.push(problem)
    for (const path of aside) this.#unread.content.push(path)
    // A record that names one is not told that it is missing as well.
    const unreadable = problems.filter(({ code }) =>
      /^(?:file-(?:special|unreadable)|folder-too-(?:deep|many))$/.test(code),
    )
    for (const { file } of unreadable) this.#unreadable.add(file)
    return attachments
  }

  /** The chapters of the program are checked, and pages compile them; others are left unread. */
  #manual(): void {
    const content = this.#folders.content
    if (kindOf(content) !== 'folder' || !hasManual(content)) return
    if (!isProgramContent(content)) {
      // A proposal has the whole of the repository beside it: what of it changed, the review tells.
      if (this.#folders.isProposal === true) return
      const folder = 'content/manual'
      this.#report('manual-unread', folder, { folder }, 'warning')
      return
    }
    const beside = [picturesFolder, explanationsFolder]
    for (const id of this.#idsIn(content, 'content', 'manual', '.mdx', beside)) {
      const source = this.#text(content, `manual/${id}.mdx`, `content/manual/${id}.mdx`)
      if (source !== null) this.#problems.push(...checkManual(source, content, this.#cache))
    }
  }

  /** A site of the former format shows a manual where one lies in its content. */
  #withManual(site: Site): Site {
    const isFormer = formatOf(site) < 2
    return isFormer && site.manual === undefined && !hasManual(this.#folders.content)
      ? { ...site, manual: false }
      : site
  }

  #bulletins(): Record<string, Bulletin> {
    const bulletins = emptyTable<Bulletin>()
    if (kindOf(this.#folders.content) !== 'folder') return bulletins
    const ids = this.#idsIn(this.#folders.content, 'content', 'bulletins', '.mdx')
    for (const id of ids) {
      const path = `bulletins/${id}.mdx`
      const source = this.#text(this.#folders.content, path, `content/${path}`)
      if (source === null) continue
      const { bulletin, problems } = this.#cache.of(readBulletin, source.file, source.text, () =>
        readBulletin(source),
      )
      this.#problems.push(...problems)
      if (bulletin !== null) bulletins[id] = bulletin
    }
    return bulletins
  }

  /**
   * Ids of the files of a folder that become records; every other name is a problem.
   * @param beside folders that may be among them
   */
  #idsIn(
    root: string,
    shown: 'data' | 'content',
    folder: string,
    ending: '.yaml' | '.mdx',
    beside: readonly string[] = [],
  ): string[] {
    const names = this.#namesIn(root, shown, folder).filter((name) => !beside.includes(name))
    const example = { inspections: '2024-q1.yaml', bulletins: '2024-q1.mdx' }[folder]
    if (names.length === 0 && example !== undefined)
      this.#reportEmpty(`${shown}/${folder}`, example)
    const ids: string[] = []
    for (const name of names) {
      const file = `${shown}/${folder}/${name}`
      // `2024-q1.yml` beside `2024-q1.yaml`: the same page twice.
      const regular = name.replace(ending === '.yaml' ? /\.ya?ml$/i : /\.mdx?$/i, ending)
      if (name.endsWith(ending)) {
        const id = name.slice(0, -ending.length)
        if (this.#isId(id, file)) ids.push(id)
      } else if (regular !== name && names.includes(regular))
        this.#report('duplicate-page', file, { name: file, other: `${shown}/${folder}/${regular}` })
      else if (!this.#reportEnding(name, file, ending)) {
        this.#report('file-ending', file, { name, ending })
        if (regular !== name) this.#unreadable.add(`${shown}/${folder}/${regular}`)
      }
    }
    return ids
  }

  /** Reports what Windows and office programs make of the end of a name; whether there was any. */
  #reportEnding(name: string, file: string, ending: string): boolean {
    const regular = meantName(name, ending)
    if (office.test(name)) this.#report('file-is-office', file, { kind: officeNames(name) })
    else if (regular === null) return false
    else {
      const code = regular.toLowerCase() === name.toLowerCase() ? 'file-case' : 'file-double-ending'
      this.#report(code, file, { name, meant: regular })
      this.#unreadable.add(file.replace(name, regular))
    }
    return true
  }

  #namesIn(root: string, shown: 'data' | 'content', folder: string): string[] {
    const file = `${shown}/${folder}`
    const kind = folderKindAt(root, folder)
    if (isSpecial(kind)) this.#reportSpecial(file, kind)
    else if (kind === 'file') {
      const reason = '这里应当是一个文件夹，现在是文件'
      this.#unreadable.add(file)
      this.#report('file-unreadable', file, { name: file, reason })
    }
    return kind === 'folder' ? [...this.#listed(root, shown, folder)] : []
  }

  /** The names in a folder that may be records; notes what is left aside, and a folder that cannot be read. */
  #listed(root: string, shown: 'data' | 'content', folder: string): readonly string[] {
    const file = folder === '' ? shown : `${shown}/${folder}`
    if (this.#unreadable.has(file)) return []
    const listed = listFolder(root, folder)
    const isListed = 'names' in listed
    const wasWithin = this.#entriesLeft >= 0
    if (isListed) this.#entriesLeft -= listed.names.length + listed.unexpected.length
    if (isListed && this.#entriesLeft >= 0) {
      const above = folder === '' ? '' : `${folder}/`
      for (const name of listed.unexpected) this.#unread[shown].push(above + name)
      return listed.names
    }
    this.#unreadable.add(file)
    const refused = isListed
      ? { kind: 'too-many' as const }
      : { kind: 'closed' as const, ...listed }
    // That there are too many says all that there is to say, however many more there are.
    if (!isListed || wasWithin) this.#problems.push(foundProblem(file, refused))
    return []
  }

  /** Names in one message what is left unread in a folder and is none of the names that are read. */
  #reportUnread(shown: 'data' | 'content'): void {
    const names = this.#unread[shown].map((name) => shortName(name))
    const args = { folder: shown, count: names.length, names: shortList(names) }
    if (names.length > 0) this.#report('files-unread', shown, args, 'warning')
  }

  #reportSpecial(file: string, kind: SpecialKind): void {
    if (this.#unreadable.has(file)) return
    this.#unreadable.add(file)
    this.#problems.push(specialProblem(file, kind))
  }

  #isId(id: string, file: string): boolean {
    if (idPattern.test(id)) return true
    this.#report('file-name', file, { name: file.split('/').at(-1) ?? file })
    return false
  }

  #yaml<T extends object>(path: string, schema: z.ZodType<T>, standIn: T): T {
    const text = this.#text(this.#folders.data, path, `data/${path}`)
    if (text === null) return standIn
    const { value, source, problems } = this.#cache.of(schema, text.file, text.text, () =>
      readRecord(text, schema, standIn, quickValue),
    )
    this.#sources.set(text.file, source)
    this.#problems.push(...problems)
    return value
  }

  #text(root: string, path: string, shown: string): SourceText | null {
    if (this.#unreadable.has(shown)) return null
    const { source, problem } = readSource(root, path, shown, this.#cache)
    if (source !== null) this.#sources.set(shown, source)
    if (problem === null) return source
    this.#problems.push(problem)
    this.#unreadable.add(shown)
    return null
  }

  #reportEmpty(folder: string, example: string): void {
    if (this.#unreadable.has(folder)) return
    // Figures may be published before the text is there, or without it.
    if (folder === 'content/bulletins')
      this.#report('bulletins-missing', folder, { folder, example }, 'warning')
    else this.#report('folder-empty', folder, { folder, example })
    this.#unreadable.add(folder)
  }

  #report(
    code: Problem['code'],
    file: string,
    args: Problem['args'],
    level: Level = 'error',
  ): void {
    const { name } = args
    const short = typeof name === 'string' ? { ...args, name: shortName(name) } : args
    this.#problems.push({ code, level, file, place: inFile, args: short })
  }
}
