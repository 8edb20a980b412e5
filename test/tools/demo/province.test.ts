import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoAsOf } from '#tools/demo/generate.ts'
import { generateProvince } from '#tools/demo/province.ts'
import { indexDataset } from '#model/dataset.ts'
import { registerOf } from '#model/register.ts'
import { loadChecked } from '#build/load-checked.ts'
import { folderOf } from '../../support/folder.ts'

const small = { cities: 3, extent: { quarters: 4, channels: 220, issues: [6, 14] } } as const
const files = generateProvince(1, small)

function checked() {
  const folder = folderOf(Object.fromEntries(files))
  const { dataset, problems } = loadChecked({
    data: join(folder, 'data'),
    content: join(folder, 'content'),
  })
  if (dataset === null) throw new Error('the sample province is not readable')
  return { dataset, problems }
}

describe('a province is several cities in one dataset', () => {
  test('the checker finds the truncated rate of each city and nothing else', () => {
    const { problems } = checked()
    expect(problems.map(({ code }) => code)).toEqual(Array(3).fill('rate-truncated'))
  })

  test('each city has an office, inspections and accounts of its own', () => {
    const { dataset } = checked()
    const offices = new Set(dataset.inspections.map(({ issuer }) => issuer))
    expect(offices).toEqual(
      new Set(['甲市人民政府办公室', '乙市人民政府办公室', '丙市人民政府办公室']),
    )
    expect(dataset.inspections).toHaveLength(12)
    expect(Object.keys(dataset.units)).toHaveLength(180)
    expect(Object.keys(dataset.channels)).toHaveLength(660)
    const names = Object.values(dataset.units).map(({ name }) => name)
    expect(new Set(names).size).toBe(180)
  })

  test('an order of one city addresses only its own units', () => {
    const { dataset } = checked()
    const order = indexDataset(dataset).orders.get('c02-2024-q3')
    if (order === undefined) throw new Error('the city has given no order')
    const owing = registerOf(dataset, order, demoAsOf).rows.map(({ unit }) => unit)
    expect(owing).toHaveLength(60)
    expect(owing.filter((unit) => !unit.startsWith('c02-'))).toEqual([])
  })
})

test('the same seed gives the same province, another seed another', () => {
  expect([...generateProvince(1, small)]).toEqual([...files])
  expect([...generateProvince(2, small)]).not.toEqual([...files])
})

test('the whole province has more records with a page of their own than fifty thousand', () => {
  const whole = [...generateProvince(1).keys()]
  const reports = whole.filter((path) => path.startsWith('data/self-inspections/'))
  expect(whole.filter((path) => path.startsWith('data/inspections/'))).toHaveLength(21 * 40)
  expect(reports.length + 21 * 220).toBeGreaterThan(50_000)
})
