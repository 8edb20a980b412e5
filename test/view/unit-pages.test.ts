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
