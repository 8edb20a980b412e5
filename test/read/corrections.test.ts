import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withFilesAt } from '#read/files/git.ts'
import { loadChecked } from '#build/load-checked.ts'
import { formatText } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import type { Edit, Folders } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { repository, type Repository } from '../support/repository.ts'

const file = 'data/inspections/2024-q1.yaml'
const bulletin = 'content/bulletins/2024-q1.mdx'

/** The report of the check that compares the files with a revision. */
function problemsSince(folders: Folders, ref = 'public', asOf = '2026-12-01'): LocatedProblem[] {
  return withFilesAt(ref, folders, (before) => [
    ...loadChecked(folders, { folders: before, ref, asOf: () => asOf }).problems,
  ])
}

const lines = (problems: readonly LocatedProblem[]): string[] =>
  problems.map(({ level, file: name, position, code }) => {
    const place = position === null ? name : `${name}:${position.line}:${position.column}`
    return `${level} ${place} ${code}`
  })

/** The report of the check after edits to published files. */
function after(...edits: Edit[]): string[] {
  const published = repository()
  published.edit(...edits)
  return lines(problemsSince(published))
}

const changed = {
  file,
  replace: 'rechecked_until: 2024-03-05',
  by: 'rechecked_until: 2024-03-06',
}
const statement = 'data/rectifications/2024-q1-05/xuzhou.yaml'
const correction = (entry: string): Edit => ({ file, append: `\ncorrections:\n  - ${entry}\n` })

/** An earlier inspection, whose issues are still open. */
const earlier = {
  file: 'data/inspections/2023-q4.yaml',
  append: `period: { label: 2023年第四季度, start: 2023-10-01, end: 2023-12-31 }
issuer: 宜宾市人民政府办公室
published_here: 2026-11-23
areas:
  openness: { tally: { checked: 20 } }
issues:
  2023-q4-01:
    area: openness
    units: [xuzhou]
    indicators: [annual-report-repeats]
    severity: ordinary
    counts_in_rate: false
    text: 内容更新不及时
    rectification: [{ on: 2024-01-05, step: closed }]
`,
}

describe('no correction is required', () => {
  test.each<[string, ...Edit[]]>([
    ['when nothing has changed'],
    [
      'by a comment',
      { file, replace: '# 原文“等单位”\n    indicators: [annual', by: '\n    indicators: [annual' },
    ],
    [
      'by another layout',
      {
        file,
        replace: 'tally: { total: 370, checked: 370, failed: 1 }',
        by: 'tally:\n      total: 370\n      checked: 370\n      failed: 1',
      },
    ],
    [
      'by another order of keys',
      {
        file,
        replace: 'issuer: 宜宾市人民政府办公室\npublished_here: 2026-11-23',
        by: 'published_here: 2026-11-23\nissuer: 宜宾市人民政府办公室',
      },
    ],
    [
      'by quotes',
      { file, replace: 'issuer: 宜宾市人民政府办公室', by: 'issuer: "宜宾市人民政府办公室"' },
    ],
    ['by a figure written longer', { file, replace: 'failed: 1 }', by: 'failed: { value: 1 } }' }],
    [
      'by a further step of rectification',
      {
        file,
        replace: '    problem: 严重表述错误\n',
        by: '    problem: 严重表述错误\n    rectification: [{ on: 2024-03-14, step: reported }]\n',
      },
    ],
    [
      'by a finding that the editor lets stand',
      {
        file,
        append: '\nacknowledged: [{ code: rate-truncated, at: areas, reason: 文件如此 }]\n',
      },
    ],
    [
      'by a new record, a report or a register',
      earlier,
      {
        file: 'data/self-inspections/2024-q2/caizheng.yaml',
        append: 'title: 市财政局自查整改情况\npublished: 2024-06-03\n',
      },
      { file: 'data/registers/2024-q2.yaml', append: 'looked_on: 2024-06-11\n' },
    ],
    [
      'by another way to the same words of the bulletin',
      { file: bulletin, replace: '# <Value of="issuer" />', by: '# 宜宾市人民政府办公室' },
    ],
  ])('%s', (_rule, ...edits) => {
    const corrections = after(...edits).filter((line) => /correction|withdrawn|base-/.test(line))
    expect(corrections).toEqual([])
  })

  test('for a later check by the office, or a step added at the end', () => {
    const published = repository()
    const register = 'data/registers/2024-q2.yaml'
    published.edit(earlier, { file: register, append: 'looked_on: 2024-06-11\n' })
    published.commit('2026-11-24')
    published.edit(
      { file: register, replace: '2024-06-11', by: '2024-06-20' },
      {
        file: earlier.file,
        replace: '[{ on: 2024-01-05, step: closed }]',
        by: '[{ on: 2024-01-04, step: rectified }, { on: 2024-01-05, step: closed }]',
      },
    )
    expect(lines(problemsSince(published, 'HEAD'))).toEqual([])
  })

  test('for a record that was not to be published yet', () => {
    const published = repository()
    published.edit({ file, append: '\npublish_on: 2026-12-02\n' })
    published.commit('2026-11-24')
    published.edit(changed)
    const owed = (asOf: string): string[] =>
      lines(problemsSince(published, 'HEAD', asOf)).filter((line) => line.includes('correction-'))
    expect(owed('2026-12-01')).toEqual([])
    expect(owed('2026-12-02')).toEqual([`error ${file}:5:18 correction-missing`])
  })
})

test.each([
  ['to the words, with its entry', { replace: '已更换', by: '正在更换' }, true],
  ['that only adds evidence', { append: 'measures: [每周检查]\n' }, false],
])("a change of a unit's statement %s is enough", (_what, edit, hasEntry) => {
  const published = repository()
  published.edit({ file: statement, append: 'on: 2024-03-12\nstatement: 已更换链接\n' })
  published.commit('2026-11-24')
  published.edit({ file: statement, ...edit } as Edit)
  if (hasEntry) {
    const [owed] = problemsSince(published, 'HEAD')
    const entry = String(owed?.args.entry).replace('待填写', '单位更正')
    published.edit({ file: statement, append: `corrections:\n  ${entry}\n` })
  }
  expect(lines(problemsSince(published, 'HEAD'))).toEqual([])
})

test('no correction is required for records embargoed with their inspection', () => {
  const published = repository()
  const register = 'data/registers/2024-q2.yaml'
  published.edit(
    { file, append: '\npublish_on: 2026-12-02\n' },
    { file: register, append: 'looked_on: 2024-06-11\n' },
    { file: statement, append: 'on: 2024-03-12\nstatement: 已更换链接\n' },
  )
  published.commit('2026-11-24')
  published.edit(
    { file: register, replace: '06-11', by: '06-10' },
    { file: statement, replace: '已更换', by: '正在更换' },
  )
  const owed = (asOf: string): number =>
    problemsSince(published, 'HEAD', asOf).filter(({ code }) => code === 'correction-missing')
      .length
  expect([owed('2026-12-01'), owed('2026-12-02')]).toEqual([0, 2])
})

test('no correction is required for a report before its day of publication', () => {
  const published = repository()
  const report = 'data/self-inspections/2024-q2/caizheng.yaml'
  published.edit({ file: report, append: 'title: 自查整改情况\npublished: 2026-12-02\n' })
  published.commit('2026-11-24')
  published.edit({ file: report, replace: '12-02', by: '12-03' })
  const owed = (asOf: string): boolean =>
    problemsSince(published, 'HEAD', asOf).some(({ code }) => code === 'correction-missing')
  expect([owed('2026-12-01'), owed('2026-12-02')]).toEqual([false, true])
})

describe('a correction is required', () => {
  test('for a changed value, and the message contains the entry to write', () => {
    const published = repository()
    published.edit(changed)
    expect(formatText(problemsSince(published))).toContain(
      `错误 ${file}:5:18 [correction-missing]
  5 | rechecked_until: 2024-03-06
    |                  ^
  “rechecked_until”已经公开，原来是“2024年3月5日”，现在是“2024年3月6日”，没有写更正。
  请在 ${file} 的 corrections 里加（没有 corrections 就先加一行“corrections:”）：- { on: 2026-12-01, at: rechecked_until, from: 2024年3月5日, to: 2024年3月6日, reason: 待填写 }`,
    )
  })

  test('and the entry, once its reason is given, is enough', () => {
    const published = repository()
    published.edit(
      changed,
      {
        file,
        replace: '县（区）级门户网站: 10',
        by: '县（区）级门户网站: { value: 10, stated: 十 }',
      },
      { file, replace: 'passed: { stated: "99.7%" }', by: 'passed: { stated: "99.73%" }' },
      { file, replace: '    source: 我为政府网站找错\n', by: '' },
      { file, replace: 'text: 栏目内容与名称不匹配', by: 'text: 栏目内容与名称不相符，已核实' },
      { file, replace: '[xinfang, shangwu, tuiyi-junren]', by: '[xinfang, shangwu]' },
      { file, replace: '    counts_in_rate: true\n', by: '    counts_in_rate: not-stated\n' },
      { file, replace: '{ of: units.xuzhou }', by: '叙州区教育局' },
      {
        file,
        replace: '  openness: { title: 深化政务公开工作 }\n',
        by: '  annual: { title: 规范年度报告 }\n',
      },
    )
    const owed = problemsSince(published).filter(({ code }) => code === 'correction-missing')
    expect(owed.map(({ args }) => args.at)).toEqual([
      'rechecked_until',
      'areas.websites.splits.tier.parts.县（区）级门户网站',
      'areas.media.rates.passed',
      'areas.messages.source',
      'issues.2024-q1-01.units',
      'issues.2024-q1-03.text',
      'issues.2024-q1-05.counts_in_rate',
      'requirements.openness',
      'requirements.annual',
      'appendices.prominent.rows.0.1',
    ])
    const entries = owed.map(
      ({ args }) => `  ${String(args.entry).replace('待填写', '录入有误')}\n`,
    )
    published.edit({ file, append: `\ncorrections:\n${entries.join('')}` })
    const corrections = lines(problemsSince(published)).filter((line) =>
      line.includes('correction'),
    )
    expect(corrections).toEqual([])
  })

  test.each<[string, Edit[], string]>([
    [
      'a step of rectification that is taken back',
      [{ file: earlier.file, replace: 'step: closed', by: 'step: rectified' }],
      `error ${earlier.file}:14:45 correction-missing`,
    ],
    [
      'an issue under another id',
      [{ file: earlier.file, replace: '2023-q4-01:', by: '2023-q4-02:' }],
      `error ${earlier.file}:6:1 correction-missing`,
    ],
    [
      'a figure that was left out',
      [{ file: earlier.file, replace: '{ tally: { checked: 20 } }', by: '{}' }],
      `error ${earlier.file}:5:3 correction-missing`,
    ],
    [
      'a report',
      [{ file: 'data/self-inspections/2024-q2/caizheng.yaml', replace: '06-03', by: '06-04' }],
      'error data/self-inspections/2024-q2/caizheng.yaml:2:12 correction-missing',
    ],
    [
      "a unit's own words",
      [{ file: statement, replace: '已更换', by: '正在更换' }],
      `error ${statement}:2:12 correction-missing`,
    ],
    [
      'a statement that is taken back, and no other one is taken for it',
      [
        { file: statement, remove: true },
        {
          file: 'data/rectifications/2024-q1-02/caizheng.yaml',
          append: 'on: 2024-03-14\nstatement: 已补发\n',
        },
      ],
      `error ${statement} record-withdrawn`,
    ],
    [
      'a register',
      [{ file: 'data/registers/2024-q2.yaml', replace: '06-11', by: '06-10' }],
      'error data/registers/2024-q2.yaml:1:12 correction-missing',
    ],
  ])('for %s', (_what, edits, expected) => {
    const published = repository()
    published.edit(
      earlier,
      { file: 'data/registers/2024-q2.yaml', append: 'looked_on: 2024-06-11\n' },
      {
        file: 'data/self-inspections/2024-q2/caizheng.yaml',
        append: 'title: 市财政局自查整改情况\npublished: 2024-06-03\n',
      },
      { file: statement, append: 'on: 2024-03-12\nstatement: 已更换链接\n' },
    )
    published.commit('2026-11-24')
    published.edit(...edits)
    expect(lines(problemsSince(published, 'HEAD'))[0]).toBe(expected)
  })

  test('once for an issue that has another id, and it leads to the new one', () => {
    const published = repository()
    published.edit(earlier)
    published.commit('2026-11-24')
    published.edit({ file: earlier.file, replace: '2023-q4-01:', by: '2023-q4-02:' })
    const missing = problemsSince(published, 'HEAD').filter(
      ({ code }) => code === 'correction-missing',
    )
    expect(missing.map(({ args }) => args['entry'])).toEqual([
      '- { on: 2026-12-01, at: issues.2023-q4-01, from: 2023-q4-01, to: issues.2023-q4-02, reason: 待填写 }',
    ])
    const entry = String(missing[0]?.args['entry']).replace('待填写', '编号有误')
    const add = (text: string): Edit => ({
      file: earlier.file,
      append: `corrections:\n  ${text}\n`,
    })
    published.edit(add(entry))
    const found = lines(problemsSince(published, 'HEAD'))
    expect(found.filter((line) => line.includes('correction'))).toEqual([])
    published.edit({ file: earlier.file, replace: 'to: issues.2023-q4-02', by: 'to: issues.9' })
    expect(lines(problemsSince(published, 'HEAD')).join()).toContain('correction-nowhere')
  })

  test('for a withdrawn inspection with the ids of its issues, whose pages were public', () => {
    const published = repository()
    published.edit(earlier)
    published.commit('2026-11-24')
    published.edit({ file: earlier.file, remove: true })
    const [problem] = problemsSince(published, 'HEAD')
    expect(problem?.args['entry']).toContain('units: [xuzhou], issues: [2023-q4-01], reason')
  })

  test('again for a place that was corrected before', () => {
    const published = repository()
    published.edit(
      changed,
      correction(
        '{ on: 2026-12-01, at: rechecked_until, from: 2024-03-05, to: 2024-03-06, reason: 录入有误 }',
      ),
    )
    expect(lines(problemsSince(published))).toEqual([])
    published.commit('2026-12-01')
    expect(lines(problemsSince(published, 'HEAD'))).toEqual([])
    published.edit({ file, replace: 'until: 2024-03-06', by: 'until: 2024-03-07' })
    expect(lines(problemsSince(published, 'HEAD'))).toEqual([
      `error ${file}:5:18 correction-missing`,
      expect.stringContaining('correction-differs'),
    ])
  })

  test('once for a whole group', () => {
    const tally = {
      file,
      replace: 'tally: { valid: 10, closed: 10 }',
      by: 'tally: { valid: 12, closed: 12 }',
    }
    const entry =
      '{ on: 2026-12-01, at: areas.messages.tally, from: 各10条, to: 各12条, reason: 漏录2条 }'
    expect(after(tally)).toHaveLength(2)
    expect(after(tally, correction(entry))).toEqual([])
  })

  test('for the words of the bulletin, not for figures that the data corrects', () => {
    const failed = {
      file: bulletin,
      replace: '未发现存在突出问题的政府网站',
      by: '没有发现存在突出问题的政府网站',
    }
    const published = repository()
    published.edit(failed)
    const [problem, ...others] = problemsSince(published)
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'correction-missing',
      file: bulletin,
      position: { line: 15 },
      args: {
        at: 'bulletin',
        from: '未发现存在突出问题的政府网站',
        to: '没有发现存在突出问题的政府网站',
      },
    })
    const entry = String(problem?.args.entry).slice(2).replace('待填写', '照原件改')
    published.edit(correction(entry))
    expect(lines(problemsSince(published))).toEqual([])
    expect(
      after(
        {
          file,
          replace: 'tally: { total: 370, checked: 370, failed: 1 }',
          by: 'tally: { total: 370, checked: 370, failed: { value: 1, stated: 一 } }',
        },
        correction(
          '{ on: 2026-12-01, at: areas.media.tally.failed, from: 1, to: 一, reason: 照原件 }',
        ),
      ),
    ).toEqual([])
  })

  test('for a deleted bulletin', () => {
    expect(after({ file: bulletin, remove: true })).toContain(`error ${file} correction-missing`)
  })

  test('for a record that is withdrawn or renamed, in a file of its own', () => {
    const published = repository()
    published.edit(earlier)
    published.commit('2026-11-24')
    published.edit(
      { file: 'data/inspections/2023-q5.yaml', copyOf: earlier.file },
      { file: earlier.file, remove: true },
    )
    const [problem] = problemsSince(published, 'HEAD')
    expect(problem).toMatchObject({
      code: 'record-withdrawn',
      args: {
        entry:
          '- { on: 2026-12-01, at: inspections/2023-q4, from: inspections/2023-q4, to: inspections/2023-q5, reason: 待填写 }',
      },
    })
    const entry = String(problem?.args.entry).replace('待填写', '编号有误')
    published.edit({ file: 'data/corrections.yaml', append: `corrections:\n  ${entry}\n` })
    const corrections = lines(problemsSince(published, 'HEAD'))
    expect(corrections.filter((line) => /correction|withdrawn/.test(line))).toEqual([])
  })
})

describe('a correction is questioned', () => {
  test.each([
    [
      'that says what the data does not',
      'to: 2024年3月7日',
      'correction-differs',
      'at: rechecked_until',
    ],
    [
      'whose beginning was never published',
      'to: 2024年3月6日',
      'correction-from-differs',
      'at: rechecked_until, from: 2024年3月4日',
    ],
    ['that leads nowhere', 'to: 2024年3月6日', 'correction-nowhere', 'at: rechecked'],
  ])('%s', (_rule, to, code, at) => {
    const found = after(changed, correction(`{ on: 2026-12-01, ${at}, ${to}, reason: 录入有误 }`))
    expect(found).toContainEqual(
      expect.stringMatching(new RegExp(`^warning ${file}:\\d+:\\d+ ${code}$`)),
    )
  })
})

describe('the earlier version', () => {
  test('may have mistakes: what can be read is compared', () => {
    const published = repository()
    published.edit({ file, append: '\nremarks: [一, 二\n' })
    published.commit('2026-11-24')
    published.edit({ file, replace: '\nremarks: [一, 二\n', by: '' }, changed)
    expect(lines(problemsSince(published, 'HEAD'))).toEqual([
      `warning ${file} base-unreadable`,
      `error ${file}:5:18 correction-missing`,
    ])
  })

  test('may be from before there was any data', () => {
    const published = repository()
    published.git('rm', '-r', '--quiet', 'data')
    published.commit('2026-11-24')
    published.git('checkout', '--quiet', 'public', '--', 'data')
    expect(lines(problemsSince(published, 'HEAD'))).toEqual(['warning data base-empty'])
  })

  test('may be in any folder of a repository, with any name', () => {
    const published = repository('各市/示例 市')
    published.edit(changed)
    expect(lines(problemsSince(published))).toEqual([`error ${file}:5:18 correction-missing`])
  })

  test('leaves no files behind and the repository unchanged', () => {
    const published = repository()
    let seen: Folders = published
    withFilesAt('public', published, (before) => (seen = before))
    expect(() =>
      withFilesAt('public', { ...published, data: seen.data }, (files) => files),
    ).not.toThrow()
    expect(published.git('status', '--porcelain')).toBe('')
  })

  test.each<[string, (published: Repository) => () => unknown, RegExp]>([
    ['is unknown', (published) => () => problemsSince(published, 'mian'), /没有版本“mian”.*核对/],
    [
      'is no name but an option',
      (published) => () => problemsSince(published, '--help'),
      /没有版本“--help”/,
    ],
    [
      'is not in a shallow clone',
      (published) => {
        published.commit('2026-11-24')
        const clone = join(folderOf({}), 'clone')
        published.git(
          'clone',
          '--quiet',
          '--depth=1',
          '--no-tags',
          `file://${published.folder}`,
          clone,
        )
        const folders = { data: join(clone, 'data'), content: join(clone, 'content') }
        return () => problemsSince(folders)
      },
      /浅克隆.*“public”.*--unshallow/,
    ],
    [
      'has no repository',
      (published) => {
        rmSync(join(published.folder, '.git'), { recursive: true })
        return () => problemsSince(published)
      },
      /不在 git 仓库里/,
    ],
    [
      'cannot be read without git',
      (published) => () => {
        const { PATH } = process.env
        process.env.PATH = ''
        try {
          return problemsSince(published)
        } finally {
          process.env.PATH = PATH
        }
      },
      /没有找到 git/,
    ],
  ])('that %s is reported in a sentence', (_what, prepare, message) => {
    expect(prepare(repository())).toThrow(message)
  })
})
