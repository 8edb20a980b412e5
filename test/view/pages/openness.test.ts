import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { homeView } from '#view/pages/home.ts'
import { opennessUnitView, opennessYearView } from '#view/pages/openness.ts'
import { pagesOf, routes } from '#view/routes.ts'
import type { Group } from '#schema/group.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { opennessCatalogues } from '../../support/any-openness.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const owes = { owes: true, reason: '规范性文件' }
const ledger: UnitOpenness = {
  policies: {
    '2024-yi-01': {
      title: '扶持办法',
      number: '示规〔2024〕1号',
      kind: 'normative',
      published: '2024-01-10',
      interpretation: {
        items: [{ title: '《扶持办法》解读', form: 'chart', published: '2024-01-10' }],
      },
    },
    '2024-yi-02': { title: '补贴办法', kind: 'normative', published: '2024-01-20' },
    '2024-yi-03': { title: '奖励办法', kind: 'normative', published: '2024-02-20' },
  },
  consultations: {
    '2024-yi-c1': {
      title: '公告',
      kind: 'normative',
      opened: '2024-01-02',
      closes: '2024-01-20',
      received: 12,
      adopted: 5,
      policy: '2024-yi-01',
    },
  },
}
const office: OfficeOpenness = {
  units: { yi: { looked_on: '2024-03-20' } },
  judgements: { '2024-yi-01': owes, '2024-yi-02': owes },
}

const modelOf = (area: Group = {}, parts: Partial<Dataset> = {}) => {
  const { site } = datasetWith()
  return modelWith(
    datasetWith({
      site: { ...site, areas: { openness: { name: '政务公开' } } },
      inspections: [inspectionWith({ areas: { openness: area } })],
      openness: { '2024': { yi: ledger } },
      opennessOffice: { '2024': office },
      catalogues: opennessCatalogues,
      ...parts,
    }),
  )
}
const yearOf = (model: ReturnType<typeof modelOf>) => {
  const [of] = opennessYears(model)
  if (of === undefined) throw new Error('no ledger')
  return of
}

test('a site without a ledger has no page of it, and its home page says nothing of it', () => {
  const model = modelOf({}, { openness: {}, opennessOffice: {} })
  expect(pagesOf(model, routes.openness)).toEqual([])
  expect(pagesOf(model, routes.opennessUnit)).toEqual([])
  expect(JSON.stringify(homeView(model))).not.toContain('台账：')
})

test('two different numbers of documents that owe an interpretation say why they differ, in both places', () => {
  const judged = { judgements: { ...office.judgements, '2024-bing-01': owes } }
  const policies = { '2024-bing-01': { ...ledger.policies?.['2024-yi-02'] } }
  const model = modelOf(
    {},
    {
      openness: { '2024': { yi: ledger, bing: { policies } as UnitOpenness } },
      opennessOffice: { '2024': { ...office, ...judged } },
    },
  )
  const { difference } = opennessYearView(model, { of: yearOf(model) })
  // 市丙局 has a document that owes one, and the office has not looked.
  expect(difference?.rates).toContain('已经核查的2件，不是下图的3件：其余1件尚未核查')
  expect(difference?.chart).toContain('全部3件')
  expect(difference?.chart).toContain('只算其中已经核查的2件')
  expect(opennessYearView(modelOf(), { of: yearOf(modelOf()) }).difference).toBe(null)
})

test('a rate has its fraction, and says what is in no denominator', () => {
  const model = modelOf()
  const { rates } = opennessYearView(model, { of: yearOf(model) })
  expect(rates.rows.find(([label]) => label === '应解读的文件有解读')).toEqual([
    '应解读的文件有解读',
    '50.0%（1/2）',
    '尚未判断1',
  ])
  expect(rates.rows.find(([label]) => label === '三同步')).toEqual([
    '三同步',
    '不计算比率',
    '尚未判断1，没有收录2',
  ])
})

test('thresholds that nobody compared with their document are marked', () => {
  const model = modelOf()
  const { thresholds } = opennessYearView(model, { of: yearOf(model) })
  expect(thresholds).toContain('解读在文件公开后5个工作日（尚未与正式文件核对）')
})

test('each document and consultation of a unit has an anchor, its state and what it rests on', () => {
  const model = modelOf()
  const of = yearOf(model)
  const [unit] = of.units
  if (unit === undefined) throw new Error('no unit')
  const view = opennessUnitView(model, { of, unit })
  expect(view.policies.map(({ anchor, states }) => [anchor, states[0]?.label])).toEqual([
    ['policy-2024-yi-01', '有解读'],
    ['policy-2024-yi-02', '期限已过，核查时未见解读'],
    ['policy-2024-yi-03', '要不要解读尚未判断'],
  ])
  const [consultation] = view.consultations
  expect(consultation?.anchor).toBe('consultation-2024-yi-c1')
  expect(consultation?.facts).toContainEqual({
    label: '后来印发',
    value: { label: '扶持办法', href: '#policy-2024-yi-01' },
  })
})

describe('the figure of 政务公开 on the home page', () => {
  const figureOf = (model: ReturnType<typeof modelOf>) =>
    homeView(model).inspection?.figures.find(({ area }) => area === '政务公开')

  test('is that of the ledger where the document has none', () => {
    expect(figureOf(modelOf())).toMatchObject({
      fraction: '1/2',
      rate: { name: '解读率', value: '50.0%' },
      href: '/openness/2024.html',
      counted: '台账：应解读的文件有解读',
      notes: [
        '件数和解读率来自2024年政务公开台账，只算判断应当解读、已经核查的；尚未判断1，没有计入。通报没有这个领域的数字。',
      ],
    })
  })

  test('stays that of the document where it has one, with the ledger’s beside it', () => {
    const printed: Group = { tally: { checked: 10, failed: 1 } }
    const figure = figureOf(modelOf(printed))
    expect(figure?.fraction).toBe('9/10')
    expect(figure?.notes.at(-1)).toMatch(/^台账：应解读的文件1\/2有解读，50\.0%/)
  })

  test('says nothing where nobody has judged or looked', () => {
    for (const file of [{ units: office.units }, { judgements: office.judgements }])
      expect(figureOf(modelOf({}, { opennessOffice: { '2024': file } }))?.fraction).toBe(undefined)
  })
})

test('a unit of which only the office wrote something is not said to have no documents', () => {
  const looks = { yi: { looked_on: '2024-03-20' }, bing: { looked_on: '2024-03-20' } }
  const model = modelOf({}, { opennessOffice: { '2024': { ...office, units: looks } } })
  const of = yearOf(model)
  const year = opennessYearView(model, { of })
  expect(year.lead).toContain('收录1个单位的台账')
  expect(year.others).toContain('市丙局')
  const rows = year.groups.flatMap(({ rows: own }) => own)
  const row = rows.find(([unit]) => typeof unit === 'object' && unit.label === '市丙局') ?? []
  expect(row.slice(2, 8)).toEqual(Array(6).fill('未收录'))
  const bing = of.units.find(({ unit }) => unit === 'bing')
  if (bing === undefined) throw new Error('no unit')
  expect(opennessUnitView(model, { of, unit: bing }).lead).toBe(
    '本站没有收录市丙局2024年的台账，只有办公室写下的内容。',
  )
})

test('before a look a page says what is in time, and promises nothing else', () => {
  const model = modelOf({}, { opennessOffice: { '2024': { judgements: office.judgements ?? {} } } })
  const of = yearOf(model)
  const [unit] = of.units
  if (unit === undefined) throw new Error('no unit')
  const view = opennessUnitView(model, { of, unit })
  expect(view.facts).toContainEqual({
    label: '办公室核查',
    value: '尚未核查，没有收录到的不算逾期',
  })
  expect(view.policies[0]?.facts).toContainEqual({ label: '发布早晚', value: '与文件同一天发布' })
})
