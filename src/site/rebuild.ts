import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RouteData } from 'astro'
import { affectedBy } from './affected-files.ts'
import { tell, workOn } from './build-events.ts'
import { BuildKeeper } from './build-keeper.ts'
import { reads, siteSnapshot } from './data.ts'
import {
  keptFolder,
  type KeptFile,
  keyOf,
  openKept,
  type OpenedBuild,
  programFolder,
} from './kept-build.ts'
import { finisher, type MadeFile, makeFile } from './made-files.ts'
import { SearchIndex } from './search-index.ts'
import { partOfFile, searchParts } from './search-parts.ts'
import type { Settings } from './settings.ts'
import { FolderWriter } from './written-files.ts'

/** The part of a bundled program that is used here. */
interface Program {
  readonly app: {
    readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] }
    setInternals(internals: object): void
    setOptions(options: object): void
    render(request: Request, options: { routeData: RouteData }): Promise<Response>
  }
}

/** How many files a build took over from the one before, and how many it made. */
export interface Rebuilt {
  readonly kept: number
  readonly made: number
}

/**
 * Builds a site into a folder from the last build of the same data by the same programs, and makes
 * only the files that read something that has changed since. Null when that build does not help: then
 * the folder is empty, and all is to be made.
 */
export async function rebuild(outDir: string, settings: Settings): Promise<Rebuilt | null> {
  // When a file was first committed is known to no record.
  if (settings.history !== undefined) return null
  const key = keyOf(settings)
  const last = openKept(keptFolder(settings), key)
  if (last === null) return null
  try {
    return await rebuiltFrom(last, key, outDir, settings)
  } finally {
    last.close()
  }
}

async function rebuiltFrom(
  last: OpenedBuild,
  key: string,
  outDir: string,
  settings: Settings,
): Promise<Rebuilt | null> {
  const isAffected = affectedBy(last, siteSnapshot())
  if (isAffected === null) return null
  const due = last.files.filter(({ made }) => made !== null && isAffected(made.reads))
  const folder = keptFolder(settings)
  const writer = new FolderWriter(outDir)
  let keeper: BuildKeeper | null = null
  try {
    keeper = new BuildKeeper(folder, last)
    const program = keeper.keepProgram(join(folder, programFolder))
    // Pictures of the manual are made by the bundler.
    if (!keeper.hasProgramOfLast() || due.some(({ path }) => path.startsWith('manual/')))
      throw new Error('the last build does not help')
    const fresh = await filesOf(due, last, program, settings)
    await writeAll(last, fresh, { writer, keeper, standing: settings.outDir })
    tell({ type: 'work', work: 'keeping' })
    const { styles, entry } = last
    keeper.finish(reads, { key, snapshot: siteSnapshot(), styles, entry })
    return { kept: last.files.length - due.length, made: due.length }
  } catch {
    // A build of everything says what is wrong, if that is in the data, the pages or the disk.
    keeper?.drop()
    writer.clear()
    return null
  }
}

interface Places {
  readonly writer: FolderWriter
  readonly keeper: BuildKeeper
  /** The site as it stands: its files are used on where nobody has written to them since. */
  readonly standing: string
}

/** Writes the files of the last build, some of them made afresh, and the search where its pages changed. */
async function writeAll(
  last: OpenedBuild,
  fresh: ReadonlyMap<KeptFile, Made>,
  { writer, keeper, standing }: Places,
): Promise<void> {
  // Whether a page is searched, and where, hangs on nothing that units say.
  const indexedAnew = new Set(
    [...fresh].flatMap(([kept, { file }]) =>
      file.bytes.equals(last.bytesOf(kept)) ? [] : (kept.made?.part ?? []),
    ),
  )
  const { partOf } = searchParts()
  const search =
    indexedAnew.size === 0
      ? null
      : await SearchIndex.begin({ parts: [...indexedAnew], partOf }, () => undefined)
  for (const file of last.files) {
    if (file.path.startsWith('pagefind/') && indexedAnew.has(partOfFile(file.path))) continue
    const { path, made } = file
    const again = fresh.get(file)
    if (again !== undefined && made !== null) {
      const { bytes } = again.file
      keeper.add(path, bytes, { ...made, reads: again.reads }, writer.write(path, bytes))
    } else if (writer.share(path, standing, file)) keeper.keep(file, file.stamp)
    else keeper.keep(file, writer.write(path, last.bytesOf(file)))
    const part = made?.part ?? null
    if (search !== null && part !== null && indexedAnew.has(part))
      await search.add(path, (again?.file.bytes ?? last.bytesOf(file)).toString())
  }
  tell({ type: 'work', work: 'search' })
  await search?.write((path, bytes) => {
    keeper.add(path, bytes, null, writer.write(path, bytes))
  })
}

interface Made {
  readonly file: MadeFile
  readonly reads: ReadonlySet<string>
}

/** Makes files with the bundled program of an earlier build. */
async function filesOf(
  due: readonly KeptFile[],
  { styles, entry }: OpenedBuild,
  program: string,
  settings: Settings,
): Promise<Map<KeptFile, Made>> {
  const files = new Map<KeptFile, Made>()
  if (due.length === 0) return files
  tell({ type: 'planned', files: due.length })
  const finish = finisher(settings)
  const { app } = (await import(pathToFileURL(resolve(program, entry)).href)) as Program
  app.setInternals({
    pagesByKeys: new Map(styles.map(([pageKey, of]) => [pageKey, { styles: of }])),
  })
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: logged } } })
  for (const file of due) {
    if (file.made === null) continue
    const { component, route } = file.made
    const work = workOn(file.path)
    tell({ type: 'work', work })
    const found = app.manifest.routes.find(
      ({ routeData }) => routeData.component === component && routeData.route === route,
    )
    if (found === undefined) throw new Error(`no program makes ${file.path}`)
    const { routeData } = found
    const made = await makeFile(file.path, routeData, finish, (request) =>
      app.render(request, { routeData }),
    )
    files.set(file, made)
    tell({ type: 'file', path: file.path, work, bytes: made.file.bytes.length })
  }
  return files
}

/** What the bundled program has to say. */
const logged = {
  write({ message }: { readonly message: string }): void {
    process.stderr.write(`${message}\n`)
  },
}
