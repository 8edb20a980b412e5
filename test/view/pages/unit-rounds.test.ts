import { expect, test } from 'vitest'
import { roundsTable } from '#components/rounds-table.ts'
import { unitRoundsView } from '#view/pages/unit-rounds.ts'
import { allPages } from '#view/routes.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

test('each further office has a page of its own units and rounds, which lead to the first and back', () => {
  const round = (issuer: string, unit: string, n: number) =>
    inspectionWith({
      id: `office-${unit}-${n}`,
      issuer,
      issues: { [`office-${unit}-${n}-01`]: { ...issue, units: [unit] } },
    })
  const model = modelWith(
    datasetWith({
      inspections: [
        ...[round('甲市办公室', 'jia', 1), round('甲市办公室', 'jia', 2)],
        ...[round('乙市办公室', 'yi', 1), round('乙市办公室', 'yi', 2)],
      ],
    }),
  )
  const shown = ([1, 2] as const).map((number) => {
    const { title, rows, others } = unitRoundsView(model, number)
    return [title, rows.map(({ unit }) => unit.href), others.map(({ href }) => href)]
  })
  expect(shown).toEqual([
    ['各单位历次检查情况（甲市办公室）', ['/units/jia/history.html'], ['/matrix/2.html']],
    ['各单位历次检查情况（乙市办公室）', ['/units/yi/history.html'], ['/matrix.html']],
  ])
  const addresses = allPages(model).map(({ href }) => href)
  expect(addresses.filter((href) => href.startsWith('/matrix'))).toEqual([
    '/matrix.html',
    '/matrix/2.html',
  ])
})

test('the table says that it scrolls only where it has more rounds than a window shows', () => {
  const captionOf = (count: number): string => {
    const inspections = Array.from({ length: count }, (_, n) =>
      inspectionWith({ id: `round-${n}` }),
    )
    const { text } = roundsTable(unitRoundsView(modelWith(datasetWith({ inspections })), 1))
    return /<caption>(.*)<\/caption>/.exec(text)?.[1] ?? ''
  }
  expect(captionOf(2)).toMatch(/^\d+个单位的历次检查情况，最近的一期在前$/)
  // Twelve are in view in a wide window, which hides the words.
  expect(captionOf(12)).toMatch(
    /<span class="rounds-scroll rounds-scroll-narrow">，左右滚动看更早的/,
  )
  expect(captionOf(13)).toMatch(/<span class="rounds-scroll">，左右滚动看更早的/)
})

test('the sign of one of several reports stays with its state', () => {
  const model = modelWith(
    datasetWith({
      inspections: [
        inspectionWith({ id: '2023-q4' }),
        inspectionWith({
          deadlines: {
            first: order,
            second: {
              ...order,
              period: { id: '2024', label: '2024年度', start: '2024-01-01', end: '2024-12-31' },
            },
          },
        }),
      ],
    }),
  )
  const { text } = roundsTable(unitRoundsView(model, 1))
  expect(text).toMatch(/①(?!<wbr>)/)
  expect(text).not.toMatch(/[①-⑳]\s*<wbr>/)
})
