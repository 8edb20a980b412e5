import { describe, expect, test } from 'vitest'
import { typedNames } from '#check/references/typed-names.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const units = {
  caizheng: { name: '市财政局', tier: 'department' },
  jiaoyu: { name: '市教育局', tier: 'department' },
  shuju: { name: '市数据局', tier: 'department', earlier_names: ['市政务服务局'] },
  donghe: { name: '东河县', tier: 'county' },
  'donghe-jiaoyu': { name: '东河县教育局', tier: 'county' },
}

describe('a cell of a table', () => {
  const cell = (column: string, name: string) => ({
    units,
    inspections: [
      inspectionWith({
        appendices: { list: { title: '名单', columns: [column], rows: [[name]] } },
      }),
    ],
  })

  test.each([
    ['责任单位', '财政局', '市财政局'],
    ['所属地区或部门', '示例市财政局', '市财政局'],
  ])('under %s, %s is almost %s', (column, name, near) => {
    expect(problemsOf(typedNames, cell(column, name))).toMatchObject([
      {
        code: 'name-almost-known',
        level: 'warning',
        args: { name, near, id: 'caizheng' },
      },
    ])
  })

  test.each([
    ['责任单位', '市财政局'],
    ['责任单位', '市政务服务局'],
    ['责任单位', '西山县财政局'],
    ['责任单位', '西山县'],
    ['责任单位', '教育局'],
    ['新媒体名称', '财政局'],
  ])('under %s, %s is not', (column, name) => {
    expect(found(typedNames, cell(column, name))).toEqual([])
  })
})

describe('the title of a report', () => {
  const titled = (title: string, unit: string) => ({
    units,
    selfInspections: { '2024-q2': { [unit]: { title, published: '2024-06-01' } } },
  })

  test('names another unit than the file', () => {
    expect(found(typedNames, titled('市教育局2024年第二季度自查', 'caizheng'))).toEqual([
      'warning report-title-other-unit data/self-inspections/2024-q2/caizheng.yaml title',
    ])
  })

  test('names another unit by its earlier name', () => {
    expect(found(typedNames, titled('市政务服务局2024年第二季度自查', 'caizheng'))).toEqual([
      'warning report-title-other-unit data/self-inspections/2024-q2/caizheng.yaml title',
    ])
  })

  test.each([
    ['市财政局2024年第二季度自查', 'caizheng'],
    ['示例市财政局2024年第二季度自查', 'caizheng'],
    ['财政局2024年第二季度自查', 'caizheng'],
    ['市政务服务局2024年第二季度自查', 'shuju'],
    ['2024年第二季度自查整改情况', 'caizheng'],
    ['东河县教育局2024年第二季度自查', 'donghe'],
    ['东河县教育局2024年第二季度自查', 'donghe-jiaoyu'],
  ])('%s in the file of %s', (title, unit) => {
    expect(found(typedNames, titled(title, unit))).toEqual([])
  })
})

describe('a table that a duty refers to', () => {
  const listed = (who: unknown, row: readonly unknown[]) => ({
    units,
    inspections: [
      inspectionWith({
        appendices: { list: { title: '名单', columns: ['序号', '单位'], rows: [row] } },
        deadlines: { report: { what: 'rectification-report', title: '书面报送', who } },
      } as never),
    ],
  })

  test('reports a typed unit, since the duty does not reach it', () => {
    expect(problemsOf(typedNames, listed({ appendix: 'list' }, [1, '市财政局']))).toMatchObject([
      {
        code: 'duty-unit-typed',
        level: 'warning',
        args: { name: '市财政局', id: 'caizheng', title: '书面报送' },
      },
    ])
  })

  test.each([
    ['a unit that is referred to', { appendix: 'list' }, [1, { of: 'units.caizheng' }]],
    ['an account of that name', { appendix: 'list' }, ['市财政局', { of: 'units.caizheng' }]],
    ['a unit that is not in the register', { appendix: 'list' }, [1, '市审计局']],
    ['a duty of others', ['jiaoyu'], [1, '市财政局']],
  ])('does not report %s', (_what, who, row) => {
    expect(found(typedNames, listed(who, row))).toEqual([])
  })
})
