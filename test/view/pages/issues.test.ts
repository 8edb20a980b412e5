import { expect, test } from 'vitest'
import type { Inspection } from '#model/dataset.ts'
import { issueListPages } from '#view/issue-lists.ts'
import { issueListView, issueView } from '#view/pages/issues.ts'
import { methodView } from '#view/pages/method.ts'
import type { Indicator } from '#schema/indicator.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

/** The page of the only issue of an inspection. */
function pageOf(parts: Partial<Inspection>): ReturnType<typeof issueView> {
  const inspection = inspectionWith({ issues: { '2024-q1-01': issue }, ...parts })
  const model = modelWith(datasetWith({ inspections: [inspection] }))
  const [record] = model.index.issues
  if (record === undefined) throw new Error('no issue')
  return issueView(model, { record })
}

test.each<[string, Inspection['document'], string[]]>([
  [
    'the day on which the office published the document',
    { issued: '2024-04-08', published: '2024-04-09' },
    ['原发布日期', '2024年4月9日'],
  ],
  ['else the day on the document', { issued: '2024-04' }, ['成文日期', '2024年4月']],
  ['else the day of its record here', undefined, ['本站收录日期', '2024年4月10日']],
])('an issue is dated by %s, under the name of that day', (_rule, document, expected) => {
  const { facts } = pageOf({ document, published_here: '2024-04-10' })
  expect(
    facts.flatMap(({ label, value }) => (label.endsWith('日期') ? [label, value] : [])),
  ).toEqual(expected)
})

test.each<[string, Partial<Issue>, string]>([
  [
    'the word of the document, the severity and the rate',
    { printed_status: '突出问题', severity: 'ordinary', counts_in_rate: false, indicators: [] },
    '突出问题，一般问题，不影响合格率',
  ],
  [
    'a severity of an indicator is that of the site',
    { severity: 'veto', counts_in_rate: true },
    '单项否决（本站按指标归类），计入合格率，通报定性文件未写明',
  ],
  [
    'what the document does not say, once',
    { severity: 'not-stated', counts_in_rate: 'not-stated', indicators: [] },
    '通报定性、是否计入合格率文件未写明',
  ],
])('the judgement of an issue is one line: %s', (_rule, parts, expected) => {
  const media = { tally: { checked: 9, failed: 1 }, rates: { passed: {} } }
  const issues = { '2024-q1-01': { ...issue, ...parts } }
  const { facts, lead } = pageOf({ areas: { media }, issues })
  const said = facts.filter(({ value }) => /合格率|单项否决|文件未写明/.test(JSON.stringify(value)))
  expect(said).toEqual([{ label: '定性', value: expected }])
  expect(lead).toBe('2024年第一季度检查通报在政务新媒体方面提出的问题。')
})

test('each card of a list of issues is dated by its document, with the kind of day', () => {
  const document = { issued: '2024-03-01' }
  const inspection = inspectionWith({ document, issues: { '2024-q1-01': issue } })
  const model = modelWith(datasetWith({ inspections: [inspection] }))
  const [list] = issueListPages(model)
  if (list === undefined) throw new Error('no list')
  const { groups } = issueListView(model, { list })
  const cards = groups.flatMap(({ areas }) => areas.flatMap((area) => area.cards))
  expect(cards.map(({ day }) => day)).toEqual(['2024年3月1日成文'])
})

test('each indicator of an issue leads to its page, and the method lists it, in force or not', () => {
  const indicator = (name: string): Indicator => ({
    name,
    area: 'media',
    kind: 'ordinary',
    verified: true,
  })
  const catalogues = {
    old: {
      title: '旧',
      source: '旧文件',
      valid_to: '2024-04-30',
      indicators: { stale: indicator('内容不更新') },
    },
    now: { title: '新', source: '新文件', indicators: { 'dead-link': indicator('链接打不开') } },
  }
  const issues = { '2024-q1-01': { ...issue, indicators: ['stale', 'dead-link'] } }
  const model = modelWith(datasetWith({ inspections: [inspectionWith({ issues })], catalogues }))
  const [record] = model.index.issues
  if (record === undefined) throw new Error('no issue')
  const { facts } = issueView(model, { record })
  expect(facts.find(({ label }) => label === '检查指标')?.value).toEqual([
    { label: '内容不更新', href: '/indicators/stale.html' },
    { label: '链接打不开', href: '/indicators/dead-link.html' },
  ])
  const shown = methodView(model).catalogues.flatMap(({ indicators }) => indicators)
  expect(shown.map(({ id }) => id).sort()).toEqual(['dead-link', 'stale'])
})

test('the evidence of a fix is shown with its address and day', () => {
  const evidence = [
    { title: '更正后的页面', address: 'https://www.example.com/2.html', on: '2024-03-11' },
    { title: '说明', address: 'https://www.example.com/3.html' },
  ]
  const inspections = [
    inspectionWith({ requirements: { a: { title: '整改' } }, issues: { '2024-q1-01': issue } }),
  ]
  const statements = {
    '2024-q1-01': { jia: { on: '2024-03-12', statement: '已更正。', evidence } },
  }
  const model = modelWith(datasetWith({ inspections, statements }))
  const [record] = model.index.issues
  if (record === undefined) throw new Error('no issue')
  expect(issueView(model, { record }).statements.map((one) => one.evidence)).toEqual([
    [
      { title: '更正后的页面', address: 'https://www.example.com/2.html', date: '2024年3月11日' },
      { title: '说明', address: 'https://www.example.com/3.html', date: undefined },
    ],
  ])
})
