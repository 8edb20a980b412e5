import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cityData, type CityData } from '#tools/federation/city.ts'
import { overviewOf, rateCells } from '#tools/federation/overview.ts'
import {
  cityPackage,
  type CityTables,
  goodCity,
  inspectionRow,
  rateRow,
  registerRow,
} from '../../support/city-package.ts'
import { folderOf } from '../../support/folder.ts'

const fetched = (
  location: string,
  cacheFolder = folderOf({}),
  today = '2025-07-01',
): Promise<CityData> =>
  cityData(
    'jia',
    { name: '甲市', package: location },
    { base: '.', cacheFolder, patience: 5, today },
  )

const ask = (tables: CityTables, cacheFolder?: string, today?: string): Promise<CityData> =>
  fetched(cityPackage({ ...goodCity, ...tables }), cacheFolder, today)

const withRate = (change: Readonly<Record<string, string | number>>): CityTables => ({
  rates: [{ ...rateRow, ...change }],
})

test('a package without a mistake is accepted', async () => {
  const city = await ask({})
  expect(city).toMatchObject({ trouble: null, fetchedOn: '2025-07-01' })
  expect(overviewOf([city])[0]?.inspection?.rates).toEqual([
    { area: '政府网站', name: '合格率', words: '99.7%', fraction: '369/370', differs: false },
  ])
})

describe('data that our own check would refuse are not published for another city:', () => {
  test.each<[string, CityTables, string]>([
    [
      'a negative count',
      withRate({ numerator: -1, denominator: 0, shown: '999999%' }),
      '第2行的“分子”',
    ],
    ['a count that is no whole number', withRate({ numerator: '1.5' }), '第2行的“分子”'],
    ['more passed than were checked', withRate({ numerator: 371 }), '分子大于分母'],
    [
      'a pass rate of more than all',
      withRate({ numerator: '文件未写明', denominator: '文件未写明', shown: '999999%' }),
      '超过100%',
    ],
    ['words in the place of a rate', withRate({ shown: '点击 123' }), '不是比率'],
    ['a character that nobody sees, in a name', withRate({ name: '合格\u3164率' }), '看不见的字符'],
    ['a mark of direction', withRate({ block: '\u202e站网府政' }), '看不见的字符'],
    ['an escape sequence', withRate({ block: '\u001b[2J政府网站' }), '看不见的字符'],
    ['a name of two lines', withRate({ name: '合格\n率' }), '不能用作名称'],
    ['a name without end', withRate({ name: '合'.repeat(201) }), '不能用作名称'],
    ['a row that is there twice', { rates: [rateRow, rateRow] }, '同一行写了两遍'],
    ['an id that is none', { inspections: [{ ...inspectionRow, id: '../x' }] }, '不是编号'],
    [
      'the label of a period in look-alike letters',
      { register: [{ ...registerRow, period_name: '2025年第二季度⼈' }] },
      '不能用作名称',
    ],
  ])('%s', async (_what, tables, reason) => {
    const { trouble, tables: read } = await ask(tables)
    expect(trouble).toContain(reason)
    expect(read).toBeNull()
  })

  test('more rates than any inspection has', async () => {
    const rates = Array.from({ length: 101 }, (_, n) => ({
      ...rateRow,
      path: `areas.websites.rates.rate-${n}`,
    }))
    expect((await ask({ rates })).trouble).toContain('100个以上比率')
  })

  test('more rows than a table may have', async () => {
    const inspections = Array.from({ length: 10_001 }, (_, n) => ({
      ...inspectionRow,
      id: `a-${n}`,
    }))
    expect((await ask({ inspections })).trouble).toContain('超过10000行')
  })
})

test('a rate that differs from its counts is shown as printed, with a note', async () => {
  const overview = overviewOf([await ask(withRate({ numerator: 300 }))])
  expect(overview[0]?.inspection?.rates[0]).toMatchObject({ words: '99.7%', differs: true })
  expect(rateCells(overview)[1]).toContain('与分子、分母算出的不同')
})

describe('an empty package or a part of one is a failure, and the last good copy stays:', () => {
  test.each<[string, CityTables, string]>([
    ['no resource at all', {}, '没有一期检查'],
    ['tables without rows', { inspections: [], rates: [], register: [] }, '没有一期检查'],
    ['rates that are gone', { inspections: [inspectionRow], register: [registerRow] }, '“比率”表'],
    ['a register that is gone', { inspections: [inspectionRow], rates: [rateRow] }, '台账'],
  ])('%s', async (_what, tables, reason) => {
    const copies = folderOf({})
    const first = await ask({}, copies, '2025-07-01')
    const second = await fetched(cityPackage(tables), copies, '2025-08-01')
    expect(second.trouble).toContain(reason)
    expect(second).toMatchObject({ tables: first.tables, fetchedOn: '2025-07-01' })
    // The next fetch finds it too.
    const third = await fetched('none/datapackage.json', copies, '2025-09-01')
    expect(third).toMatchObject({ tables: first.tables, fetchedOn: '2025-07-01' })
  })

  test('a city without rates or a register is accepted', async () => {
    expect((await fetched(cityPackage({ inspections: [inspectionRow] }))).trouble).toBeNull()
  })
})

describe('of a city’s folder on this machine', () => {
  test('a link in place of a table is not followed', async () => {
    const file = cityPackage(goodCity)
    const table = join(dirname(file), 'all/plain/rates.csv')
    rmSync(table)
    symlinkSync('/dev/zero', table)
    expect((await fetched(file)).trouble).toBe('读不到 all/plain/rates.csv')
  })

  test('a table longer than declared is not read completely', async () => {
    const file = cityPackage(goodCity)
    writeFileSync(join(dirname(file), 'all/plain/rates.csv'), Buffer.alloc(5_000_000, 'x'))
    expect((await fetched(file)).trouble).toBe('all/plain/rates.csv 太大')
  })

  test('no folder of this machine is named in the published overview', async () => {
    const folder = folderOf({})
    expect((await fetched(join(folder, 'none/datapackage.json'))).trouble).not.toContain(folder)
  })
})

test.each([
  'http://user:secret@example.gov.cn/datapackage.json',
  'http://',
  'javascript:alert(1)',
  'ftp://a/b',
])('%s is not a link on the page', async (location) => {
  const { site, trouble } = await fetched(location)
  expect(site).toBeUndefined()
  expect(trouble).toContain('不是网址')
})
