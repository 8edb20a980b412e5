import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { load as parseHtml } from 'cheerio'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { cityData, type CityData } from '#tools/federation/city.ts'
import { overviewOf } from '#tools/federation/overview.ts'
import { startCommand } from '../support/command.ts'
import { folderOf } from '../support/folder.ts'

const { real, demo, official } = inject('sites')
const today = '2026-03-01'

/** Fetches a city as the command does, by default with more patience than a busy machine needs. */
const ask = (
  location: string,
  cacheFolder: string,
  day = today,
  patience = 60,
): Promise<CityData> =>
  cityData(
    'city',
    { name: '某市', package: location },
    { base: '.', cacheFolder, patience, today: day },
  )

/** The published files of a city, in a folder where a test may damage them. */
function published(site: string): string {
  const folder = folderOf({})
  cpSync(join(site, 'data/all'), join(folder, 'data/all'), { recursive: true })
  cpSync(join(site, 'data/datapackage.json'), join(folder, 'data/datapackage.json'))
  return folder
}

type Behaviour = 'right' | 'slow' | 'wrong' | 'broken'

/** A server of a city whose answers the test decides. */
async function cityServer(
  site: string,
): Promise<{ address: string; be: (now: Behaviour) => void }> {
  let now: Behaviour = 'right'
  const server = createServer((request, response) => {
    if (now === 'slow') return void response.write('{')
    if (now === 'broken') return void response.writeHead(500).end()
    const bytes = readFileSync(join(site, request.url ?? ''))
    const spoiled = now === 'wrong' && request.url?.endsWith('rates.csv')
    response.end(spoiled ? bytes.toString().replace(/\d/, '9') : bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/data/datapackage.json`,
    be: (behaviour) => (now = behaviour),
  }
}

test('three cities on disk become one overview, each rate as its own city prints it', async () => {
  const folder = folderOf({})
  const list = Object.entries({ real, demo, official }).map(
    ([id, site]) =>
      `  ${id}: { name: ${id}市, package: ${JSON.stringify(join(site, 'data/datapackage.json'))} }`,
  )
  writeFileSync(join(folder, 'cities.yaml'), `name: 某省汇总\ncities:\n${list.join('\n')}\n`)
  const out = join(folder, 'out')
  await startCommand(
    ['federate', join(folder, 'cities.yaml'), '--out', out, '--kept', join(folder, 'kept')],
    // The environment of a shell for development; the published files must be the same.
    { AS_OF: today, NODE_ENV: 'development', DEV: '1' },
  )
  const $ = parseHtml(readFileSync(join(out, 'index.html'), 'utf8'))
  expect($('h1').text()).toBe('某省汇总')
  expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toMatch(
    /^default-src 'self';(?!.*unsafe-inline)/,
  )
  expect(
    $('table')
      .first()
      .find('tbody th')
      .toArray()
      .map((cell) => $(cell).text()),
  ).toEqual(['real市', 'demo市', 'official市'])
  const own = parseCsv(readFileSync(join(real, 'data/all/rates.csv')), {
    bom: true,
    columns: true,
  }) as unknown as Record<string, string>[]
  for (const { 页面写法: words } of own) expect($('table').first().text()).toContain(words)
  $('table').each((_n, table) => {
    const heads = $(table).find('thead th').length
    for (const row of $(table).find('tbody tr').toArray())
      expect($(row).children().length).toBe(heads)
  })
  expect($('script, [href^="/"]').length).toBe(0)
  const all = parseCsv(readFileSync(join(out, 'rates.csv')), {
    bom: true,
    columns: true,
  }) as unknown as Record<string, string>[]
  expect(all.filter((row) => row['市'] === 'real市')).toHaveLength(own.length)
})

describe('a city on a server', () => {
  test.each(['slow', 'wrong', 'broken'] as const)(
    'that is %s keeps the row of the last good copy, and says so',
    async (behaviour) => {
      const { address, be } = await cityServer(real)
      const cacheFolder = folderOf({})
      const first = await ask(address, cacheFolder)
      expect(first).toMatchObject({ fetchedOn: today, trouble: null })
      be(behaviour)
      const patience = behaviour === 'slow' ? 1 : undefined
      const second = await ask(address, cacheFolder, '2026-04-01', patience)
      expect(second.tables).toEqual(first.tables)
      expect(second.fetchedOn).toBe(today)
      expect(second.trouble).toMatch(
        { slow: /超过 1 秒/, wrong: /校验值不同/, broken: /回答 500/ }[behaviour],
      )
    },
  )

  test('that does not answer and has no last copy is shown without data and does not delay the others', async () => {
    const gone = await ask('http://127.0.0.1:9/data/datapackage.json', folderOf({}))
    expect(gone).toMatchObject({ tables: null, fetchedOn: null })
    expect(overviewOf([gone])[0]).toMatchObject({ inspection: null, register: null })
  })

  test('a modified cached copy is not used', async () => {
    const cacheFolder = folderOf({})
    await ask(join(real, 'data/datapackage.json'), cacheFolder)
    writeFileSync(join(cacheFolder, 'city/1'), 'x')
    const { tables } = await ask('http://127.0.0.1:9/data/datapackage.json', cacheFolder)
    expect(tables).toBeNull()
  })
})

describe('nothing that a city publishes is trusted', () => {
  interface Descriptor {
    resources: { name: string; path: string }[]
  }
  const spoil = (change: (descriptor: Descriptor) => void): string => {
    const file = join(published(real), 'data/datapackage.json')
    const descriptor = JSON.parse(readFileSync(file, 'utf8')) as Descriptor
    change(descriptor)
    writeFileSync(file, JSON.stringify(descriptor))
    return file
  }
  test.each(['../../secret.csv', '/etc/secret.csv', 'https://example.org/x.csv', 'a\\..\\b.csv'])(
    'a table at %s is refused',
    async (path) => {
      const file = spoil(({ resources }) => {
        for (const resource of resources) resource.path = path
      })
      const { trouble } = await ask(file, folderOf({}))
      expect(trouble).toContain('不合规定')
    },
  )

  test('a file that is not a package is refused in words', async () => {
    const folder = folderOf({ 'a.json': '{', 'b.json': '[]' })
    expect((await ask(join(folder, 'a.json'), folderOf({}))).trouble).toContain('不是 JSON')
    expect((await ask(join(folder, 'b.json'), folderOf({}))).trouble).toContain('不合规定')
    expect((await ask('file:///etc/passwd', folderOf({}))).trouble).toContain('不是网址')
  })

  test('a cell that its column cannot hold is named with its line', async () => {
    const file = join(published(real), 'data/datapackage.json')
    const table = join(dirname(file), 'all/plain/inspections.csv')
    const bytes = readFileSync(table, 'utf8').replace('2024-03-31', '三月底')
    writeFileSync(table, bytes)
    const descriptor = readFileSync(file, 'utf8')
    const parsed = JSON.parse(descriptor) as {
      resources: { name: string; bytes: number; hash: string }[]
    }
    for (const resource of parsed.resources)
      if (resource.name === 'inspections') {
        resource.bytes = Buffer.byteLength(bytes)
        resource.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
      }
    writeFileSync(file, JSON.stringify(parsed))
    const { trouble } = await ask(file, folderOf({}))
    expect(trouble).toMatch(/第2行的“止”不合规定$/)
  })
})

test('a folder with other files is not overwritten', async () => {
  const folder = folderOf({ 'cities.yaml': 'name: 甲\ncities: {}\n' })
  mkdirSync(join(folder, 'out'))
  writeFileSync(join(folder, 'out/mine.txt'), '')
  await expect(
    startCommand(['federate', join(folder, 'cities.yaml'), '--out', join(folder, 'out')], {}),
  ).rejects.toThrow('里有别的文件')
})
