/**
 * The room `read/` turns the authored files in `data/` and `content/` into records that know their
 * file and line. It is the only reader of these folders, and the only editor of their YAML.
 * Start here: `load` reads everything; a mistake in a file becomes a problem, never an exception.
 */

import { Memoized } from '#model/memoized.ts'
import type { z } from 'zod'
import type { Bulletin } from '#model/bulletin.ts'
import { comparePeriods, type Dataset, type Inspection } from '#model/dataset.ts'
import { nearest, shortList, shortName } from '#messages/nearest.ts'
import { inFile, type Problem, type Level } from '#messages/problem.ts'
import { draftOf } from '#model/records/draft.ts'
import { nullPrototypeObject } from './yaml/null-prototype.ts'
import { placeIn } from './files/rewrite.ts'
import { readRecord } from './records/read-record.ts'
import type { Loaded } from '#model/records/loaded.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { placeholders } from './records/placeholders.ts'
import { withoutUnseen } from './yaml/typos.ts'
import type { YamlSource } from '#model/records/yaml-places.ts'
import { authoredFile, authoredFolder, fileBelow, type Root } from '#schema/authored-files.ts'
import { correctionsFile } from '#schema/correction.ts'
import { catalogue } from '#schema/indicator.ts'
import { inspection, type InspectionFile } from '#schema/inspection.ts'
import {
  type OfficeOpenness,
  officeOpenness,
  type UnitOpenness,
  unitOpenness,
} from '#schema/openness.ts'
import { rectificationStatement } from '#schema/rectification.ts'
import { registerRecord, selfInspection } from '#schema/self-inspection.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { formatOf } from '#schema/format.ts'
import { type Site, site } from '#schema/site.ts'
import { channelsFile, unitsFile } from '#schema/unit.ts'
import { usualLimit } from '#model/attachment.ts'
import { readAttachments } from './attachments/attachments.ts'
import { parseBulletin } from './bulletin.ts'
import {
  isLikeData,
  suggestedName,
  namesInContent,
  namesInData,
  officeEnding,
  officeKindName,
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
  maxEntries,
  type SpecialKind,
} from './files/regular-files.ts'

function readBulletin(source: SourceText) {
  const typos = withoutUnseen(draftOf(source.text)).typos.map(({ code, offset, args }): Problem => {
    const place = { at: 'offset', offset } as const
    return { code, level: 'error', file: source.file, place, args }
  })
  const id = source.file.replace(/^.*\/|\.mdx$/g, '')
  const { bulletin, problems } = parseBulletin(source, id)
  return { bulletin, problems: [...typos, ...problems] }
}

/**
 * Inspections by their parsed file: the same object for the same file, so that values computed from
 * it can be reused.
 */
const inspections = new Memoized<Inspection>()

const inspectionOf = (id: string, file: Omit<Inspection, 'id'>): Inspection =>
  inspections.of(file, () => ({ ...file, id }), id)

/**
 * Reads all authored files into records that know
 * their file and line. It is the only reader of these folders. It never throws for a mistake in a
 * file: each mistake becomes a problem, and the usable rest is returned.
 *
 * @param readsContent whether to search the text and the active content of attachments
 * @param cache results of reading these files before
 */
export function load(folders: Folders, readsContent = true, cache = new ReadingCache()): Loaded {
  return new Reader(folders, readsContent, cache).read()
}

/**
 * Whether an inspection speaks of a document whose text may be added. One that names the title of its
 * document has none: with a text, the title is that of the text. Figures alone may rest on no document.
 */
const lacksText = ({
  document,
  deadlines,
  requirements,
  appendices,
  good_examples: examples,
}: InspectionFile): boolean =>
  document?.title === undefined &&
  [document, deadlines, requirements, appendices, examples].some((part) => part !== undefined)

class Reader {
  readonly #folders: Folders
  readonly #problems: Problem[] = []
  readonly #sources = new Map<string, SourceText | YamlSource>()
  readonly #unreadable = new Set<string>()
  /**
   * Hidden or temporary names that a person chose and that are not read, below `data` and
   * `content`.
   */
  readonly #unread = { data: [] as string[], content: [] as string[] }
  readonly #emptyFolders = new Set<string>()
  #entriesLeft = maxEntries
  #expectsBulletins = true

  readonly #readsContent: boolean
  readonly #cache: ReadingCache

  constructor(folders: Folders, readsContent: boolean, cache: ReadingCache) {
    this.#folders = folders
    this.#readsContent = readsContent
    this.#cache = cache
  }

  read(): Loaded {
    const refused = proposalProblems(this.#folders)
    if (refused.length > 0)
      return { dataset: null, problems: refused, sources: this.#sources, unreadable: [] }
    const { data, content } = this.#folders
    const dataset = kindOf(data) === 'folder' ? this.#dataset() : null
    if (dataset === null) this.#report('folder-missing', data, { folder: data })
    // A site of reports alone has no bulletin, and needs no folder for one.
    if (kindOf(content) !== 'folder' && (dataset === null || !this.#hasOnlyReports(dataset)))
      this.#report('folder-missing', content, { folder: content })
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
    const siteFile = this.#withManual(this.#yaml('site.yaml', site, placeholders.site))
    const units = this.#yaml('units.yaml', unitsFile, placeholders.units)
    const channels = this.#optional<z.infer<typeof channelsFile>>(
      'channels.yaml',
      channelsFile,
      placeholders.channels,
    )
    const withdrawals = this.#optional(
      'corrections.yaml',
      correctionsFile,
      placeholders.corrections,
    )
    const catalogues = this.#folder('indicators', catalogue, placeholders.catalogue)
    const inspections = this.#folder<InspectionFile>(
      'inspections',
      inspection,
      placeholders.inspection,
    )
    const registers = this.#folder('registers', registerRecord, placeholders.register)
    this.#expectsBulletins = Object.values(inspections).some(lacksText)
    const dataset: Dataset = {
      site: siteFile,
      roster: units.roster,
      units: units.units,
      channels: channels.channels,
      catalogues,
      inspections: Object.entries(inspections)
        .map(([id, file]) => inspectionOf(id, file))
        .sort(comparePeriods),
      bulletins: this.#bulletins(),
      selfInspections: this.#nested(
        'self-inspections',
        selfInspection,
        placeholders.selfInspection,
        {
          by: '期',
          example: '2024-q2/xuzhou.yaml',
        },
      ),
      registers,
      acknowledged: {
        units: units.acknowledged ?? [],
        channels: channels.acknowledged ?? [],
      },
      withdrawals: withdrawals.corrections,
      attachments: this.#attachments(siteFile),
      statements: this.#nested('rectifications', rectificationStatement, placeholders.statement, {
        by: '问题编号',
        example: '2024-q1-05/xuzhou.yaml',
      }),
      ...this.#openness(),
    }
    this.#reportEmptyFolders(dataset)
    return dataset
  }

  /** Whether the data holds self-inspection reports and no inspection, not even an unreadable one. */
  #hasOnlyReports({ selfInspections }: Dataset): boolean {
    const hasReports = Object.values(selfInspections).some((of) => Object.keys(of).length > 0)
    return hasReports && this.#isEmpty(authoredFolder('inspection'))
  }

  /** Whether a folder holds no name that may be a record. */
  #isEmpty(folder: string): boolean {
    return this.#emptyFolders.has(folder) && !this.#unreadable.has(folder)
  }

  #reportEmptyFolders(dataset: Dataset): void {
    if (this.#hasOnlyReports(dataset)) return
    if (this.#isEmpty(authoredFolder('inspection')))
      this.#reportEmpty(authoredFolder('inspection'), '2024-q1.yaml')
    // Figures may be published before or without the bulletin.
    else if (this.#isEmpty(authoredFolder('bulletin')) && this.#expectsBulletins)
      this.#reportEmpty(authoredFolder('bulletin'), '2024-q1.mdx', 'warning')
  }

  /** Reads an optional file. */
  #optional<T extends object>(name: string, schema: z.ZodType<T>, without: T): T {
    const isThere = kindAt(this.#folders.data, name) !== 'nothing'
    return isThere ? this.#yaml(name, schema, without) : without
  }

  #reportUnknownNames(shown: Root, root: string, known: readonly string[], ending: string): void {
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
      // Do not report the file as missing as well: it is there under a misspelt name.
      if (kindAt(root, near) === 'nothing') this.#unreadable.add(`${shown}/${near}`)
    }
  }

  /** Every `<id>.yaml` of a folder, by id; an unreadable one is a placeholder. */
  #folder<T extends object>(
    folder: string,
    schema: z.ZodType<T>,
    placeholder: T,
  ): Record<string, T> {
    const records = nullPrototypeObject<T>()
    for (const id of this.#idsIn(this.#folders.data, 'data', folder, '.yaml'))
      records[id] = this.#yaml(`${folder}/${id}.yaml`, schema, placeholder)
    return records
  }

  /**
   * The files of units, in a folder for each year, and those of the office beside these folders. A
   * name that is no year is reported by a rule.
   */
  #openness(): Pick<Dataset, 'openness' | 'opennessOffice'> {
    const folder = 'openness'
    const { data } = this.#folders
    const names = this.#folderNames(data, 'data', folder)
    const isFolder = (name: string): boolean => folderKindAt(data, `${folder}/${name}`) === 'folder'
    const openness = nullPrototypeObject<Record<string, UnitOpenness>>()
    for (const year of names.filter(isFolder))
      if (this.#isId(year, fileBelow('data', `${folder}/${year}`)))
        openness[year] = this.#folder(`${folder}/${year}`, unitOpenness, placeholders.openness)
    const opennessOffice = nullPrototypeObject<OfficeOpenness>()
    const files = names.filter((name) => !isFolder(name))
    for (const year of this.#idsAmong(files, 'data', folder, '.yaml'))
      opennessOffice[year] = this.#yaml(
        `${folder}/${year}.yaml`,
        officeOpenness,
        placeholders.opennessOffice,
      )
    return { openness, opennessOffice }
  }

  /** Every `<group>/<id>.yaml` of a folder, by group, then by id. */
  #nested<T extends object>(
    folder: string,
    schema: z.ZodType<T>,
    placeholder: T,
    expected: { by: string; example: string },
  ): Record<string, Record<string, T>> {
    const groups = nullPrototypeObject<Record<string, T>>()
    for (const group of this.#folderNames(this.#folders.data, 'data', folder)) {
      const file = fileBelow('data', `${folder}/${group}`)
      const kind = folderKindAt(this.#folders.data, `${folder}/${group}`)
      if (isSpecial(kind)) this.#reportSpecial(file, kind)
      else if (kind !== 'folder') this.#report('file-misplaced', file, { name: group, ...expected })
      else if (this.#isId(group, file))
        groups[group] = this.#folder(`${folder}/${group}`, schema, placeholder)
    }
    return groups
  }

  #attachments({ attachment_mb, official, contact }: Dataset['site']): Dataset['attachments'] {
    const {
      attachments,
      problems,
      ignored: aside,
    } = readAttachments(
      this.#folders.content,
      {
        limit: attachment_mb ?? usualLimit,
        isOfficial: official,
        contact: contact ?? '',
        readsContent: this.#readsContent,
      },
      undefined,
      this.#cache,
    )
    for (const problem of problems) this.#problems.push(problem)
    for (const path of aside) this.#unread.content.push(path)
    // A record that names one of these is not reported for a missing attachment.
    const unreadable = problems.filter(({ code }) =>
      /^(?:file-(?:special|unreadable)|folder-too-(?:deep|many))$/.test(code),
    )
    for (const { file } of unreadable) this.#unreadable.add(file)
    return attachments
  }

  /**
   * Checks the program's own chapters, which pages compile; a manual in another content folder is
   * not read.
   */
  #manual(): void {
    const content = this.#folders.content
    if (kindOf(content) !== 'folder' || !hasManual(content)) return
    if (!isProgramContent(content)) {
      // A proposal's checkout contains the whole repository; the review shows what changed there.
      if (this.#folders.isProposal === true) return
      const folder = authoredFolder('chapter')
      this.#report('manual-unread', folder, { folder }, 'warning')
      return
    }
    const beside = [picturesFolder, explanationsFolder]
    for (const id of this.#idsIn(content, 'content', 'manual', '.mdx', beside)) {
      const source = this.#text(authoredFile('chapter', id))
      if (source !== null) this.#problems.push(...checkManual(source, content, this.#cache))
    }
  }

  /** In format 1 a site has a manual only if its content folder has one. */
  #withManual(site: Site): Site {
    const isFormer = formatOf(site) < 2
    return isFormer && site.manual === undefined && !hasManual(this.#folders.content)
      ? { ...site, manual: false }
      : site
  }

  #bulletins(): Record<string, Bulletin> {
    const bulletins = nullPrototypeObject<Bulletin>()
    if (kindOf(this.#folders.content) !== 'folder') return bulletins
    const ids = this.#idsIn(this.#folders.content, 'content', 'bulletins', '.mdx')
    for (const id of ids) {
      const source = this.#text(authoredFile('bulletin', id))
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
   *
   * @param beside folders that are allowed among the files
   */
  #idsIn(
    root: string,
    shown: Root,
    folder: string,
    ending: '.yaml' | '.mdx',
    beside: readonly string[] = [],
  ): string[] {
    const names = this.#folderNames(root, shown, folder).filter((name) => !beside.includes(name))
    if (names.length === 0) this.#emptyFolders.add(`${shown}/${folder}`)
    return this.#idsAmong(names, shown, folder, ending)
  }

  /** The ids of those of some names of a folder that become records. */
  #idsAmong(
    names: readonly string[],
    shown: Root,
    folder: string,
    ending: '.yaml' | '.mdx',
  ): string[] {
    const ids: string[] = []
    for (const name of names) {
      const file = `${shown}/${folder}/${name}`
      // `2024-q1.yml` beside `2024-q1.yaml` would be the same page twice.
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

  /**
   * Reports a file ending that Windows or an office program added or changed; returns whether there
   * was one.
   */
  #reportEnding(name: string, file: string, ending: string): boolean {
    const regular = suggestedName(name, ending)
    if (officeEnding.test(name))
      this.#report('file-is-office', file, { kind: officeKindName(name) })
    else if (regular === null) return false
    else {
      const code = regular.toLowerCase() === name.toLowerCase() ? 'file-case' : 'file-double-ending'
      this.#report(code, file, { name, suggestion: regular })
      this.#unreadable.add(file.replace(name, regular))
    }
    return true
  }

  #folderNames(root: string, shown: Root, folder: string): string[] {
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

  /**
   * The names in a folder that may be records. Notes ignored names, and reports a folder that
   * cannot be listed.
   */
  #listed(root: string, shown: Root, folder: string): readonly string[] {
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
    // Report too many entries once, for the folder that exceeds the limit.
    if (!isListed || wasWithin) this.#problems.push(foundProblem(file, refused))
    return []
  }

  /** Reports in one message the ignored names that a person may expect to be read. */
  #reportUnread(shown: Root): void {
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

  #yaml<T extends object>(path: string, schema: z.ZodType<T>, placeholder: T): T {
    const text = this.#text(fileBelow('data', path))
    if (text === null) return placeholder
    const { value, source, problems } = this.#cache.of(schema, text.file, text.text, () =>
      readRecord(text, schema, placeholder, quickValue),
    )
    this.#sources.set(text.file, source)
    this.#problems.push(...problems)
    return value
  }

  #text(file: string): SourceText | null {
    if (this.#unreadable.has(file)) return null
    const { root, path } = placeIn(this.#folders, file)
    const { source, problem } = readSource(root, path, file, this.#cache)
    if (source !== null) this.#sources.set(file, source)
    if (problem === null) return source
    this.#problems.push(problem)
    this.#unreadable.add(file)
    return null
  }

  #reportEmpty(folder: string, example: string, level: Level = 'error'): void {
    const code = level === 'warning' ? 'bulletins-missing' : 'folder-empty'
    this.#report(code, folder, { folder, example }, level)
    // Without bulletins a site is whole; a bulletin that was there before counts as removed.
    if (level === 'error') this.#unreadable.add(folder)
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
