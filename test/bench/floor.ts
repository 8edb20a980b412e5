import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'

/** A page of the bare project: its address, and its text in pieces. */
interface Ready {
  readonly path: string
  readonly title: string
  readonly pieces: readonly string[]
}

const component = `---
import Layout from '../Layout.astro'
import { readFileSync } from 'node:fs'
export function getStaticPaths() {
  const pages = JSON.parse(readFileSync('pages.json', 'utf8'))
  return pages.map(({ path, ...props }) => ({ params: { path: path || undefined }, props }))
}
const { title, pieces } = Astro.props
---
<Layout title={title}>
  <h1>{title}</h1>
  <ul>{pieces.map((piece) => <li>{piece}</li>)}</ul>
</Layout>
`

const layout = `---
const { title } = Astro.props
---
<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8" /><title>{title}</title></head>
  <body><main><slot /></main></body>
</html>
`

const config = `import { defineConfig } from 'astro/config'
export default defineConfig({ build: { format: 'file' }, devToolbar: { enabled: false } })
`

/** Bytes of one piece with its tags, about those of a line of a table. */
const pieceBytes = 250

/**
 * Writes a bare Astro project with as many pages as a built site, each of the same weight, from
 * values that need no computing: no site built with Astro can be faster.
 */
export function writeFloor(folder: string, site: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'src/pages'), { recursive: true })
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => readyLike(site, file))
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages))
  writeFileSync(join(folder, 'src/Layout.astro'), layout)
  writeFileSync(join(folder, 'src/pages/[...path].astro'), component)
  writeFileSync(join(folder, 'astro.config.mjs'), config)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
}

function readyLike(site: string, file: string): Ready {
  const html = readFileSync(join(site, file), 'utf8')
  const path = file
    .split(sep)
    .join('/')
    .replace(/(^index|\/index)?\.html$/, '')
  const words = html.replace(/<[^>]*>/g, '')
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? path
  const count = Math.max(1, Math.round((Buffer.byteLength(html) - 200) / pieceBytes))
  // A Chinese character is three bytes.
  const length = Math.floor((pieceBytes - 9) / 3)
  const letters = [...words.replace(/[^\p{Script=Han}]/gu, ''), ...'公示']
  const pieces = Array.from({ length: count }, (_, n) =>
    Array.from({ length }, (_unused, k) => letters[(n * length + k) % letters.length]).join(''),
  )
  return { path, title, pieces }
}

/** The program and its arguments that build the bare project, to be run in its folder. */
export const floorBuild = (): string[] => [
  resolve('node_modules/astro/bin/astro.mjs'),
  'build',
  '--silent',
]
