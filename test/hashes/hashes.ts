/**
 * Builds five sites and prints a hash of every file, to prove that a change of the program leaves
 * the published bytes alone:
 *   npm run hashes -- before.txt
 *   npm run hashes -- after.txt
 *   diff before.txt after.txt
 * Names of scripts and styles hold a hash of their content, so a changed script would change every
 * page; each such name is replaced before hashing, and the script itself has its own line. The
 * commit that an archive's list names is left out as well.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { buildOne } from '../support/build-sites.ts'
import { buildHostile } from '../support/hostile-sites.ts'

/**
 * The builder of each site, which writes below a folder and returns the folder of the built site.
 */
const sites: Readonly<Record<string, (root: string) => Promise<string>>> = {
  sample: (root) => buildOne('real', root),
  official: (root) => buildOne('official', root),
  embedded: (root) => buildOne('embedded', root),
  demo: (root) => buildOne('demo', root),
  hostile: async (root) => {
    const outDir = join(root, 'hostile')
    await buildHostile('city', join(root, 'hostile-source'), outDir)
    return outDir
  },
}

/** Names of bundled files: `assets/Page.DWb3a_1Z.css`, `assets/charts-6caa6a6e.js`. */
const hashedName = /(assets\/[\w.[\]-]+?)(?:\.[\w-]{8}|-[0-9a-f]{8})\.(js|css|svg|png|webp|woff2?)/g
const commit = /^ *"commit": .*$/m
const isText = /\.(html|css|js|json|xml|svg|txt|webmanifest)$/

/** One line a file, `<sha256>  <site>/<path>`, in the order of the paths. */
function hashesOf(site: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort()
    .map((path) => {
      const bytes = readFileSync(join(folder, path))
      const content = isText.test(path)
        ? bytes.toString('utf8').replace(hashedName, '$1.$2').replace(commit, '')
        : bytes
      const hash = createHash('sha256').update(content).digest('hex')
      return `${hash}  ${site}/${path.replace(hashedName, '$1.$2')}`
    })
}

const [file, ...only] = process.argv.slice(2)
if (file === undefined || only.some((name) => !(name in sites))) {
  process.stderr.write(`Usage: npm run hashes -- <file> [${Object.keys(sites).join('|')} ...]\n`)
  process.exit(1)
}
const root = mkdtempSync(join(tmpdir(), 'gongshi-hashes-'))
try {
  const lines: string[] = []
  for (const [name, build] of Object.entries(sites))
    if (only.length === 0 || only.includes(name)) lines.push(...hashesOf(name, await build(root)))
  writeFileSync(file, `${lines.join('\n')}\n`)
  process.stdout.write(`${lines.length} files\n`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
