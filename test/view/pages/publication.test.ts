import { expect, test } from 'vitest'
import { publicationYears, publicationView, reportPeriodListView } from '#view/pages/publication.ts'
import { lateReports } from '#view/tables/self-inspections.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const ordered = (id: string, label: string, due: string) => ({
  ...order,
  due,
  period: { id, label, start: '2024-01-01', end: '2024-03-31' },
})
const model = modelWith(
  datasetWith({
    inspections: [
      inspectionWith({
        deadlines: {
          first: ordered('2024-q1', '2024年第一季度', '2024-03-06'),
          second: ordered('2024-q2', '2024年第二季度', '2024-06-06'),
        },
      }),
    ],
    registers: { '2024-q1': { looked_on: '2024-03-11' } },
    selfInspections: {
      '2024-q1': {
        jia: { title: '甲县自查整改情况', published: '2024-03-08' },
        bing: { title: '市丙局自查整改情况', published: '2024-03-05' },
      },
    },
  }),
)

test('the list of periods counts units by state, and drops states that no period has', () => {
  const { columns, rows, years } = reportPeriodListView(model)
  expect(columns.map(({ label }) => label)).toEqual([
    '期',
    '期限',
    '台账里的单位',
    '按期公开',
    '晚于期限公开',
    '本站未收录',
    '经核查未公开',
  ])
  expect(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.label))),
  ).toEqual([
    ['2024年第二季度', '2024年6月6日前', '3', '0', '0', '3', '0'],
    ['2024年第一季度', '2024年3月6日前', '3', '1', '1', '0', '1'],
  ])
  expect(years).toEqual([
    {
      label: '2024年晚于期限和未收录的自查公开',
      href: '/publication/2024.html',
      note: '5份次',
    },
  ])
})

test('a year links the registers of all its periods, and names those without a table', () => {
  const all = datasetWith({
    inspections: [
      inspectionWith({
        deadlines: {
          first: ordered('2024-q1', '2024年第一季度', '2024-03-06'),
          year: { ...ordered('2024', '2024年度', '2024-03-06'), who: ['jia'] },
        },
      }),
    ],
    registers: { '2024-q1': { looked_on: '2024-03-11' } },
    selfInspections: { '2024': { jia: { title: '甲县年度自查', published: '2024-03-05' } } },
  })
  const withYear = modelWith(all)
  const [of] = publicationYears(withYear)
  if (of === undefined) throw new Error('no year')
  const { lead, registers, without, periods } = publicationView(withYear, { of })
  expect(lead).toMatch(/^2024年2期自查整改/)
  expect(registers.map(({ href }) => href)).toEqual([
    '/self-inspections/2024.html',
    '/self-inspections/2024-q1.html',
  ])
  expect(periods).toHaveLength(1)
  expect(without).toBe('2024年度没有晚于期限、经核查未公开和期限已过未收录的单位，下面不列。')
})

test('the list of a year says who, and its file has the same rows', () => {
  const [of] = publicationYears(model)
  if (of === undefined) throw new Error('no year')
  const { lead, periods } = publicationView(model, { of })
  expect(lead).toBe(
    '2024年2期自查整改，应公开6份次，其中经核查未公开1份次，晚于期限公开1份次，期限已过、本站未收录3份次。',
  )
  const shown = periods.flatMap(({ rows }) =>
    rows.map(({ unit, state }) => `${unit.label} ${state.label}`),
  )
  expect(shown).toEqual([
    '甲县 期限已过，本站未收录',
    '市乙局 期限已过，本站未收录',
    '市丙局 期限已过，本站未收录',
    '甲县 晚于期限公开（晚2天）',
    '市乙局 经核查未公开（2024年3月11日核查时未见，逾期5天）',
  ])
  const inFile = lateReports
    .placed(model)
    .flatMap(({ rows }) => rows())
    .map((row) => `${String(row['unit_name'])} ${String(row['state_name'])}`)
  expect(inFile.toSorted()).toEqual(shown.toSorted())
})
