import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaView } from '#model/area.ts'
import { indexDataset } from '#model/dataset.ts'
import { cellText, resolveReference } from '#model/reference.ts'
import type { Tally } from '#schema/figure.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

const inspection = inspectionWith({
  rechecked_until: '2024-03-05',
  areas: {
    media: {
      window: { start: '2023-12' },
      tally: {
        total: { value: 600, stated: '约600' },
        checked: 370,
        failed: 1,
        received: 'not-stated',
      },
      rates: { passed: {} },
      splits: {
        tier: {
          of: 'checked',
          parts: {
            '县（区）': 30,
            市直: { tally: { checked: 340, failed: 1 }, rates: { passed: { stated: '99.7%' } } },
          },
        },
      },
    },
    messages: { tally: { valid: 0 }, rates: { closed_on_time: { stated: '100%' } } },
  },
  issues: { '2024-q1-01': issue },
  deadlines: { order, printed: { ...order, stated: '6月上旬' } },
})
const dataset = datasetWith({
  inspections: [inspection],
  channels: { weixin: { platform: '微信公众号', name: '甲县发布', unit: 'jia' } },
})
const resolve = (path: string): unknown => resolveReference(dataset, inspection, path)

describe('a reference prints', () => {
  test.each([
    ['issuer', '示例机关', 'a text as it is'],
    ['rechecked_until', '2024年3月5日', 'a date in Chinese'],
    ['areas.media.window.start', '2023年12月', 'a month in Chinese'],
    ['period', '2024年第一季度', 'a period by its label'],
    ['deadlines.order.period', '2024年第二季度', 'the period of a deadline by its label'],
    ['deadlines.order', '2024年6月6日前', 'a deadline by its date'],
    ['deadlines.printed', '6月上旬', 'a deadline as the document prints it'],
    ['deadlines.printed.due', '2024年6月6日', 'the date by which a deadline is counted'],
    ['units.jia', '甲县', 'a unit by its name'],
    ['channels.weixin', '甲县发布', 'an account by its name'],
    ['channels.weixin.platform', '微信公众号', 'the platform of an account'],
    ['issues.2024-q1-01.text', '栏目空白', 'the words of a finding'],
    ['areas.media.tally.checked', '370', 'a count'],
    ['areas.media.tally.total', '约600', 'a count as the document prints it'],
    ['areas.media.tally.received', '文件未写明', 'the reason for a missing count'],
    ['areas.media.tally.passed', '369', 'a count that follows from others'],
    ['areas.media.rates.passed', '99.7%', 'the computed rate where none is printed'],
    ['areas.messages.rates.closed_on_time', '100%', 'the printed rate'],
    ['areas.media.splits.tier.parts.县（区）', '30', 'a part of a split'],
    ['areas.media.splits.tier.parts.市直.tally.passed', '339', 'a count of a part'],
    ['areas.media.splits.tier.parts.市直.rates.passed', '99.7%', 'a rate of a part'],
    ['site.place', '示例市', 'a setting of the site'],
  ])('%s: %s (%s)', (path, text) => {
    expect(resolve(path)).toEqual({ found: true, text })
  })
})

describe('a reference to a missing value reports how far it leads', () => {
  test.each([
    ['', ''],
    ['isuer', ''],
    ['units.ding', 'units'],
    ['areas.media.tally.faild', 'areas.media.tally'],
    ['areas.media.tally.open', 'areas.media.tally'],
    ['areas.media.rates.closed_on_time', 'areas.media.rates'],
    ['areas.media.tally', 'areas.media.tally'],
    ['issues.2024-q1-01', 'issues.2024-q1-01'],
    ['issues.2024-q1-01.counts_in_rate', 'issues.2024-q1-01.counts_in_rate'],
    ['deadlines.constructor', 'deadlines'],
    ['areas.media.tally.toString', 'areas.media.tally'],
    ['areas.constructor.tally.checked', 'areas'],
    ['__proto__.constructor', ''],
    ['units.jia.name.length', 'units.jia.name'],
  ])('%s, to %s', (path, known) => {
    expect(resolve(path)).toEqual({ found: false, known })
  })
})

test('a cell is typed text, a number, the reason for none, or the value to which it points', () => {
  const cell = (value: Parameters<typeof cellText>[2]): string =>
    cellText(dataset, inspection, value)
  expect([cell('序号'), cell(1), cell({ of: 'units.jia' })]).toEqual(['序号', '1', '甲县'])
  expect([cell('illegible'), cell('—')]).toEqual(['无法辨认', '—'])
})

test('any path leads to a text or reports how far it leads', () => {
  const segment = fc.constantFrom(
    ...['areas', 'media', 'tally', 'checked', 'passed', 'rates', 'splits', 'tier', 'parts'],
    ...['县（区）', '市直', 'deadlines', 'order', 'issues', '2024-q1-01', 'units', 'jia', 'name'],
    ...['0', '', 'constructor', '__proto__', 'length', 'period', 'label', 'site'],
  )
  const leads = (path: string): boolean => {
    let here: unknown = { ...inspection, units: dataset.units, site: dataset.site }
    for (const key of path.split('.')) {
      if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false
      here = (here as Record<string, unknown>)[key]
    }
    return true
  }
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
      const path = segments.join('.')
      const resolved = resolveReference(dataset, inspection, path)
      if (resolved.found) {
        expect(resolved.text).not.toBe('')
        return
      }
      const { known } = resolved
      expect(`${path}.`.startsWith(known === '' ? '' : `${known}.`)).toBe(true)
      if (known !== '') expect(leads(known)).toBe(true)
      // A path that is one step longer leads nowhere, unless it ends at a value that has parts.
      const next = path.slice(known === '' ? 0 : known.length + 1).split('.')[0] ?? ''
      if (known !== path) expect(leads(known === '' ? next : `${known}.${next}`)).toBe(false)
    }),
  )
})

test('a count and a rate have the same words in a bulletin and on the page', () => {
  const figure = fc.oneof(
    fc.nat(500),
    fc.constantFrom('not-stated' as const, 'illegible' as const),
    fc.nat(500).map((value) => ({ value, stated: `约${value}` })),
    fc.nat(500).map((above) => ({ above })),
  )
  const tally: fc.Arbitrary<Tally> = fc.record(
    { total: figure, running: figure, checked: figure, failed: figure, passed: figure },
    { requiredKeys: [], noNullPrototype: true },
  )
  fc.assert(
    fc.property(tally, (counts) => {
      const media = { tally: counts, rates: { passed: {}, failed: { stated: '0.3%' } } }
      const own = inspectionWith({ areas: { media } })
      const data = datasetWith({ inspections: [own] })
      const read = (path: string) => resolveReference(data, own, `areas.media.${path}`)
      const view = areaView(data, indexDataset(data), own, 'media')
      for (const { name, text } of view.counts)
        expect(read(`tally.${name}`)).toEqual({ found: true, text })
      for (const { name, text } of view.rates)
        expect(read(`rates.${name}`)).toMatchObject(text === null ? { found: false } : { text })
    }),
  )
})
