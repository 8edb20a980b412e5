import { describe, expect, test } from 'vitest'
import { personalData } from '#checks/personal-data.ts'
import type { Block } from '#domain/bulletin.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'
import { found, problemsOf } from './found.ts'

const remarks = (text: string) => ({ inspections: [inspectionWith({ remarks: [text] })] })
const place = 'data/inspections/2024-q1.yaml remarks.0'

// Made up, with check digits that are right.
test.each([
  ['11010519491231002X', '身份证号'],
  ['１１０１０５１９４９１２３１００２Ｘ', '身份证号'],
  ['13800138000', '手机号码'],
  ['138-0013-8000', '手机号码'],
  ['6222 0212 3456 7890 128', '银行卡号'],
  ['4111111111111111', '银行卡号'],
])('%s is a %s', (number, what) => {
  const [problem, ...others] = problemsOf(personalData, remarks(`联系人：${number}。`))
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code: 'personal-data', level: 'error', args: { what } })
})

test.each([
  '110105194912310021',
  '110105194913310020',
  '4111111111111112',
  '0831-8228888',
  '15位：123456789012345',
  '1,380,013,800',
  'https://example.com/art/2024/4111111111111111.html',
  '阅读量13800138000%',
])('%s is nobody’s', (text) => {
  expect(found(personalData, remarks(text))).toEqual([])
})

describe('an e-mail address', () => {
  test('is an error', () => {
    expect(found(personalData, remarks('报送至 zhang.san@example.com'))).toEqual([
      `error email-not-listed ${place}`,
    ])
  })

  test('may be the contact of the site', () => {
    const { site } = datasetWith()
    const contact = '邮箱 office@example.com，电话 13800138000'
    const parts = { ...remarks('请发 office@example.com'), site: { ...site, contact } }
    expect(found(personalData, parts)).toEqual([])
  })
})

test('is found in a bulletin at its place, and is not repeated whole', () => {
  const block: Block = {
    type: 'paragraph',
    children: [{ type: 'text', text: '电话13800138000', offset: 10 }],
  }
  const bulletins = { '2024-q1': { id: '2024-q1', blocks: [block] } }
  expect(found(personalData, { bulletins })).toEqual([
    'error personal-data content/bulletins/2024-q1.mdx 12',
  ])
  expect(problemsOf(personalData, { bulletins })[0]?.args['number']).toBe('138…00')
})

test('is found in a table where it was typed as a number', () => {
  const appendices = { list: { title: '名单', columns: ['电话'], rows: [[13800138000]] } }
  expect(found(personalData, { inspections: [inspectionWith({ appendices })] })).toHaveLength(1)
})

test('is not found in the checksum of a file, whatever its digits', () => {
  const archived = { file: 'report.txt', sha256: `${'a'.repeat(26)}13800138000${'b'.repeat(27)}` }
  const report = { title: '自查', published: '2024-06-03', archived }
  expect(problemsOf(personalData, { selfInspections: { '2024-q2': { jia: report } } })).toEqual([])
})
