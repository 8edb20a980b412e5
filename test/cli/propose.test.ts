import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { confirm } from '../../src/cli/confirm.ts'
import { dismiss } from '../../src/cli/dismiss.ts'
import { propose, proposeOptions } from '../../src/cli/propose.ts'
import type { Issue } from '#schema/issue.ts'
import { sha256 } from '#model/sha256.ts'
import type { Proposal } from '#tools/proposals/proposal.ts'
import { base, copyOf, findings, type Folders } from '../support/authored.ts'
import { printed } from '../support/printed.ts'

type Office = Folders & { readonly folder: string; readonly out: string }

const own = `policies:
  2023-caizheng-01:
    title: 小微企业贷款贴息管理办法
    number: 示财规〔2023〕2号
    kind: normative
    disclosure: proactive
    published: 2023-05-10
  2023-caizheng-02:
    title: 预算绩效管理方案
    kind: important
    published: 2023-06-10
`
const office = `units:
  caizheng: { looked_on: 2024-04-10, complete: true }
judgements:
  2023-caizheng-01: { owes: true, reason: 行政规范性文件，涉及企业申报 }
`

/** A copy of the data with the ledger of a unit at which the office has looked. */
function looked(
  files: Readonly<Record<string, string>> = { '2023/caizheng': own, '2023': office },
) {
  const copy = copyOf(base)
  for (const [name, text] of Object.entries(files)) {
    const path = join(copy.data, `openness/${name}.yaml`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return { ...copy, out: join(copy.folder, 'out') }
}

const run = (one: Office, year = '2023') => printed(propose, one, year, '--out', one.out)
const open = ({ out }: Office): Proposal[] =>
  (existsSync(out) ? readdirSync(out) : [])
    .filter((name) => /^[\da-f]{10}\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Proposal)

test('a year without interpretation is proposed, with the files that it rests on', async () => {
  const one = looked()
  const { text, code } = await run(one)
  expect(code, text).toBe(0)
  expect(text).toContain('2023年的台账有1条提示')
  const [proposal] = open(one)
  expect(proposal).toMatchObject({
    kind: 'no-interpretation',
    unit: '市财政局',
    says: '2023年应解读的1件文件都没有解读，清单已核对齐全（2024年4月10日核查）',
  })
  expect(proposal?.evidence.files).toContainEqual({
    path: 'data/openness/2023/caizheng.yaml',
    sha256: sha256(own),
  })
  const list = await printed(confirm, one, '--from', one.out)
  expect(list.text).toContain('市财政局：2023年应解读的1件文件都没有解读')
})

test('a confirmed proposal becomes an issue that says where it came from', async () => {
  const one = looked()
  await run(one)
  const words = ['--period', '2024-q1', '--text', '2023年未制作解读材料', '--publish-evidence']
  const { text, code } = await printed(
    confirm,
    one,
    open(one)[0]?.id ?? '',
    ...words,
    '--from',
    one.out,
    '--write',
  )
  expect(code, text).toBe(0)
  const file = readFileSync(join(one.data, 'inspections/2024-q1.yaml'), 'utf8')
  const { issues } = parse(file) as { issues: Record<string, Issue> }
  expect(Object.values(issues).at(-1)).toMatchObject({
    units: ['caizheng'],
    severity: 'not-stated',
    counts_in_rate: 'not-stated',
    origin: {
      from: '政务公开台账',
      measured: '全年应解读、没有解读的文件1件',
      evidence: [{ title: '政务公开台账的依据' }],
    },
  })
  expect(findings(one).filter((line) => line.startsWith('error'))).toEqual([])
  expect((await run(one)).text).toContain('1条以前已经确认或者排除，没有再提')
})

test('a dismissed proposal does not come back after the next look', async () => {
  const one = looked()
  await run(one)
  const reason = ['--reason', '解读发在上级网站', '--from', one.out]
  expect((await printed(dismiss, one, open(one)[0]?.id ?? '', ...reason)).code).toBe(0)
  writeFileSync(join(one.data, 'openness/2023.yaml'), office.replace('04-10', '05-20'))
  expect((await run(one)).text).toContain('没有新的提示')
  expect(open(one)).toEqual([])
})

test('a finding that is gone at the next run is no longer proposed', async () => {
  const one = looked()
  await run(one)
  writeFileSync(join(one.data, 'openness/2023.yaml'), office.replace('owes: true', 'owes: false'))
  await run(one)
  expect(open(one)).toEqual([])
})

test('nothing is proposed without a look or a judgement', async () => {
  for (const text of [
    office.replace('looked_on: 2024-04-10, complete: true', 'report_due: 2024-02-15'),
    office.split('judgements')[0] ?? '',
  ]) {
    const one = looked({ '2023/caizheng': own, '2023': text })
    const { text: said, code } = await run(one)
    expect(code, said).toBe(0)
    expect(said).toContain('没有判断、没有核查的，不提示')
    expect(open(one)).toEqual([])
  }
})

test('a year without a ledger, a folder that a build reads, and one with another page are refused', async () => {
  const one = looked()
  expect((await run(one, '2022')).text).toContain('没有2022年的政务公开台账。有的是：2023。')
  const inData = await printed(propose, one, '2023', '--out', one.data)
  expect([inData.code, inData.text]).toEqual([
    1,
    expect.stringContaining('工作底稿不能写到数据文件夹') as string,
  ])
  mkdirSync(one.out)
  writeFileSync(join(one.out, 'index.html'), '<title>本单位的主页</title>')
  expect((await run(one)).text).toContain('不是程序写的提示网页')
  expect(readdirSync(one.out)).toEqual(['index.html'])
  for (const args of [[], ['2023-q1'], ['2023', '2024']])
    expect(proposeOptions(args)).toHaveProperty('mistake')
})
