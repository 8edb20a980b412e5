import { describe, expect, test } from 'vitest'
import type { FindingSubject, OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { issuesAbout, outcomeFact } from '#view/openness-outcome.ts'
import { opennessCatalogues } from '../support/any-openness.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

const policy = { title: '办法', kind: 'normative', published: '2023-05-10' } as const
const item = { title: '解读', form: 'text', published: '2023-05-20' } as const
const owes = { owes: true, reason: '规范性文件' }
const lookedOn = (day: string): OfficeOpenness => ({
  units: { yi: { looked_on: day, complete: true } },
  judgements: { p: owes, q: owes },
})

/** A model with an issue about a ledger, and the ledgers of the unit 市乙局 for two years. */
function modelAbout(
  about: FindingSubject,
  ledgers: Readonly<Record<string, UnitOpenness>>,
  offices: Readonly<Record<string, OfficeOpenness>> = {},
) {
  const origin = { from: '政务公开台账', measured: '文件1件', about }
  return modelWith(
    datasetWith({
      inspections: [
        inspectionWith({ issues: { '2024-q1-01': { ...issue, units: ['yi'], origin } } }),
      ],
      openness: Object.fromEntries(Object.entries(ledgers).map(([year, yi]) => [year, { yi }])),
      opennessOffice: offices,
      catalogues: opennessCatalogues,
    }),
    '2025-06-01',
  )
}
function factOf(...args: Parameters<typeof modelAbout>) {
  const model = modelAbout(...args)
  const [record] = model.index.issues
  if (record === undefined) throw new Error('no issue')
  const fact = outcomeFact(model, record)
  return fact === null ? null : [fact.label, ...fact.value.map(({ label }) => label)]
}

describe('what became of an issue from the ledger is what is recorded, and nothing else', () => {
  test('a report that was compared again in the next year', () => {
    const about = { finding: 'reuse', year: 2023 } as const
    const compared = (repeats: boolean): OfficeOpenness => ({
      units: { yi: { report_compared: { on: '2025-03-10', repeats } } },
    })
    const label = '下一年度比对（2024年度）'
    expect(factOf(about, {}, { '2024': compared(false) })).toEqual([
      label,
      '市乙局：不再雷同（2025年3月10日比对）',
    ])
    expect(factOf(about, {}, { '2024': compared(true) })).toEqual([
      label,
      '市乙局：仍然雷同（2025年3月10日比对）',
    ])
    const looked = { '2024': lookedOn('2025-03-10') }
    expect(factOf(about, { '2024': { policies: {} } }, looked)).toEqual([label, '市乙局：未比对'])
    expect(factOf(about, {})).toEqual([label, '市乙局：本站未收录'])
  })

  test('a year without interpretation, by the looks of the next', () => {
    const about = { finding: 'no-interpretation', year: 2022 } as const
    const label = '下一年度台账（2023年）'
    const none = { '2023': { policies: { p: policy } } }
    expect(factOf(about, none)).toEqual([label, '市乙局：尚未核查'])
    expect(factOf(about, none, { '2023': lookedOn('2024-02-01') })).toEqual([
      label,
      '市乙局：仍然全年未解读（2024年2月1日核查）',
    ])
    const one = {
      '2023': { policies: { p: { ...policy, interpretation: { items: [item] } }, q: policy } },
    }
    expect(factOf(about, one, { '2023': lookedOn('2024-02-01') })).toEqual([
      label,
      '市乙局：应解读2件，有解读1件（2024年2月1日核查）',
    ])
  })

  test('a document whose period has not run out at the look is told apart', () => {
    const about = { finding: 'no-interpretation', year: 2022 } as const
    const late = { ...policy, published: '2023-12-30' }
    const done = { ...policy, interpretation: { items: [item] } }
    const of = (policies: UnitOpenness['policies'] & object) =>
      factOf(about, { '2023': { policies } }, { '2023': lookedOn('2024-01-02') })?.at(-1)
    expect(of({ p: done, q: late })).toBe(
      '市乙局：应解读1件，有解读1件，另有1件核查时期限未到或者期限不详，不计入（2024年1月2日核查）',
    )
    expect(of({ q: late })).toBe(
      '市乙局：应解读的文件中1件核查时期限未到或者期限不详（2024年1月2日核查）',
    )
  })

  test('a document and a consultation, by their states today', () => {
    const about = { finding: 'interpretation', year: 2023, records: ['p'] } as const
    const subject = { ...about, records: [...about.records] }
    const office = { '2023': lookedOn('2024-02-01') }
    expect(factOf(subject, { '2023': { policies: { p: policy } } }, office)?.at(-1)).toBe(
      '市乙局：期限已过，核查时未见解读',
    )
    const done = { '2023': { policies: { p: { ...policy, interpretation: { items: [item] } } } } }
    expect(factOf(subject, done, office)).toEqual(['台账现状', '市乙局：有解读'])
    const consultation = {
      title: '公告',
      kind: 'normative',
      opened: '2023-03-01',
      closes: '2023-03-31',
    } as const
    const feedback = { finding: 'feedback', year: 2023, records: ['c'] } as const
    expect(
      factOf(
        { ...feedback, records: [...feedback.records] },
        {
          '2023': {
            consultations: { c: { ...consultation, feedback: { published: '2024-03-01' } } },
          },
        },
      )?.at(-1),
    ).toBe('市乙局：已反馈')
  })

  test('an issue that came from no program has none', () => {
    const model = modelWith(
      datasetWith({ inspections: [inspectionWith({ issues: { a: issue } })] }),
    )
    const [record] = model.index.issues
    expect(record && outcomeFact(model, record)).toBe(null)
  })
})

test('the ledger of the year and of the next lead to the issue', () => {
  const model = modelAbout({ finding: 'reuse', year: 2023 }, {})
  for (const year of ['2023', '2024'])
    expect(issuesAbout(model, year, 'yi')).toEqual([
      { label: `${issue.text}（2024年第一季度）`, href: '/issues/2024-q1-01.html' },
    ])
  expect(issuesAbout(model, '2025', 'yi')).toEqual([])
  expect(issuesAbout(model, '2023', 'bing')).toEqual([])
})
