import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const version = '3.1.8'

/** Installs Eleventy once, into a folder of the cache; the project does not depend on it. */
export function installEleventy(folder: string): void {
  const installed = join(folder, 'node_modules/@11ty/eleventy/package.json')
  if (existsSync(installed)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', `@11ty/eleventy@${version}`, 'js-yaml@4.3.2'],
    { cwd: folder, stdio: 'ignore' },
  )
}

const config = `import { load } from 'js-yaml'
export default function (eleventy) {
  eleventy.addDataExtension('yaml', (text) => load(text))
  eleventy.setQuietMode(true)
  return { dir: { input: 'src', data: '_data', output: 'out' } }
}
`

/**
 * One template for each kind of record page: the content of the record, in a shell as heavy as
 * ours.
 */
const template = (items: string, permalink: string): string => `
import { readFileSync } from 'node:fs'
const [before, after] = readFileSync('shell.html', 'utf8').split('<!--content-->')
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => '&#' + sign.charCodeAt(0) + ';')
const shown = (value) =>
  value === null || typeof value !== 'object'
    ? escaped(value)
    : Array.isArray(value)
      ? '<ol>' + value.map((one) => '<li>' + shown(one) + '</li>').join('') + '</ol>'
      : '<dl>' + Object.entries(value).map(([key, one]) => '<dt>' + escaped(key) + '</dt><dd>' + shown(one) + '</dd>').join('') + '</dl>'
export const data = {
  pagination: { data: 'all', size: 1, alias: 'item', before: (_, { all }) => items(all), addAllPagesToCollections: false },
  permalink: ({ item }) => ${permalink},
}
function items(all) {
  const entries = (record) => Object.entries(record ?? {})
  return ${items}
}
export const render = ({ item }) => before + '<h1>' + escaped(item.id) + '</h1>' + shown(item.value) + after
`

/** The records that have a page, with the same addresses as in our site. */
const kinds: Readonly<Record<string, readonly [items: string, permalink: string]>> = {
  inspections: [
    `entries(all.inspections).flatMap(([id, value]) => ['', '-rectification', '-checklist'].map((end) => ({ id: id + end, value })))`,
    '`inspections/${item.id}.html`',
  ],
  bulletins: [
    `entries(all.inspections).map(([id, value]) => ({ id, value }))`,
    '`bulletins/${item.id}.html`',
  ],
  issues: [
    `entries(all.inspections).flatMap(([, { issues }]) => entries(issues).map(([id, value]) => ({ id, value })))`,
    '`issues/${item.id}.html`',
  ],
  reports: [
    `entries(all['self-inspections']).flatMap(([period, of]) => entries(of).map(([unit, value]) => ({ id: period + '/' + unit, value })))`,
    '`self-inspections/${item.id}.html`',
  ],
  registers: [
    `entries(all['self-inspections']).map(([id, value]) => ({ id, value }))`,
    '`self-inspections/${item.id}.html`',
  ],
  units: [
    `entries(all.units.units).map(([id, value]) => ({ id, value: { ...value, issues: entries(all.inspections).flatMap(([, { issues }]) => entries(issues).filter(([, { units }]) => Array.isArray(units) && units.includes(id))).slice(0, 40) } }))`,
    '`units/${item.id}.html`',
  ],
  channels: [
    `entries(all.channels.channels).map(([id, value]) => ({ id, value }))`,
    '`channels/${item.id}.html`',
  ],
}

/** Writes an Eleventy project with a page for each record of a city's YAML. */
export function writeEleventy(folder: string, city: string, site: string): void {
  for (const part of ['src', 'out']) rmSync(join(folder, part), { recursive: true, force: true })
  cpSync(join(city, 'data'), join(folder, 'src/_data/all'), { recursive: true })
  for (const [name, [items, permalink]] of Object.entries(kinds))
    writeFileSync(join(folder, `src/${name}.11ty.js`), template(items, permalink))
  writeFileSync(join(folder, 'eleventy.config.js'), config)
  // Head, header and footer of one of our pages, so that the pages weigh about the same.
  const page = readFileSync(join(site, 'about.html'), 'utf8')
  const shell = page.replace(/(<main[^>]*>)[^]*(<\/main>)/, '$1<!--content-->$2')
  writeFileSync(join(folder, 'shell.html'), shell)
}

/** The program that builds the project, to be run in its folder. */
export const eleventyBuild: readonly string[] = ['node_modules/@11ty/eleventy/cmd.cjs']
