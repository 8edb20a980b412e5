import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bulletinReferences } from '#check/references/bulletin-references.ts'
import type { Check, CheckInput } from '#check/check.ts'
import { countsInOrder } from '#check/figures/counts-in-order.ts'
import { datesInOrder } from '#check/dates/dates-in-order.ts'
import { duplicates } from '#check/references/duplicates.ts'
import { failedList } from '#check/figures/failed-list.ts'
import { partsAndTotals } from '#check/figures/parts-and-totals.ts'
import { printedRates } from '#check/figures/printed-rates.ts'
import { references } from '#check/references/references.ts'
import { checks } from '#check/run.ts'
import { selfInspections } from '#check/reports/self-inspections.ts'
import type { Block } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import type { Problem } from '#messages/problem.ts'
import { sample, datasetOf } from '../support/authored.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

/** The problems that a rule finds, as lines: level, code, file, path. */
function found(
  rule: Check,
  parts: Partial<Dataset>,
  asked: Partial<Pick<CheckInput, 'exists' | 'isUsable'>> = {},
): string[] {
  const dataset = datasetWith(parts)
  return rule
    .check({ dataset, exists: existsIn(dataset), isUsable: () => true, ...asked })
    .map(line)
}

/** Whether a path of a file exists in the dataset. */
function existsIn(dataset: Dataset): CheckInput['exists'] {
  const files: Record<string, unknown> = {
    'data/units.yaml': dataset,
    'data/channels.yaml': dataset,
    'data/site.yaml': dataset.site,
    ...Object.fromEntries(
      dataset.inspections.map((one) => [`data/inspections/${one.id}.yaml`, one]),
    ),
  }
  return (file, path) =>
    Object.hasOwn(files, file) &&
    path.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      files[file],
    ) !== undefined
}

function line({ level, code, file, place }: Problem): string {
  const where =
    'path' in place ? ` ${place.path.join('.')}` : 'offset' in place ? ` ${place.offset}` : ''
  return `${level} ${code} ${file}${where}`
}

const inspections = (parts: Partial<Inspection>): Partial<Dataset> => ({
  inspections: [inspectionWith({ issues: {}, ...parts })],
})
const media = (area: Inspection['areas'][string]): Partial<Dataset> =>
  inspections({ areas: { media: area } })
const file = 'data/inspections/2024-q1.yaml'
const area = 'areas.media'

test.each(checks)('$name: finds nothing in the data of this repository', (rule) => {
  const dataset = datasetOf(sample)
  expect(
    rule
      .check({ dataset, exists: existsIn(dataset), isUsable: () => true })
      .filter(({ level }) => level === 'error'),
  ).toEqual([])
})

test('every rule is run', () => {
  const folder = join(import.meta.dirname, '../../src/check')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter(({ name, parentPath }) =>
      /^export const \w+: Check = /m.test(readFileSync(join(parentPath, name), 'utf8')),
    )
    .map(({ name }) => name)
  expect(checks.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort())
})

describe('references', () => {
  test.each<[string, Partial<Dataset>, string]>([
    [
      'a unit',
      inspections({ issues: { a: { ...issue, units: ['nobody'], indicators: [] } } }),
      `unit-unknown ${file} issues.a.units.0`,
    ],
    [
      'a unit almost',
      inspections({ issues: { a: { ...issue, units: ['jian'], indicators: [] } } }),
      `unit-unknown-near ${file} issues.a.units.0`,
    ],
    [
      'a channel',
      inspections({ issues: { a: { ...issue, channels: ['x'], indicators: [] } } }),
      `channel-unknown ${file} issues.a.channels.0`,
    ],
    [
      'an indicator',
      inspections({ issues: { a: issue } }),
      `indicator-unknown ${file} issues.a.indicators.0`,
    ],
    ['an area', inspections({ areas: { mail: {} } }), `area-unknown ${file} areas.mail`],
    [
      'a tier',
      { units: { jia: { name: '甲县', tier: 'city' } } },
      'tier-unknown data/units.yaml units.jia.tier',
    ],
    [
      'a platform',
      { channels: { x: { platform: '微博', name: '甲', unit: 'jia' } } },
      'platform-unknown data/channels.yaml channels.x.platform',
    ],
    [
      'an appendix',
      inspections({ deadlines: { d: { ...order, who: { appendix: 'x' } } } }),
      `appendix-unknown ${file} deadlines.d.who.appendix`,
    ],
    [
      'a unit of a report',
      { selfInspections: { '2024-q2': { nobody: { title: '一', published: '2024-06-01' } } } },
      'unit-unknown data/self-inspections/2024-q2/nobody.yaml',
    ],
    [
      'an exempt unit',
      { registers: { '2024-q2': { exempt: { nobody: '撤并' } } } },
      'unit-unknown data/registers/2024-q2.yaml exempt.nobody',
    ],
  ])('%s that does not exist is an error where it is named', (_, parts, problem) => {
    expect(found(references, parts)).toEqual([`error ${problem}`])
  })

  test('a record that exists but could not be used is not reported as unknown', () => {
    const parts = inspections({ issues: { a: { ...issue, units: ['nobody'], indicators: [] } } })
    expect(found(references, parts, { exists: () => true })).toEqual([])
  })
})

describe('duplicates', () => {
  const q4 = (issues: Inspection['issues']): Inspection => inspectionWith({ id: '2023-q4', issues })
  const q1 = (issues: Inspection['issues']): Inspection => inspectionWith({ issues })

  test.each<[string, Inspection[], string[]]>([
    [
      'not its owner, though it comes first',
      [q4({ '2024-q1-01': issue }), q1({ '2024-q1-01': issue })],
      ['duplicate-id data/inspections/2023-q4.yaml issues.2024-q1-01'],
    ],
    [
      'not its owner, though it comes last',
      [q4({ '2023-q4-01': issue }), q1({ '2023-q4-01': issue })],
      [`duplicate-id ${file} issues.2023-q4-01`],
    ],
    [
      'in an inspection whose id it lacks',
      [q1({ 'a-01': issue })],
      [`issue-id-period ${file} issues.a-01`],
    ],
    [
      'of the inspection that it names',
      [q4({ '2023-q4-01': issue }), q1({ '2024-q1-01': issue })],
      [],
    ],
  ])('an issue id is %s', (_, all, problems) => {
    expect(found(duplicates, { inspections: all })).toEqual(problems.map((one) => `error ${one}`))
  })

  test('an indicator is in one catalogue only', () => {
    const one = {
      title: '一',
      source: '二',
      indicators: { stale: { name: '空白', area: 'media', kind: 'veto', verified: true } },
    } as const
    expect(found(duplicates, { catalogues: { a: one, b: one } })).toEqual([
      'error duplicate-id data/indicators/b.yaml indicators.stale',
    ])
  })

  test('an account is registered once; another platform makes another account', () => {
    const account = { platform: '微信公众号', name: '甲县发布', unit: 'jia' }
    expect(
      found(duplicates, { channels: { a: account, b: { ...account, platform: '微博' } } }),
    ).toEqual([])
    expect(found(duplicates, { channels: { a: account, b: account } })).toEqual([
      'error duplicate-channel data/channels.yaml channels.b',
    ])
  })

  test('a list names no unit or account twice', () => {
    const parts = inspections({
      issues: { '2024-q1-01': { ...issue, units: ['jia', 'yi', 'jia'] } },
      deadlines: { d: { ...order, who: ['yi', 'yi'] } },
    })
    expect(found(duplicates, parts)).toEqual([
      `error duplicate-in-list ${file} issues.2024-q1-01.units.2`,
      `error duplicate-in-list ${file} deadlines.d.who.1`,
    ])
  })
})

describe('parts and totals', () => {
  const split = (
    parts: Record<string, number>,
    rest: object = {},
  ): Inspection['areas'][string] => ({
    tally: { total: 10 },
    splits: { tier: { of: 'total', parts, ...rest } },
  })

  test('parts add up to their total', () => {
    expect(found(partsAndTotals, media(split({ a: 4, b: 6 })))).toEqual([])
    expect(found(partsAndTotals, media(split({ a: 4, b: 7 })))).toEqual([
      `error parts-do-not-add-up ${file} ${area}.splits.tier.parts`,
    ])
  })

  test('as the document prints it, a contradiction is a warning', () => {
    expect(found(partsAndTotals, media({ ...split({ a: 4, b: 7 }), as_printed: true }))).toEqual([
      `warning parts-do-not-add-up ${file} ${area}.splits.tier.parts`,
    ])
  })

  test('incomplete or unknown parts prove nothing', () => {
    expect(found(partsAndTotals, media(split({ a: 4 }, { exhaustive: false })))).toEqual([])
    expect(
      found(partsAndTotals, media({ ...split({ a: 4 }), tally: { total: 'not-stated' } })),
    ).toEqual([])
    const unknown = {
      tally: { total: 10 },
      splits: { tier: { of: 'total', parts: { a: 4, b: 'illegible' } } },
    } as const
    expect(found(partsAndTotals, media(unknown))).toEqual([])
  })

  test('a sum is not checked if one of its parts could not be used', () => {
    expect(found(partsAndTotals, media(split({ a: 4 })), { isUsable: () => false })).toEqual([])
  })

  test('a total derived from other counts is checked too', () => {
    const parts = {
      tally: { checked: 10, failed: 2 },
      splits: { tier: { of: 'passed', parts: { a: 9 } } },
    } as const
    expect(found(partsAndTotals, media(parts))).toEqual([
      `error parts-do-not-add-up ${file} ${area}.splits.tier.parts`,
    ])
  })
})

describe('counts in order', () => {
  test.each<[Record<string, number>, string]>([
    [{ total: 5, running: 6 }, 'running'],
    [{ total: 5, checked: 6 }, 'checked'],
    [{ running: 5, checked: 6 }, 'checked'],
    [{ checked: 5, failed: 6 }, 'failed'],
    [{ checked: 5, passed: 6 }, 'passed'],
    [{ received: 5, valid: 6 }, 'valid'],
    [{ valid: 5, closed: 6 }, 'closed'],
    [{ closed: 5, closed_on_time: 6 }, 'closed_on_time'],
  ])('%o: %s is too large', (tally, name) => {
    expect(found(countsInOrder, media({ tally }))).toEqual([
      `error count-exceeds ${file} ${area}.tally.${name}`,
    ])
  })

  test('a count that exceeds several others is one mistake', () => {
    expect(
      found(countsInOrder, media({ tally: { total: 60, running: 49, checked: 500 } })),
    ).toEqual([`error count-exceeds ${file} ${area}.tally.checked`])
  })

  test('passed and failed make up the checked', () => {
    expect(found(countsInOrder, media({ tally: { checked: 10, passed: 7, failed: 2 } }))).toEqual([
      `error outcome-does-not-add-up ${file} ${area}.tally.passed`,
    ])
  })

  test('the counts of a part are in order too', () => {
    const part = { of: 'checked', parts: { a: { tally: { checked: 5, failed: 6 } } } } as const
    expect(found(countsInOrder, media({ splits: { tier: part } }))).toEqual([
      `error count-exceeds ${file} ${area}.splits.tier.parts.a.tally.failed`,
    ])
  })
})

describe('printed rates', () => {
  const differs = `warning rate-differs ${file} ${area}.rates.passed.stated`
  const truncated = `warning rate-truncated ${file} ${area}.rates.passed.stated`

  test.each([
    ['99.7%', 370, 1, []],
    ['99.6%', 370, 1, [differs]],
    ['100%', 370, 1, [differs]],
    ['100%', 49, 0, []],
    ['99.05%', 212, 2, [truncated]],
  ])('%s of %i with %i failed', (stated, checked, failed, problems) => {
    const parts = media({ tally: { checked, failed }, rates: { passed: { stated } } })
    expect(found(printedRates, parts)).toEqual(problems)
  })

  test('the message gives the computed rate at the printed precision', () => {
    const dataset = datasetWith(
      media({ tally: { checked: 212, failed: 2 }, rates: { passed: { stated: '99.05%' } } }),
    )
    const [problem] = printedRates.check({ dataset, exists: () => true, isUsable: () => true })
    expect(problem?.args['computed']).toBe('99.06%')
  })

  test('a rate whose counts are not known is not judged', () => {
    expect(found(printedRates, media({ rates: { passed: { stated: '99.6%' } } }))).toEqual([])
  })

  test('the rate of a part is judged by the counts of that part', () => {
    const part = { tally: { checked: 10, failed: 1 }, rates: { passed: { stated: '80%' } } }
    const parts = media({ splits: { tier: { of: 'checked', parts: { a: part } } } })
    expect(found(printedRates, parts)).toEqual([
      `warning rate-differs-near ${file} ${area}.splits.tier.parts.a.rates.passed.stated`,
    ])
  })
})

describe('the list of the failed', () => {
  const counted = { ...issue, counts_in_rate: true }
  const named = (failed: number, ...issues: (typeof issue)[]): Partial<Dataset> =>
    inspections({
      areas: { media: { tally: { checked: 10, failed } } },
      issues: Object.fromEntries(issues.map((one, n) => [`i${n}`, one])),
    })
  const differs = `warning failed-list-differs ${file} ${area}.tally.failed`

  test.each<[string, Partial<Dataset>, string[]]>([
    ['as many as failed', named(1, { ...counted, channels: ['a'] }), []],
    [
      'one account in two findings',
      named(1, { ...counted, channels: ['a'] }, { ...counted, channels: ['a'] }),
      [],
    ],
    ['fewer than failed', named(2, { ...counted, channels: ['a'] }), [differs]],
    ['some, though none failed', named(0, { ...counted, channels: ['a'] }), [differs]],
    ['nobody, though one failed', named(1), []],
    ['some "and others"', named(2, { ...counted, channels: ['a'], exhaustive: false }), []],
    ['units only', named(2, counted), []],
    [
      'others that do not count',
      named(1, { ...counted, channels: ['a'] }, { ...issue, channels: ['b'] }),
      [],
    ],
    ['more failed than were checked', named(11, { ...counted, channels: ['a'] }), []],
  ])('names %s', (_, parts, problems) => {
    expect(found(failedList, parts)).toEqual(problems)
  })

  test('is not judged while a finding could not be used', () => {
    expect(
      found(failedList, named(2, { ...counted, channels: ['a'] }), { isUsable: () => false }),
    ).toEqual([])
  })
})

describe('dates', () => {
  const period = { label: '一季度', start: '2024-03-31', end: '2024-01-01' }

  test('an end is not before its start', () => {
    expect(found(datesInOrder, inspections({ period }))).toEqual([
      `error period-backwards ${file} period.end`,
    ])
    expect(found(datesInOrder, media({ window: { start: '2024-02', end: '2024-01-31' } }))).toEqual(
      [`error period-backwards ${file} ${area}.window.end`],
    )
    expect(found(datesInOrder, media({ window: { start: '2024-01-31', end: '2024-01' } }))).toEqual(
      [],
    )
    expect(
      found(
        datesInOrder,
        inspections({ deadlines: { d: { ...order, period: { id: 'x', ...period } } } }),
      ),
    ).toEqual([`error period-backwards ${file} deadlines.d.period.end`])
  })

  test('dates of issues, reports and catalogues are in order too', () => {
    const window = { start: '2024-03-05', end: '2024-03-02' }
    const parts = {
      ...inspections({ issues: { a: { ...issue, window } } }),
      selfInspections: {
        '2024-q2': {
          jia: { title: '一', published: '2024-06-01', window, results: { media: { window } } },
        },
      },
      catalogues: {
        local: {
          title: '目录',
          source: '来源',
          valid_from: '2024-01-01',
          valid_to: '2023-12-31',
          indicators: {},
        },
      },
    }
    const report = 'data/self-inspections/2024-q2/jia.yaml'
    expect(found(datesInOrder, parts)).toEqual([
      `error period-backwards ${file} issues.a.window.end`,
      `error period-backwards ${report} window.end`,
      `error period-backwards ${report} results.media.window.end`,
      'error period-backwards data/indicators/local.yaml valid_to',
    ])
  })

  test('a report does not come before its period', () => {
    const parts = {
      ...inspections({ deadlines: { d: order } }),
      selfInspections: { '2024-q2': { jia: { title: '一', published: '2024-03-31' } } },
    }
    expect(found(datesInOrder, parts)).toEqual([
      'warning published-early data/self-inspections/2024-q2/jia.yaml published',
    ])
  })
})

describe('reports and registers', () => {
  const report = { jia: { title: '一', published: '2024-06-01' } }
  const ordered = inspections({ deadlines: { d: order } })

  test('belong to a period that a document ordered, or that their id names', () => {
    expect(
      found(selfInspections, {
        ...ordered,
        selfInspections: { '2024-q2': report },
        registers: { '2024-q2': {} },
      }),
    ).toEqual([])
    // Nobody asked for these reports; the office has nothing to look after.
    expect(
      found(selfInspections, {
        ...ordered,
        selfInspections: { '2024-q3': report },
        registers: { '2024-q3': {} },
      }),
    ).toEqual(['warning report-without-order data/registers/2024-q3.yaml'])
    expect(found(selfInspections, { ...ordered, selfInspections: { '2024q3': report } })).toEqual([
      'warning report-without-order data/self-inspections/2024q3/jia.yaml',
    ])
  })

  test('are not judged while the order could not be read', () => {
    const parts = { ...ordered, selfInspections: { '2024-q3': report } }
    expect(found(selfInspections, parts, { isUsable: () => false })).toEqual([])
  })

  test('are fine where no document orders any', () => {
    expect(found(selfInspections, { selfInspections: { '2024-q3': report } })).toEqual([])
  })

  test('do not exempt a unit that has a report', () => {
    const parts = {
      ...ordered,
      selfInspections: { '2024-q2': report },
      registers: { '2024-q2': { exempt: { jia: '撤并' } } },
    }
    expect(found(selfInspections, parts)).toEqual([
      'warning exempt-and-published data/registers/2024-q2.yaml exempt.jia',
    ])
  })
})

const text = 'content/bulletins/2024-q1.mdx'
const bulletin = (...blocks: Block[]): Partial<Dataset> => ({
  bulletins: { '2024-q1': { id: '2024-q1', blocks } },
})
const value = (of: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'value', of, offset: 5 }],
})
const passage = (of: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'passage', of, anchor: `p-${of}`, offset: 5, children: [] }],
})
const annex = (of: string): Block => ({ type: 'appendix', of, offset: 5 })
const named = inspections({
  appendices: { named: { title: '名单', columns: ['单位'], rows: [[{ of: 'units.jia' }]] } },
})

describe('references of a bulletin', () => {
  test.each<[string, Block, string[]]>([
    ['a value', value('units.jia'), []],
    ['no value', value('units.ding'), ['reference-unknown']],
    ['a record, where a value is wanted', value('areas.media'), ['reference-not-value']],
    ['nothing from its first step', value('unit.jia'), ['reference-unknown-start']],
    ['a record of a passage', passage('areas.media'), []],
    ['no record of a passage', passage('areas.mail'), ['reference-unknown']],
    ['an appendix', annex('appendices.named'), []],
    ['no appendix', annex('appendices.other'), ['reference-unknown']],
    ['something else than an appendix', annex('areas.media'), ['reference-not-appendix']],
  ])('lead to %s', (_, block, codes) => {
    expect(found(bulletinReferences, { ...named, ...bulletin(block) })).toEqual(
      codes.map((code) => `error ${code} ${text} 5`),
    )
  })

  test('of an appendix lead to a value', () => {
    const appendices = {
      named: { title: '名单', columns: ['单位'], rows: [['一', { of: 'units.ding' }]] },
    }
    expect(found(bulletinReferences, inspections({ appendices }))).toEqual([
      `error reference-unknown ${file} appendices.named.rows.0.1.of`,
    ])
  })

  test('need an inspection', () => {
    expect(found(bulletinReferences, { ...bulletin(value('issuer')), inspections: [] })).toEqual([
      `error bulletin-without-inspection ${text}`,
    ])
  })
})
