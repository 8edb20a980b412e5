import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { ledgerProposals, untoldWords } from '#tools/proposals/from-ledger.ts'
import { proposalSchema } from '#tools/proposals/proposal.ts'
import { anyOpenness, opennessCatalogues } from '../../support/any-openness.ts'
import { datasetWith } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const proposalsOf = (dataset: Dataset) => ledgerProposals(modelWith(dataset), '2023', () => null)

const owes = { owes: true, reason: '规范性文件' }
const ledger: UnitOpenness = {
  policies: {
    'p-1': {
      title: '扶持办法',
      number: '示规〔2023〕1号',
      kind: 'normative',
      disclosure: 'proactive',
      published: '2023-05-10',
    },
  },
  consultations: {
    'c-1': { title: '公告', kind: 'normative', opened: '2023-03-01', closes: '2023-03-31' },
  },
}
const office: OfficeOpenness = {
  units: { yi: { looked_on: '2024-02-20', complete: true } },
  judgements: { 'p-1': owes },
  gazette: { from: ['department'] },
  annual_reports: { departments: ['department'] },
}
const kindsWith = (parts: Partial<OfficeOpenness>, own = ledger, catalogues = opennessCatalogues) =>
  proposalsOf(
    datasetWith({
      openness: { '2023': { yi: own } },
      opennessOffice: { '2023': { ...office, ...parts } },
      catalogues,
    }),
  ).map(({ kind }) => kind)

describe('what the office did not find when it looked is proposed', () => {
  test('a year without interpretation, a document not in the gazette, feedback and report overdue', () => {
    expect(kindsWith({})).toEqual(['no-interpretation', 'gazette', 'feedback', 'report'])
  })

  test('one document without interpretation, where the list is not known to be whole', () => {
    const looked = { units: { yi: { looked_on: '2024-02-20' } } }
    expect(kindsWith(looked)).toEqual(['interpretation', 'gazette', 'feedback', 'report'])
  })

  test('nothing without a look', () => {
    expect(kindsWith({ units: {} })).toEqual([])
    expect(kindsWith({ units: { yi: { complete: true } } })).toEqual([])
    // The tests' models are of 7 June 2024.
    expect(kindsWith({ units: { yi: { looked_on: '2024-12-20' } } })).toEqual([])
  })

  test('no interpretation without a judgement', () => {
    expect(kindsWith({ judgements: {} })).toEqual(['gazette', 'feedback', 'report'])
  })

  test('no feedback without a threshold, and no report without a day', () => {
    expect(kindsWith({ annual_reports: {} }, ledger, {})).toEqual(['no-interpretation', 'gazette'])
  })

  test('no gazette where the unit gives a reason, or the office has exempted the document', () => {
    const [policy] = Object.values(ledger.policies ?? {})
    const reasoned = policy === undefined ? {} : { ...policy, gazette: { reason: '内部管理' } }
    expect(
      kindsWith({}, { policies: { 'p-1': reasoned as typeof policy & object } }),
    ).not.toContain('gazette')
    expect(kindsWith({ gazette: { from: ['department'], exempt: { 'p-1': '已经转发' } } })).toEqual(
      ['no-interpretation', 'feedback', 'report'],
    )
  })
})

test('a proposal says what it rests on, and has the measurement beside its unverified line', () => {
  const [, , feedback] = proposalsOf(
    datasetWith({
      openness: { '2023': { yi: ledger } },
      opennessOffice: { '2023': office },
      catalogues: opennessCatalogues,
    }),
  )
  expect(feedback).toMatchObject({
    source: '政务公开台账',
    run: 'openness-2023',
    unit: '市乙局',
    says: '公告的反馈期限已过，2024年2月20日核查时未见反馈',
    measurement: { what: '截止到核查时没有反馈的天数', value: 221, unit: '个工作日' },
    threshold: { value: 20, unit: '个工作日', verified: false },
  })
  expect(feedback?.evidence.files.map(({ path }) => path)).toEqual([
    'data/openness/2023/yi.yaml',
    'data/openness/2023.yaml',
  ])
})

test.each(['天', '工作日', '个工作日'])(
  'what is measured and its line are counted in one unit: a threshold in %s',
  (unit) => {
    const [days] = Object.values(opennessCatalogues)
    const indicators = Object.fromEntries(
      Object.entries(days?.indicators ?? {}).map(([id, { thresholds = {}, ...rest }]) => [
        id,
        {
          ...rest,
          thresholds: Object.fromEntries(
            Object.entries(thresholds).map(([name, one]) => [name, { ...one, unit }]),
          ),
        },
      ]),
    )
    if (days === undefined) throw new Error('no catalogue')
    const proposals = proposalsOf(
      datasetWith({
        openness: { '2023': { yi: ledger } },
        opennessOffice: { '2023': { ...office, units: { yi: { looked_on: '2024-02-20' } } } },
        catalogues: { days: { ...days, indicators } },
      }),
    ).filter(({ threshold }) => threshold !== null)
    expect(proposals.map(({ kind }) => kind)).toEqual(['interpretation', 'feedback'])
    for (const { measurement, threshold } of proposals)
      expect(measurement.unit).toBe(threshold?.unit)
  },
)

test('what the ledger cannot tell is counted with its reason', () => {
  const untold = untoldWords(
    modelWith(
      datasetWith({
        openness: { '2023': { yi: ledger, bing: ledger } },
        opennessOffice: {
          '2023': { ...office, judgements: {}, units: { yi: { looked_on: '2024-02-20' } } },
        },
        catalogues: {},
      }),
    ),
    '2023',
  )
  expect(untold).toEqual([
    '应解读的文件有解读：尚未判断2',
    '报送政府公报：尚未核查1',
    '反馈意见采纳情况：尚未核查1，目录没有写明天数1',
    '年度报告按期公布：尚未核查1',
  ])
})

test('a later look proposes the same under the same fingerprint', () => {
  const on = (day: string) =>
    proposalsOf(
      datasetWith({
        openness: { '2023': { yi: ledger } },
        opennessOffice: {
          '2023': { ...office, units: { yi: { looked_on: day, complete: true } } },
        },
        catalogues: opennessCatalogues,
      }),
    ).map(({ fingerprint }) => fingerprint)
  expect(on('2024-05-20')).toEqual(on('2024-02-20'))
})

test('any ledger: nothing is proposed that nobody has looked at or judged, and never a veto', () => {
  let count = 0
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const { units = {}, judgements = {} } = dataset.opennessOffice['2023'] ?? {}
      const proposals = proposalsOf(dataset)
      count += proposals.length
      for (const proposal of proposals) {
        const [unit = ''] =
          Object.entries(dataset.units).find(([, { name }]) => name === proposal.unit) ?? []
        expect(units[unit]?.looked_on?.localeCompare('2024-06-07')).toBeLessThanOrEqual(0)
        const named = Object.keys(dataset.openness['2023']?.[unit]?.policies ?? {}).filter((id) =>
          proposal.evidence.lines.some((line) => line.includes(`编号${id}）`)),
        )
        if (proposal.kind === 'no-interpretation' || proposal.kind === 'interpretation') {
          expect(named.length).toBeGreaterThan(0)
          for (const id of named) expect(judgements[id]?.owes).toBe(true)
        }
        if (proposal.kind === 'no-interpretation') expect(units[unit]?.complete).toBe(true)
        if (proposal.kind === 'feedback') expect(dataset.catalogues).not.toEqual({})
        expect(proposalSchema.parse(proposal)).toEqual(proposal)
        expect(JSON.stringify(proposal)).not.toMatch(/veto|counts_in_rate/)
      }
      // Without the office's file there is nothing to propose.
      expect(proposalsOf({ ...dataset, opennessOffice: {} })).toEqual([])
    }),
  )
  expect(count).toBeGreaterThan(0)
})
