import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { smallestAsOf, smallestSite } from '../support/smallest-site.ts'

const root = join(import.meta.dirname, '../..')

/** The smallest site with further files, in a folder of its own. */
function siteWith(
  files: Record<string, string>,
  settings = '',
): { folder: string; marker: string } {
  const folder = folderOf({})
  const all = { ...smallestSite(), ...files }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), name === 'data/site.yaml' ? `${text}${settings}` : text)
  }
  return { folder, marker: join(folder, 'ran') }
}

/** Builds a site as a person would. */
function build(folder: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/gongshi.js', 'build'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'dist'),
      AS_OF: smallestAsOf,
      GONGSHI_MARKER: join(folder, 'ran'),
    },
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

const write = `(await import('node:fs')).writeFileSync(process.env.GONGSHI_MARKER, 'ran')`
const module = `data:text/javascript,${encodeURIComponent(`${write};export default () => ''`)}`

/** Texts that write a file when they are compiled and run, one for each way of embedding code. */
const hostile = {
  export: `export const ran = ${write}\n\n# 文字\n`,
  expression: `# 文字\n\n{${write}}\n`,
  layout: `---\ntitle: 一\nlead: 二\nlayout: "${module}"\n---\n\n# 文字\n`,
  'two heads': `---\ntitle: 一\nlead: 二\n---k: v\nlayout: "${module}"\n---\n\n# 文字\n`,
  import: `import ran from "${module}"\n\n# 文字 {ran()}\n`,
}

/** Names and folders that the check ignores or mentions in a notice only. */
const unread = [
  'content/manual/index.mdx',
  'content/manual/~$index.mdx',
  'content/manual/.index.mdx',
  'content/manual/extra/index.mdx',
  'content/bulletins/~$2025-q1.mdx',
  'content/bulletins/.2025-q1.mdx',
  'content/.notes/index.mdx',
  'content/~$notes/index.mdx',
  'data/~$units.mdx',
  'data/.notes/index.mdx',
]

test('no text below the folders is compiled or run, whatever its name, its folder or its head', () => {
  const files = unread.flatMap((name) =>
    Object.entries(hostile).map(([kind, text], n) => {
      const own = n === 0 ? name : name.replace('.mdx', `-${kind.replace(' ', '-')}.mdx`)
      return [own, text] as const
    }),
  )
  const { folder, marker } = siteWith(Object.fromEntries(files))
  const { status, output } = build(folder)
  expect(output).toContain('[manual-unread]')
  expect(status).toBe(0)
  expect(existsSync(marker)).toBe(false)
  // The manual of the program is published all the same.
  expect(readFileSync(join(folder, 'dist/manual/index.html'), 'utf8')).toContain('</h1>')
  expect(existsSync(join(folder, 'dist/manual/extra'))).toBe(false)
})

test('a text in any other folder of content, or in an attachment, is named and stops the build', () => {
  const places = [
    'content/notes/a.mdx',
    'content/a.mdx',
    'data/a.mdx',
    'content/attachments/2025-q1/a.mdx',
  ]
  const { folder, marker } = siteWith(
    Object.fromEntries(places.map((place) => [place, hostile.export])),
  )
  const { status, output } = build(folder)
  expect(status).toBe(1)
  for (const place of [
    'content/notes',
    'content/a.mdx',
    'data/a.mdx',
    'content/attachments/2025-q1/a.mdx',
  ])
    expect(output).toContain(`错误 ${place}`)
  expect(existsSync(marker)).toBe(false)
})

test.each(Object.entries(hostile))('a bulletin with code is refused and not run: %s', (_, text) => {
  const { folder, marker } = siteWith({ 'content/bulletins/2025-q1.mdx': text })
  const { status, output } = build(folder)
  expect(status).toBe(1)
  expect(output).toContain('错误 content/bulletins/2025-q1.mdx')
  expect(existsSync(marker)).toBe(false)
})

test('with manual: false the site has no manual: no page, link, search result or picture', () => {
  const { folder } = siteWith({}, 'manual: false\n')
  expect(build(folder).status).toBe(0)
  const dist = join(folder, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  expect(files.filter((path) => /^manual|draft-inspection|form-begin/.test(path))).toEqual([])
  const pages = files.filter((path) => path.endsWith('.html'))
  expect(
    pages.filter((path) => readFileSync(join(dist, path), 'utf8').includes('manual/')),
  ).toEqual([])
  expect(readFileSync(join(dist, 'about.html'), 'utf8')).not.toContain('录入手册')
})
