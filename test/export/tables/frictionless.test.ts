import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dictionaryTable } from '#export/packages/dictionary.ts'
import { packagedDictionary } from '#view/addresses.ts'
import { dictionaryText, packageText } from '#export/tables/catalogue.ts'
import { contentOf, packagedFilesOf, type Scope, scopes } from '#export/tables/files.ts'
import type { DataAsOf } from '#model/model.ts'
import { type DataPackage, dataPackageFaults } from '../../support/data-package.ts'
import { allSources } from './sources.ts'

// Reads the published packages by the specification alone: descriptor, types, keys and relations.
const root = mkdtempSync(join(tmpdir(), 'gongshi-frictionless-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})

const sources = allSources(root)

/** Writes a set of tables as it is published. */
async function written(scope: Scope, data: DataAsOf, folder: string): Promise<string> {
  const write = (address: string, content: Uint8Array | string): void => {
    const path = join(folder, address.replace('/data/', ''))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  for (const file of packagedFilesOf(scope)) write(file.address, await contentOf(data, file))
  const descriptor = join(folder, scope.path === 'all' ? '' : scope.path, 'datapackage.json')
  mkdirSync(dirname(descriptor), { recursive: true })
  writeFileSync(descriptor, await packageText(data, undefined, scope))
  if (scope.path === 'all') write(packagedDictionary, dictionaryText(data, { isPackaged: true }))
  return descriptor
}

const packageAt = (descriptor: string): DataPackage =>
  JSON.parse(readFileSync(descriptor, 'utf8')) as DataPackage

describe.each(Object.entries(sources))('the data packages of the %s', (name, data) => {
  const parts = scopes(data)
  const [whole] = parts
  const faultsOf = (descriptor: string): Promise<string[]> =>
    dataPackageFaults(packageAt(descriptor), (path) =>
      readFileSync(join(dirname(descriptor), path)),
    )

  test.each(parts.map((scope) => [scope.path, scope] as const))('%s', async (path, scope) => {
    const descriptor = await written(scope, data, join(root, name, path.replace('/', '-')))
    const tables = [...scope.tables, ...(path === 'all' ? [dictionaryTable(scope.tables)] : [])]
    expect(packageAt(descriptor).resources.map((resource) => resource.name)).toEqual(
      tables.map((table) => table.name),
    )
    expect(await faultsOf(descriptor)).toEqual([])
  })

  test('a key that refers to nothing is found', async () => {
    if (whole === undefined) throw new Error('there is no data')
    const broken = {
      ...whole,
      tables: whole.tables.map((table) =>
        table.name === 'units' ? { ...table, rows: table.rows.slice(0, 1) } : table,
      ),
    }
    const faults = await faultsOf(await written(broken, data, join(root, name, 'broken')))
    expect(faults).toContainEqual(
      expect.stringMatching(/^channels: .* refers to ".+", which is not in units$/),
    )
  })
})
