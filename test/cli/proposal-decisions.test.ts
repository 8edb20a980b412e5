import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { confirm, confirmOptions } from '../../src/cli/confirm.ts'
import type { Issue } from '#schema/issue.ts'
import { fingerprintOf, proposalId, type Proposal } from '#tools/proposals/proposal.ts'
import { openProposals, writeProposals } from '#tools/proposals/store.ts'
import { base, copyOf, findings, type Folders } from '../support/authored.ts'
import { measured } from '../coverage/measured.ts'
import { printed } from '../support/printed.ts'

type Office = Folders & { readonly folder: string; readonly out: string }

/** A proposal of a ledger about a unit. */
function proposal(unit: string, parts: Partial<Proposal> = {}): Proposal {
  const fingerprint = fingerprintOf(['政务公开台账', 'no-interpretation', unit, '2023'])
  return {
    id: proposalId(fingerprint),
    fingerprint,
    source: '政务公开台账',
    run: 'openness-2023',
    kind: 'no-interpretation',
    unit,
    says: '2023年应解读的4件文件都没有解读',
    measurement: { what: '全年应解读、没有解读的文件', value: 4, unit: '件' },
    threshold: null,
    suggestion: '2023年全年未针对政策文件制作解读材料',
    evidence: { page: null, files: [], texts: [], lines: ['甲办法，未见解读'], program: 'gongshi' },
    ...parts,
  }
}
const [first, second, third] = ['caizheng', 'xinfang', 'xuzhou'].map((unit) => proposal(unit)) as [
  Proposal,
  Proposal,
  Proposal,
]

/** A copy of the data with three open proposals. */
function office(): Office {
  const copy = copyOf(base)
  const out = join(copy.folder, 'proposals')
  writeProposals(out, 'openness-2023', [first, second, third])
  return { ...copy, out }
}

const inspection = 'data/inspections/2024-q1.yaml'
const textOf = ({ folder }: Office, file = inspection) => readFileSync(join(folder, file), 'utf8')
const issuesOf = (one: Office): Record<string, Issue> =>
  (parse(textOf(one)) as { issues: Record<string, Issue> }).issues
const decisionsOf = ({ out }: Office): string =>
  existsSync(join(out, 'decisions.json')) ? readFileSync(join(out, 'decisions.json'), 'utf8') : ''

const decided = (decisions: object, period: string | undefined = '2024-q1') =>
  JSON.stringify({ period, decisions }, null, 2)

const carryOut = (one: Office, text: string, ...more: string[]) => {
  writeFileSync(join(one.out, 'decided.yaml'), text)
  const file = join(one.out, 'decided.yaml')
  return printed(confirm, one, '--decisions', file, '--from', one.out, ...more)
}

const three = {
  [first.id]: { decision: 'confirm', text: '全年没有解读材料', remark: '4件都没有' },
  [second.id]: {
    decision: 'confirm',
    text: '未制作解读',
    units: ['xuzhou', 'xinfang'],
    indicator: 'annual-report-repeats',
    publish_evidence: true,
  },
  [third.id]: { decision: 'dismiss', reason: '机构合并，文件由新单位解读' },
}

describe('a file of decisions', () => {
  test('shows all that it would write, and writes nothing without --write', async () => {
    const one = office()
    const before = textOf(one)
    const { text, code } = await carryOut(one, decided(three))
    expect(code, text).toBe(0)
    expect(text).toContain('+    text: 全年没有解读材料')
    expect(text).toContain('+    text: 未制作解读')
    expect(text).toContain('排除：xuzhou：2023年应解读的4件文件都没有解读。理由：机构合并')
    expect(text).toContain('什么也没有写入')
    expect(textOf(one)).toBe(before)
    expect(openProposals(one.out)).toHaveLength(3)
  })

  test('makes issues with the officer’s words, and dismisses with the reason, all at once', async () => {
    const one = office()
    const old = Object.keys(issuesOf(one))
    const { text, code } = await carryOut(one, decided(three), '--write')
    expect(code, text).toBe(0)
    const added = Object.entries(issuesOf(one)).filter(([id]) => !old.includes(id))
    expect(added.map(([, { units, text, remark }]) => [units, text, remark])).toEqual([
      [['caizheng'], '全年没有解读材料', '4件都没有'],
      [['xuzhou', 'xinfang'], '未制作解读', undefined],
    ])
    for (const [, { severity, counts_in_rate }] of added)
      expect([severity, counts_in_rate]).toEqual(['not-stated', 'not-stated'])
    const [, [lastId = ''] = []] = added
    expect(textOf(one, `content/attachments/2024-q1/evidence-${lastId}.txt`)).toContain('甲办法')
    expect(JSON.parse(decisionsOf(one))).toEqual({
      [first.fingerprint]: { decision: 'confirmed', issue: added[0]?.[0] },
      [second.fingerprint]: { decision: 'confirmed', issue: lastId },
      [third.fingerprint]: { decision: 'dismissed', reason: '机构合并，文件由新单位解读' },
    })
    expect(openProposals(one.out)).toEqual([])
    expect(readFileSync(join(one.out, 'index.html'), 'utf8')).toContain('没有还没处理的提示')
    expect(findings(one).filter((line) => line.startsWith('error'))).toEqual([])
    // The same findings are not proposed again.
    expect(writeProposals(one.out, 'openness-2023', [first, third])).toMatchObject({ decided: 2 })
    expect(openProposals(one.out)).toEqual([])
  })

  test('with several mistakes names them all, and nothing of it is written', async () => {
    const one = office()
    const before = textOf(one)
    const wrong = {
      [first.id]: { decision: 'confirm', text: '甲', units: ['caizhen'] },
      [second.id]: { decision: 'confirm', text: '乙', area: 'fire' },
      [third.id]: { decision: 'confirm', text: '丙', period: '2030-q1' },
      '0123456789': { decision: 'dismiss', reason: '丁' },
    }
    const { text, code } = await carryOut(one, decided(wrong), '--write')
    expect(code).toBe(1)
    expect(text).toContain('有4处要改正，什么也没有写入')
    expect(text).toContain(`${first.id}：单位名录里没有“caizhen”，是不是“caizheng”`)
    expect(text).toContain(`${second.id}：这一期没有领域“fire”`)
    expect(text).toContain(`${third.id}：还没有 data/inspections/2030-q1.yaml`)
    expect(text).toContain('没有编号为“0123456789”的提示')
    expect(textOf(one)).toBe(before)
    expect(openProposals(one.out)).toHaveLength(3)
    expect(decisionsOf(one)).toBe('')
  })

  test('is never a veto, and cannot say how severe an issue is or that it counts', async () => {
    const one = office()
    const veto = { decision: 'confirm', text: '甲', indicator: 'website-unreachable' }
    const { text } = await carryOut(one, decided({ [first.id]: veto }), '--write')
    expect(text).toContain('是单项否决指标，不能由程序的提示写入')
    const severe = { decision: 'confirm', text: '甲', severity: 'veto', counts_in_rate: true }
    const refused = await carryOut(one, decided({ [first.id]: severe }), '--write')
    expect(refused.code).toBe(1)
    expect(refused.text).toContain('severity')
    expect(refused.text).toContain('counts_in_rate')
    expect(openProposals(one.out)).toHaveLength(3)
  })

  test.each([
    ['decisions: {}', '一条处理也没有'],
    [decided({ [first.id]: { decision: 'confirm' } }), '要用 text 写明问题'],
    [decided({ [first.id]: { decision: 'dismiss' } }), '要用 reason 写明理由'],
    [`decisions: { "${first.id}": { decision: confirm, text: 甲 } }`, '写进哪一期'],
    [decided({ '../../x': { decision: 'dismiss', reason: '甲' } }), '../../x'],
    [decided({ [first.id]: { decision: 'accept' } }), 'decided.yaml:'],
    ['decisions: [', 'decided.yaml:'],
  ])('that says %j is told what it lacks', async (file, says) => {
    const one = office()
    const { text, code } = await carryOut(one, file)
    expect(code).toBe(1)
    expect(text).toContain(says)
    expect(text).not.toMatch(/^ +at /m)
  })

  test('that is not there is told', async () => {
    const one = office()
    const path = join(one.folder, 'none.yaml')
    const { text } = await printed(confirm, one, '--decisions', path, '--from', one.out)
    expect(text).toContain('none.yaml”。')
  })

  test('keeps words that mean something to a shell, a terminal or YAML as they were typed', async () => {
    const one = office()
    const words = `“$(rm -rf ~)” \`id\` 'x'; # & | <b> : {a} *b !c`
    const decision = { decision: 'confirm', text: words }
    const { text, code } = await carryOut(one, decided({ [first.id]: decision }), '--write')
    expect(code, text).toBe(0)
    expect(Object.values(issuesOf(one)).at(-1)?.text).toBe(words)
  })
})

test('a file of decisions stands alone', () => {
  expect(confirmOptions(['--decisions', 'a.yaml', '--write'])).toMatchObject({
    what: { kind: 'file', path: 'a.yaml' },
    write: true,
  })
  for (const more of [['0123456789'], ['--text', '甲'], ['--publish-evidence']])
    expect(confirmOptions(['--decisions', 'a.yaml', ...more])).toHaveProperty('mistake')
})

describe('where the disk is full', () => {
  /** Everything that the office has, by path. */
  const stateOf = ({ folder }: Office): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => [join(entry.parentPath, entry.name), entry.isFile()] as const)
        .map(([path, isFile]) => [path, isFile ? readFileSync(path, 'utf8') : 'folder']),
    )

  /** Runs the command; from the n-th write below the folders on the disk is full. */
  function onFullDisk(one: Office, from: number) {
    const file = join(one.out, 'decided.yaml')
    const run = spawnSync(
      process.execPath,
      ['src/cli/gongshi.js', 'confirm', '--decisions', file, '--from', one.out, '--write'],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          ...measured,
          DATA_DIR: one.data,
          CONTENT_DIR: one.content,
          NODE_OPTIONS: `--import ${new URL('../support/full-disk.js', import.meta.url).href}`,
          FULL_DISK_FROM: String(from),
          FULL_DISK_IN: one.folder,
        },
      },
    )
    return { status: run.status, text: run.stdout + run.stderr }
  }

  test('at any write before the end nothing is changed, and the next run does it all', () => {
    const one = office()
    writeFileSync(join(one.out, 'decided.yaml'), decided(three))
    const before = stateOf(one)
    let from = 1
    for (; ; from++) {
      const { status, text } = onFullDisk(one, from)
      expect(text).not.toMatch(/^ +at /m)
      if (status === 0) break
      expect(text).toContain('磁盘满了')
      // What is left to write is the page, which the next run writes again.
      if (decisionsOf(one) !== '') break
      expect(stateOf(one)).toEqual(before)
    }
    // The folder of the evidence, and the three files.
    expect(from).toBeGreaterThanOrEqual(5)
    expect(openProposals(one.out)).toEqual([])
    expect(Object.values(issuesOf(one)).filter(({ origin }) => origin !== undefined)).toHaveLength(
      2,
    )
    expect(findings(one).filter((line) => line.startsWith('error'))).toEqual([])
  })
})

test('a command that was killed between its files is finished by the next run, without a second issue', async () => {
  const one = office()
  const proposals = join(one.folder, 'proposals-before')
  cpSync(one.out, proposals, { recursive: true })
  expect((await carryOut(one, decided(three), '--write')).code).toBe(0)
  const after = textOf(one)
  const decisions = decisionsOf(one)
  // The issues were written, the decisions were not.
  rmSync(one.out, { recursive: true })
  cpSync(proposals, one.out, { recursive: true })
  const trial = await carryOut(one, decided(three))
  expect(trial.text).toContain('以前已经写入，不再写一遍')
  const { text, code } = await carryOut(one, decided(three), '--write')
  expect(code, text).toBe(0)
  expect(textOf(one)).toBe(after)
  expect(decisionsOf(one)).toBe(decisions)
  // Only the evidence was written.
  const again = office()
  const evidence = readdirSync(join(one.content, 'attachments/2024-q1')).find((name) =>
    name.startsWith('evidence-'),
  )
  mkdirSync(join(again.content, 'attachments/2024-q1'), { recursive: true })
  cpSync(
    join(one.content, 'attachments/2024-q1', evidence ?? ''),
    join(again.content, 'attachments/2024-q1', evidence ?? ''),
  )
  expect((await carryOut(again, decided(three), '--write')).code).toBe(0)
  expect(textOf(again)).toBe(after)
})

describe('two proposals that are alike but for what they found', () => {
  const [older, newer] = ['2022', '2023'].map((year) =>
    proposal('caizheng', {
      ...(({ id, fingerprint }) => ({ id, fingerprint }))(proposal(year)),
      says: `年度报告标题写的是${year}年`,
    }),
  ) as [Proposal, Proposal]
  const words = { decision: 'confirm', text: '年度报告年份写错' }
  const alike = (): Office => {
    const one = office()
    writeProposals(one.out, 'openness-2023', [older, newer])
    return one
  }
  const added = (one: Office) =>
    Object.entries(issuesOf(one)).filter(([, { origin }]) => origin !== undefined)

  test('become two issues, even in the same words, in one file or one after the other', async () => {
    const together = alike()
    const both = decided({ [older.id]: words, [newer.id]: words })
    const { text, code } = await carryOut(together, both, '--write')
    expect(code, text).toBe(0)
    expect(text).not.toContain('以前已经写入')
    const apart = alike()
    await carryOut(apart, decided({ [older.id]: words }), '--write')
    const last = await carryOut(apart, decided({ [newer.id]: words }), '--write')
    expect(last.text).not.toContain('以前已经写入')
    for (const one of [together, apart]) {
      expect(added(one)).toHaveLength(2)
      const ids = Object.values(JSON.parse(decisionsOf(one)) as Record<string, { issue: string }>)
      expect(ids.map(({ issue }) => issue).sort()).toEqual(added(one).map(([id]) => id))
    }
  })

  test('are both found again after a command that was killed before it recorded the decisions', async () => {
    const one = alike()
    const both = decided({ [older.id]: words, [newer.id]: words })
    await carryOut(one, both, '--write')
    const after = textOf(one)
    rmSync(join(one.out, 'decisions.json'))
    writeProposals(one.out, 'openness-2023', [older, newer])
    expect((await carryOut(one, both, '--write')).code).toBe(0)
    expect(textOf(one)).toBe(after)
  })

  test.each([{ remark: '另一条' }, { indicator: 'annual-report-repeats' }, { area: 'websites' }])(
    'are not the same issue after a killed command where %j was added since',
    async (more) => {
      const one = alike()
      await carryOut(one, decided({ [older.id]: words }), '--write')
      rmSync(join(one.out, 'decisions.json'))
      writeProposals(one.out, 'openness-2023', [older])
      const changed = decided({ [older.id]: { ...words, ...more } })
      const { text, code } = await carryOut(one, changed, '--write')
      expect(code, text).toBe(0)
      expect(text).not.toContain('以前已经写入')
      expect(added(one)).toHaveLength(2)
    },
  )
})

test('a proposal that was decided on is not listed, even where its file is left', async () => {
  const one = office()
  const left = readFileSync(join(one.out, `${third.id}.json`))
  const dismissed = { [third.id]: three[third.id] }
  expect((await carryOut(one, decided(dismissed), '--write')).code).toBe(0)
  writeFileSync(join(one.out, `${third.id}.json`), left)
  const { text } = await printed(confirm, one, '--from', one.out)
  expect(text).toContain('还没有处理的提示2条')
  expect(text).not.toContain(third.id)
})
