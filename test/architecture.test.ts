import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Each layer with the layers that it may import besides itself. */
const left = {
  schema: [],
  problems: ['schema'],
  domain: ['schema', 'problems'],
  checks: ['schema', 'problems', 'domain'],
  exports: ['schema', 'problems', 'domain', 'spreadsheet'],
  charts: ['schema', 'problems', 'domain'],
  yaml: [],
  archive: [],
  spreadsheet: ['archive'],
  output: [],
  demo: ['schema', 'problems', 'domain', 'yaml'],
  migrations: ['schema', 'yaml'],
  importing: ['schema', 'problems', 'domain', 'exports', 'spreadsheet', 'yaml'],
  scaffold: ['schema', 'problems', 'domain'],
  reading: ['schema', 'problems', 'domain', 'checks', 'yaml'],
  forms: ['schema', 'problems', 'domain', 'checks', 'yaml', 'reading', 'scaffold'],
  editor: ['schema', 'problems', 'domain', 'exports', 'yaml'],
  loading: [
    'schema',
    'problems',
    'domain',
    'checks',
    'exports',
    'charts',
    'reading',
    'yaml',
    'migrations',
    'archive',
    'spreadsheet',
    'output',
  ],
}
const allOfLoading = Object.keys(left).filter(
  (layer) =>
    !['demo', 'scaffold', 'yaml', 'importing', 'spreadsheet', 'migrations', 'output'].includes(
      layer,
    ),
)
const layers: Readonly<Record<string, readonly string[]>> = {
  ...left,
  site: [...allOfLoading, 'output'],
  // What several cities publish, read by what a site publishes.
  federation: [...allOfLoading, 'site', 'output'],
  // Commands start the site, so they read its settings.
  cli: [
    ...allOfLoading,
    'demo',
    'scaffold',
    'yaml',
    'importing',
    'spreadsheet',
    'site',
    'federation',
    'overview',
    'output',
  ],
  components: [...allOfLoading, 'site', 'styles'],
  layouts: [...allOfLoading, 'site', 'styles', 'components'],
  pages: [...allOfLoading, 'site', 'styles', 'components', 'layouts'],
  // A site of its own, built from a federation.
  overview: [...allOfLoading, 'site', 'styles', 'components', 'layouts', 'federation', 'output'],
  styles: [],
}

/** Files beside the layers, where Astro looks for them, with the layers that they may import. */
const filesOfAstro: Readonly<Record<string, readonly string[]>> = { 'middleware.ts': ['site'] }
/** Layers that a browser can run. */
const browserLayers = ['reading', 'forms']
/** Layers whose result depends on their arguments alone. */
const pure = ['schema', 'problems', 'domain', 'checks']
/** Layers left of the site that touch files. */
const fileWriters = ['loading', 'demo', 'output']

interface Import {
  readonly from: string
  readonly to: string
}

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js|astro)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length))
  .map((path) => path.replaceAll(sep, '/'))

const imports: Import[] = sources.flatMap((from) => {
  const code = readFileSync(join(root, from), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
  const statements = code.matchAll(
    /(?:^|[;\s])(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  )
  return [...statements].map(([, fixed, dynamic]) => ({ from, to: fixed ?? dynamic ?? '' }))
})

const layerOf = (path: string): string => path.split('/')[1] ?? ''
const isInside = ({ to }: Import): boolean => to.startsWith('#') || to.startsWith('.')
const target = ({ from, to }: Import): string =>
  to.startsWith('#') ? `src/${to.slice(1)}` : posix.join(posix.dirname(from), to)

test('the imports of every layer are found', () => {
  const importing = new Set(imports.filter(isInside).map(({ from }) => layerOf(from)))
  expect([...importing]).toEqual(expect.arrayContaining(['domain', 'checks', 'cli', 'pages']))
})

test('the layers are the folders of the source, and each layer names only layers', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(Object.keys(layers).sort()).toEqual(folders.sort())
  const named = new Set([
    ...Object.values(layers).flat(),
    ...browserLayers,
    ...pure,
    ...fileWriters,
  ])
  expect([...named].filter((name) => !folders.includes(name))).toEqual([])
})

test('imports point left only', () => {
  const wrong = imports.filter(isInside).filter((one) => {
    const [here, there] = [layerOf(one.from), layerOf(target(one))]
    return here !== there && !(layers[here] ?? filesOfAstro[here] ?? []).includes(there)
  })
  expect(wrong).toEqual([])
})

test('imports of other folders go by name, and every import of code names its file', () => {
  const wrong = imports.filter(isInside).filter((one) => {
    const sideways = one.to.startsWith('.') && layerOf(target(one)) !== layerOf(one.from)
    return sideways || !/\.(ts|js|mjs|astro|css|mdx|json)(\?\w+)?$/.test(one.to)
  })
  expect(wrong).toEqual([])
})

test('no file imports itself through others, left of the site', () => {
  const graph = new Map<string, string[]>()
  for (const one of imports.filter(isInside))
    if (Object.hasOwn(left, layerOf(one.from)))
      graph.set(one.from, [...(graph.get(one.from) ?? []), target(one)])
  const reached = (start: string): Set<string> => {
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
  expect([...graph.keys()].filter((file) => reached(file).has(file))).toEqual([])
})

describe('left of the site', () => {
  const plain = imports.filter(({ from }) => Object.hasOwn(left, layerOf(from)))

  test('nothing imports Astro', () => {
    expect(plain.filter(({ to }) => /^(astro($|[:/])|@astrojs\/)/.test(to))).toEqual([])
  })

  test('only loading reads files, and only what writes folders touches them besides', () => {
    const readers = plain
      .filter(({ to }) => /^(node:)?fs(\/|$)/.test(to))
      .map(({ from }) => layerOf(from))
    expect([...new Set(readers)].filter((layer) => !fileWriters.includes(layer))).toEqual([])
  })

  test('reading and forms need nothing that a browser lacks', () => {
    const browserless = plain.filter(
      ({ from, to }) => browserLayers.includes(layerOf(from)) && to.startsWith('node:'),
    )
    expect(browserless).toEqual([])
  })

  test('nothing reads the clock, the locale or chance', () => {
    const files = sources.filter((path) => pure.includes(layerOf(path)))
    const reads =
      /new Date\(\)|Date\.now\(|Math\.random\(|toLocale\w*\(\)|localeCompare\(|process\./
    expect(files.filter((path) => reads.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })
})

test('a cache at the top of a module is keyed by all that its values depend on', () => {
  // Their values are the same whatever the data says: programs, fonts.
  const withoutData = [
    'src/site/content-editor.ts',
    'src/site/scripts.ts',
    'src/site/share-picture.ts',
  ]
  const ofPlainValues = [
    'src/charts/chart-png.ts',
    'src/charts/picture.ts',
    'src/domain/dataset.ts',
    'src/domain/working-days.ts',
    'src/exports/atom.ts',
    'src/exports/papers/docx.ts',
    'src/exports/zip.ts',
  ]
  // The front of an Astro file runs for each page, so that nothing stays in it.
  const caching = sources.filter((path) =>
    /^(?:export )?(?:let |const \w+(?:: .*)? = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\))/m.test(
      /^src\/(domain|exports|charts|site|components|layouts|pages)\/(?!browser\/).*\.ts$/.test(path)
        ? readFileSync(join(root, path), 'utf8')
        : '',
    ),
  )
  expect(caching.sort()).toEqual([...withoutData, ...ofPlainValues].sort())
})

test('only pages and layouts ask for the model; all else is handed it', () => {
  const asking = sources.filter((path) =>
    /getModel\b|virtual:model/.test(readFileSync(join(root, path), 'utf8')),
  )
  const provider = 'src/site/model-source.ts'
  const others = asking.filter((path) => !/^src\/(pages|layouts)\//.test(path))
  expect(asking).toContain('src/pages/index.astro')
  expect(others).toEqual([provider])
})

test('there is no drawer for what has no place', () => {
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
      // They lie beside the chapters that show them, so that a manual is one folder; nobody edits a picture by mistake.
      .filter((path) => !/content\/manual\/pictures\/[a-z0-9-]+\.png$/.test(path)),
  )
  expect(authored.filter((path) => !/\.(yaml|mdx)$/.test(path))).toEqual([])
  const generated = /generated|do not edit|自动生成|请勿编辑/i
  expect(
    authored.filter((path) => generated.test(readFileSync(path, 'utf8').slice(0, 300))),
  ).toEqual([])
})

test('commands reach the terminal through print.ts alone, which lets nothing steer it', () => {
  // The frame of a build writes over its own line; the first file runs on any Node, and says constants.
  const own = ['src/cli/print.ts', 'src/cli/build-watch.ts', 'src/cli/gongshi.js']
  const others = sources.filter(
    (path) =>
      !own.includes(path) &&
      !path.includes('/browser/') &&
      /process\.(stdout|stderr)|console\.(log|error|warn|info)/.test(
        readFileSync(join(root, path), 'utf8'),
      ),
  )
  expect(others).toEqual([])
})
