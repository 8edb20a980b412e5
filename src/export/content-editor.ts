import { resolve } from 'node:path'
import { build } from 'vite'
import { computedOnce } from '#model/memoized.ts'
import { sha256 } from '#model/sha256.ts'

interface BundledFile {
  /** The file name, which holds a hash of the code. */
  readonly file: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/**
 * The files of the content editor, bundled from its package; the first is its entry script. They are
 * bundled only for sites with an editor, because they are larger than all pages together.
 */
export const contentEditorFiles = computedOnce(bundle)

/** Address of the editor's script from the root of the site. */
export async function contentEditorAddress(): Promise<string> {
  const [first] = await contentEditorFiles()
  return `/admin/${first?.file ?? ''}`
}

async function bundle(): Promise<BundledFile[]> {
  // No configuration or environment file is read, and the output stays in memory.
  const built = await build({
    root: process.cwd(),
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    // Relative to the page, so that the site works under any path.
    base: './',
    build: {
      write: false,
      assetsDir: '',
      assetsInlineLimit: 0,
      target: 'es2022',
      rollupOptions: {
        input: resolve('src/client/content-editor.ts'),
        output: { entryFileNames: '[name].js', chunkFileNames: 'editor-[hash].js' },
      },
    },
  })
  const [result] = Array.isArray(built) ? built : [built]
  if (!result || !('output' in result)) throw new Error('no bundle came out')
  const { output } = result
  const notice = '/*! Sveltia CMS (c) Kohei Yoshino and contributors, MIT */\n'
  const names = output.map(({ fileName }) => fileName)
  const files = output.map((one): BundledFile => {
    if (one.type === 'asset') {
      const content = typeof one.source === 'string' ? one.source : new Uint8Array(one.source)
      return { file: one.fileName, content }
    }
    const content = withLocalFonts(one.code, names)
    if (!one.isEntry) return { file: one.fileName, content }
    const hash = sha256(content).slice(0, 8)
    return { file: `content-editor-${hash}.js`, content: notice + content }
  })
  const isEntry = ({ file }: BundledFile): boolean => file.startsWith('content-editor-')
  return files.toSorted((one, other) => Number(isEntry(other)) - Number(isEntry(one)))
}

/**
 * The editor's code with the addresses of its fonts replaced: it loads them from a CDN, although
 * its package has them.
 */
const withLocalFonts = (code: string, names: readonly string[]): string =>
  code.replace(
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)[^/"'`)]*\/[\w-]+\.woff2/g,
    (whole, font: string) => names.find((name) => name.startsWith(font)) ?? whole,
  )
