import { describe, expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { sourceAddress, sourceLink, waysToReport } from '#view/source-file.ts'
import { datasetWith } from '../support/dataset.ts'

const address = 'https://git.example.com/office/bulletins.git'
const file = 'data/inspections/2024-q1.yaml'

function modelWith(site: object): Model {
  const dataset = datasetWith({ site: { ...datasetWith().site, ...site } })
  return { dataset, index: indexDataset(dataset) } as unknown as Model
}

describe('a page leads to its own file in the repository', () => {
  test.each([
    ['github', 'https://git.example.com/office/bulletins/blob/main/data/inspections/2024-q1.yaml'],
    [
      'gitlab',
      'https://git.example.com/office/bulletins/-/blob/main/data/inspections/2024-q1.yaml',
    ],
    [
      'gitea',
      'https://git.example.com/office/bulletins/src/branch/main/data/inspections/2024-q1.yaml',
    ],
    ['gitee', 'https://git.example.com/office/bulletins/blob/main/data/inspections/2024-q1.yaml'],
    [undefined, address],
  ] as const)('on %s', (kind, expected) => {
    expect(sourceAddress({ address, ...(kind === undefined ? {} : { kind }) }, file)).toBe(expected)
  })

  test('in the folder and on the branch of the settings', () => {
    const repository = {
      address,
      kind: 'gitlab',
      branch: 'release/1',
      folder: 'sites/a/data',
    } as const
    expect(sourceAddress(repository, file)).toBe(
      'https://git.example.com/office/bulletins/-/blob/release/1/sites/a/data/inspections/2024-q1.yaml',
    )
  })

  test('and to the folder of the data for a page that lists several files', () => {
    expect(sourceLink(modelWith({ repository: { address, kind: 'github' } }))).toEqual({
      label: 'data',
      href: 'https://git.example.com/office/bulletins/tree/main/data',
    })
    expect(sourceLink(modelWith({}))).toBe(null)
  })
})

describe('there is always a way to say that something is wrong', () => {
  test('the issuing office, when neither a contact nor an organiser is set', () => {
    expect(waysToReport(modelWith({}))).toEqual([expect.stringContaining('请向示例机关反映')])
  })

  test('the contact first, then the repository', () => {
    const ways = waysToReport(
      modelWith({ contact: '电话 0000-0000000', repository: { address, kind: 'gitlab' } }),
    )
    expect(ways).toEqual([
      '联系本站：电话 0000-0000000',
      {
        label: '在数据仓库提出',
        href: 'https://git.example.com/office/bulletins/-/issues/new',
      },
    ])
  })
})
