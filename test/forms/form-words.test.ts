import { expect, test } from 'vitest'
import { type Answers, enteredIn } from '#forms/answers.ts'
import { checkFile } from '#forms/check-file.ts'
import { forms } from '#forms/form-kinds.ts'
import { helpWords, problemWords } from '#forms/form-words.ts'
import { yamlText } from '#forms/write.ts'
import type { FormKind } from '#view/form-data.ts'
import { formData } from '#view/submit.ts'
import { modelOfFolder } from '../support/model.ts'

const model = modelOfFolder('test/cases/official', '2025-06-05')

/** What the form says of some answers of its first unit. */
function wordsOf(kind: FormKind, answers: Answers): string[] {
  const data = formData(model, kind)
  const [subject] = data?.subjects ?? []
  const [unit] = subject?.units ?? []
  if (data === null || subject === undefined || unit === undefined) throw new Error('no form')
  const { fields } = forms[kind]
  const text = yamlText(enteredIn(fields, answers))
  const found = checkFile({ kind, of: subject.id, unit }, text, data.context)
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

test('the help of a field speaks of no word of the file either', () => {
  expect(helpWords('不知道的填 not-stated，台账只写已公开，不判断早晚')).toBe(
    '不知道的填“文件未写明”，台账只写已公开，不判断早晚',
  )
})
