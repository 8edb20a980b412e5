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
    '/figures/2023-q4.html',
  ])
  expect(pathsOf(model, routes.former).map(({ params }) => params)).toEqual([
    { former: 'inspections/2023-q4' },
    { former: 'bulletins/2023-q4' },
    { former: 'inspections/2023-q4-rectification' },
    { former: 'inspections/2023-q4-checklist' },
    { former: 'figures/2023-q4' },
  ])
})

test('whether a withdrawn inspection had a bulletin or a ledger is not claimed', () => {
  const [main, ...others] = formerPages(modelOf(withdrawn))
  expect(main?.title).toBe('检查结果（2023-q4，已撤回）')
  expect(others[0]?.title).toBe('已撤回的检查（2023-q4，通报全文的网址）')
  for (const { lead } of others)
    expect(lead).toBe('这一期检查已于2024年7月1日撤回，本站不再提供它的内容。')
})

test('the issues of a withdrawn inspection leave pages where the correction lists them', () => {
  const issues = ['2023-q4-01', '2023-q4-02']
  const pages = formerPages(modelOf({ ...withdrawn, issues }))
  expect(pages.filter(({ href }) => href.startsWith('/issues/'))).toEqual(
    issues.map((id) => ({
      href: `/issues/${id}.html`,
      title: `问题（${id}，已撤回）`,
      lead: '这里原来公开的内容已于2024年7月1日撤回，本站不再提供。',
      on: '2024-07-01',
      now: null,
    })),
  )
})

test('those of a renamed inspection lead to their issue, or to the inspection', () => {
  const issues = ['2024-q1-old-01', '2024-q1-old-02', '2024-q1-03']
  const dataset = datasetWith({
    inspections: [inspectionWith({ issues: { '2024-q1-01': issue, '2024-q1-03': issue } })],
    withdrawals: [
      { ...withdrawn, at: 'inspections/2024-q1-old', to: 'inspections/2024-q1', issues },
    ],
  })
  const pages = formerPages({ dataset, index: indexDataset(dataset) } as Model)
  expect(pages.map(({ href, now }) => [href, now?.href])).toEqual([
    ['/inspections/2024-q1-old.html', '/inspections/2024-q1.html'],
    // There is no bulletin now, so there probably was none.
    ['/inspections/2024-q1-old-rectification.html', '/inspections/2024-q1-rectification.html'],
    ['/inspections/2024-q1-old-checklist.html', '/inspections/2024-q1-checklist.html'],
    ['/figures/2024-q1-old.html', '/figures/2024-q1.html'],
    ['/issues/2024-q1-old-01.html', '/issues/2024-q1-01.html'],
    ['/issues/2024-q1-old-02.html', '/inspections/2024-q1.html'],
  ])
})

test('a renamed issue leads to its present id, over every id that it had', () => {
  const corrections = [
    { on: '2024-07-01', at: 'issues.2024-q1-05', to: 'issues.2024-q1-06', reason },
    { on: '2024-08-01', at: 'issues.2024-q1-06', to: 'issues.2024-q1-07', reason },
  ]
  const dataset = datasetWith({
    inspections: [inspectionWith({ issues: { '2024-q1-07': issue }, corrections })],
  })
  const pages = formerPages({ dataset, index: indexDataset(dataset) } as Model)
  const now = { label: '问题2024-q1-07', href: '/issues/2024-q1-07.html' }
  expect(pages).toMatchObject([
    { href: '/issues/2024-q1-05.html', title: '问题（2024-q1-05，已改用新的地址）', now },
    { href: '/issues/2024-q1-06.html', lead: '这一页已于2024年8月1日改用新的地址。', now },
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
  expect(shown?.title).toBe('问题（2024-q1-05，已撤下）')
  // Whether it was withdrawn, or only has another id that nobody wrote down, is not known.
  expect(shown?.lead).toBe('这里原来的一项问题已于2024年7月1日撤下，理由见更正的记录。')
  expect(JSON.stringify(shown)).not.toMatch(/市乙局|栏目空白|撤回了|已撤回/)
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
