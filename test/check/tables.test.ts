import { describe, expect, test } from 'vitest'
import type { Check } from '#check/check.ts'
import { tableAndFigures } from '#check/tables/table-and-figures.ts'
import { tableOrder } from '#check/tables/table-order.ts'
import { tableRates } from '#check/tables/table-rates.ts'
import { tableTotals } from '#check/tables/table-totals.ts'
import type { Group } from '#schema/group.ts'
import { inspectionWith } from '../support/dataset.ts'
import { problemsOf } from './found.ts'

type Rows = (string | number)[][]
const rules: readonly Check[] = [tableTotals, tableRates, tableOrder, tableAndFigures]

/** The findings of the rules for tables in one table: the code and the place in the table. */
function found(columns: string[], rows: Rows, title = '统计表', media: Group = {}): string[] {
  const inspections = [
    inspectionWith({ areas: { media }, appendices: { t: { title, columns, rows } } }),
  ]
  return rules
    .flatMap((rule) => problemsOf(rule, { inspections }))
    .map(({ code, place }) => `${code} ${'path' in place ? place.path.slice(2).join('.') : ''}`)
}

/** The table with another value in one of its cells. */
const typed = (rows: Rows, row: number, cell: number, by: string | number): Rows =>
  rows.map((cells, n) => (n === row ? cells.map((one, c) => (c === cell ? by : one)) : cells))

/** Correct tables as offices print them. */
const right = {
  检查统计: {
    columns: ['序号', '地区', '运行总数', '检查数（个）', '不合格数', '合格率', '排名'],
    rows: [
      [1, '甲县', 60, 60, 0, '100%', 1],
      [2, '乙县', 50, 50, 1, '98%', 2],
      [3, '丙县', 40, 40, 1, '97.5%', 3],
      [4, '丁县', 50, 50, 3, '94%', 4],
      ['—', '合计', 200, 200, 5, '97.5%', '—'],
    ],
  },
  两段小计: {
    columns: ['单位', '留言数', '答复数', '答复率'],
    rows: [
      ['甲局', 30, 30, '100%'],
      ['乙局', 12, 11, '91.67%'],
      ['丙局', 0, 0, '—'],
      ['丁局', 7, 6, '85.70%'],
      ['小计', 49, 47, '95.92%'],
      ['戊县', 10, 10, '100%'],
      ['己县', 1, 1, '100%'],
      ['小计', 11, 11, '100%'],
      ['总计', 60, 58, '96.67%'],
    ],
  },
  合计在前: {
    columns: ['地区', '账号总数', '微信', '微博', '其他'],
    rows: [
      ['合 计', 63, 40, 20, 3],
      ['甲县', 30, 20, 10, '—'],
      ['乙县', 18, 11, 6, 1],
      ['丙县', 15, 9, 4, 2],
    ],
  },
  两个排名: {
    columns: ['排名', '单位', '采用条数', '采用得分', '上级采用条数', '上级采用得分', '总得分'],
    rows: [
      [1, '甲局', 35, 175, 3, 30, 205],
      [2, '乙局', 36, 180, 0, 0, 180],
      [2, '丙局', 34, 170, 1, 10, 180],
      [4, '丁局', 25, 125, 1, 10, 135],
      [1, '戊镇', 30, 150, 1, 10, 160],
      [2, '己镇', 20, 100, 2, 20, 120],
    ],
  },
  扣分: {
    columns: ['单位', '基础分', '加分', '扣分', '总分', '名次'],
    rows: [
      ['甲县', 92, 3, 1, 94, 1],
      ['乙县', 90, 4, 2, 92, 2],
      ['丙县', 88, 4, 0.5, 91.5, 3],
      ['平均', 90, 3.67, 1.17, 92.5, '—'],
    ],
  },
  百分号在列名: {
    columns: ['单位', '诉求（件）', '满意（件）', '满意率（%）'],
    rows: [
      ['甲局', 40, 38, 95],
      ['乙局', 30, 28, 93.3],
      ['丙局', 8, 7, 87.5],
      ['丁局', 9, 9, 100],
    ],
  },
  清单不是统计: {
    columns: ['序号', '单位', '账号', '最后更新'],
    rows: [
      [1, '甲局', '甲号', '2024-03-01'],
      [1, '甲局', '乙号', '2024-03-02'],
      [2, '乙局', '丙号', '超过14天'],
    ],
  },
} as const

describe('a correct table', () => {
  test.each(Object.entries(right))('%s: no problem', (_, { columns, rows }) => {
    expect(
      found(
        [...columns],
        rows.map((row) => [...row]),
      ),
    ).toEqual([])
  })
})

describe('one wrong cell', () => {
  test.each<[keyof typeof right, number, number, string | number, string[]]>([
    ['检查统计', 4, 3, 210, ['table-total-differs rows.4.3', 'table-count-exceeds rows.4.3']],
    ['检查统计', 1, 5, '89%', ['table-rate-differs rows.1.5', 'table-rank-order rows.2.5']],
    ['检查统计', 3, 0, 5, ['table-number-order rows.3.0']],
    ['检查统计', 2, 6, 4, ['table-rank-order rows.3.5']],
    ['两段小计', 3, 1, 17, ['table-total-differs rows.4.1', 'table-rate-differs rows.3.3']],
    ['两段小计', 7, 2, 1, ['table-total-differs rows.7.2', 'table-rate-differs rows.7.3']],
    ['两段小计', 8, 1, 80, ['table-total-differs rows.8.1', 'table-rate-differs rows.8.3']],
    ['合计在前', 0, 2, 41, ['table-total-differs rows.0.2']],
    ['合计在前', 2, 1, 81, ['table-total-differs rows.0.1', 'table-sum-differs rows.2.1']],
    ['两个排名', 3, 6, 153, ['table-sum-differs rows.3.6']],
    ['两个排名', 3, 0, 2, ['table-rank-order rows.3.6']],
    ['扣分', 1, 4, 29, ['table-sum-differs rows.1.4', 'table-rank-order rows.2.4']],
    ['百分号在列名', 1, 3, 39.3, ['table-rate-differs rows.1.3']],
    ['清单不是统计', 2, 0, 5, ['table-number-order rows.2.0']],
  ])('%s, row %i, cell %i: %s', (name, row, cell, by, problems) => {
    const { columns, rows } = right[name]
    const all = typed(
      rows.map((cells) => [...cells]),
      row,
      cell,
      by,
    )
    expect(found([...columns], all)).toEqual(problems)
  })
})

describe('a table beside the figures of its area', () => {
  const { columns, rows } = right.检查统计
  const of = (media: Group, title = '政务新媒体检查情况'): string[] =>
    found(
      [...columns],
      rows.map((row) => [...row]),
      title,
      media,
    )

  test('agrees', () => {
    expect(of({ tally: { running: 200, checked: 200, failed: 5 } })).toEqual([])
  })

  test('differs', () => {
    expect(of({ tally: { running: 200, checked: 200, failed: 6 } })).toEqual([
      'table-differs rows.4.4',
    ])
  })

  test('may be of a part that the document names', () => {
    const splits = {
      tier: {
        of: 'checked' as const,
        parts: {
          县级: { tally: { checked: 200, failed: 5 } },
          市级: { tally: { checked: 40, failed: 1 } },
        },
      },
    }
    expect(of({ tally: { checked: 240, failed: 6 }, splits })).toEqual([])
  })

  test('is not compared with an approximate count', () => {
    expect(of({ tally: { checked: { value: 210, approximate: true } } })).toEqual([])
  })

  test('may give the total together with another table', () => {
    const table = (value: number) => ({
      title: '不合格情况',
      columns: ['单位', '不合格数'],
      rows: [
        ['甲局', value],
        ['乙局', 1],
      ],
    })
    const codesFor = (failed: number): string[] =>
      problemsOf(tableAndFigures, {
        inspections: [
          inspectionWith({
            areas: { media: { tally: { failed } } },
            appendices: { one: table(2), two: table(0) },
          }),
        ],
      }).map(({ code }) => code)
    expect(codesFor(4)).toEqual([])
    expect(codesFor(3)).toEqual([])
    expect(codesFor(2)).toEqual(['table-differs'])
  })

  const list = (title: string, failed: number): string[] =>
    found(
      ['序号', '账号'],
      [
        [1, '甲号'],
        [2, '乙号'],
        [2, '乙号'],
      ],
      title,
      { tally: { failed } },
    )

  test.each<[string, number, string[]]>([
    ['不合格政务新媒体名单', 2, []],
    ['不合格政务新媒体名单', 3, ['table-list-differs title']],
    // A unit may have several accounts.
    ['不合格政务新媒体单位名单', 3, []],
    ['存在问题的政务新媒体名单', 3, []],
  ])('%s with %i failed', (title, failed, problems) => {
    expect(list(title, failed)).toEqual(problems)
  })
})
