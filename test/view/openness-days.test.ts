import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { everyOpennessDay } from '#model/openness-days.ts'
import { unitRecords } from '#model/unit-record.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { opennessDueView, opennessDutyLines, opennessDutyWords } from '#view/openness-days.ts'
import { deadlineBoardView } from '#view/pages/deadlines.ts'
import { unitView } from '#view/pages/units.ts'
import { pagesOf, routes } from '#view/routes.ts'
import { unitFacts } from '#view/sentences.ts'
import { unitPages } from '#view/unit-pages.ts'
import { anyOpenness, opennessCatalogues as catalogues } from '../support/any-openness.ts'
import { datasetWith } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

const ledger: UnitOpenness = {
  consultations: {
    'c-1': { title: '甲公告', kind: 'normative', opened: '2024-03-01', closes: '2024-03-31' },
    'c-2': { title: '乙公告', kind: 'normative', opened: '2024-05-20', closes: '2024-07-01' },
  },
}
const modelOf = (office: OfficeOpenness = {}, parts: Partial<Dataset> = {}) =>
  modelWith(
    datasetWith({
      openness: { '2024': { yi: ledger } },
      opennessOffice: { '2024': office },
      catalogues,
      ...parts,
    }),
  )
const states = (model: ReturnType<typeof modelOf>) =>
  opennessDutyLines(model, 'yi').lines.map(({ what, state }) => `${what}：${state.label}`)

describe('the days of a ledger among the duties of its unit', () => {
  test('are late only after the office has looked', () => {
    expect(states(modelOf())).toEqual([
      '反馈意见采纳情况：甲公告：期限已过，本站未收录',
      '反馈意见采纳情况：乙公告：未到期，还有52天',
    ])
    const looked = modelOf({ units: { yi: { looked_on: '2024-06-01' } } })
    expect(states(looked)[0]).toBe('反馈意见采纳情况：甲公告：2024年6月1日核查时未见，逾期34天')
    expect(opennessDutyWords(looked, 'yi')).toBe('政务公开台账：期限过后核查时未见1项')
    // The look came before the day.
    const early = modelOf({ units: { yi: { looked_on: '2024-04-20' } } })
    expect(states(early)[0]).toBe('反馈意见采纳情况：甲公告：期限已过，本站未收录')
  })

  test('keep what the unit says of them, also after a look that came too early, in row and summary', () => {
    const [first] = Object.values(ledger.consultations ?? {})
    if (first === undefined) throw new Error('no consultation')
    const yi = { consultations: { 'c-1': { ...first, feedback: 'not-yet' as const } } }
    for (const office of [{}, { units: { yi: { looked_on: '2024-04-20' } } }]) {
      const model = modelOf(office, { openness: { '2024': { yi } } })
      const { lines } = opennessDutyLines(model, 'yi')
      expect(lines.map(({ state, listed }) => [state.label, listed])).toEqual([
        ['期限已过，单位说明尚未完成', 'not-yet'],
      ])
      expect(opennessDutyWords(model, 'yi')).toBe('政务公开台账：期限已过、单位说明尚未完成1项')
      expect(opennessDueView(model)?.lead).toContain('期限已过，单位说明尚未完成的1项')
      expect(opennessDueView(model)?.lead).not.toContain('本站未收录')
    }
  })

  test('are gone once the feedback is published', () => {
    const feedback = { published: '2024-05-01' }
    const [first] = Object.values(ledger.consultations ?? {})
    if (first === undefined) throw new Error('no consultation')
    const yi = { consultations: { 'c-1': { ...first, feedback } } }
    expect(states(modelOf({}, { openness: { '2024': { yi } } }))).toEqual([])
  })

  test('give a unit without any other duty a calendar, and a site without deadlines a page of them', () => {
    const model = modelOf()
    const record = unitRecords(model.dataset, model.index, model.asOf).find(({ id }) => id === 'yi')
    const [page] = record === undefined ? [] : unitPages(record)
    if (record === undefined || page === undefined) throw new Error('no unit')
    const view = unitView(model, { record, page })
    expect(view.hasCalendar).toBe(true)
    expect(view.duties.map(({ what }) => what)).toEqual([
      '反馈意见采纳情况：甲公告',
      '反馈意见采纳情况：乙公告',
    ])
    expect(view.summary?.find(({ label }) => label === '期限')?.value).toContain(
      '政务公开台账：期限已过、本站未收录1项',
    )
    expect(pagesOf(model, routes.deadlineBoard)).toHaveLength(1)
    expect(deadlineBoardView(model).isDated).toBe(true)
    expect(pagesOf(modelOf({}, { openness: {} }), routes.deadlineBoard)).toEqual([])
  })
})

describe('the summary of a unit', () => {
  const consultation = (closes: string, parts: object) => ({
    title: `${closes}的公告`,
    kind: 'normative' as const,
    opened: '2024-03-01',
    closes,
    ...parts,
  })
  const modelWithDays = (closes: readonly string[], parts: object = {}) =>
    modelOf(
      {},
      {
        openness: {
          '2024': {
            yi: {
              consultations: Object.fromEntries(
                closes.map((day, n) => [`c-${n}`, consultation(day, parts)]),
              ),
            },
          },
        },
      },
    )
  const termsOf = (model: ReturnType<typeof modelOf>): string => {
    const record = unitRecords(model.dataset, model.index, model.asOf).find(({ id }) => id === 'yi')
    if (record === undefined) throw new Error('no unit')
    return unitFacts(model, record).find(({ label }) => label === '期限')?.value ?? ''
  }
  const passed = ['2024-03-31', '2024-04-01', '2024-04-02', '2024-04-03', '2024-04-04']
  const ahead = ['2024-06-01', '2024-06-02', '2024-06-03', '2024-06-04', '2024-06-05', '2024-06-06']

  test('counts each duty of a ledger that is ahead, however many there are or have passed', () => {
    fc.assert(
      fc.property(fc.subarray(passed), fc.subarray(ahead), (before, after) => {
        const words = termsOf(modelWithDays([...before, ...after]))
        const stated = words.match(/应于/g)?.length ?? 0
        const others = Number(/另有(\d+)项/.exec(words)?.[1] ?? 0)
        expect(stated + others).toBe(after.length)
        expect(stated).toBe(Math.min(2, after.length))
      }),
    )
  })

  test('has no count of days that a browser would have to update', () => {
    const model = modelWithDays(['2024-06-01'], { feedback: 'not-yet' })
    expect(termsOf({ ...model, pinned: false })).toBe(
      '应于2024年7月1日前反馈意见采纳情况：2024-06-01的公告：本站未收录',
    )
    expect(termsOf(model)).toMatch(/未到期，还有24天$/)
  })
})

test('the page of deadlines has a row for each consultation, and one for the reports of one day', () => {
  const annual = { annual_reports: { departments: ['department'] } }
  const openness = { '2023': { yi: {}, bing: {} }, '2024': { yi: ledger } }
  const model = modelOf({}, { openness, opennessOffice: { '2023': annual } })
  const rows = opennessDueView(model)?.rows.map(({ what, who, last }) => [
    what.label,
    who.map(({ label }) => label).join('、'),
    last,
  ])
  expect(rows).toEqual([
    ['反馈意见采纳情况：甲公告', '市乙局', '2024年4月28日'],
    ['公布2023年政府信息公开工作年度报告', '市乙局、市丙局', '2024年1月31日'],
    ['征求意见截止：乙公告', '市乙局', '2024年7月1日'],
    ['反馈意见采纳情况：乙公告', '市乙局', '2024年7月29日'],
  ])
})

test('documents for the gazette have a day only where the catalogue has one', () => {
  const policy = {
    title: '办法',
    kind: 'normative',
    disclosure: 'proactive',
    published: '2024-05-10',
  } as const
  const openness = { '2024': { yi: { policies: { p: policy } } } }
  const office = { gazette: { from: ['department'] } }
  expect(states(modelOf(office, { openness }))).toEqual([])
  const [days] = Object.values(catalogues)
  if (days === undefined) throw new Error('no catalogue')
  const gazette = {
    name: '报送公报',
    area: 'openness',
    kind: 'ordinary' as const,
    thresholds: { 报送公报: { value: 20, unit: '天' } },
    verified: false,
  }
  const withDays = {
    days: { ...days, indicators: { ...days.indicators, 'gazette-days': gazette } },
  }
  expect(states(modelOf(office, { openness, catalogues: withDays }))).toEqual([
    '报送政府公报：办法：期限已过，本站未收录',
  ])
  const looked = { ...office, units: { yi: { looked_on: '2024-05-20' } } }
  expect(states(modelOf(looked, { openness, catalogues: withDays }))).toEqual([
    '报送政府公报：办法：期限已过，本站未收录',
  ])
})

test('any ledger: no day is called late before the office has looked after it', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const model = modelWith(dataset)
      const looks = dataset.opennessOffice['2023']?.units ?? {}
      for (const { unit, day, found } of everyOpennessDay(model))
        if (found === 'overdue') expect(day < (looks[unit]?.looked_on ?? '')).toBe(true)
      const unseen = modelWith({ ...dataset, opennessOffice: {} })
      expect(JSON.stringify(opennessDueView(unseen)?.rows ?? [])).not.toContain('未见')
    }),
  )
})
