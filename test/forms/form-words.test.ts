import { expect, test } from 'vitest'
import type { Answers } from '#forms/answers.ts'
import { checkFile } from '#forms/check-file.ts'
import { fileText } from '#forms/file-text.ts'
import { forms } from '#forms/form-kinds.ts'
import { helpWords, problemWords } from '#forms/form-words.ts'
import { formContextOfLedgers } from '#model/form-context.ts'
import type { FormKind } from '#view/form-data.ts'
import { formData } from '#view/submit.ts'
import { opennessCatalogues } from '../support/any-openness.ts'
import { datasetWith } from '../support/dataset.ts'
import { modelOfFolder } from '../support/model.ts'

const model = modelOfFolder('test/cases/official', '2025-06-05')

/** What the form says of some answers of its first unit. */
function wordsOf(kind: FormKind, answers: Answers): string[] {
  const data = formData(model, kind)
  const [subject] = data?.subjects ?? []
  const [unit] = subject?.units ?? []
  if (data === null || subject === undefined || unit === undefined) throw new Error('no form')
  const { fields } = forms[kind]
  const form = { kind, of: subject.id, unit }
  const found = checkFile(form, fileText(form, answers), data.context)
  return found.map((one) => problemWords(one, fields))
}

test('what is left empty is named by its title, with the way to say why it is', () => {
  expect(wordsOf('self-inspection', {})).toEqual([
    '“报告标题”还没有填。',
    '“公开日期”还没有填。没有的，选择原因。',
  ])
  expect(wordsOf('rectification', {})).toEqual(['“日期”还没有填。', '“说明”还没有填。'])
})

const title = '东河县2025年第二季度自查整改情况'
test.each<[FormKind, Answers]>([
  ['self-inspection', { title, published: '2025年6月4日', address: 'www.example.com' }],
  ['self-inspection', { title, published: '2020-06-04', summary: '待填写' }],
  ['self-inspection', { title, published: '2025-06-04', summary: '联系张三 13800138000' }],
  ['self-inspection', { title, published: '2025-06-04', summary: '邮箱 zhang@example.com' }],
  ['self-inspection', { title, published: '2025-06-04', areas: ['media'] }],
  ['self-inspection', { title, published: '2025-06-04', problems: [{ measure: '改' }] }],
  ['self-inspection', { title, published: '2025-06-04', publish_on: '明天' }],
  ['self-inspection', { title, published: '2025-06-04', document: { issued: '20250101' } }],
  ['rectification', { on: '明天', statement: '已改', measures: ['TODO'] }],
])('the form of %s says of %j nothing in the language of the file', (kind, answers) => {
  const words = wordsOf(kind, answers)
  expect(words.length).toBeGreaterThan(0)
  // What was typed, and the start of an address, are no words of the file.
  const foreign = words.flatMap(
    (text) =>
      text.replaceAll(/www\.example\.com|https?:\/\/|TODO|zha…om/g, '').match(/[a-z_]{2,}/gi) ?? [],
  )
  expect(foreign, words.join('\n')).toEqual([])
})

test('the form of a ledger says of its mistakes nothing in the language of the file', () => {
  const form = { kind: 'openness', of: '2023', unit: 'jia' } as const
  const catalogues = opennessCatalogues
  const dataset = datasetWith({ openness: { '2023': {} }, catalogues })
  const base = { title: '甲', kind: 'normative' }
  const item = { title: '解', form: 'text', published: '2023-01-01' }
  const text = fileText(form, {
    policies: [
      { $id: '2023-jia-01', ...base, number: '一号', published: '2024-05-01' },
      {
        $id: '2023-jia-02',
        ...base,
        number: '一号',
        published: '2023-05-01',
        interpretation: {
          items: [{ ...item, links_to_policy: 'true', linked_from_policy: 'false' }],
        },
      },
      { $id: '2023-jia-03', title: '乙', kind: '规范', interpretation: { items: [{ url: 'a' }] } },
    ],
    consultations: [
      {
        $id: '2023-jia-c1',
        ...base,
        opened: '2023-03-01',
        closes: '2023-03-02',
        received: '1',
        adopted: '2',
        feedback: { published: '2023-02-01' },
      },
      { $id: '2023-jia-c2', ...base, opened: '2023-03-01', closes: '2023-02-01', received: '一' },
      { $id: '2023-jia-c3', title: '乙', means: ['听证'], feedback: { url: 'a' } },
    ],
    annual_report: { published: '2023-02-01' },
  })
  const { fields } = forms.openness
  const found = checkFile(form, text, formContextOfLedgers(dataset))
  const words = found.map((one) => problemWords(one, fields))
  const foreign = words.flatMap(
    (one) =>
      one
        .replace(/2023-jia-\w+|data\/openness\/2023\/jia\.yaml|https?:\/\//g, '')
        .match(/[a-z_]{2,}/gi) ?? [],
  )
  expect(found.length).toBeGreaterThan(12)
  expect(foreign, words.join('\n')).toEqual([])
})

test('the help of a field speaks of no word of the file either', () => {
  expect(helpWords('不知道的填 not-stated，台账只写已公开，不判断早晚', { kind: 'areas' })).toBe(
    '不知道的填“文件未写明”，台账只写已公开，不判断早晚',
  )
})

test('what only the office can let stand is left out of a file first; what may stand is only explained', () => {
  const form = { kind: 'openness', of: '2023', unit: 'jia' } as const
  const dataset = datasetWith({ openness: { '2023': {} } })
  const item = { title: '解读', form: 'text', published: '2023-04-01' }
  const text = fileText(form, {
    policies: [
      {
        $id: '2023-jia-01',
        title: '公告，电话13812345678',
        kind: 'other',
        published: '2023-05-01',
        interpretation: { items: [item] },
      },
      { $id: '2023-jia-02', title: '乙', kind: 'other', published: '2024-05-01' },
    ],
  })
  const said = checkFile(form, text, formContextOfLedgers(dataset)).map(
    (one) => [one.problem.code, problemWords(one, forms.openness.fields)] as const,
  )
  const of = (wanted: RegExp) => said.find(([code]) => wanted.test(code))?.[1]
  expect(of(/personal|phone/)).toContain('先不写进来，交文件时向收文件的人说明')
  expect(of(/interpretation-early/)).toContain('交文件时说明')
  expect(of(/ledger-other-year/)).toContain('上面的年度选那一年')
})
