import { expect, test } from 'vitest'
import { computeHere } from '#export/compute.ts'
import { type Phase, siteFiles } from '#export/files.ts'
import { modelOfFolder } from '../support/model.ts'

const phases: Phase[] = ['before packages', 'before pages', 'beside pages', 'after pages']
const model = modelOfFolder('test/cases/official')
const files = (
  await Promise.all(phases.map((phase) => siteFiles(model, phase, computeHere)))
).flat()
const addresses = files.map(({ address }) => address)

test('no address has two files', () => {
  expect(addresses).toHaveLength(new Set(addresses).size)
})

test('a data package is written after the tables that it describes, which so are computed once', async () => {
  const packages = files.filter(({ address }) => address.endsWith('/datapackage.json'))
  expect(packages.length).toBeGreaterThan(5)
  for (const { address, bytes } of packages) {
    const { resources } = JSON.parse(String(await bytes())) as { resources: { path: string }[] }
    const written = addresses.slice(0, addresses.indexOf(address))
    const tables = resources.map(({ path }) => new URL(path, `http://site${address}`).pathname)
    expect(written).toEqual(expect.arrayContaining(tables))
  }
})
