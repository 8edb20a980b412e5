import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { scripts } from '../support/pipelines.ts'
import {
  cloneOf,
  installIn,
  proposalFor,
  publishedProject,
  review as reviewBy,
  runCommands,
  type Proposal,
} from '../support/proposal.ts'

const published = publishedProject()
afterAll(published.remove)
const project = (): Proposal => proposalFor(published.folder)
const review = (proposal: Proposal, env: Record<string, string> = {}, format = 'text') =>
  reviewBy(published.folder, proposal, env, format)

/**
 * The program of the main branch with the commits of the proposal beside it, as a service checks
 * them out.
 */
function checkouts(proposal: Proposal): string {
  const program = cloneOf(proposal, 'main')
  installIn(program)
  cloneOf(proposal, 'change', join(program, 'proposal'))
  return program
}

const units = 'data/units.yaml'
const newcomer = '  newcomer: { name: 新设局, tier: nowhere }\n'
const newUnit = '  newcomer: { name: 新设局, tier: department }\n'

describe('a change with a mistake fails, with the place of the mistake and the review in words', () => {
  const inLog = /data\/units\.yaml:\d+:\d+/
  const calls = '.ci/review'

  test.each([
    ['GitHub', '.github/workflows/check.yml', /^::error file=data\/units\.yaml,line=\d+,col=\d+/m],
    ['Gitea', '.gitea/workflows/check.yml', inLog],
  ])('%s', (_, path, expected) => {
    const proposal = project()
    const head = proposal.propose({ [units]: proposal.read(units) + newcomer })
    const program = checkouts(proposal)
    const { stdout, status } = runCommands(program, scripts.workflow(path, 'review', calls), {
      HEAD: head,
      GITHUB_ACTIONS: 'true',
    })
    expect(stdout).toMatch(expected)
    expect(readFileSync(join(program, 'review.md'), 'utf8')).toContain('新设局')
    expect(status).toBe(1)
    // None of the following lines may be a command to the service.
    const [, word = '', after = ''] = /^::stop-commands::(\w{32})\n([^]*)$/m.exec(stdout) ?? []
    expect(after).toContain('新设局')
    expect(after).toMatch(new RegExp(`^::${word}::$`, 'm'))
  })

  test('GitLab', () => {
    const proposal = project()
    const head = proposal.propose({ [units]: proposal.read(units) + newcomer })
    const clone = cloneOf(proposal, 'change')
    const { status } = runCommands(clone, scripts.gitlab('review'), {
      CI_DEFAULT_BRANCH: 'main',
      CI_COMMIT_SHA: head,
    })
    expect(readFileSync(join(clone, 'program/problems.json'), 'utf8')).toMatch(
      /"path": ?"data\/units\.yaml"/,
    )
    expect(readFileSync(join(clone, 'program/review.md'), 'utf8')).toContain('新设局')
    expect(status).toBe(1)
  })

  test('Gitee', () => {
    const proposal = project()
    proposal.propose({ [units]: proposal.read(units) + newcomer })
    const clone = cloneOf(proposal, 'change')
    const { stdout, status } = runCommands(clone, scripts.gitee('.workflow/check.yml', 'review'), {
      GITEE_BRANCH: 'main',
    })
    expect(stdout).toMatch(inLog)
    expect(readFileSync(join(clone, 'program/review.md'), 'utf8')).toContain('新设局')
    expect(status).toBe(1)
  })
})

test('a change of data alone passes', () => {
  const proposal = project()
  proposal.propose({ [units]: proposal.read(units) + newUnit })
  const { status, summary } = review(proposal)
  expect(status).toBe(0)
  expect(summary).toContain('新设局')
  expect(summary).not.toContain('⚠')
})

describe('nothing in a proposal runs', () => {
  /** Every file of a proposal that some program would run, each of which would leave a trace. */
  function hostile(marker: string): Record<string, string> {
    const touch = `touch ${marker}`
    const js = `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(marker)}, '')\n`
    const scriptNames = [
      'check',
      'diff',
      'build',
      'preinstall',
      'install',
      'postinstall',
      'prepare',
    ]
    return {
      '.ci/review': `#!/bin/sh\n${touch}\n`,
      '.ci/special-files.js': js,
      '.ci/approved.js': js,
      '.npmrc': `script-shell=${marker}.sh\nnode-options=--import ${marker}.mjs\n`,
      '.github/workflows/check.yml': `on: pull_request\njobs: { review: { runs-on: x, steps: [{ run: "${touch}" }] } }\n`,
      '.gitattributes': '* filter=run diff=run merge=run\n*.yaml text eol=lf\n',
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "${touch}"\n\tupdate = !${touch}\n`,
      '.githooks/post-checkout': `#!/bin/sh\n${touch}\n`,
      '.lfsconfig': `[lfs]\n\turl = file:///nowhere\n[filter "run"]\n\tsmudge = ${touch}\n`,
      'package.json': JSON.stringify({
        type: 'module',
        scripts: Object.fromEntries(scriptNames.map((name) => [name, touch])),
      }),
      'src/cli/gongshi.js': js,
      'src/cli/main.ts': js,
      'astro.config.mjs': js,
      'vitest.config.ts': js,
      'node_modules/.bin/astro': `#!/bin/sh\n${touch}\n`,
      'content/manual/~$x.mdx': `export const x = await import(${JSON.stringify(`data:text/javascript,${encodeURIComponent(js)}`)})\n`,
      'content/manual/index.mdx': `---\nlayout: "data:text/javascript,${encodeURIComponent(js)}"\n---\n`,
      'data/astro.config.mjs': js,
      'data/.gitattributes': '* filter=run\n',
      'data/package.json': JSON.stringify({ scripts: { check: touch } }),
    }
  }

  test('not its scripts, program, manual or configuration, up to the preview; all are listed at the top', () => {
    const marker = join(folderOf({}), 'ran')
    const whole = publishedProject({ preview: true })
    const proposal = proposalFor(whole.folder)
    const files = hostile(marker)
    const head = proposal.propose({ ...files, [units]: proposal.read(units) + newUnit })
    cloneOf(proposal, 'change', join(whole.folder, 'proposal'))
    const step = scripts.workflow('.github/workflows/check.yml', 'review', '.ci/review')
    const { status } = runCommands(whole.folder, step, { HEAD: head })
    const text = readFileSync(join(whole.folder, 'review.md'), 'utf8')
    const preview = readFileSync(join(whole.folder, 'dist/units.html'), 'utf8')
    whole.remove()
    expect(existsSync(marker)).toBe(false)
    expect(preview).toContain('新设局')
    expect(status).toBe(1)
    const [top = ''] = text.split('有什么变化')
    const beside = Object.keys(files).filter(
      (path) => !path.startsWith('data/') || path === 'data/.gitattributes',
    )
    for (const path of beside) expect(top).toContain(path)
  })

  test('not commands named in data that look like a repository', () => {
    const marker = join(folderOf({}), 'ran')
    const proposal = project()
    proposal.propose({
      'data/HEAD': 'ref: refs/heads/main\n',
      'data/objects/x': '',
      'data/refs/heads/x': '',
      'data/config': `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = "touch ${marker}"\n`,
    })
    const { status, stderr, summary } = review(proposal)
    expect(existsSync(marker)).toBe(false)
    expect(stderr).toContain('git 仓库自己的文件')
    expect(summary).toContain('说明没有写出来')
    expect(status).toBe(1)
  })

  test('not the hooks and filters that a machine is set to run for its own repositories', () => {
    const marker = join(folderOf({}), 'ran')
    const home = folderOf({
      '.gitconfig': `[core]\n\thooksPath = ~/hooks\n[filter "run"]\n\tsmudge = touch ${marker}\n\tclean = touch ${marker}\n`,
      'hooks/post-checkout': `#!/bin/sh\ntouch ${marker}\n`,
    })
    const proposal = project()
    proposal.propose({ 'data/.gitattributes': '*.yaml filter=run\n' })
    const { summary } = review(proposal, { HOME: home })
    expect(existsSync(marker)).toBe(false)
    expect(summary).toContain('data/.gitattributes')
  })
})

/** Commits an entry of any kind to the proposed branch: mode, object and path. */
function addEntry({ git }: Proposal, entry: string): void {
  git('symbolic-ref', 'HEAD', 'refs/heads/change')
  git('read-tree', 'HEAD')
  git('rm', '-rq', '--cached', '--ignore-unmatch', entry.split(',')[2] ?? '')
  git('update-index', '--add', '--cacheinfo', entry)
  git('commit', '-qm', 'entry')
}

function link(proposal: Proposal, path: string, target: string): void {
  writeFileSync(join(proposal.repository, 'target'), target)
  const blob = proposal.git('hash-object', '-w', 'target').trim()
  addEntry(proposal, `120000,${blob},${path}`)
}

describe('links and nested repositories among the data are refused before anything is read', () => {
  test.each([
    ['a file of the machine', 'data/channels.yaml', '/proc/self/environ'],
    ['a folder', 'content/attachments/2024-q1', '/etc'],
    ['the data themselves', 'data', '/etc'],
    ['all bulletins', 'content/bulletins', 'elsewhere'],
  ])('a link to %s', (_, path, target) => {
    const proposal = project()
    link(proposal, path, target)
    const { status, stdout, summary } = review(proposal)
    expect(status).toBe(1)
    expect(summary).toContain(`${path} 是符号链接`)
    expect(stdout).toBe('')
  })

  test('a submodule, and a name with control characters for the log', () => {
    const proposal = project()
    const commit = proposal.git('rev-parse', 'change').trim()
    addEntry(proposal, `160000,${commit},data/\n::error::x`)
    const { status, stderr } = review(proposal)
    expect(status).toBe(1)
    expect(stderr).toContain(String.raw`data/\u{a}::error::x 是子模块`)
  })
})

describe('a proposal that cannot be judged is refused in one plain sentence, also in the review', () => {
  /** The program of the office did not run, and no message of git or of the shell is shown. */
  const refused = ({ status, stdout, stderr, summary }: ReturnType<typeof review>, why: string) => {
    expect(summary).toMatch(/^### ⚠ 没有审查\n\n/)
    expect(summary).toContain(why)
    expect(stderr).toBe(`${summary.split('\n')[2] ?? ''}\n`)
    expect([status, stdout]).toEqual([1, ''])
  }

  test.each(['data', 'content', 'content/bulletins', 'content/attachments'])(
    'a file where the folder %s has to be',
    (folder) => {
      const proposal = project()
      const blob = proposal.git('rev-parse', `change:${units}`).trim()
      proposal.git('symbolic-ref', 'HEAD', 'refs/heads/change')
      proposal.git('read-tree', 'HEAD')
      proposal.git('rm', '-rq', '--cached', '--ignore-unmatch', folder)
      proposal.git('update-index', '--add', '--cacheinfo', `100644,${blob},${folder}`)
      proposal.git('commit', '-qm', 'file')
      refused(review(proposal), `${folder} 不是文件夹`)
    },
  )

  test('a history of which git cannot list the files', () => {
    const proposal = project()
    proposal.propose({ [units]: proposal.read(units) + newUnit })
    const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
    const bin = folderOf({
      git: `#!/bin/sh\ncase "$*" in *ls-tree*) exit 128;; esac\nexec ${git} "$@"\n`,
    })
    chmodSync(join(bin, 'git'), 0o755)
    refused(review(proposal, { PATH: `${bin}:${process.env['PATH'] ?? ''}` }), '没有列出')
  })

  test.each(['markdown', 'GitHub', ' ', 'text github'])(
    'a fourth argument that names no format: “%s”',
    (format) => {
      const proposal = project()
      proposal.propose({ [units]: proposal.read(units) + newcomer })
      refused(review(proposal, {}, format), '第四个参数')
    },
  )
})

describe('the result of the merge is judged', () => {
  test('an outdated proposal is compared with the current branch', () => {
    const proposal = project()
    proposal.propose({ [units]: proposal.read(units) + newUnit })
    proposal.publish({ 'public/new.svg': '<svg/>', 'data/notes.txt': '后来公开的' })
    const { status, summary } = review(proposal)
    // Later commits of the main branch are not changes of the proposal.
    expect(summary).not.toContain('new.svg')
    expect(summary).toContain('新设局')
    expect(status).toBe(0)
  })

  test('a mistake that only the combination has is found', () => {
    const proposal = project()
    const text = proposal.read(units)
    const [first, ...rest] = text.split('units:\n')
    proposal.propose({ [units]: text + newUnit })
    proposal.publish({ [units]: `${first}units:\n${newUnit}${rest.join('units:\n')}` })
    const { status, stdout } = review(proposal)
    expect(stdout).toContain('data/units.yaml')
    expect(status).toBe(1)
  })

  test('a proposal that cannot be merged is not judged', () => {
    const proposal = project()
    const text = proposal.read(units)
    proposal.propose({ [units]: text + newUnit })
    proposal.publish({ [units]: `${text}  other: { name: 另一局, tier: department }\n` })
    const { status, summary } = review(proposal)
    expect(summary).toContain('冲突')
    expect(status).toBe(1)
  })
})

describe('changes of the program wait for an engineer', () => {
  test('they fail until the very commit is approved, and again after a push', () => {
    const proposal = project()
    const head = proposal.propose({ 'public/logo.svg': '<svg/>' })
    const before = review(proposal)
    expect(before.summary).toContain('审查不通过')
    expect(before.status).toBe(1)
    const approved = review(proposal, { APPROVED_HEAD: `${'0'.repeat(40)} ${head}` })
    expect(approved.summary).toContain('已经对这次提交表示同意')
    expect(approved.summary).toContain('public/logo.svg')
    expect(approved.status).toBe(0)
    proposal.propose({ 'public/logo.svg': '<svg><script/></svg>' })
    expect(review(proposal, { APPROVED_HEAD: head }).status).toBe(1)
  })

  test('they are reported even if no data are left to compare', () => {
    const proposal = project()
    proposal.propose({ 'src/cli/main.ts': 'other' })
    proposal.git('rm', '-rq', '--cached', 'data', 'content/bulletins')
    proposal.git('commit', '-qm', 'nothing')
    const { status, summary } = review(proposal)
    expect(summary).toContain('src/cli/main.ts')
    expect(status).toBe(1)
  })
})

test('run by hand in a clone: the arguments are explained, and a missing history is reported', () => {
  const proposal = project()
  const clone = cloneOf(proposal, 'main')
  installIn(clone)
  const none = runCommands(clone, '.ci/review', {})
  expect([none.status, none.stderr]).toEqual([
    1,
    expect.stringContaining('.ci/review . origin/main HEAD'),
  ])
  const unknown = runCommands(clone, '.ci/review . origin/nothing HEAD', {})
  expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('没有目标分支')])
  const same = runCommands(clone, '.ci/review . origin/main HEAD', {})
  expect([same.status, same.stdout]).toEqual([0, expect.stringContaining('公众看到的内容没有变化')])
})
