import { computedOnce } from '#model/memoized.ts'
import { resolve } from 'node:path'
import type { OutputOptions, Plugin, RolldownOptions } from 'rolldown'
import { sha256 } from '#model/sha256.ts'

interface Entry {
  /** Relative to the project's folder. */
  readonly file: string
  /** Constants of the script, each with the name of the script whose file name it holds. */
  readonly files?: Readonly<Record<string, string>>
  /** Licence notice of what is bundled, which minifying would drop. */
  readonly notice?: string
  /** Whether only a page beside working papers has it, and no site. */
  readonly isLocal?: true
}

/** Every script for browsers, by name. A new script is added here. */
const entries = {
  charts: {
    file: 'src/client/charts/draw.ts',
    notice: 'Chart.js (c) Chart.js Contributors, MIT; @kurkle/color (c) Jukka Kurkela, MIT',
  },
  states: { file: 'src/client/states.ts' },
  'list-filter': { file: 'src/client/list-filter.ts' },
  search: { file: 'src/client/search.ts' },
  'chart-loader': { file: 'src/client/charts/loader.ts', files: { CHARTS_FILE: 'charts' } },
  submit: {
    file: 'src/client/submit/start.ts',
    files: { FORM_DOCUMENT_FILE: 'submit-document' },
    notice:
      'zod (c) Colin McDonnell, MIT; yaml (c) Eemeli Aro, ISC; chinese-days (c) Yawei Sun, MIT',
  },
  'submit-records': { file: 'src/client/submit/records.ts' },
  'submit-document': {
    file: 'src/client/submit/document.ts',
    notice:
      'zod (c) Colin McDonnell, MIT; yaml (c) Eemeli Aro, ISC; chinese-days (c) Yawei Sun, MIT; fflate (c) Arjun Barrett, MIT',
  },
  'followed-unit': { file: 'src/client/followed-unit.ts' },
  trends: { file: 'src/client/trends.ts' },
  citation: { file: 'src/client/citation.ts' },
  'page-tools': { file: 'src/client/page-tools.ts' },
  'display-modes': {
    file: 'src/client/display-modes.ts',
    files: { READ_ALOUD_FILE: 'read-aloud' },
  },
  'read-aloud': { file: 'src/client/read-aloud.ts' },
  'proposal-decisions': { file: 'src/client/proposal-decisions.ts', isLocal: true },
} satisfies Record<string, Entry>

export type ScriptName = keyof typeof entries

export const scriptNames = Object.keys(entries) as ScriptName[]

/** The scripts of a site. */
export const siteScriptNames: readonly ScriptName[] = scriptNames.filter((name) => {
  const entry: Entry = entries[name]
  return entry.isLocal !== true
})

interface Script {
  /** The file name with a hash of the code: `charts-1a2b3c4d.js`. */
  readonly file: string
  readonly code: string
}

/** A classic script for the browser: the same source gives the same bytes and the same name. */
export const script: (name: ScriptName) => Promise<Script> = computedOnce(bundle)

/**
 * Begins to bundle all scripts, in the bundler's own threads. An error is thrown where one is awaited.
 */
export function beginScripts(): void {
  for (const name of siteScriptNames) script(name).catch(() => undefined)
}

/** Address of a script from the root of the site. */
export async function scriptAddress(name: ScriptName): Promise<string> {
  return `/assets/${(await script(name)).file}`
}

async function bundle(name: ScriptName): Promise<Script> {
  const entry: Entry = entries[name]
  const define: Record<string, string> = {}
  for (const [constant, other] of Object.entries(entry.files ?? {})) {
    define[constant] = JSON.stringify((await script(other as ScriptName)).file)
  }
  // Bundled in two runs. Lowering static class fields turns them into calls, which would keep
  // unused classes; so unused code is removed first, and the rest is lowered for older browsers.
  const modern = await bundleOf(resolve(entry.file), {
    transform: { target: 'esnext', define },
    output: { format: 'es' },
  })
  const lowered = await bundleOf(given, {
    plugins: [sourceOf(given, modern)],
    transform: { target: 'es2019' },
    output: { format: 'iife', minify: true, comments: false },
  })
  const code = entry.notice === undefined ? lowered : `/*! ${entry.notice} */\n${lowered}`
  const hash = sha256(code).slice(0, 8)
  return { file: `${name}-${hash}.js`, code }
}

/** The name of source code that is not in a file. */
const given = '\0given.js'

/** Provides source code that is not in a file. */
const sourceOf = (name: string, source: string): Plugin => ({
  name: 'given-source',
  resolveId: (id) => (id === name ? id : null),
  load: (id) => (id === name ? source : null),
})

/** Bundles a script with all its imports; the output stays in memory. */
async function bundleOf(
  input: string,
  { output, ...options }: Omit<RolldownOptions, 'input' | 'output'> & { output: OutputOptions },
): Promise<string> {
  // The bundler is loaded only where something is bundled.
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input, platform: 'browser', ...options })
  try {
    const [{ code }] = (await bundle.generate(output)).output
    return code
  } finally {
    await bundle.close()
  }
}
