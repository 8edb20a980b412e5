import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type RunBudget, runBudget } from '#read/attachments/attachment-budget.ts'
import { readAttachments } from '#read/attachments/attachments.ts'
import { ReadingCache } from '#read/reading-cache.ts'
import { base, copyOf, findings } from '../../support/authored.ts'

const record = 'data/self-inspections/2024-q2/xuzhou.yaml'
const list = 'content/attachments/2024-q2/xuzhou/list.csv'

/** The findings when a unit's report names a CSV file with this content. */
function foundWith(csv: string | Uint8Array, more = '', site = ''): string[] {
  const copy = copyOf(base)
  const write = (file: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(copy.folder, file)), { recursive: true })
    writeFileSync(join(copy.folder, file), text)
  }
  write(list, csv)
  write(
    record,
    `title: 叙州区2024年第二季度自查整改情况\npublished: 2024-06-03\nattachments:\n  - { file: list.csv, title: 清单 }\n${more}`,
  )
  appendFileSync(join(copy.folder, 'data/site.yaml'), site)
  return findings(copy)
}

const acknowledging = (code: string, at: string): string =>
  `acknowledged:\n  - { code: ${code}, at: ${at}, reason: 对外公布的办公电话 }\n`

// Fictional, with a valid check digit.
const identity = '姓名,身份证号\n某某,11010519491231002X\n'
const phone = '部门,电话\n办公室,13800138000\n'

test('an identity-card number in an attachment stops the site', () => {
  expect(foundWith(identity)).toEqual([`error ${list} attachment-identity`])
})

test('a file in UTF-16, as spreadsheet programs write it, is read', () => {
  const wide = Buffer.from(`\ufeff${identity.replaceAll(',', '\t')}`, 'utf16le')
  expect(foundWith(wide)).toEqual([`error ${list} attachment-identity`])
})

test('a telephone number is a warning, until the record that names the file acknowledges it', () => {
  expect(foundWith(phone)).toEqual([`warning ${list} attachment-number`])
  expect(foundWith(phone, acknowledging('attachment-number', 'list.csv'))).toEqual([])
})

test('of several attachments only the one that is named is acknowledged', () => {
  expect(foundWith(phone, acknowledging('attachment-number', 'other.csv'))).toEqual([
    `warning ${list} attachment-number`,
    expect.stringContaining('acknowledgement-unneeded'),
  ])
})

test('an identity-card number cannot be acknowledged', () => {
  expect(foundWith(identity, acknowledging('attachment-identity', 'list.csv'))).toEqual([
    `error ${list} attachment-identity`,
    expect.stringContaining('acknowledgement-of-error'),
  ])
})

test('the office’s own telephone number is not reported', () => {
  expect(foundWith(phone, '', 'contact: 办公室，电话13800138000\n')).toEqual([])
})

const marked = '机密★10年,\n某某,某某\n'
const internal = '系统,地址\n公文系统,http://10.0.12.7/\n'

test.each([
  ['a marking', marked, 'attachment-marking'],
  ['an internal address', internal, 'attachment-internal-address'],
])('%s in an attachment is a warning, on an official site an error', (_what, csv, code) => {
  expect(foundWith(csv)).toEqual([`warning ${list} ${code}`])
  expect(foundWith(csv, '', 'official: true\n')).toContain(`error ${list} ${code}`)
})

test('attachments crowded out by others are one error, which names them', () => {
  const { content } = copyOf(base)
  const write = (name: string, bytes: Uint8Array | string): void => {
    mkdirSync(join(content, 'attachments/2024-q2'), { recursive: true })
    writeFileSync(join(content, 'attachments/2024-q2', name), bytes)
  }
  write('a.csv', '名称\n检查\n')
  // More than the own budget of attachments of a few kilobytes.
  write('b.zip', zipSync({ 'a.txt': new Uint8Array(8_000_000).fill(97) }))
  const rules = { limit: 20, isOfficial: false, contact: '', readsContent: true }
  const cache = new ReadingCache()
  const codes = (run: RunBudget): string[] =>
    readAttachments(content, rules, run, cache).problems.map(
      ({ level, file, code, args }) => `${level} ${file} ${code} ${args['files'] ?? ''}`,
    )
  expect(codes({ ...runBudget(0), pdfWork: 0 })).toEqual([
    'warning content/attachments/2024-q2/b.zip attachment-unread ',
    'error content/attachments attachments-unread 2024-q2/b.zip',
  ])
  // The next run has a full budget.
  expect(codes(runBudget())).toEqual([])
})
