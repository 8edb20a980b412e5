import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compareReportsCommand } from '../../src/cli/compare-reports.ts'
import { confirm, confirmOptions } from '../../src/cli/confirm.ts'
import { dismiss, dismissOptions } from '../../src/cli/dismiss.ts'
import type { Issue } from '#schema/issue.ts'
import { fingerprintOf, proposalId, type Proposal } from '#tools/proposals/proposal.ts'
import { writeProposals } from '#tools/proposals/store.ts'
import { asText, fictionalReport, nextYear } from '../support/annual-reports.ts'
import { issueView } from '#view/pages/issues.ts'
import { base, copyOf, findings, type Folders } from '../support/authored.ts'
import { modelOfFolder } from '../support/model.ts'
import { printed } from '../support/printed.ts'

type Office = Folders & { readonly folder: string; readonly out: string }
const file = 'data/inspections/2024-q1.yaml'

/** A copy of the data, and the reports of a unit for two years, of which the second is a copy. */
function office(change: (text: string) => string = (text) => text): Office {
  const copy = copyOf(base)
  for (const year of ['2022', '2023']) mkdirSync(join(copy.folder, year))
  const report = fictionalReport('confirm', 1, 2022)
  writeFileSync(join(copy.folder, '2022/caizheng.txt'), change(asText(report)))
  writeFileSync(join(copy.folder, '2023/caizheng.txt'), change(asText(nextYear.copied(report))))
  return { ...copy, out: join(copy.folder, 'out') }
}

const compare = ({ folder, out, ...folders }: Office) =>
  printed(compareReportsCommand, folders, join(folder, '2022'), join(folder, '2023'), '--out', out)

/** The ids of the open proposals of a kind. */
const openIds = ({ out }: Office, kind = 'reuse'): string[] =>
  readdirSync(out)
    .filter((name) => /^[\da-f]{10}\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Proposal)
    .filter((one) => one.kind === kind)
    .map(({ id }) => id)

const words = ['--period', '2024-q1', '--text', '2023年年度报告大段照抄上年报告']
const confirmed = (one: Office, ...more: string[]) =>
  printed(confirm, one, openIds(one)[0] ?? '', ...words, '--from', one.out, ...more)

const textOf = ({ folder }: Office): string => readFileSync(join(folder, file), 'utf8')

/** The issue that a run wrote. */
function lastIssue(one: Office): Issue {
  const { issues } = parse(textOf(one)) as { issues: Record<string, Issue> }
  return Object.values(issues).at(-1) as Issue
}

describe('a confirmed proposal', () => {
  test('is listed before, and only shown without --write', async () => {
    const one = office()
    await compare(one)
    const before = textOf(one)
    const list = await printed(confirm, one, '--from', one.out)
    expect(list.text).toContain('caizheng：年度报告自有内容有100%与上年的相同（高度雷同）')
    const { text, code } = await confirmed(one)
    expect(code).toBe(0)
    expect(text).toContain('+    text: 2023年年度报告大段照抄上年报告')
    expect(text).toContain('什么也没有写入')
    expect(textOf(one)).toBe(before)
  })

  test('becomes an issue with the officer’s words, its measurement and line, and no other byte changes', async () => {
    const one = office()
    await compare(one)
    const before = textOf(one)
    const { code, text } = await confirmed(one, '--write', '--indicator', 'annual-report-repeats')
    expect(code, text).toBe(0)
    expect(lastIssue(one)).toEqual({
      area: 'openness',
      units: ['caizheng'],
      indicators: ['annual-report-repeats'],
      severity: 'not-stated',
      counts_in_rate: 'not-stated',
      text: '2023年年度报告大段照抄上年报告',
      origin: {
        from: '年度报告比对',
        measured: '自有内容重复率100%，参考线80%（未经核定）',
        about: { finding: 'reuse', year: 2023 },
      },
    })
    const added = textOf(one)
      .split('\n')
      .filter((line) => !before.split('\n').includes(line))
    expect(before.split('\n').filter((line) => !textOf(one).split('\n').includes(line))).toEqual([])
    expect(added.length).toBeLessThanOrEqual(12)
    expect(findings(one).filter((line) => line.startsWith('error'))).toEqual([])
  })

  test('is not proposed again', async () => {
    const one = office()
    await compare(one)
    await confirmed(one, '--write')
    expect(openIds(one)).toEqual([])
    const again = await compare(one)
    expect(again.text).toContain('1条以前已经确认或者排除，没有再提')
    expect(openIds(one)).toEqual([])
  })

  test('has public evidence only when it is asked for', async () => {
    const one = office()
    await compare(one)
    const { text, code } = await confirmed(one, '--publish-evidence', '--write')
    expect(code, text).toBe(0)
    const [attached] = lastIssue(one).origin?.evidence ?? []
    expect(attached?.title).toBe('年度报告比对的依据')
    const evidence = readFileSync(
      join(one.content, 'attachments/2024-q1', attached?.file ?? ''),
      'utf8',
    )
    expect(evidence).toContain('自有内容重复率100%，参考线80%（未经核定）')
    expect(evidence).toMatch(/SHA-256：[\da-f]{64}/)
    expect(findings(one).filter((line) => line.startsWith('error'))).toEqual([])
  })

  test('is refused in words where its evidence is there already, and nothing is written', async () => {
    const first = office()
    await compare(first)
    await confirmed(first, '--publish-evidence', '--write')
    const name = lastIssue(first).origin?.evidence?.[0]?.file ?? ''
    const one = office()
    await compare(one)
    const before = textOf(one)
    const folder = join(one.content, 'attachments/2024-q1')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), 'left by an earlier try')
    const { text, code } = await confirmed(one, '--publish-evidence', '--write')
    expect(code).toBe(1)
    expect(text).toContain(`content/attachments/2024-q1/${name} 已经有了，没有写入`)
    expect(textOf(one)).toBe(before)
    expect(readFileSync(join(folder, name), 'utf8')).toBe('left by an earlier try')
  })

  test('leads from its page to the public evidence, and says what the next year showed', async () => {
    const one = office()
    await compare(one)
    const { text, code } = await confirmed(one, '--publish-evidence', '--write')
    expect(code, text).toBe(0)
    const factsOn = (asOf: string) => {
      const model = modelOfFolder(one.folder, asOf)
      const record = model.index.issues.findLast(({ issue }) => issue.origin !== undefined)
      if (record === undefined) throw new Error('no issue')
      return issueView(model, { record }).facts
    }
    expect(factsOn('2025-06-01')).toContainEqual({
      label: '依据',
      value: [
        expect.objectContaining({
          label: expect.stringContaining('年度报告比对的依据') as string,
          href: expect.stringContaining('evidence-2024-q1-') as string,
        }),
      ],
    })
    const again = (asOf: string) =>
      factsOn(asOf).find(({ label }) => label === '下一年度比对（2024年度）')?.value
    expect(again('2025-06-01')).toEqual([{ label: '市财政局：本站未收录', href: undefined }])
    mkdirSync(join(one.data, 'openness'))
    writeFileSync(
      join(one.data, 'openness/2024.yaml'),
      'units:\n  caizheng: { report_compared: { on: 2025-03-10, repeats: false } }\n',
    )
    const href = '/openness/2024/caizheng.html'
    expect(again('2025-03-09')).toEqual([{ label: '市财政局：未比对', href }])
    expect(again('2025-06-01')).toEqual([
      { label: '市财政局：不再雷同（2025年3月10日比对）', href },
    ])
  })

  test('has no public evidence with a telephone number in it', async () => {
    const one = office((text) =>
      text.replace('我局坚持', '请致电张三，手机号码13812345678，我局坚持'),
    )
    await compare(one)
    const before = textOf(one)
    const { text, code } = await confirmed(one, '--publish-evidence', '--write')
    expect(code).toBe(1)
    expect(text).toContain('依据里有不能公开的内容（手机号码：138')
    expect(text).not.toContain('13812345678')
    expect(textOf(one)).toBe(before)
    expect(existsSync(join(one.content, 'attachments/2024-q1'))).toBe(false)
  })

  test('is never a veto: an indicator of that kind is refused', async () => {
    const one = office()
    await compare(one)
    const { text, code } = await confirmed(one, '--indicator', 'website-unreachable', '--write')
    expect(code).toBe(1)
    expect(text).toContain('是单项否决指标，不能由程序的提示写入')
  })

  test.each([
    [['--units', 'caizhen'], '单位名录里没有“caizhen”，是不是“caizheng”'],
    [['--area', 'fire'], '这一期没有领域“fire”'],
    [['--period', '2030-q1'], '还没有 data/inspections/2030-q1.yaml'],
    [['--text', '全体干部手机号码13812345678'], ''],
  ])('with %j is checked like any other record', async (args, says) => {
    const one = office()
    await compare(one)
    const { text, code } = await confirmed(one, ...args)
    expect(code).toBe(says === '' ? 0 : 1)
    expect(text).toContain(says)
  })

  test('that is unknown or damaged is told', async () => {
    const one = office()
    await compare(one)
    const [id = ''] = openIds(one)
    const unknown = await printed(confirm, one, '0123456789', ...words, '--from', one.out)
    expect(unknown.text).toContain('没有编号为“0123456789”的提示')
    writeFileSync(join(one.out, `${id}.json`), '{"id":1}')
    const damaged = await printed(confirm, one, id, ...words, '--from', one.out)
    expect(damaged.text).toContain('被改动过，读不准')
    const path = await printed(confirm, one, '../../etc/passwd', ...words, '--from', one.out)
    expect(path.code).toBe(1)
  })
})

describe('where the page of proposals cannot be written', () => {
  const reason = ['--reason', '属实']
  const warned = /已(?:写入|排除)[\s\S]*提醒：上面的处理已经完成.*没有更新.*被改动过，读不准/

  test('because another proposal is damaged, what was decided is done, and only that is a warning', async () => {
    const one = office()
    await compare(one)
    writeFileSync(join(one.out, 'aaaaaaaaaa.json'), '{}')
    const { text, code } = await confirmed(one, '--write')
    expect(code, text).toBe(0)
    expect(text).toMatch(warned)
    expect(lastIssue(one).text).toBe(words[3])
    const other = office()
    await compare(other)
    const [id = ''] = openIds(other)
    writeFileSync(join(other.out, 'aaaaaaaaaa.json'), '{}')
    const dismissed = await printed(dismiss, other, id, ...reason, '--from', other.out)
    expect(dismissed.code, dismissed.text).toBe(0)
    expect(dismissed.text).toMatch(warned)
  })

  test('because another page has its name, nothing is written at all', async () => {
    const one = office()
    await compare(one)
    const before = textOf(one)
    const [id = ''] = openIds(one)
    const path = join(one.out, 'index.html')
    writeFileSync(path, '<!doctype html><title>本单位的主页</title>')
    const names = readdirSync(one.out)
    const runs = [
      await confirmed(one, '--write'),
      await printed(dismiss, one, id, ...reason, '--from', one.out),
      await compare(one),
    ]
    for (const { text, code } of runs) {
      expect(code).toBe(1)
      expect(text).toContain(`“${path}”不是程序写的提示网页`)
    }
    expect(readFileSync(path, 'utf8')).toContain('本单位的主页')
    expect(textOf(one)).toBe(before)
    expect(readdirSync(one.out)).toEqual(names)
  })
})

test('an issue in a round that is published already is warned of before it is written', async () => {
  const one = office()
  await compare(one)
  const warning = '提醒：2024-q1 已经公布，写进去的问题会被读成这一期通报提出的问题'
  expect((await confirmed(one)).text).toContain(warning)
  const path = join(one.folder, file)
  const text = textOf(one)
  writeFileSync(path, text.replace('published_here:', 'publish_on: 2030-01-01\npublished_here:'))
  const planned = await confirmed(one)
  expect(planned.code, planned.text).toBe(0)
  expect(planned.text).not.toContain('已经公布，')
  writeFileSync(path, text)
  expect((await confirmed(one, '--write')).text).toMatch(new RegExp(`${warning}[\\s\\S]*已写入`))
})

describe('a dismissed proposal', () => {
  const reason = ['--reason', '两年都没有新的业务，内容相同属实']

  test('keeps its fingerprint and reason, and does not come back', async () => {
    const one = office()
    await compare(one)
    const [id = ''] = openIds(one)
    const { code } = await printed(dismiss, one, id, ...reason, '--from', one.out)
    expect(code).toBe(0)
    const decisions = JSON.parse(readFileSync(join(one.out, 'decisions.json'), 'utf8')) as object
    expect(Object.entries(decisions)).toEqual([
      [
        expect.stringMatching(new RegExp(`^${id}[\\da-f]{54}$`)),
        { decision: 'dismissed', reason: reason[1] },
      ],
    ])
    await compare(one)
    expect(openIds(one)).toEqual([])
  })

  test('comes back when the reports are others', async () => {
    const one = office()
    await compare(one)
    await printed(dismiss, one, openIds(one)[0] ?? '', ...reason, '--from', one.out)
    const path = join(one.folder, '2023/caizheng.txt')
    writeFileSync(path, readFileSync(path, 'utf8').replace('。', '。今年新开设了一个专栏。'))
    await compare(one)
    expect(openIds(one)).toHaveLength(1)
  })

  test('stays dismissed where the file of decisions is damaged: the comparison stops', async () => {
    const one = office()
    await compare(one)
    writeFileSync(join(one.out, 'decisions.json'), '{')
    const { text, code } = await compare(one)
    expect(code).toBe(1)
    expect(text).toContain('decisions.json 被改动过，读不准')
  })
})

test('other finders propose in the same way, and a run replaces only its own proposals', async () => {
  const one = office()
  await compare(one)
  const ledger = (unit: string): Proposal => {
    const fingerprint = fingerprintOf(['政策台账', 'no-interpretation', unit, '2023'])
    return {
      id: proposalId(fingerprint),
      fingerprint,
      source: '政策台账',
      run: 'openness-2023',
      kind: 'no-interpretation',
      unit,
      says: '全年没有发布政策解读',
      measurement: { what: '应当解读的文件', value: 4, unit: '件' },
      threshold: null,
      suggestion: '未针对政策文件制作解读材料',
      evidence: { page: null, files: [], texts: [], lines: [], program: 'gongshi' },
    }
  }
  expect(writeProposals(one.out, 'openness-2023', [ledger('caizheng')]).open).toHaveLength(1)
  writeProposals(one.out, 'openness-2023', [ledger('xinfang')])
  expect(openIds(one)).toHaveLength(1)
  const [id = ''] = openIds(one, 'no-interpretation')
  const { text, code } = await printed(confirm, one, id, ...words, '--from', one.out, '--write')
  expect(code, text).toBe(0)
  expect(lastIssue(one)).toMatchObject({
    units: ['xinfang'],
    origin: { from: '政策台账', measured: '应当解读的文件4件' },
  })
})

test.each([
  [['0123456789'], '请用 --period 写明哪一期'],
  [['0123456789', '--period', '2024-q1', '--text', ' '], '请用 --period 写明哪一期'],
  [['a', 'b'], '看不懂“b”'],
])('the arguments %j of confirm are not enough', (args, says) => {
  expect(confirmOptions(args)).toMatchObject({ mistake: expect.stringContaining(says) as string })
})

test('no proposal is dismissed without a reason', () => {
  expect(dismissOptions(['0123456789', '--reason', ' '])).toHaveProperty('mistake')
  expect(dismissOptions([])).toHaveProperty('mistake')
})
