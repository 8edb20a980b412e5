import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitRecords } from '#model/unit-record.ts'
import { deadlineTitle } from '#view/deadline-lines.ts'
import { dueItems } from '#view/due-list.ts'
import { followedView } from '#view/followed-unit.ts'
import { unitView } from '#view/pages/units.ts'
import { unitPages } from '#view/unit-pages.ts'
import { anyDataset } from '../support/any-dataset.ts'
import { opennessCatalogues as ledgerCatalogues } from '../support/any-openness.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

/** What the first page of each unit and the home page say of its duties. */
function shownOf(model: ReturnType<typeof modelWith>) {
  return unitRecords(model.dataset, model.index, model.asOf).flatMap((record) => {
    const [page] = unitPages(record)
    if (page === undefined) return []
    const { duties, summary = [] } = unitView(model, { record, page })
    return [
      {
        unit: record.id,
        page: duties.map(({ what, state }) => `${what}：${state.label}`),
        summary: summary.find(({ label }) => label === '期限')?.value ?? '',
        home: followedView(model, record).duties.map(({ link }) => link.label),
      },
    ]
  })
}

test('a day that has passed unseen is on the page of the unit, in its summary and on the home page', () => {
  const period = (id: string, label: string) => ({
    id,
    label,
    start: '2024-01-01',
    end: '2024-03-31',
  })
  const model = modelWith(
    datasetWith({
      inspections: [
        inspectionWith({
          id: '2023-q4',
          deadlines: {
            order: {
              ...order,
              who: ['jia'],
              period: period('2024-q1', '第一季度'),
              due: '2024-03-06',
            },
          },
        }),
        inspectionWith({ deadlines: { order: { ...order, who: ['jia'], due: '2024-06-06' } } }),
        inspectionWith({
          id: '2024-q2',
          deadlines: {
            order: {
              ...order,
              who: ['jia'],
              period: period('2024-q3', '第三季度'),
              due: '2024-09-06',
            },
          },
        }),
      ],
      registers: { '2024-q1': { looked_on: '2024-03-11' } },
    }),
  )
  const [jia] = shownOf(model)
  expect(jia).toEqual({
    unit: 'jia',
    page: [
      '公开自查整改情况（第一季度）：经核查未公开（2024年3月11日核查时未见，逾期5天）',
      '公开自查整改情况（2024年第二季度）：期限已过，本站未收录',
      '公开自查整改情况（第三季度）：未到期，还有91天',
    ],
    summary:
      '经核查未公开：第一季度的自查整改；期限已过，本站未收录：公开自查整改情况（2024年第二季度）；' +
      '应于2024年9月6日前公开自查整改情况（第三季度）：未到期，还有91天',
    home: [
      '公开自查整改情况（第一季度）',
      '公开自查整改情况（2024年第二季度）',
      '公开自查整改情况（第三季度）',
    ],
  })
})

test('what is ahead comes by its day, days of ledgers among it; what has no day comes last', () => {
  const model = modelWith(
    datasetWith({
      inspections: [
        inspectionWith({
          deadlines: {
            standing: { what: 'other', title: '处理失效链接', who: ['yi'] },
            order: { ...order, who: ['yi'], due: '2024-08-06' },
          },
        }),
      ],
      openness: {
        '2024': {
          yi: {
            consultations: {
              'c-1': {
                title: '公告',
                kind: 'normative',
                opened: '2024-05-20',
                closes: '2024-07-01',
              },
            },
          },
        },
      },
      opennessOffice: { '2024': { annual_reports: { departments: ['department'] } } },
      catalogues: ledgerCatalogues,
    }),
  )
  const yi = shownOf(model).find(({ unit }) => unit === 'yi')
  expect(yi?.page.map((line) => line.replace(/：(未到期|长期).*$/, ''))).toEqual([
    '反馈意见采纳情况：公告',
    '公开自查整改情况（2024年第二季度）',
    '公布2024年政府信息公开工作年度报告',
    '处理失效链接',
  ])
  expect(yi?.summary).toMatch(
    /^应于2024年7月29日前反馈意见采纳情况：公告.*；应于2024年8月6日前公开自查整改情况/,
  )
})

test('whatever the list of deadlines names for a unit is on its page, in its summary and on the home page', () => {
  fc.assert(
    fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
      const model = modelWith(dataset, asOf)
      const shown = new Map(shownOf(model).map((one) => [one.unit, one]))
      const items = dueItems(model)
      for (const { record, state, units } of items)
        for (const { id } of units) {
          const own = shown.get(id)
          const title = deadlineTitle(record)
          const late = own?.page.filter((line) => line.startsWith(`${title}：经核查未公开`)) ?? []
          expect(own?.page.filter((line) => line.startsWith(title))).not.toEqual([])
          // Duties of one period may share their title.
          const looked = items.filter(
            (item) =>
              deadlineTitle(item.record) === title &&
              item.units.some((unit) => unit.id === id && unit.overdue !== null),
          )
          expect(late).toHaveLength(looked.length)
          expect(own?.home).toContain(title)
          expect(own?.summary).toContain(
            state === 'overdue' ? `${record.deadline.period?.label ?? ''}` : title,
          )
        }
    }),
  )
})
