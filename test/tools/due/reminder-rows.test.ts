import { load } from 'cheerio'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DueItem, dueList } from '#model/due-list.ts'
import type { Model } from '#model/model.ts'
import { type OpennessDay, opennessDaysWithin } from '#model/openness-days.ts'
import { dueSheet } from '#tools/due/due-sheet.ts'
import { remindersIn } from '#tools/due/reminder-rows.ts'
import { remindersCsv, remindersJson, remindersText } from '#tools/due/reminders.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { dueItems } from '#view/due-list.ts'
import { listedOpennessDays } from '#view/openness-days.ts'
import { anyDataset } from '../../support/any-dataset.ts'
import { anyDayOfSpring } from '../../support/any.ts'
import { anyOpenness, withGazetteDays } from '../../support/any-openness.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const consultation = (title: string, opened: string, closes: string) =>
  ({ title, kind: 'normative', opened, closes }) as const
const ledger: UnitOpenness = {
  policies: {
    'p-1': { title: '办法', kind: 'normative', disclosure: 'proactive', published: '2024-05-25' },
  },
  consultations: {
    'c-1': consultation('甲公告', '2024-03-01', '2024-03-31'),
    'c-2': { ...consultation('丙公告', '2024-03-01', '2024-04-03'), feedback: 'not-yet' },
    'c-3': consultation('乙公告', '2024-05-20', '2024-06-12'),
  },
}
const catalogues = withGazetteDays({ value: 20, unit: '天' })

/** Ledgers of two units on 7 June 2024, before or after a look. */
const modelOf = (office: OfficeOpenness = {}): Model =>
  modelWith(
    datasetWith({
      openness: { '2023': { yi: {}, bing: {} }, '2024': { yi: ledger } },
      opennessOffice: {
        '2023': { annual_reports: { departments: ['department'] } },
        '2024': { gazette: { from: ['department'] }, ...office },
      },
      catalogues,
    }),
  )
const span = { within: 14, past: 365 }
const request = { asOf: '2024-06-07', ...span }

describe('the days of ledgers in reminders', () => {
  test('are the duties of a unit with their source; annual reports of one day are one reminder', () => {
    expect(remindersText(remindersIn(modelOf(), span), request))
      .toBe(`【期限提醒】截至2024年6月7日，14天内到期和365天内已过期限、本站还没有收录到完成情况的事项共4项，征求意见截止1项。

1. 公布2023年政府信息公开工作年度报告
期限：2024年1月31日前（已过128天）
责任单位：市乙局、市丙局
依据：2023年政务公开台账

2. 反馈意见采纳情况：甲公告
期限：2024年4月28日前（已过40天）
责任单位：市乙局（期限已过，本站未收录）
依据：2024年政务公开台账

3. 反馈意见采纳情况：丙公告
期限：2024年5月6日前（已过32天）
责任单位：市乙局（期限已过，单位说明尚未完成）
依据：2024年政务公开台账

4. 征求意见截止：乙公告
期限：2024年6月12日截止（还有5天）
征求意见的单位：市乙局
依据：2024年政务公开台账

5. 报送政府公报：办法
期限：2024年6月14日前（还有7天）
责任单位：市乙局
依据：2024年政务公开台账

征求意见截止是给公众的日期，不是单位的期限。本站未收录不等于没有完成；已经完成的请忽略。
`)
  })

  test('are late only where the office has looked after the day, up to the day of the look', () => {
    const looked = modelOf({ units: { yi: { looked_on: '2024-05-01' } } })
    const text = remindersText(remindersIn(looked, span), request)
    expect(text).toContain('办公室在期限之后核查过的：市乙局（2024年5月1日核查时未见，逾期3天）')
    expect(text.match(/核查时未见/g)).toHaveLength(1)
    expect(text).toContain('市乙局（期限已过，单位说明尚未完成）')
  })

  test('are read by programs like other deadlines, and name their record', () => {
    const reminders = remindersIn(modelOf(), { within: 14, past: 0, unit: 'yi' })
    expect(JSON.parse(remindersJson(reminders, request))).toMatchObject({
      deadlines: [
        {
          inspection: null,
          deadline: null,
          id: 'openness.2024.yi.c-3.closes.2024-06-12',
          ledger: { year: '2024', what: 'closes', record: 'c-3' },
          last_day: '2024-06-12',
          days: 5,
          units: [{ id: 'yi', name: '市乙局', state: '还有5天', overdue: false }],
        },
        {
          id: 'openness.2024.yi.p-1.gazette.2024-06-14',
          ledger: { what: 'gazette', record: 'p-1' },
          last_day: '2024-06-14',
        },
      ],
    })
    expect(remindersCsv(reminders)).toContain(
      '2024-06-14,7,报送政府公报：办法,yi,市乙局,,,2024年6月14日前,还有7天,2024年政务公开台账\r\n',
    )
  })

  test('of another unit are left out', () => {
    const reminders = remindersIn(modelOf(), { ...span, unit: 'bing' })
    expect(reminders.map(({ what }) => what)).toEqual(['公布2023年政府信息公开工作年度报告'])
    expect(reminders[0]?.units.map(({ id }) => id)).toEqual(['bing'])
  })
})

/** The cells of the sheet by the name of the unit. */
function rowsOf(model: Model, filter: typeof span): ReadonlyMap<string, readonly string[]> {
  const items = dueList(model.dataset, model.index, model.asOf, filter)
  const $ = load(dueSheet(model, items, opennessDaysWithin(model, filter)))
  return new Map(
    $('tr')
      .toArray()
      .map((row) => {
        const [name = '', ...cells] = $(row)
          .find('th, td')
          .toArray()
          .map((cell) => $(cell).text())
        return [name, cells]
      }),
  )
}

test('the sheet for paper has one column for what is ahead of all ledgers, and counts what has passed', () => {
  const looked = modelOf({ units: { yi: { looked_on: '2024-05-01' } } })
  expect([...rowsOf(looked, { within: 31, past: 365 })]).toEqual([
    ['单位', ['政务公开台账最近的一项', '期限已过']],
    ['市乙局', ['公报还有7天', '台账：核查时未见1项，单位说明尚未完成1项，本站未收录1项']],
    ['市丙局', ['—', '台账：本站未收录1项']],
  ])
  expect(rowsOf(modelOf(), { within: 60, past: 365 }).get('市乙局')?.[0]).toBe('公报还有7天，共2项')
})

test('the sheet for paper names no command to those who read it', () => {
  const model = modelOf()
  const html = dueSheet(model, [], opennessDaysWithin(model, span))
  expect(html).toContain('政务公开台账的事项只写最近的一项和件数')
  expect(html).not.toContain('npm')
})

/** What a list says of a day of a ledger: whose, when, what, and the state. */
const keyOf = ({ unit, day, what, record }: OpennessDay, state: string): string =>
  `${unit} ${day} ${record?.id ?? ''}.${what} ${state}`

test('any ledger: each day that the page of deadlines names is in the reminders with the same state, and no other', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const model = modelWith(dataset)
      const far = { within: 9999, past: 365 }
      const listed = listedOpennessDays(model)
      const reminders = remindersIn(model, far).filter(({ ledger }) => ledger !== null)
      const reminded = reminders.flatMap(({ last, days, ledger, units }) =>
        units.map(({ id, state, overdue }) => {
          const isOpen = state.includes('单位说明尚未完成')
          const listedAs = overdue
            ? 'overdue'
            : days >= 0
              ? 'due'
              : isOpen
                ? 'not-yet'
                : 'not-recorded'
          return `${id} ${last} ${ledger?.record ?? ''}.${ledger?.what ?? ''} ${listedAs}`
        }),
      )
      expect(reminded.toSorted()).toEqual(
        listed.map(({ day, listed: state }) => keyOf(day, state)).toSorted(),
      )
      // The sheet counts the same duties.
      const rows = rowsOf(model, far)
      for (const [unit, own] of Map.groupBy(listed, ({ day }) => day.unit)) {
        const counted = own.filter(({ day }) => day.what !== 'closes')
        const cells = rows.get(dataset.units[unit]?.name ?? '')?.join('；') ?? ''
        const late = counted.filter((one) => one.listed === 'overdue').length
        expect(/核查时未见(\d+)项/.exec(cells)?.[1] ?? '0').toBe(String(late))
        const ahead = counted.filter((one) => one.listed === 'due').length
        const said = /(?:还有\d+天|当日到期)(?:，共(\d+)项)?/.exec(cells)
        expect(said === null ? 0 : Number(said[1] ?? 1)).toBe(ahead)
      }
      const unseen = modelWith({ ...dataset, opennessOffice: {} })
      const words = remindersText(remindersIn(unseen, far), { ...request, ...far })
      expect(words).not.toContain('核查时未见')
    }),
  )
})

test('any records: each duty that the list of what is due names for a unit is in the reminders', () => {
  const pairs = (items: readonly DueItem[]): string[] =>
    items.flatMap(({ record, last, units }) =>
      units.map(({ id }) => `${record.inspection.id} ${record.id} ${last} ${id}`),
    )
  fc.assert(
    fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
      const model = modelWith(dataset, asOf)
      const reminded = remindersIn(model, { within: 7, past: 365 }).flatMap(
        ({ inspection, deadline, last, units }) =>
          units.map((unit) => `${inspection ?? ''} ${deadline ?? ''} ${last} ${unit.id}`),
      )
      expect(reminded).toEqual(expect.arrayContaining(pairs(dueItems(model))))
    }),
  )
})

const far = { within: 9999, past: 9999 }

test('any records: no two reminders have one id, also where units and years use the same ids of records', () => {
  fc.assert(
    fc.property(anyDataset, anyOpenness, anyDayOfSpring, (dataset, { openness, ...own }, asOf) => {
      const { jia = {} } = openness['2023'] ?? {}
      const same = { jia, yi: jia, bing: jia }
      for (const one of [dataset, { ...own, openness: { '2023': same, '2024': same } }]) {
        const ids = remindersIn(modelWith(one, asOf), far).map(({ id }) => id)
        expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
      }
    }),
  )
})

test('the annual reports of two last days are two reminders with an id each', () => {
  const model = modelWith(
    datasetWith({
      openness: { '2023': { jia: {}, yi: {} } },
      opennessOffice: {
        '2023': { annual_reports: { departments: ['department'], governments: ['county'] } },
      },
      catalogues,
    }),
    '2024-01-03',
  )
  expect(remindersIn(model, { within: 120, past: 0 }).map(({ id }) => id)).toEqual([
    'openness.2023.report.2024-01-31',
    'openness.2023.report.2024-03-31',
  ])
})

test('the last days for opinions alone are not said to be something that is not done', () => {
  const text = remindersText(remindersIn(modelOf(), { within: 6, past: 0 }), {
    asOf: '2024-06-07',
    within: 6,
    past: 0,
  })
  expect(text.split('\n')[0]).toBe('【期限提醒】截至2024年6月7日，6天内到期的征求意见截止1项。')
})

test('reminders of documents and of ledgers are in the order of their days', () => {
  const model = modelWith(
    datasetWith({
      inspections: [inspectionWith({ deadlines: { self: { ...order, due: '2024-06-13' } } })],
      openness: { '2024': { yi: ledger } },
      opennessOffice: { '2024': { gazette: { from: ['department'] } } },
      catalogues,
    }),
  )
  expect(remindersIn(model, { within: 14, past: 0 }).map(({ last }) => last)).toEqual([
    '2024-06-12',
    '2024-06-13',
    '2024-06-14',
  ])
})
