import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Answers } from '#forms/answers.ts'
import { checkFile } from '#forms/check-file.ts'
import { fileText } from '#forms/file-text.ts'
import { fileOf, type FormFile } from '#forms/form-kinds.ts'
import { formContextOf, formContextOfLedgers } from '#model/form-context.ts'
import { indexDataset } from '#model/dataset.ts'
import { loadChecked } from '#build/load-checked.ts'
import { wording } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import { opennessCatalogues } from '../support/any-openness.ts'
import { base, copyOf, datasetOf } from '../support/authored.ts'

const dataset = datasetOf(base)
const index = indexDataset(dataset)
/** As it is embedded in a page. */
const context = JSON.parse(
  JSON.stringify(
    formContextOf(dataset, {
      orders: [...index.orders.keys()],
      issues: [...index.issueById.keys()],
    }),
  ),
) as ReturnType<typeof formContextOf>

const report: FormFile = { kind: 'self-inspection', of: '2024-q2', unit: 'xuzhou' }
const ledger: FormFile = { kind: 'openness', of: '2023', unit: 'xuzhou' }
const statement: FormFile = { kind: 'rectification', of: '2024-q1-05', unit: 'xuzhou' }

const textOf = fileText

const messagesOf = (problems: readonly LocatedProblem[]) =>
  problems.map((problem) => ({
    code: problem.code,
    level: problem.level,
    position: problem.position,
    ...wording(problem),
  }))

/** The report of `npm run check` for a file among all the others. */
function byCommand(form: FormFile, text: string): ReturnType<typeof messagesOf> {
  const { folder, data, content } = copyOf(base)
  const path = join(folder, fileOf(form))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  const { problems } = loadChecked({ data, content })
  return messagesOf(problems.filter(({ file }) => file === fileOf(form)))
}

const good: Answers = { title: '叙州区自查整改情况', published: '2024-06-03' }

const policy = {
  $id: '2023-xuzhou-01',
  title: '甲办法',
  number: '示财规〔2023〕2号',
  kind: 'normative',
  published: '2023-05-10',
}
const item = { title: '解读', form: 'text', published: '2023-05-10' }
const consultation = {
  $id: '2023-xuzhou-c1',
  title: '公告',
  kind: 'normative',
  opened: '2023-03-01',
  closes: '2023-03-31',
}

describe('the form reports the same problems as the command, in the same words and at the same place', () => {
  test.each<[what: string, form: FormFile, answers: Answers, codes: readonly string[]]>([
    ['a report without a mistake', report, good, []],
    ['nothing at all', report, {}, ['key-missing', 'key-missing']],
    ['a report without its day', report, { title: '情况' }, ['key-missing']],
    ['a day that is none', report, { ...good, published: '2024年6月3日' }, ['date-format']],
    ['a day years away', report, { ...good, published: '2042-06-03' }, ['date-far']],
    [
      'an address that is none',
      report,
      { ...good, address: 'www.example.com' },
      ['expects-address'],
    ],
    [
      'a telephone in a text',
      report,
      { ...good, summary: '联系人张三，电话13800138000。' },
      ['personal-number'],
    ],
    [
      'an area that is not there',
      report,
      { ...good, areas: ['openness', 'websites', 'media', 'message'] },
      ['area-unknown-near'],
    ],
    ['areas that leave some out', report, { ...good, areas: ['openness'] }, ['areas-not-covered']],
    ['what is still to be filled in', report, { ...good, outlook: '待填写' }, ['text-unfinished']],
    [
      'a measure without its problem',
      report,
      { ...good, problems: [{ problem: '', measure: '已更换', result: '' }] },
      ['key-missing'],
    ],
    ['a unit that is not there', { ...report, unit: 'xuzhuo' }, good, ['unit-unknown-near']],
    ['a period that nobody ordered', { ...report, of: '2024-q3' }, good, []],
    ['an id of no period', { ...report, of: '2024q2' }, good, ['report-without-order']],
    ['a statement', statement, { on: '2024-03-12', statement: '已更正。' }, []],
    [
      'evidence without an address',
      statement,
      { on: '2024-03-12', statement: '已更正。', evidence: [{ title: '页面', address: '' }] },
      ['key-missing'],
    ],
    [
      'a statement of another unit',
      { ...statement, unit: 'changning' },
      { on: '2024-03-12', statement: '已更正。' },
      ['unit-not-named'],
    ],
    [
      'a ledger without a mistake',
      ledger,
      {
        policies: [{ ...policy, interpretation: { items: [item] } }],
        consultations: [{ ...consultation, feedback: 'not-yet', policy: '2023-xuzhou-01' }],
        annual_report: { published: '2024-01-20' },
      },
      [],
    ],
    [
      'a document of another year, and a number twice',
      ledger,
      {
        policies: [
          { ...policy, published: '2024-05-10' },
          { ...policy, $id: '2023-xuzhou-02', title: '乙办法' },
        ],
      },
      ['ledger-other-year', 'document-number-twice'],
    ],
    [
      'an interpretation before its document, linked one way',
      ledger,
      {
        policies: [
          {
            ...policy,
            interpretation: {
              items: [
                {
                  ...item,
                  published: '2023-05-01',
                  links_to_policy: 'true',
                  linked_from_policy: 'false',
                },
              ],
            },
          },
        ],
      },
      ['interpretation-early', 'interpretation-one-way'],
    ],
    [
      'a consultation that ends before it begins, adopts more than it received, and answers early',
      ledger,
      {
        consultations: [
          {
            ...consultation,
            closes: '2023-02-01',
            received: '3',
            adopted: '5',
            feedback: { published: '2023-01-01' },
          },
        ],
      },
      ['period-backwards', 'adopted-exceeds', 'feedback-early'],
    ],
    [
      'a number that is none, and feedback without its day',
      ledger,
      {
        consultations: [
          { ...consultation, received: '12条', feedback: { url: 'https://www.example.com/1' } },
        ],
      },
      ['number-with-unit', 'key-missing'],
    ],
    [
      'an annual report before its year has ended',
      ledger,
      { annual_report: { published: '2023-11-20' } },
      ['annual-report-early'],
    ],
  ])('%s', (_what, form, answers, codes) => {
    const text = textOf(form, answers)
    const found = checkFile(form, text, context)
    expect(found.map(({ problem }) => problem.code)).toEqual(codes)
    expect(messagesOf(found.map(({ problem }) => problem))).toEqual(byCommand(form, text))
  })
})

test('a consultation that is too short for its kind is found with the days of the catalogues', () => {
  const catalogues = { ...dataset.catalogues, ...opennessCatalogues }
  const known = formContextOfLedgers({ ...dataset, catalogues })
  const answers = { consultations: [{ ...consultation, closes: '2023-03-02' }] }
  expect(
    checkFile(ledger, fileText(ledger, answers), known).map(({ problem }) => problem.code),
  ).toEqual(['consultation-short'])
  // Nothing else of the catalogues goes with a page.
  const sent = Object.values(known.catalogues ?? {}).flatMap(({ indicators }) =>
    Object.keys(indicators),
  )
  expect(sent).toEqual(['consultation-days'])
})

test('a problem names the field that it is about', () => {
  const answers: Answers = {
    ...good,
    address: 'www.example.com',
    problems: [
      { problem: '一', measure: '', result: '' },
      { problem: '', measure: '已更换', result: '' },
    ],
    figures: {
      rows: [
        { name: '信息', value: '1' },
        { name: '信息', value: '2' },
      ],
    },
  }
  const found = checkFile(report, textOf(report, answers), context)
  expect(found.map(({ problem, path }) => [problem.code, path])).toEqual([
    ['expects-address', ['address']],
    ['yaml-duplicate-key', ['figures', '信息']],
    ['key-missing', ['problems', 1, 'problem']],
  ])
})

test('the context that goes with a page holds no reasons of the office and nothing of other issues', () => {
  const one = formContextOf(dataset, { issues: ['2024-q1-05'] })
  expect(one.site).not.toHaveProperty('acknowledged')
  expect(one.inspections.map(({ issues }) => Object.keys(issues ?? {}))).toEqual([['2024-q1-05']])
})
