import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitRecords } from '#model/unit-record.ts'
import { unitView } from '#view/pages/units.ts'
import { unitPages } from '#view/unit-pages.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

/** A round with issues of 甲县, of which some count in the rate. */
const round = (id: string, year: number, counting: readonly boolean[]) =>
  inspectionWith({
    id,
    period: { label: id, start: `${year}-01-01`, end: `${year}-03-31` },
    issues: Object.fromEntries(
      counting.map((counts, n) => [
        `${id}-${n + 1}`,
        { ...issue, text: `${id}的问题${n + 1}`, counts_in_rate: counts },
      ]),
    ),
  })

/** What each page of 甲县 shows of its issues: the list of the year, and the cards. */
function pagesOf(inspections: ReturnType<typeof round>[]) {
  const model = modelWith(datasetWith({ inspections }))
  const [record] = unitRecords(model.dataset, model.index, model.asOf)
  if (record === undefined) throw new Error('no unit')
  return unitPages(record).map((page) => {
    const { year, periods } = unitView(model, { record, page })
    return {
      list: [...(year?.links ?? []), ...(year?.folded ?? [])].map(({ href = '' }) => href),
      cards: periods.flatMap(({ cards }) => cards.map(({ href }) => href)),
    }
  })
}

test('a long record begins with all problems of the newest year, those that count first', () => {
  const [first, second] = pagesOf([
    round('2023-q4', 2023, [true]),
    round('2024-q1', 2024, [true, false]),
    round('2024-q2', 2024, [false, false]),
  ])
  const year = ['2024-q1-1', '2024-q2-2', '2024-q2-1', '2024-q1-2'].map(
    (id) => `/issues/${id}.html`,
  )
  expect(first).toEqual({ list: year, cards: [] })
  expect(second?.cards.toSorted()).toEqual([...year, '/issues/2023-q4-1.html'].toSorted())
})

test('whatever the rounds: the first page has the newest year whole, and each problem has one card', () => {
  const rounds = fc.array(fc.array(fc.boolean(), { maxLength: 8 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(rounds, (all) => {
      const inspections = all.map((counting, n) =>
        round(`round-${n + 1}`, 2020 + Math.floor(n / 2), counting),
      )
      const newest = inspections.at(-1)?.period.end.slice(0, 4)
      const hrefs = (some: typeof inspections) =>
        some.flatMap(({ issues = {} }) => Object.keys(issues).map((id) => `/issues/${id}.html`))
      const pages = pagesOf(inspections)
      const first = new Set([...(pages[0]?.list ?? []), ...(pages[0]?.cards ?? [])])
      for (const href of hrefs(
        inspections.filter(({ period }) => period.end.slice(0, 4) === newest),
      ))
        expect(first).toContain(href)
      expect(pages.flatMap(({ cards }) => cards).toSorted()).toEqual(hrefs(inspections).toSorted())
    }),
  )
})

test('a unit lists the units below it, and those that became it, in the order of the roster', () => {
  const below = (name: string) => ({ name, tier: 'county', parent: 'jia' })
  const earlier = (name: string) => ({
    name,
    tier: 'county',
    became: { unit: 'jia', on: '2020-01-01' },
  })
  const model = modelWith(
    datasetWith({
      units: {
        jia: { name: '甲县', tier: 'county' },
        ding: below('丁镇'),
        yi: earlier('乙区'),
        bing: below('丙镇'),
        wu: earlier('戊区'),
      },
    }),
  )
  const factsOf = (unit: string) => {
    const record = unitRecords(model.dataset, model.index, model.asOf).find(({ id }) => id === unit)
    const [page] = record === undefined ? [] : unitPages(record)
    if (record === undefined || page === undefined) throw new Error('no unit')
    return Object.fromEntries(
      unitView(model, { record, page }).facts.map(({ label, value }) => [
        label,
        Array.isArray(value) ? value.map(({ label: name }) => name) : value,
      ]),
    )
  }
  expect(factsOf('jia')).toMatchObject({ 下属单位: ['丁镇', '丙镇'], 前身: ['乙区', '戊区'] })
  expect(factsOf('ding')).not.toHaveProperty('下属单位')
})
