import { expect, test } from 'vitest'
import { citation } from '#view/citation.ts'
import { datasetWith } from '../support/dataset.ts'

test('a citation names site, title, day, address and licence', () => {
  const { site, ...others } = datasetWith({})
  const dataset = {
    ...others,
    site: {
      ...site,
      name: '示例公示',
      licence: { name: '示例许可', address: 'https://l.example/' },
    },
  }
  const model = { dataset, asOf: '2024-06-07', siteUrl: 'https://www.example.gov.cn/jc/' }
  expect(citation(model, '历次对比', '/trends.html')).toBe(
    '示例公示：《历次对比》，内容截至2024年6月7日，https://www.example.gov.cn/jc/trends.html，使用许可：示例许可（https://l.example/）',
  )
  // An office that names no licence grants none.
  expect(
    citation(
      {
        ...model,
        siteUrl: undefined,
        dataset: { ...dataset, site: { ...site, name: '示例公示' } },
      },
      '历次对比',
      '/trends.html',
    ),
  ).toBe('示例公示：《历次对比》，内容截至2024年6月7日，使用许可：未写明')
})
