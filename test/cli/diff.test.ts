import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { commitOfFiles } from '#read/files/git.ts'
import { settingsFrom } from '#build/settings.ts'
import { diff, diffOptions } from '../../src/cli/diff.ts'
import { main } from '../../src/cli/main.ts'
import type { Edit } from '../support/authored.ts'
import { printed as printedBy, whilePrinting } from '../support/printed.ts'
import { repository, type Repository } from '../support/repository.ts'

const file = 'data/inspections/2024-q1.yaml'

/** The output of `npm run diff` for the files of a repository. */
const printed = async (files: Repository, ...args: string[]): Promise<string> =>
  (await printedBy(diff, files, ...args)).text

async function after(...edits: Edit[]): Promise<string> {
  const files = repository()
  files.edit(...edits)
  return printed(files, 'public')
}

test('in a git hook, which names another repository, the history is that of the data', async () => {
  const files = repository()
  vi.stubEnv('DATA_DIR', files.data)
  vi.stubEnv('CONTENT_DIR', files.content)
  vi.stubEnv('GIT_DIR', repository().data)
  vi.stubEnv('GIT_INDEX_FILE', 'nowhere')
  expect((await whilePrinting(() => main(['diff', 'public']))).text).toContain(
    '公众看到的内容没有变化',
  )
  vi.unstubAllEnvs()
})

test('when only comments and layout differ, one line says that nothing changed', async () => {
  const unchanged = '与版本“public”相比，公众看到的内容没有变化。\n'
  expect(await after()).toBe(unchanged)
  expect(await after({ file, append: '# 已核对\n' })).toBe(unchanged)
})

test('a changed figure is reported with the rate that it changes', async () => {
  const text = await after(
    { file, replace: 'checked: 370, failed: 1', by: 'checked: 370, failed: 0' },
    { file, replace: '"99.7%"', by: '"100.0%"' },
  )
  expect(text).toContain('2024年第一季度检查（data/inspections/2024-q1.yaml）')
  expect(text).toContain('  政务新媒体合格率 99.7%（369/370） → 100.0%（370/370）\n')
  expect(text).toContain('  政务新媒体不合格 1 → 0\n')
  expect(text).toContain('已公开的内容有2处改动没有写更正')
})

test.each([
  [
    'a new issue, by the units that it names',
    {
      file,
      replace: '\ndeadlines:',
      by: '  2024-q1-08:\n    area: media\n    units: [xuzhou]\n    severity: ordinary\n    counts_in_rate: false\n    text: 栏目没有更新\n\ndeadlines:',
    },
    '  叙州区新增问题：2024-q1-08栏目没有更新\n',
  ],
  [
    'a new step',
    {
      file,
      replace: '    text: 2023年全年',
      by: '    rectification:\n      - { on: 2024-03-12, step: reported, units: [caizheng] }\n    text: 2023年全年',
    },
    '  问题2024-q1-02的整改进展 （没有） → 2024年3月12日，单位已报送，市财政局\n',
  ],
  [
    'a deadline',
    { file, replace: '    stated: 2024年6月6日前', by: '    stated: 2024年6月12日前' },
    '  期限“主动公开自查整改情况” 2024年6月6日前 → 2024年6月12日前\n',
  ],
  [
    'a choice in words',
    { file, replace: 'severity: veto', by: 'severity: ordinary' },
    '  问题2024-q1-05的程度 单项否决 → 一般问题\n',
  ],
  [
    'a report that came in',
    {
      file: 'data/self-inspections/2024-q2/xuzhou.yaml',
      append: 'title: 自查整改情况\npublished: 2024-06-03\n',
    },
    '叙州区：2024年第二季度自查整改情况（data/self-inspections/2024-q2/xuzhou.yaml）\n  新增\n',
  ],
  [
    'that the office has looked',
    {
      file: 'data/registers/2024-q2.yaml',
      append: 'looked_on: 2024-06-11\n',
    },
    '2024年第二季度自查整改公开台账（data/registers/2024-q2.yaml）\n  新增\n',
  ],
  [
    'the words of a bulletin',
    {
      file: 'content/bulletins/2024-q1.mdx',
      replace: '持续完善重大决策预公开机制。',
      by: '不断完善重大决策预公开机制。',
    },
    '  正文 持续完善重大决策预公开机制 → 不断完善重大决策预公开机制\n',
  ],
  ['a record that is gone', { file: 'content/bulletins/2024-q1.mdx', remove: true }, '  撤去\n'],
] satisfies [string, Edit, string][])('%s is reported', async (_name, edit, line) => {
  expect(await after(edit)).toContain(line)
})

test('an unreadable file is not reported as deleted', async () => {
  const text = await after({ file, remove: true }, { file, folder: true })
  expect(text).not.toContain('撤去')
  expect(text).toContain('读不出来，没有比较')
})

test('two revisions are compared without looking at the working tree', async () => {
  const files = repository()
  files.edit({ file, replace: 'rechecked_until: 2024-03-05', by: 'rechecked_until: 2024-03-06' })
  expect(await printed(files, 'public', 'HEAD')).toBe(
    '版本“HEAD”与“public”相比，公众看到的内容没有变化。\n',
  )
  files.commit('2026-11-24')
  expect(await printed(files, 'public', 'HEAD')).toContain(
    '复核截止时间 2024年3月5日 → 2024年3月6日',
  )
})

test('for programs the review is JSON', async () => {
  const files = repository()
  files.edit({ file, replace: 'rechecked_until: 2024-03-05', by: 'rechecked_until: 2024-03-06' })
  expect(JSON.parse(await printed(files, 'public', '--format', 'json'))).toMatchObject({
    between: '与版本“public”相比',
    records: [
      {
        subject: '2024年第一季度检查',
        file,
        lines: [{ what: '复核截止时间', before: '2024年3月5日', after: '2024年3月6日' }],
      },
    ],
    pages: { added: [], removed: [], isShellChanged: false },
    owed: [{ file, line: 5, entry: expect.stringContaining('at: rechecked_until') }],
  })
})

test('a change between two revisions without a correction is reported too', async () => {
  const files = repository()
  files.edit({ file, replace: 'rechecked_until: 2024-03-05', by: 'rechecked_until: 2024-03-06' })
  files.commit('2026-11-24')
  expect(await printed(files, 'public', 'HEAD')).toContain(
    '已公开的内容有1处改动没有写更正：\n  data/inspections/2024-q1.yaml:5 “rechecked_until”已经公开',
  )
})

test('the summary at the top names rates, issues by unit and deadlines', async () => {
  const text = await after(
    { file, replace: 'checked: 370, failed: 1', by: 'checked: 370, failed: 0' },
    { file, replace: '"99.7%"', by: '"100.0%"' },
    {
      file,
      replace: '\ndeadlines:',
      by: '  2024-q1-08:\n    area: media\n    units: [xuzhou]\n    severity: ordinary\n    counts_in_rate: false\n    text: 栏目没有更新\n\ndeadlines:\n  more: { what: other, title: 报送总结, who: not-stated, due: 2024-07-01 }\n  most: { what: other, title: 报送名单, who: not-stated, due: 2024-07-02 }',
    },
  )
  expect(text).toContain(
    '概要\n  政务新媒体合格率 99.7%（369/370） → 100.0%（370/370）\n  叙州区新增问题1项\n  期限 +2\n',
  )
})

test('added, changed and removed pages are named', async () => {
  const text = await after(
    {
      file: 'data/self-inspections/2024-q2/xuzhou.yaml',
      append: 'title: 叙州区自查整改情况\npublished: 2024-06-03\n',
    },
    { file: 'content/bulletins/2024-q1.mdx', remove: true },
    { file: 'data/units.yaml', replace: 'name: 长宁县', by: 'name: 长宁' },
  )
  const pages = text.split('\n').filter((line) => /\.html/.test(line))
  expect(pages).toEqual(
    expect.arrayContaining([
      '  新增 self-inspections/2024-q2/xuzhou.html 叙州区自查整改情况',
      '  有变化 self-inspections/2024-q2.html 2024年第二季度自查整改公开台账',
      '  有变化 units/xuzhou.html 叙州区',
      '  有变化 units/changning.html 长宁',
      expect.stringMatching(/^ {2}撤去 bulletins\/2024-q1\.html /),
    ]),
  )
})

test('a page that shows the same as before is not named', async () => {
  const text = await after({ file: 'data/units.yaml', replace: 'name: 长宁县', by: 'name: 长宁' })
  expect(text).toContain('units/changning.html')
  expect(text).not.toContain('units/caizheng.html')
})

test('for a merge request the review is a table, with missing corrections first', async () => {
  const files = repository()
  files.edit(
    { file, replace: 'checked: 370, failed: 1', by: 'checked: 370, failed: 0' },
    { file, replace: '"99.7%"', by: '"100.0%"' },
  )
  const text = await printed(files, '--format', 'markdown', 'public')
  expect(text.split('\n')[0]).toBe('<!-- gongshi diff -->')
  expect(text).toContain('| 政务新媒体合格率 | 99.7%（369/370） | 100.0%（370/370） |')
  expect(text.indexOf('**已公开的内容有2处改动没有写更正**')).toBeLessThan(text.indexOf('| 内容 |'))
  expect(text).toContain('at: areas.media.tally.failed, from: 1, to: 0, reason: 待填写')
})

test('no text of the data becomes markup, a link or a mention in a merge request', async () => {
  const files = repository()
  files.edit({
    file,
    replace: '\ndeadlines:',
    by: [
      '  2024-q1-08:',
      '    area: media',
      '    units: [xuzhou]',
      '    severity: ordinary',
      '    counts_in_rate: false',
      '    text: "<img src=x onerror=alert(1)> | [a](javascript:1) @everyone https://example.com HTTP://example.com www.example.com Www.example.com ftp://example.com mailto:a@example.com `x`"',
      '',
      'deadlines:',
    ].join('\n'),
  })
  const text = (await printed(files, 'public', '--format', 'markdown'))
    // A place or an entry is formatted as code, in which nothing is interpreted.
    .replace(/(?<!\\)(`+)[^`]+\1/g, '')
  expect(text).toContain('&lt;img')
  expect(text).not.toMatch(/<img|@everyone|(?<!\\)\[a\]|(?<!\\)`x/)
  // Services turn these into links automatically.
  expect(text).not.toMatch(/[a-z]:\/\/example|www\.example|a@example/i)
  expect(text).toContain('www\u200b.example.com')
})

test.each([
  [
    'half a failed account',
    { file, replace: 'failed: 1 }', by: 'failed: 0.5 }' },
    '不合格 1 → 0.5',
  ],
  [
    'a split without parts',
    {
      file,
      replace: '      tier:\n        of: running',
      by: '      tier: 1\n      x:\n        of: running',
    },
    '38 → 1',
  ],
  [
    'a day that is a number',
    { file, replace: 'due: 2024-03-15', by: 'due: 20240315' },
    '2024年3月15日前 → （没有）',
  ],
  [
    'a deadline that is none',
    { file, replace: 'deadlines:\n', by: 'deadlines:\n  x: [every, 1]\n' },
    '["every",1]',
  ],
  [
    'a list for a name',
    { file: 'data/units.yaml', replace: 'name: 叙州区', by: 'name: [{ x: 1 }]' },
    '[{"x":1}]',
  ],
  [
    'a key that every object has',
    { file: 'data/units.yaml', append: 'constructor: {}\ntoString: 1\n' },
    '1',
  ],
])('a value that the check refuses is shown as typed: %s', async (_name, edit, words) => {
  const text = await after(edit)
  expect(text).toContain(words)
  expect(text).not.toMatch(/undefined|\[object/)
})

test('a change of owner or of a heading’s level is described', async () => {
  const bulletin = 'content/bulletins/2024-q1.mdx'
  expect(
    await after({
      file: bulletin,
      replace: '<Passage of="areas.media">',
      by: '<Passage of="areas">',
    }),
  ).toMatch(/标题和段落的标记 \[areas\.media\]全市政务新媒体.*→ \[areas\]全市政务新媒体/)
  expect(
    await after({ file: bulletin, replace: '## 一、基本情况', by: '### 一、基本情况' }),
  ).toContain('标题和段落的标记 [2级标题]一、基本情况 → [3级标题]一、基本情况')
})

test('changes of attachments are described by their content, in git and on disk', async () => {
  const files = repository()
  const path = 'content/attachments/2024-q2/xuzhou'
  files.edit(
    { file: `${path}/same.txt`, append: '没有变化' },
    { file: `${path}/gone.txt`, append: '撤去' },
    { file: `${path}/report.txt`, append: '第一稿' },
  )
  files.commit('2026-11-24')
  files.git('tag', 'first')
  files.edit(
    { file: `${path}/gone.txt`, remove: true },
    { file: `${path}/report.txt`, append: '修改' },
    { file: `${path}/table.csv`, append: '单位,数量' },
  )
  const lines = [
    `附件2024-q2/xuzhou/gone.txt（${path}/gone.txt）\n  撤去`,
    `附件2024-q2/xuzhou/report.txt（${path}/report.txt）\n  文件内容 9字节`,
    `附件2024-q2/xuzhou/table.csv（${path}/table.csv）\n  新增`,
  ]
  const text = await printed(files, 'first')
  for (const words of lines) expect(text).toContain(words)
  expect(text).not.toContain('same.txt')
  files.commit('2026-11-25')
  files.git('tag', 'second')
  files.edit({ file: `${path}/same.txt`, append: '又改了' })
  const between = await printed(files, 'first', 'second')
  for (const words of lines) expect(between).toContain(words)
  expect(between).not.toContain('same.txt')
})

test('the commands in the README and the manual are valid', () => {
  const lines = [
    'README.md',
    'content/manual/commands.mdx',
    'content/manual/corrections.mdx',
  ].flatMap((name) => [
    ...readFileSync(name, 'utf8').matchAll(/npm run (?:-s )?diff -- ([^`\n]+)/g),
  ])
  expect(lines.length).toBeGreaterThan(4)
  for (const [, line = ''] of lines)
    expect(diffOptions(line.split(' '))).toMatchObject({ base: expect.any(String) })
})

test.each([
  [[]],
  [['main', '--formt']],
  [['main', '--format', 'xml']],
  [['main', '--approved', 'maybe']],
  [['a', 'b', 'c']],
])('for %j the command prints the valid forms', (args) => {
  expect(diffOptions(args)).toEqual({ mistake: expect.stringContaining('npm run diff --') })
})

/** The repository holds the program beside the data, as most do. */
function withProgram(): Repository {
  const files = repository()
  files.edit(
    { file: 'src/pages/index.astro', append: 'page' },
    { file: 'public/logo.svg', append: '<svg/>' },
    { file: 'content/manual/index.mdx', append: '手册' },
    { file: 'maps/ledger.yaml', append: 'a: b' },
  )
  files.commit('2026-11-24')
  files.git('tag', '--force', 'public')
  return files
}

describe('changes of files other than data, bulletins and attachments are at the top', () => {
  const paths = [
    ['.ci/review', '流水线'],
    ['.github/workflows/new.yml', '流水线'],
    ['content/attachments/.gitattributes', 'git 的设置'],
    ['data/.gitattributes', 'git 的设置'],
    ['src/pages/index.astro', '程序'],
    ['maps/ledger.yaml', '表格的对应关系'],
    ['content/manual/index.mdx', '说明手册'],
    ['public/logo.svg', '网站附带的文件'],
    ['content/other/note.txt', '其他'],
    ['资料.txt', '其他'],
  ] as const

  test('pipelines, program, manual and other files are listed, and the review does not say that nothing changed', async () => {
    const files = withProgram()
    files.edit(...paths.map(([path]) => ({ file: path, append: '改\n' })))
    files.commit('2026-11-25')
    const nothing = '公众看到的内容没有变化'
    for (const revisions of [['public'], ['public', 'HEAD']]) {
      const text = await printed(files, ...revisions)
      expect(text).toMatch(/^这份改动还动了数据、通报、附件以外的10个文件/)
      expect(text).toContain(paths.map(([path, kind]) => `  ${path}（${kind}）\n`).join(''))
      expect(text).not.toContain(nothing)
    }
    const markdown = await printed(files, 'public', '--format', 'markdown')
    const [top = '', rest = ''] = markdown.split('### 这次改动让公众看到的内容有什么变化')
    expect(top).toContain(paths.map(([path, kind]) => `- \`${path}\`（${kind}）\n`).join(''))
    expect(rest).not.toContain(nothing)
  })

  test('changed settings of the site are named at the top', async () => {
    const files = withProgram()
    files.edit({ file: 'data/site.yaml', append: '# 注\n' })
    files.commit('2026-11-25')
    expect(await printed(files, 'public')).toContain('  data/site.yaml（网站设置）\n')
  })

  test('a file that was moved out of the data, or deleted, is reported by its path', async () => {
    const files = withProgram()
    files.git('mv', 'public/logo.svg', 'data/logo.svg')
    files.git('rm', '--quiet', 'maps/ledger.yaml')
    files.commit('2026-11-25')
    const text = await printed(files, 'public')
    expect(text).toContain('  public/logo.svg（网站附带的文件）\n')
    expect(text).toContain('  maps/ledger.yaml（表格的对应关系）\n')
    expect(text).not.toContain('data/logo.svg')
  })

  test('a name with control characters or markup is shown without effect', async () => {
    const files = withProgram()
    files.edit(
      { file: 'src/a\n::stop-commands::x', append: '1' },
      { file: 'src/\u001b[2J`<img>\u202e\u200b@all', append: '1' },
    )
    files.commit('2026-11-25')
    const text = await printed(files, 'public')
    expect(text).toContain(String.raw`  src/a<U+000A>::stop-commands::x（程序）`)
    expect(text).toContain(String.raw`  src/<U+001B>[2J${'`'}<img><U+202E><U+200B>@all（程序）`)
    const markdown = await printed(files, 'public', '--format', 'markdown')
    expect(markdown).toContain(
      String.raw`- ${'``'} src/<U+001B>[2J${'`'}<img><U+202E><U+200B>@all ${'``'}（程序）`,
    )
  })

  test('however many files changed, pipelines come first and fit in a comment', async () => {
    const files = withProgram()
    for (let n = 0; n < 400; n++)
      files.edit({ file: `aa/${'长'.repeat(60)}/${n}.txt`, append: '1' })
    files.edit({ file: 'src/z.ts', append: '1' }, { file: '.gitlab-ci.yml', append: '1' })
    files.commit('2026-11-25')
    const markdown = await printed(files, 'public', '--format', 'markdown')
    expect(markdown.match(/^- .*$/gm)?.slice(0, 2)).toEqual([
      '- `.gitlab-ci.yml`（流水线）',
      '- `src/z.ts`（程序）',
    ])
    expect(markdown).toContain('……还有252个')
    expect(markdown.length).toBeLessThan(60_000)
  })

  test('with --approved no, the command fails', async () => {
    const files = withProgram()
    const settings = settingsFrom({ DATA_DIR: files.data, CONTENT_DIR: files.content })
    const results = async (): Promise<number[]> => {
      const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
      const all: number[] = []
      for (const asked of [[], ['--approved', 'yes'], ['--approved', 'no']])
        all.push(await diff(settings, ['public', ...asked]))
      write.mockRestore()
      return all
    }
    expect(await results()).toEqual([0, 0, 0])
    files.edit({ file: 'src/pages/index.astro', append: '<script>' })
    files.commit('2026-11-25')
    expect(await results()).toEqual([0, 0, 1])
    expect(await printed(files, 'public', '--approved', 'no')).toContain('审查不通过')
    expect(await printed(files, 'public', '--approved', 'yes')).toContain('已经对这次提交表示同意')
  })
})

test('data that look like a repository with commands in its configuration start none of them', async () => {
  const files = repository()
  const ran = `${files.folder}/ran`
  files.edit(
    { file: 'data/HEAD', append: 'ref: refs/heads/main\n' },
    { file: 'data/objects/pack/x', append: '' },
    { file: 'data/refs/heads/x', append: '' },
    {
      file: 'data/config',
      append: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = "touch ${ran}; false"\n`,
    },
  )
  expect(await printed(files, 'public')).toContain('git 仓库自己的文件')
  expect(existsSync(ran)).toBe(false)
  expect(commitOfFiles([files.data])).toBeNull()
  expect(existsSync(ran)).toBe(false)
})

test('added holidays are described, and so is a last day that they move', async () => {
  const files = repository()
  files.edit({
    file,
    replace: '    due: 2024-03-15\n    stated: 2024年3月15日前',
    by: '    within: { days: 5, kind: working, after: 2024-04-29 }\n    stated: 4月29日起5个工作日内',
  })
  files.commit('2026-11-24')
  files.edit({
    file: 'data/site.yaml',
    replace: 'rate_decimals: 1\n',
    by: 'rate_decimals: 1\nholidays:\n  2024:\n    off: [{ start: 2024-05-01, end: 2024-05-01 }]\n',
  })
  const text = await printed(files, 'main')
  expect(text).toContain(
    '4月29日起5个工作日内（2024年5月9日） → 4月29日起5个工作日内（2024年5月7日）',
  )
  expect(text).toContain(
    '放假安排 （没有） → 2024：放假：第一天：2024年5月1日，最后一天：2024年5月1日',
  )
})

test('ledgers of policies are named by unit and year, with what changed in them in words', async () => {
  const ledger = 'data/openness/2023/caizheng.yaml'
  const files = repository()
  files.edit({
    file: ledger,
    append:
      'policies:\n  2023-caizheng-01: { title: 办法, kind: normative, published: 2023-05-10 }\n',
  })
  expect(await printed(files, 'public')).toContain('市财政局：2023年政策文件和征求意见台账')
  files.commit('2026-11-24')
  files.edit({ file: ledger, replace: '2023-05-10', by: '2023-05-11' })
  const text = await printed(files, 'HEAD')
  expect(text).toContain(
    '  政策文件（办法，2023-caizheng-01）的公开日期 2023年5月10日 → 2023年5月11日\n',
  )
  expect(text).toContain('已公开的内容有1处改动没有写更正')
  const office = 'data/openness/2023.yaml'
  const judged = 'judgements: { 2023-caizheng-01: { owes: true, reason: 规范性文件 } }\n'
  files.edit({
    file: office,
    append: `units: { caizheng: { looked_on: 2024-04-10 } }\n${judged}`,
  })
  files.commit('2026-11-25')
  files.edit({ file: office, replace: '04-10', by: '04-20' })
  files.edit({ file: office, replace: 'owes: true', by: 'owes: false' })
  const later = await printed(files, 'HEAD')
  expect(later).toContain('  各单位的核查（市财政局）的核查日期 2024年4月10日 → 2024年4月20日\n')
  expect(later).toContain('  要不要解读（办法，2023-caizheng-01）的应当解读 是 → 否\n')
  // A later look is a new state; a judgement that changes is a correction.
  expect(later).toContain('已公开的内容有1处改动没有写更正')
})
