import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type DataPackage, dataPackageFaults } from './data-package.ts'

const csv = '编号,日期,单位\r\n1,2024-03-15,jia\r\n2,未写明,yi\r\n'
const units = '单位\r\njia\r\nyi\r\n'

/** A package of two tables, the first with these cells. */
function packageOf(table: string) {
  const files = new Map([
    ['issues.csv', Buffer.from(table)],
    ['units.csv', Buffer.from(units)],
  ])
  const resource = (name: string, schema: DataPackage['resources'][number]['schema']) => {
    const bytes = files.get(`${name}.csv`) ?? Buffer.of()
    const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    const profile = 'tabular-data-resource'
    return { profile, name, path: `${name}.csv`, bytes: bytes.length, hash, schema }
  }
  const descriptor: DataPackage = {
    profile: 'tabular-data-package',
    resources: [
      resource('issues', {
        fields: [
          { name: '编号', type: 'integer', constraints: { required: true } },
          { name: '日期', type: 'date' },
          { name: '单位', type: 'string', constraints: { required: true } },
        ],
        missingValues: ['未写明'],
        primaryKey: ['编号'],
        foreignKeys: [{ fields: '单位', reference: { resource: 'units', fields: '单位' } }],
      }),
      resource('units', { fields: [{ name: '单位', type: 'string' }], primaryKey: ['单位'] }),
    ],
  }
  return { descriptor, bytesOf: (path: string) => files.get(path) ?? Buffer.of() }
}

test('a package that matches its descriptor has no fault', async () => {
  const { descriptor, bytesOf } = packageOf(csv)
  expect(await dataPackageFaults(descriptor, bytesOf)).toEqual([])
})

test.each([
  ['a number that is none', csv.replace('1,', '一,'), 'issues: 编号 is "一"'],
  ['a day that is none', csv.replace('03-15', '13-15'), 'issues: 日期 is "2024-13-15"'],
  ['a required value without one', csv.replace('2,', '未写明,'), 'issues: 编号 is "未写明"'],
  ['a key twice', csv.replace('2,', '1,'), 'issues: two rows have one key'],
  [
    'a relation to nothing',
    csv.replace('jia', 'bing'),
    'issues: 单位 refers to "bing", which is not in units',
  ],
  ['a mark before the first name', `\uFEFF${csv}`, 'issues: the head is \uFEFF编号,日期,单位'],
])('%s is found', async (_name, table, fault) => {
  const { descriptor, bytesOf } = packageOf(table)
  expect(await dataPackageFaults(descriptor, bytesOf)).toContain(fault)
})

test('another size and another hash than those of the file are found', async () => {
  const { descriptor } = packageOf(csv)
  const { bytesOf } = packageOf(`${csv}3,2024-03-16,jia\r\n`)
  expect(await dataPackageFaults(descriptor, bytesOf)).toEqual([
    expect.stringMatching(/^issues: \d+ bytes, not \d+$/),
    'issues: another hash',
  ])
})
