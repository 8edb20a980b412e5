import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Answers, enteredIn } from '#forms/answers.ts'
import { checkFile } from '#forms/check-file.ts'
import { fileOf, type FormFile, forms } from '#forms/form-kinds.ts'
import { formContextOf } from '#model/form-context.ts'
import { yamlText } from '#forms/write.ts'
import { indexDataset } from '#model/dataset.ts'
import { loadChecked } from '#build/load-checked.ts'
import { wording } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'
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
const statement: FormFile = { kind: 'rectification', of: '2024-q1-05', unit: 'xuzhou' }

const textOf = ({ kind }: FormFile, answers: Answers): string =>
  yamlText(enteredIn(forms[kind].fields, answers))

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
  ])('%s', (_what, form, answers, codes) => {
    const text = textOf(form, answers)
    const found = checkFile(form, text, context)
    expect(found.map(({ problem }) => problem.code)).toEqual(codes)
    expect(messagesOf(found.map(({ problem }) => problem))).toEqual(byCommand(form, text))
  })
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
