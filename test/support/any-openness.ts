import fc from 'fast-check'
import type { Dataset } from '#model/dataset.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { datasetWith } from './dataset.ts'

const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const dayOfYear = fc.oneof(day('2023-01-01', '2023-12-31'), fc.constant('not-stated' as const))

const item = fc.record(
  {
    title: fc.constant('解读'),
    form: fc.constantFrom('text' as const, 'chart' as const),
    published: fc.oneof(day('2022-12-01', '2024-02-01'), fc.constant('not-stated' as const)),
    links_to_policy: fc.boolean(),
    linked_from_policy: fc.boolean(),
  },
  { requiredKeys: ['title', 'form', 'published'], noNullPrototype: true },
)
const step = fc.oneof(fc.boolean(), fc.constant('not-stated' as const))
const interpretation = fc.record(
  {
    items: fc.array(item, { minLength: 1, maxLength: 2 }),
    together: fc.record(
      { drafted: step, reviewed: step, published: step },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const policy = fc.record(
  {
    title: fc.constant('办法'),
    kind: fc.constantFrom('normative' as const, 'important' as const, 'other' as const),
    disclosure: fc.constantFrom('proactive' as const, 'none' as const),
    published: dayOfYear,
    interpretation,
    gazette: fc.record(
      { sent: dayOfYear, reason: fc.constant('内部管理') },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: ['title', 'kind', 'published'], noNullPrototype: true },
)
const consultation = fc.record(
  {
    title: fc.constant('公告'),
    kind: fc.constantFrom('major-decision' as const, 'normative' as const, 'other' as const),
    opened: dayOfYear,
    closes: day('2023-01-01', '2024-03-01'),
    feedback: fc.oneof(
      fc.constant('not-yet' as const),
      fc.record({ published: dayOfYear }, { noNullPrototype: true }),
    ),
    shortened: fc.constant('应急'),
  },
  { requiredKeys: ['title', 'kind', 'opened', 'closes'], noNullPrototype: true },
)

const units = ['jia', 'yi', 'bing'] as const
const ids = (unit: string, what: string) => [1, 2, 3].map((n) => `2023-${unit}-${what}${n}`)

const ledger = (unit: string): fc.Arbitrary<UnitOpenness> =>
  fc.record(
    {
      policies: fc.dictionary(fc.constantFrom(...ids(unit, 'p')), policy, {
        noNullPrototype: true,
      }),
      consultations: fc.dictionary(fc.constantFrom(...ids(unit, 'c')), consultation, {
        noNullPrototype: true,
      }),
      annual_report: fc.record(
        { year: fc.constant(2023), published: day('2024-01-01', '2024-06-01') },
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  )

/** The ledger of a unit for 2023. */
export const anyUnitOpenness = ledger('jia')

/** A day on which an office may have looked: long before to long after the days of the year. */
export const anyLookDay = day('2022-12-01', '2024-12-01')

const look = fc.record(
  { looked_on: anyLookDay, complete: fc.boolean() },
  { requiredKeys: [], noNullPrototype: true },
)
const everyPolicy = units.flatMap((unit) => ids(unit, 'p'))
const office: fc.Arbitrary<OfficeOpenness> = fc.record(
  {
    units: fc.dictionary(fc.constantFrom(...units), look, { noNullPrototype: true }),
    judgements: fc.dictionary(
      fc.constantFrom(...everyPolicy),
      fc.record({ owes: fc.boolean(), reason: fc.constant('理由') }, { noNullPrototype: true }),
      { noNullPrototype: true },
    ),
    gazette: fc.record(
      {
        from: fc.constant(['department']),
        printed: fc.dictionary(fc.constantFrom(...everyPolicy), fc.constant('2023年第3期'), {
          noNullPrototype: true,
        }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    annual_reports: fc.constant({ departments: ['department'], governments: ['county'] }),
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** The days that the ledger is judged by, as an office writes them into a catalogue. */
export const opennessCatalogues: Dataset['catalogues'] = {
  'ledger-days': {
    title: '政务公开台账的天数',
    source: '示例',
    indicators: {
      'consultation-days': {
        name: '征求意见的天数',
        area: 'openness',
        kind: 'ordinary',
        thresholds: {
          重大行政决策: { value: 30, unit: '天' },
          行政规范性文件: { value: 7, unit: '工作日' },
          涉及经营主体: { value: 30, unit: '天' },
        },
        verified: false,
      },
      'feedback-days': {
        name: '反馈的天数',
        area: 'openness',
        kind: 'ordinary',
        thresholds: { 反馈: { value: 20, unit: '工作日' } },
        verified: false,
      },
      'interpretation-days': {
        name: '解读的天数',
        area: 'openness',
        kind: 'ordinary',
        thresholds: { 解读: { value: 5, unit: '工作日' } },
        verified: false,
      },
    },
  },
}

/** The same days, and those within which a document is sent to the gazette. */
export function withGazetteDays(threshold: {
  readonly value: number
  readonly unit: string
}): Dataset['catalogues'] {
  const { 'ledger-days': days } = opennessCatalogues
  if (days === undefined) throw new Error('no catalogue')
  const gazette = {
    name: '报送公报的天数',
    area: 'openness',
    kind: 'ordinary' as const,
    thresholds: { 报送公报: threshold },
    verified: false,
  }
  return { 'ledger-days': { ...days, indicators: { ...days.indicators, 'gazette-days': gazette } } }
}

/** Any ledger of a year of three units, with or without judgements, looks and thresholds. */
export const anyOpenness: fc.Arbitrary<Dataset> = fc
  .record({
    jia: ledger('jia'),
    yi: ledger('yi'),
    bing: ledger('bing'),
    office: fc.option(office, { nil: undefined }),
    hasThresholds: fc.boolean(),
  })
  .map(({ jia, yi, bing, office: own, hasThresholds }) =>
    datasetWith({
      openness: { '2023': { jia, yi, bing } },
      opennessOffice: own === undefined ? {} : { '2023': own },
      catalogues: hasThresholds ? withGazetteDays({ value: 20, unit: '天' }) : {},
    }),
  )
