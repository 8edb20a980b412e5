import { expect, test } from 'vitest'
import { documentFacts, type DocumentFacts } from '#schema/document.ts'
import { documentRows } from '#view/names.ts'

test('every known field of a document has its row', () => {
  const dates = { issued: '2024-04-08', published: '2024-04', reposted: '2024-04-12' }
  const document: Required<DocumentFacts> = {
    title: '关于检查情况的通报',
    type: '函',
    number: '示府办〔2024〕1号',
    to: '各县（区）人民政府',
    basis: ['国办秘函〔2019〕19号', '示府办〔2023〕8号'],
    contact: '市政务公开办，0000-0000000',
    index: '000000000/2024-00001',
    subject: '综合政务',
    validity: '有效',
    ...dates,
    address: 'https://www.example.com/1.html',
    abridged: '网页文本有删减',
  }
  expect(Object.keys(document).sort()).toEqual(Object.keys(documentFacts.shape).sort())
  const shown = documentRows(document).map(({ value }) =>
    typeof value === 'string' ? value : value.href,
  )
  const expected = {
    ...document,
    basis: '国办秘函〔2019〕19号；示府办〔2023〕8号',
    issued: '2024年4月8日',
    published: '2024年4月',
    reposted: '2024年4月12日',
  }
  expect(shown.toSorted()).toEqual(Object.values(expected).toSorted())
})

test('unknown facts of a document have no row', () => {
  expect(documentRows(undefined)).toEqual([])
  expect(documentRows({ type: '函' })).toEqual([{ label: '文种', value: '函' }])
})
