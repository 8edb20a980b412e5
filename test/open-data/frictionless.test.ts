import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Package } from 'datapackage'
import { afterAll, describe, expect, test } from 'vitest'
import { demoAsOf, generateCity } from '#demo/generate.ts'
import { writeDemo } from '#demo/write.ts'
import { indexDataset } from '#domain/dataset.ts'
import { loadChecked } from '#loading/load-checked.ts'
import { packageText } from '#site/open-data/catalogue.ts'
import { contentOf, filesOf, type Scope, scopes } from '#site/open-data/files.ts'
import { sample } from '../support/authored.ts'
import { assembleRealCases } from '../support/real-cases.ts'

// A second implementation reads what the site publishes: descriptor, types, keys and relations.
const root = mkdtempSync(join(tmpdir(), 'gongshi-frictionless-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})

const loaded = (folders: { data: string; content: string }, asOf: string) => {
  const { dataset } = loadChecked(folders)
  if (dataset === null) throw new Error('the data has errors')
  return { dataset, index: indexDataset(dataset), asOf }
}
const cityFolder = join(root, 'city')
writeDemo(cityFolder, generateCity({ size: 'city-1y', seed: 3 }))
const sources = {
  seed: loaded(sample, '2024-06-07'),
  city: loaded({ data: join(cityFolder, 'data'), content: join(cityFolder, 'content') }, demoAsOf),
  documents: loaded(assembleRealCases(join(root, 'cases')), '2026-12-01'),
} as const

/** Writes a part as it is published; the reader knows no byte-order mark, which is no part of the text. */
async function written(
  scope: Scope,
  data: (typeof sources)[keyof typeof sources],
  folder: string,
): Promise<string> {
  for (const file of filesOf(scope)) {
    if (file.format !== 'csv') continue
    const path = join(folder, file.address.replace('/data/', ''))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, (await contentOf(file, data)).subarray(3))
  }
  const descriptor = join(folder, scope.path === 'all' ? '' : scope.path, 'datapackage.json')
  mkdirSync(dirname(descriptor), { recursive: true })
  writeFileSync(descriptor, await packageText(undefined, data, scope))
  return descriptor
}

describe.each(Object.entries(sources))('the data packages of the %s', (name, data) => {
  const parts = scopes(data)
  const [whole] = parts
  // One part of each kind; they are all made alike.
  const chosen = ['all', 'inspections', 'registers', 'units'].flatMap(
    (folder) => parts.findLast(({ path }) => path.startsWith(folder)) ?? [],
  )

  test.each(chosen.map((scope) => [scope.path, scope] as const))('%s', async (path, scope) => {
    const descriptor = await written(scope, data, join(root, name, path.replace('/', '-')))
    const read = await Package.load(descriptor)
    expect(read.errors.map(String)).toEqual([])
    expect(read.resources.map((resource) => resource.name)).toEqual(
      scope.tables.map((table) => table.name),
    )
    for (const resource of read.resources) {
      const rows = await resource.read({ keyed: true, relations: true }).catch((error: unknown) => {
        // The reader's own message only says how many there are.
        const { errors = [] } = error as { errors?: readonly Error[] }
        throw new Error(`${resource.name}: ${errors.map(String).join('\n')}`)
      })
      const table = scope.tables.find((one) => one.name === resource.name)
      expect(rows).toHaveLength(table?.rows.length ?? -1)
    }
  })

  test('a key that refers to nothing is found', async () => {
    if (whole === undefined) throw new Error('there is no data')
    const broken = {
      ...whole,
      tables: whole.tables.map((table) =>
        table.name === 'units' ? { ...table, rows: table.rows.slice(0, 1) } : table,
      ),
    }
    const read = await Package.load(await written(broken, data, join(root, name, 'broken')))
    const issues = read.resources.find((resource) => resource.name === 'channels')
    await expect(issues?.read({ keyed: true, relations: true })).rejects.toThrow()
  })
})
