import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { pageChanges } from '#tools/diff/page-changes.ts'
import type { Route } from '#view/route.ts'
import { pagesOf, routes } from '#view/routes.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
import { modelOfFolder } from '../../support/model.ts'

const asOf = '2024-06-07'
const city = datasetWith({
  inspections: [inspectionWith({ issues: { '2024-q1-01': issue }, deadlines: { report: order } })],
  channels: { news: { name: '甲县发布', platform: '微信公众号', unit: 'jia' } },
})

/** The addresses of the pages that a change alters. */
const changed = (now: Dataset): string[] | undefined =>
  pageChanges(city, now, asOf)
    ?.changed.map(({ address }) => address)
    .toSorted()

describe('a change of one field alters the pages that show it, and no other', () => {
  test('a unit’s successor: the pages of both units', () => {
    const { jia, ...others } = city.units
    const units = { jia: { ...jia, became: { unit: 'yi' } }, ...others } as Dataset['units']
    expect(changed({ ...city, units })).toEqual(['/units/jia.html', '/units/yi.html'])
  })

  test('the name of a unit that no issue names: its own page and the lists of units', () => {
    const units = { ...city.units, bing: { name: '市丙委', tier: 'department' } }
    expect(changed({ ...city, units })).toEqual([
      '/data.html',
      '/deadlines.html',
      '/index.html',
      '/pieces.html',
      '/search.html',
      '/self-inspections/2024-q2.html',
      '/sitemap.html',
      '/submit/self-inspection.html',
      '/units.html',
      '/units/bing.html',
    ])
  })

  test('the remark of an issue: the pages with its card', () => {
    const inspections = [
      inspectionWith({
        issues: { '2024-q1-01': { ...issue, remark: '已当场提醒' } },
        deadlines: { report: order },
      }),
    ]
    expect(changed({ ...city, inspections })).toEqual([
      '/inspections/2024-q1.html',
      '/issues.html',
      '/issues/2024-q1-01.html',
      '/issues/area/media.html',
      '/issues/indicator/stale.html',
      '/issues/severity/ordinary.html',
      '/issues/state/nothing.html',
      '/units/jia.html',
    ])
  })

  test('an acknowledgement of a warning, which no page shows: none', () => {
    const [inspection] = city.inspections
    const acknowledged = [{ at: 'areas.media', code: 'rate-differs', reason: '照原文' }]
    const inspections = [{ ...inspection, acknowledged }] as unknown as Dataset['inspections']
    expect(changed({ ...city, inspections })).toEqual([])
  })
})

describe('what a route shows is compared by its entry in the registry alone', () => {
  const model = modelOfFolder('test/cases/official')
  const all = (Object.entries(routes) as [string, Route<unknown>][]).filter(
    ([, route]) => pagesOf(model, route).length > 0,
  )
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test.each(all)('%s', (_name, route) => {
    let calls = 0
    vi.spyOn(route, 'view').mockImplementation(() => ++calls)
    const changes = pageChanges(model.dataset, model.dataset, model.asOf)
    const pages = pagesOf(model, route).map(({ entry }) => entry.href)
    expect(changes?.changed.map(({ address }) => address).toSorted()).toEqual(pages.toSorted())
  })
})

test('pages that only list what others hold come after them', () => {
  const units = { ...city.units, jia: { name: '甲区', tier: 'county' } }
  const named = pageChanges(city, { ...city, units }, asOf)?.changed.map(({ address }) => address)
  expect(named?.indexOf('/units/jia.html')).toBeLessThan(named?.indexOf('/issues.html') ?? 0)
})

test('data from which no page can be made are not compared', () => {
  // What the reading lets through with an error, such as a list where a text belongs.
  const inspections = [
    { ...inspectionWith({}), period: undefined },
  ] as unknown as Dataset['inspections']
  expect(pageChanges(city, { ...city, inspections }, asOf)).toBe(null)
})
