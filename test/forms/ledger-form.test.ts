import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf } from '#forms/answers-of.ts'
import { type Answers, enteredIn, usedIds, withoutBlanks, withUsedIds } from '#forms/answers.ts'
import { placeOf } from '#forms/edit.ts'
import { fileText, hasNothing } from '#forms/file-text.ts'
import { checkFile } from '#forms/check-file.ts'
import { type FormFile, forms } from '#forms/form-kinds.ts'
import { recordWords } from '#forms/form-words.ts'
import { openedAnswers } from '#forms/opened-file.ts'
import { yamlText } from '#forms/write.ts'
import { formContextOfLedgers } from '#model/form-context.ts'
import { readRecord } from '#read/records/read-record.ts'
import { anyUnitOpenness } from '../support/any-openness.ts'
import { base, datasetOf } from '../support/authored.ts'

const form: FormFile = { kind: 'openness', of: '2023', unit: 'xuzhou' }
const { fields, schema, placeholder } = forms.openness
const read = (text: string) => readRecord({ file: 'data/x.yaml', text }, schema, placeholder)

const policy = {
  $id: '2023-xuzhou-01',
  title: '关于印发甲办法的通知',
  number: '示财规〔2023〕2号',
  kind: 'normative',
  published: '2023-05-10',
}
const consultation = {
  $id: '2023-xuzhou-c1',
  title: '关于甲办法公开征求意见的公告',
  kind: 'normative',
  opened: '2023-03-01',
  closes: '2023-03-31',
}

test.each<[string, Answers, boolean]>([
  ['nothing', {}, true],
  [
    'blank inputs and groups',
    { policies: [{ $id: '2023-xuzhou-01', title: ' ' }], annual_report: { published: '' } },
    true,
  ],
  ['only ids of removed records', { $used: { policies: ['2023-xuzhou-01'] } }, true],
  ['one document', { policies: [policy] }, false],
])('a form has nothing for a file or something: %s', (_, answers, isEmpty) => {
  expect(hasNothing(form, withoutBlanks(fields, answers))).toBe(isEmpty)
})

test('a draft that is saved and read again still knows the ids of removed records', () => {
  const before: Answers = { policies: [policy, { ...policy, $id: '2023-xuzhou-02' }] }
  const removed = withUsedIds({ policies: [policy] }, before, fields)
  const draft = withoutBlanks(fields, JSON.parse(JSON.stringify(removed)) as Answers)
  expect(usedIds(draft, 'policies')).toEqual(['2023-xuzhou-01', '2023-xuzhou-02'])
  const next = withUsedIds({ ...draft, policies: [] }, draft, fields)
  expect(usedIds(next, 'policies')).toEqual(['2023-xuzhou-01', '2023-xuzhou-02'])
  expect(fileText(form, draft)).toBe(fileText(form, { policies: [policy] }))
})

test('a year’s documents and consultations become the file that people write by hand', () => {
  const answers: Answers = {
    policies: [
      {
        ...policy,
        disclosure: 'proactive',
        interpretation: {
          items: [
            {
              title: '《甲办法》解读',
              form: 'text',
              published: '2023-05-10',
              links_to_policy: 'true',
              linked_from_policy: 'false',
            },
          ],
          together: { drafted: 'true', reviewed: 'not-stated' },
        },
        gazette: { sent: '2023-05-20', reason: '' },
      },
      { $id: '2023-xuzhou-02', title: ' ', kind: '' },
    ],
    consultations: [
      {
        ...consultation,
        means: ['notice', 'hearing'],
        received: '12',
        adopted: 'not-stated',
        feedback: 'not-yet',
        policy: '2023-xuzhou-01',
      },
      { ...consultation, $id: '2023-xuzhou-c2', feedback: { published: '2023-04-20', url: '' } },
    ],
    annual_report: { published: '2024-01-28' },
  }
  expect(fileText(form, answers)).toBe(`policies:
  2023-xuzhou-01:
    title: 关于印发甲办法的通知
    number: 示财规〔2023〕2号
    kind: normative
    disclosure: proactive
    published: 2023-05-10
    interpretation:
      items:
        - title: 《甲办法》解读
          form: text
          published: 2023-05-10
          links_to_policy: true
          linked_from_policy: false
      together:
        drafted: true
        reviewed: not-stated
    gazette:
      sent: 2023-05-20
consultations:
  2023-xuzhou-c1:
    title: 关于甲办法公开征求意见的公告
    kind: normative
    means: [notice, hearing]
    opened: 2023-03-01
    closes: 2023-03-31
    received: 12
    adopted: not-stated
    feedback: not-yet
    policy: 2023-xuzhou-01
  2023-xuzhou-c2:
    title: 关于甲办法公开征求意见的公告
    kind: normative
    opened: 2023-03-01
    closes: 2023-03-31
    feedback:
      published: 2023-04-20
annual_report:
  year: 2023
  published: 2024-01-28
`)
})

test('an annual report without a day or an address is no report of the year alone', () => {
  expect(fileText(form, { annual_report: { published: '', url: '' } })).toBe('{}\n')
})

test('any ledger is the same after it was opened in the form and written again', () => {
  fc.assert(
    fc.property(anyUnitOpenness, (ledger) => {
      const text = yamlText(enteredIn(fields, answersOf(fields, ledger)))
      const { value, problems } = read(text)
      expect(problems).toEqual([])
      // A group without fields says nothing, and is left out.
      expect(withoutEmpty(value)).toEqual(withoutEmpty(ledger))
    }),
  )
})

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => JSON.stringify(inner) !== '{}')
  return Object.fromEntries(entries)
}

describe('a hostile text in a record', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    'title: x\n  kind: other',
    '2023-xuzhou-02:',
    '{{ x }} # &a *b',
    '=1+1',
    '\'"\\',
    '__proto__',
  ])('stays text: %s', (title) => {
    const { value, problems } = read(fileText(form, { policies: [{ ...policy, title }] }))
    expect(problems).toEqual([])
    expect(Object.keys((value as { policies: object }).policies)).toEqual(['2023-xuzhou-01'])
    expect(value).toMatchObject({
      policies: { '2023-xuzhou-01': { title: title.replace(/\n\s*/, ' ') } },
    })
  })
})

test('empty records are left out, so that a problem leads to the record on the page', () => {
  const answers = withoutBlanks(fields, {
    $rest: '{}',
    policies: [
      { $id: '2023-xuzhou-01', title: '' },
      { ...policy, $id: '2023-xuzhou-02', published: '' },
    ],
  })
  const context = formContextOfLedgers(datasetOf(base))
  const [problem] = checkFile(form, fileText(form, answers), context)
  expect(problem?.path).toEqual(['policies', '2023-xuzhou-02', 'published'])
  expect(placeOf(answers, problem?.path ?? [])).toEqual(['policies', 0, 'published'])
  expect(problem && recordWords(problem, fields, answers)).toBe('政策文件第1条：')
})

describe('a file that is opened again', () => {
  const text = `# 单位自己写的
policies:
  2023-xuzhou-07: { title: 甲, kind: other, published: 2023-05-10 }
corrections:
  - { on: 2023-06-01, at: policies.2023-xuzhou-07.title, from: 乙, to: 甲, reason: 录入有误 }
`

  test('comes back with the parts that the form does not show', () => {
    const opened = openedAnswers(form, text)
    expect('answers' in opened && read(fileText(form, opened.answers)).value).toEqual(
      read(text).value,
    )
  })

  test('is not opened with a mistake, which is named', () => {
    const opened = openedAnswers(form, text.replace('kind: other, ', ''))
    expect('wrong' in opened && opened.wrong.map(({ code }) => code)).toEqual(['key-missing'])
  })
})

test('a consultation may name a document of another year, which the form does not know', () => {
  const context = formContextOfLedgers(datasetOf(base))
  const answers = { consultations: [{ ...consultation, policy: '2024-xuzhou-03' }] }
  expect(checkFile(form, fileText(form, answers), context)).toEqual([])
})
