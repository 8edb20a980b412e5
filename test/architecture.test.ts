import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/**
 * The rooms from left to right. Each may import the rooms left of it; rooms on one line may not
 * import each other.
 */
const order = [
  ['schema'],
  ['messages'],
  ['model'],
  ['read', 'check', 'view'],
  ['export'],
  ['forms'],
  ['client', 'components'],
  ['layouts'],
  ['pages'],
  ['build'],
  ['tools'],
  ['cli'],
]
const rooms = order.flat()
const placeOf = (room: string): number => order.findIndex((place) => place.includes(room))

/** Rooms that may import style sheets, because Astro renders them. */
const styled = ['components', 'layouts', 'pages', 'tools']
/** Files beside the rooms, where Astro expects them, with the rooms that they may import. */
const filesOfAstro: Readonly<Record<string, readonly string[]>> = { 'middleware.ts': ['build'] }
/** Rooms that do not use Astro. */
const leftOfAstro = ['schema', 'messages', 'model', 'read', 'check', 'view', 'export', 'forms']
/** Rooms whose results depend on nothing but their arguments. */
const pure = ['schema', 'messages', 'model', 'check', 'view']
/** Rooms that read and write files. */
const fileRooms = ['read', 'build', 'tools', 'cli']

interface Import {
  readonly from: string
  readonly to: string
  /** Imports types only, so that it has no effect at run time. */
  readonly isType: boolean
}

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js|astro)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length))
  .map((path) => path.replaceAll(sep, '/'))

/** The text of a source without its comments. */
const codeOf = (path: string): string =>
  readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

const imports: Import[] = sources.flatMap((from) => {
  const statements = codeOf(from).matchAll(
    /(?:^|[;\s])(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  )
  return [...statements].map(([all, fixed, dynamic]) => ({
    from,
    to: fixed ?? dynamic ?? '',
    isType: /^[;\s]*(?:import|export)\s+type\s/.test(all),
  }))
})

const roomOf = (path: string): string => path.split('/')[1] ?? ''
const isInside = ({ to }: Import): boolean => to.startsWith('#') || to.startsWith('.')
const target = ({ from, to }: Import): string =>
  to.startsWith('#') ? `src/${to.slice(1)}` : posix.join(posix.dirname(from), to)

test('the imports of every room are found', () => {
  const importing = new Set(imports.filter(isInside).map(({ from }) => roomOf(from)))
  expect([...importing]).toEqual(expect.arrayContaining(['model', 'check', 'cli', 'pages']))
})

test('the rooms are the folders of the source, and each rule names only rooms', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect([...rooms, 'styles'].sort()).toEqual(folders.sort())
  const named = [...styled, ...leftOfAstro, ...pure, ...fileRooms]
  expect(named.filter((name) => !rooms.includes(name))).toEqual([])
})

test('imports point left only', () => {
  const wrong = imports.filter(isInside).filter((one) => {
    const [here, there] = [roomOf(one.from), roomOf(target(one))]
    if (here === there) return false
    if (there === 'styles') return !styled.includes(here)
    if (here in filesOfAstro) return !filesOfAstro[here]?.includes(there)
    return placeOf(there) === -1 || placeOf(there) >= placeOf(here)
  })
  expect(wrong).toEqual([])
})

test('imports of other folders go by name, and every import of code names its file', () => {
  const wrong = imports.filter(isInside).filter((one) => {
    const sideways = one.to.startsWith('.') && roomOf(target(one)) !== roomOf(one.from)
    return sideways || !/\.(ts|js|mjs|astro|css|mdx|json)(\?\w+)?$/.test(one.to)
  })
  expect(wrong).toEqual([])
})

test('no file imports itself through others', () => {
  const graph = new Map<string, string[]>()
  for (const one of imports.filter(isInside))
    graph.set(one.from, [...(graph.get(one.from) ?? []), target(one)])
  expect([...graph.keys()].filter((file) => reached(graph, file).has(file))).toEqual([])
})

/** Every file that a file imports, directly or through others. */
function reached(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    for (const next of graph.get(file) ?? [])
      if (!seen.has(next)) {
        seen.add(next)
        visit(next)
      }
  }
  visit(start)
  return seen
}

test('nothing left of the components imports Astro', () => {
  const wrong = imports
    .filter(({ from }) => leftOfAstro.includes(roomOf(from)))
    .filter(({ to }) => /^(astro($|[:/])|@astrojs\/)/.test(to))
  expect(wrong).toEqual([])
})

test('only the rooms for reading and writing touch files', () => {
  const others = imports
    .filter(({ to }) => /^(node:)?fs(\/|$)/.test(to))
    .map(({ from }) => from)
    .filter((from) => !fileRooms.includes(roomOf(from)))
  expect([...new Set(others)].sort()).toEqual([])
})

test('scripts for browsers import no module of Node', () => {
  const graph = new Map<string, string[]>()
  for (const one of imports.filter(isInside).filter(({ isType }) => !isType))
    graph.set(one.from, [...(graph.get(one.from) ?? []), target(one)])
  const browser = sources
    .filter((path) => roomOf(path) === 'client')
    .flatMap((path) => [path, ...reached(graph, path)])
  const needs = imports.filter(({ from, to }) => browser.includes(from) && to.startsWith('node:'))
  expect(needs).toEqual([])
})

test('the rooms that compute or word facts never read the clock, the locale or random numbers', () => {
  const files = sources.filter((path) => pure.includes(roomOf(path)))
  const reads = /new Date\(\)|Date\.now\(|Math\.random\(|toLocale\w*\(\)|localeCompare\(|process\./
  expect(files.filter((path) => reads.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test('only commands read or set the environment; the parser of settings gets it as an argument', () => {
  // In quotes it names what a bundled package reads, and the bundler replaces.
  const reading = [...sources, 'astro.config.mjs'].filter((path) =>
    /(?<!')process\.env|import\.meta\.env\.(?!DEV\b)/.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(reading).toContain('src/cli/main.ts')
  const others = reading.filter((path) => !path.startsWith('src/cli/'))
  expect(others).toEqual(['astro.config.mjs'])
})

test('no module holds mutable data or a function to reset it', () => {
  // Scripts for browsers have their state for one page, and a process of its own reads one file after
  // the other. Caches of what data gives are keyed by that data, in a Memoized; what depends on no
  // data is computed once, by computedOnce.
  const isOfBrowser = /^src\/client\/|^src\/read\/attachments\/[\w-]+-process\.ts$/
  const code = sources
    .filter((path) => path.endsWith('.ts') && !isOfBrowser.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  const holding = code.filter(({ text }) =>
    /^(?:export )?(?:let |const \w+(?:: .*)? = new (?:Map|Set)(?:<.*>)?\(\))/m.test(text),
  )
  expect(holding.map(({ path }) => path)).toEqual([])
  const forgetting = code.filter(({ text }) => /function (?:forget|clear)[A-Z]\w*\(\)/.test(text))
  expect(forgetting.map(({ path }) => path)).toEqual([])
})

test('only pages and layouts ask for the model; everything else gets it as an argument', () => {
  const asking = sources.filter((path) =>
    /getModel\b|virtual:model/.test(readFileSync(join(root, path), 'utf8')),
  )
  const provider = 'src/build/model-source.ts'
  const others = asking.filter((path) => !/^src\/(pages|layouts)\//.test(path))
  expect(asking).toContain('src/pages/index.astro')
  expect(others).toEqual([provider])
})

test('paths of authored files come from the table of their places', () => {
  const own = [
    // Patterns for paths of the repository and of the site, of which some begin alike.
    'src/export/json/record-schema.ts',
    'src/tools/diff/review-elsewhere.ts',
    // The paths of former formats, which stay as they were.
    'src/read/migrations/from-0.ts',
    'src/read/migrations/from-1.ts',
    'src/schema/authored-files.ts',
  ]
  const path = /(['`])(?:data|content)\/(?:[a-z*]|\$\{)[^'`\s]*\1|\^(?:data|content)\\\//
  const typing = sources.filter((file) => path.test(codeOf(file)))
  expect(typing.sort()).toEqual(own.sort())
})

test('what data gives is cached by one class', () => {
  expect(sources.filter((file) => codeOf(file).includes('new WeakMap'))).toEqual([
    'src/model/memoized.ts',
  ])
})

test('texts are put in order by one comparison', () => {
  expect(sources.filter((file) => /\? -1 : .*\? 1 : 0/.test(codeOf(file)))).toEqual([
    'src/model/dataset.ts',
  ])
})

test('sorted lists are searched by one function', () => {
  const middle = /\(\w+ \+ \w+\) >>>? 1|Math\.\w+\(\(\w+ \+ \w+\) \/ 2/
  expect(sources.filter((file) => middle.test(codeOf(file)))).toEqual([
    'src/model/binary-search.ts',
  ])
})

test('folders are listed by one function', () => {
  expect(sources.filter((file) => /\breaddir|opendir/.test(codeOf(file)))).toEqual([
    'src/read/files/regular-files.ts',
  ])
})

test('days are counted by one file', () => {
  expect(sources.filter((file) => /86_?400_?000|Date\.UTC\(/.test(codeOf(file)))).toEqual([
    'src/model/calendar.ts',
  ])
})

test('code points, JSON files and numbered ids are written by one function each', () => {
  const places = (pattern: RegExp) => sources.filter((file) => pattern.test(codeOf(file)))
  expect(places(/codePointAt.*toString\(16\)\.toUpper/)).toEqual(['src/schema/characters.ts'])
  expect(places(/JSON\.stringify\(.*, null, \d\)\}\\n/)).toEqual(['src/model/json-text.ts'])
  expect(places(/Math\.max\(0, \.\.\.numbers\) \+ 1/)).toEqual(['src/model/next-id.ts'])
})

test('one file reads what Zod knows of a schema', () => {
  expect(sources.filter((file) => codeOf(file).includes('_zod'))).toEqual([
    'src/schema/definition.ts',
  ])
})

test('YAML is written by one printer, not by the library that reads it', () => {
  const writing = sources.filter((path) =>
    /import \{[^}]*\b(?:(?<!type )Document|stringify|dump)\b[^}]*\} from '(?:yaml|js-yaml)'/.test(
      readFileSync(join(root, path), 'utf8'),
    ),
  )
  expect(writing).toEqual([])
})

test('there is no folder for miscellaneous code', () => {
  const folders = new Set(sources.flatMap((path) => path.split('/').slice(1, -1)))
  const drawers = ['utils', 'util', 'helpers', 'common', 'misc', 'shared', 'lib']
  expect(drawers.filter((name) => folders.has(name))).toEqual([])
  expect(sources.filter((path) => /\/(utils?|helpers?|common|misc)\.\w+$/.test(path))).toEqual([])
})

test('data and content hold only what people write, and the pictures of the manual', () => {
  const authored = ['data', 'content'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // Pictures lie beside the chapters that show them, so that the manual is one folder.
      .filter((path) => !/content\/manual\/pictures\/[a-z0-9-]+\.png$/.test(path)),
  )
  expect(authored.filter((path) => !/\.(yaml|mdx)$/.test(path))).toEqual([])
  const generated = /generated|do not edit|自动生成|请勿编辑/i
  expect(
    authored.filter((path) => generated.test(readFileSync(path, 'utf8').slice(0, 300))),
  ).toEqual([])
})

test('commands print only through print.ts, which escapes control characters', () => {
  // The progress line of a build overwrites itself; the first file runs on any version of Node, and
  // prints constants.
  const own = ['src/cli/print.ts', 'src/cli/build-monitor.ts', 'src/cli/gongshi.js']
  const others = sources.filter(
    (path) =>
      !own.includes(path) &&
      /process\.(stdout|stderr)|console\.(log|error|warn|info)/.test(
        readFileSync(join(root, path), 'utf8'),
      ),
  )
  expect(others).toEqual([])
})
