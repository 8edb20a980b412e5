import { describe, expect, test } from 'vitest'
import { cellText, resolveReference } from '#domain/reference.ts'
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

describe('a reference to nothing says how far it leads', () => {
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
