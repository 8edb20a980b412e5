import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opennessYears } from '#model/openness-facts.ts'
import { opennessFindings } from '#model/openness-findings.ts'
import type { OfficeOpenness } from '#schema/openness.ts'
import { newSelfInspection } from '#forms/unit-files.ts'
import { opennessChecklist } from '#view/openness-checklist.ts'
import { checklistView } from '#view/pages/inspections.ts'
import { formData } from '#view/submit.ts'
import { anyOpenness, opennessCatalogues as catalogues } from '../support/any-openness.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

const period = { label: '2024年第二季度', start: '2024-04-01', end: '2024-06-30' }
const inspection = inspectionWith({
  id: '2024-q2',
  period,
  issues: { '2024-q2-01': issue },
  deadlines: { self: order },
})
const consultation = { title: '市乙局公告', kind: 'normative', opened: '2024-01-02' } as const
const modelOf = (office: OfficeOpenness = {}) =>
  modelWith(
    datasetWith({
      inspections: [inspection],
      openness: {
        '2024': {
          jia: { consultations: { c1: { ...consultation, closes: '2024-01-31' } } },
          yi: { consultations: { c2: { ...consultation, closes: '2024-02-29' } } },
        },
      },
      opennessOffice: { '2024': office },
      catalogues,
    }),
  )
const looked = { units: { jia: { looked_on: '2024-04-10' }, yi: { looked_on: '2024-05-10' } } }

test('what a look within the period did not find is a point of the checklist, counted and without units', () => {
  const model = modelOf(looked)
  const { lead, areas, links } = checklistView(model, { inspection })
  expect(lead).toContain('1个检查要点，另有本期核查政务公开台账时没有看到的1类')
  expect(areas.at(-1)).toEqual({
    name: '办公室核查政务公开台账时没有看到下面这些',
    points: [
      {
        name: '征求意见的反馈',
        texts: ['2024年台账：2次'],
        count: 1,
      },
    ],
  })
  expect(links.at(-1)).toEqual({ label: '2024年政务公开台账', href: '/openness/2024.html' })
})

test('a unit that fills in its report, in a browser or in a file, sees the point', () => {
  const model = modelOf(looked)
  const [subject] = formData(model, 'self-inspection')?.subjects ?? []
  expect(subject?.checklist.at(-1)).toEqual({
    area: '办公室核查政务公开台账时没有看到下面这些',
    points: ['征求意见的反馈'],
  })
  const draft = newSelfInspection(model, order.period?.id ?? '', 'yi', [])
  expect(draft).toContain('#   - 征求意见的反馈：2024年台账：2次')
})

test('a look before or after the period adds nothing, nor does a site without looks', () => {
  for (const office of [{}, { units: { yi: { looked_on: '2024-03-31' } } }]) {
    expect(opennessChecklist(modelOf(office), inspection)).toBeNull()
    expect(checklistView(modelOf(office), { inspection }).areas).toHaveLength(1)
  }
  const later = { ...inspection, period: { ...period, start: '2024-06-01' } }
  expect(opennessChecklist(modelOf(looked), later)).toBeNull()
})

test('the page, the form and the draft of a day show the same points: looks until that day', () => {
  const { dataset } = modelOf(looked)
  for (const [day, times] of [
    ['2024-04-09', null],
    ['2024-05-09', '1次'],
    ['2024-07-01', '2次'],
  ] as const) {
    const model = modelWith(dataset, day)
    const page = checklistView(model, { inspection }).areas.flatMap(({ points }) => points)
    const draft = newSelfInspection(model, order.period?.id ?? '', 'yi', [])
    const shown = page.flatMap(({ texts }) => texts).filter((text) => text.includes('台账'))
    expect(shown).toEqual(times === null ? [] : [`2024年台账：${times}`])
    expect(/台账：\d+次/.exec(draft)?.[0] ?? null).toBe(times === null ? null : `台账：${times}`)
    const [subject] = formData(model, 'self-inspection')?.subjects ?? []
    const names = subject?.checklist.flatMap(({ points }) => points) ?? []
    expect(names.includes('征求意见的反馈')).toBe(times !== null)
  }
})

test('any ledger: a point names what was looked for, not that it is missing', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const whole = { period: { label: '', start: '2022-01-01', end: '2024-06-30' } }
      const list = opennessChecklist(modelWith(dataset, '2024-06-30'), whole)
      for (const { name, text } of list?.points ?? []) expect(name + text).not.toMatch(/[没未不无]/)
    }),
  )
})

test('any ledger: each finding of a look is counted in the one period of the look, and no unit or document is named', () => {
  const periods = [
    ['2022-01-01', '2023-12-31'],
    ['2024-01-01', '2024-06-30'],
  ] as const
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const model = modelWith(dataset, '2024-06-30')
      const lists = periods.map(([start, end]) =>
        opennessChecklist(model, { period: { label: '', start, end } }),
      )
      const counted = lists
        .flatMap((list) => list?.points ?? [])
        .reduce((sum, { text }) => sum + Number(/台账：(\d+)/.exec(text)?.[1]), 0)
      expect(counted).toBe(opennessYears(model).flatMap(opennessFindings).length)
      const names = Object.values(dataset.units).map(({ name }) => name)
      for (const name of [...names, '公告', '办法'])
        expect(JSON.stringify(lists)).not.toContain(name)
    }),
  )
})
