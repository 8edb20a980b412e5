import { expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import type { Correction } from '#schema/correction.ts'
import { formerPages, formerView, withdrawnStatements } from '#view/former-pages.ts'
import { pathsOf, routes } from '#view/routes.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const reason = '发文机关撤回了点名市乙局的通报'
const modelOf = (...withdrawals: Correction[]): Model => {
  const dataset = datasetWith({ withdrawals })
  return { dataset, index: indexDataset(dataset) } as Model
}
const withdrawn = { on: '2024-07-01', at: 'inspections/2023-q4', from: '2023年第四季度', reason }

test('a withdrawn inspection leaves a page at each of its addresses', () => {
  const model = modelOf(withdrawn)
  expect(formerPages(model).map(({ href }) => href)).toEqual([
    '/inspections/2023-q4.html',
    '/bulletins/2023-q4.html',
    '/inspections/2023-q4-rectification.html',
    '/inspections/2023-q4-checklist.html',
  ])
  expect(pathsOf(model, routes.former).map(({ params }) => params)).toEqual([
    { former: 'inspections/2023-q4' },
    { former: 'bulletins/2023-q4' },
    { former: 'inspections/2023-q4-rectification' },
    { former: 'inspections/2023-q4-checklist' },
  ])
})

test('the page says that it was withdrawn and when, and repeats nothing of it', () => {
  const model = modelOf(withdrawn)
  const shown = formerPages(model).map((former) => formerView(model, { former }))
  expect(shown[0]?.lead).toBe('这里原来公开的内容已于2024年7月1日撤回，本站不再提供。')
  expect(shown[0]?.links).toEqual([{ label: '更正和撤回的记录', href: '/corrections.html' }])
  expect(JSON.stringify(shown)).not.toMatch(/市乙局|第四季度/)
})

test('a renamed inspection leads to its new address', () => {
  const model = modelOf({ ...withdrawn, at: 'inspections/2024-q1-old', to: 'inspections/2024-q1' })
  const [page] = formerPages(model)
  expect(page?.now).toEqual({ label: '2024年第一季度检查结果', href: '/inspections/2024-q1.html' })
})

test('a report leaves a page, and a record that is there again leaves none', () => {
  const report = { ...withdrawn, at: 'self-inspections/2023-q4/jia' }
  expect(formerPages(modelOf(report)).map(({ href }) => href)).toEqual([
    '/self-inspections/2023-q4/jia.html',
  ])
  const again = modelOf({ ...withdrawn, at: 'inspections/2024-q1' })
  expect(formerPages(again)).toEqual([])
})

test('a withdrawn issue leaves a page that names neither its units nor its text', () => {
  const correction = { on: '2024-07-01', at: 'issues.2024-q1-05', from: '栏目空白', reason }
  const dataset = datasetWith({
    inspections: [inspectionWith({ corrections: [{ ...correction, units: ['yi'] }] })],
  })
  const model = { dataset, index: indexDataset(dataset) } as Model
  const [page, ...others] = formerPages(model)
  expect(others).toEqual([])
  expect(page).toMatchObject({ href: '/issues/2024-q1-05.html', now: null })
  const shown = page === undefined ? null : formerView(model, { former: page })
  expect(shown?.title).toBe('问题（2024-q1-05，已撤回）')
  expect(JSON.stringify(shown)).not.toMatch(/市乙局|栏目空白/)
})

test('an issue that is there again, or was only reworded, leaves none', () => {
  const issues = { '2024-q1-05': issue }
  const gone = { on: '2024-07-01', at: 'issues.2024-q1-05', from: '栏目空白', reason }
  const reworded = { ...gone, at: 'issues.2024-q1-05.text', to: '栏目无内容' }
  const dataset = datasetWith({
    inspections: [inspectionWith({ issues, corrections: [gone, reworded] })],
  })
  expect(formerPages({ dataset, index: indexDataset(dataset) } as Model)).toEqual([])
})

test('the page of an issue says that a statement was withdrawn, and not whose', () => {
  const model = modelOf({ ...withdrawn, at: 'rectifications/2024-q1-05/yi' })
  expect(withdrawnStatements(model, '2024-q1-05')).toEqual([
    '一份整改说明已于2024年7月1日撤回，本站不再提供。',
  ])
  expect(withdrawnStatements(model, '2024-q1-06')).toEqual([])
})
