import { describe, expect, test } from 'vitest'
import { acknowledge } from '#check/acknowledge.ts'
import { personalData } from '#check/security/personal-data.ts'
import type { Block } from '#model/bulletin.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'
import { stepsOf } from '../../support/steps.ts'
import { personalNumbers } from '#model/texts/personal-numbers.ts'

const remarks = (text: string) => ({ inspections: [inspectionWith({ remarks: [text] })] })
const place = 'data/inspections/2024-q1.yaml remarks.0'

// Fictional, with valid check digits.
test.each([
  ['11010519491231002X', '身份证号'],
  ['１１０１０５１９４９１２３１００２Ｘ', '身份证号'],
  ['110105 19491231 002X', '身份证号'],
  ['1101 0519 4912 3100 2X', '身份证号'],
  ['银行卡号6222 0212 3456 7890 128', '银行卡号'],
  ['银行卡号4111111111111111', '银行卡号'],
  ['银行卡号4111-1111-1111-1111', '银行卡号'],
  ['银行卡号622202 1234567890128', '银行卡号'],
])('%s passes every test of a %s', (text, what) => {
  const [problem, ...others] = problemsOf(personalData, remarks(`联系人：${text}。`))
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code: 'personal-data', level: 'error', args: { what } })
})

test.each([
  '13800138000',
  '138-0013-8000',
  '+86 138 0013 8000',
  '+86-13800138000',
  '008613800138000',
  '8613800138000',
  '１３８００１３８０００',
  '138　0013　8000',
  '138 00138000',
  '138.0013.8000',
  '138-001-38000',
  '1380 013 8000',
  '13800 138000',
])('the words around %s say that it is a telephone', (number) => {
  expect(found(personalData, remarks(`联系人：${number}。`))).toEqual([
    `error personal-number ${place}`,
  ])
})

test.each([
  // Only its form shows that it is such a number.
  ['甲（13800138000）', 'warning'],
  ['金额缴至6222021234567890128', 'warning'],
  ['110105491231002', 'warning'],
  ['编号110105491231002', 'warning'],
  ['注册号110105491231003', 'warning'],
  // The number of an account has no known issuer, or the identity number has a wrong check digit.
  ['银行账号2024111502123451', 'warning'],
  ['身份证号110105194912310021', 'warning'],
  ['身份证号110105491231002', 'error'],
  ['身份证110105 491231 002', 'error'],
])('%s may be a personal number: %s', (text, level) => {
  expect(found(personalData, remarks(text))).toEqual([`${level} personal-number ${place}`])
})

test.each([
  ['personal-number', '值班电话13800138000', '乡镇对外公布的值班手机'],
  ['email-not-listed', '来信请发 zwgk@example.com', '市乙局对外公布的办公邮箱'],
])('the contact of an office can be acknowledged with a written reason: %s', (code, ...row) => {
  const [text, reason] = row
  const inspections = [inspectionWith({ remarks: [text], acknowledged: [{ code, reason }] })]
  const problems = problemsOf(personalData, { inspections })
  expect(problems.map(({ level }) => level)).toEqual(['error'])
  expect(acknowledge(problems, datasetWith({ inspections }), () => true)).toEqual([])
})

test.each([
  '110105194912310021',
  '110105194913310020',
  '4111111111111112',
  '0831-8228888',
  '+86 831 8228888',
  '（010）12345678',
  '阅读量13800138000次',
  '总播放量15000000000人次',
  '网站标识码5115000001',
  '统一社会信用代码115115000088601234',
  '110105491331002',
  '15位：123456789012345',
  '1,380,013,800',
  'https://example.com/art/2024/4111111111111111.html',
  '阅读量13800138000%',
])('%s is not a personal number', (text) => {
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
    'error personal-number content/bulletins/2024-q1.mdx 12',
  ])
  expect(problemsOf(personalData, { bulletins })[0]?.args['number']).toBe('138…00')
})

describe('typed as a number', () => {
  const cell = (column: string, value: number) => ({
    appendices: { list: { title: '名单', columns: [column], rows: [[value]] } },
  })
  const figure = (name: string, value: number) => ({
    figures: { [name]: { value, unit: '次' } },
    areas: { media: { figures: { [name]: value } } },
  })

  test.each([
    ['under the head 联系电话', cell('联系电话', 13800138000), 1],
    ['under the head 阅读量', cell('阅读量', 13800138000), 0],
    ['a figure called 联系人手机', figure('联系人手机', 13800138000), 2],
    ['a figure called 微信阅读量', figure('微信阅读量', 13800138000), 0],
    ['a figure called 手机端阅读量', figure('手机端阅读量', 13800138000), 0],
    ['a bank card is no quantity', cell('备注', 4111111111111111), 1],
    ['nor is an old identity card', figure('数量', 110105491231002), 2],
    ['under the head 工单编号', cell('工单编号', 4111111111111111), 0],
    ['under the head 受理号', cell('受理号', 13800138000), 0],
  ])('%s', (_, parts, count) => {
    expect(found(personalData, { inspections: [inspectionWith(parts)] })).toHaveLength(count)
  })
})

test.each(['138-0013-8000', '138.0013.8000', '110105-19491231-002x'])(
  'is found in a cell that holds nothing but %s',
  (value) => {
    const parts = { appendices: { list: { title: '名单', columns: ['备注'], rows: [[value]] } } }
    expect(problemsOf(personalData, { inspections: [inspectionWith(parts)] })).toHaveLength(1)
  },
)

test('is not found in the checksum of a file, whatever its digits', () => {
  const archived = { file: 'report.txt', sha256: `${'a'.repeat(26)}13800138000${'b'.repeat(27)}` }
  const report = { title: '自查', published: '2024-06-03', archived }
  expect(problemsOf(personalData, { selfInspections: { '2024-q2': { jia: report } } })).toEqual([])
})

test('is found where bold words cut it, at its first digit', () => {
  const text = (words: string, offset: number) => ({ type: 'text', text: words, offset }) as const
  const block: Block = {
    type: 'paragraph',
    children: [text('电话', 10), text('138001', 14), text('38000', 24)],
  }
  const bulletins = { '2024-q1': { id: '2024-q1', blocks: [block] } }
  expect(found(personalData, { bulletins })).toEqual([
    'error personal-number content/bulletins/2024-q1.mdx 14',
  ])
})

describe('a long row of digits is no list of numbers that begin at each of them', () => {
  test.each(['1 ', '1-', '1/', '4 1 1 9 ', '8 1 ', '1 1 0 1 0 1 1 9 0 1 '])(
    '%j',
    async (digits) => {
      const row = digits.repeat(4_000 / digits.length)
      const steps = await stepsOf(() => {
        expect([...personalNumbers(row)]).toEqual([])
      })
      expect(steps).toBeLessThan(4 * row.length)
    },
  )

  test('an identity number of the boxes of a form is found at the end of a row', () => {
    const boxes = [...'11010519491231002X'].join(' ')
    const [number] = personalNumbers(`身份证 ${boxes}`)
    expect(number).toMatchObject({ number: boxes, certainty: 'certain' })
  })
})
