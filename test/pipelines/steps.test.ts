import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/folder.ts'
import { allSteps, steps, type Step } from '../support/pipelines.ts'

const root = join(import.meta.dirname, '../..')

/** The project with a branch `main` and, checked out, a change to a published figure. */
function proposedChange(): string {
  const clone = folderOf({})
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: clone,
      encoding: 'utf8',
    })
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of files.split('\0').filter((path) => path !== '' && !path.startsWith('test/'))) {
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(clone, file)), { recursive: true })
    cpSync(join(root, file), join(clone, file))
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  cpSync(join(root, 'test/cases/base/data'), join(clone, 'data'), { recursive: true })
  cpSync(join(root, 'test/cases/base/content'), join(clone, 'content'), { recursive: true })
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-qm', 'published')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('remote', 'add', 'origin', '.')
  git('checkout', '-qb', 'change')
  const units = join(clone, 'data/units.yaml')
  writeFileSync(
    units,
    `${readFileSync(units, 'utf8')}  newcomer: { name: 新设局, tier: nowhere }\n`,
  )
  git('commit', '-qam', 'change')
  return clone
}

function run(folder: string, { run: script }: Step, env: Record<string, string>) {
  return spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: '', CONTENT_DIR: '', AS_OF: '2024-06-07', ...env },
    encoding: 'utf8',
  })
}

/** The step of a service that reviews, as the service runs it once the packages are installed. */
function reviewOf(all: readonly Step[]): Step {
  const review = all.find((step) => step.run.includes('.ci/review'))
  if (review === undefined) throw new Error('no review')
  return { ...review, run: review.run.replace(/^npm ci\n/, '') }
}

const inLog = /data\/units\.yaml:\d+:\d+/
const reviewed: [string, Step[], Record<string, string>, 'stdout' | 'problems.json', RegExp][] = [
  [
    'GitHub',
    steps.workflow('.github/workflows/check.yml', 'review'),
    { BASE: 'main' },
    'stdout',
    /^::error file=data\/units\.yaml,line=\d+,col=\d+/m,
  ],
  [
    'GitLab',
    steps.gitlab('review'),
    { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
    'problems.json',
    /"path": ?"data\/units\.yaml"/,
  ],
  [
    'Gitea',
    steps.workflow('.gitea/workflows/check.yml', 'review'),
    { BASE: 'main' },
    'stdout',
    inLog,
  ],
  [
    'Gitee',
    steps.gitee('.workflow/check.yml', 'review'),
    { GITEE_BRANCH: 'main', GITEE_PULL_ID: '7', COMMENT_TOKEN: '' },
    'stdout',
    inLog,
  ],
]

test.each(reviewed)(
  '%s: a change with a mistake fails, is told where it is, and is told in words all the same',
  (_, all, env, place, told) => {
    const clone = proposedChange()
    const { stdout, status } = run(clone, reviewOf(all), env)
    expect(place === 'stdout' ? stdout : readFileSync(join(clone, place), 'utf8')).toMatch(told)
    expect(readFileSync(join(clone, 'review.md'), 'utf8')).toContain('新设局')
    expect(status).toBe(1)
  },
)

test('all pipelines review by the same script, against the branch the change goes into', () => {
  const reviews = allSteps().filter(({ run }) => run.includes('.ci/review'))
  expect(reviews).toHaveLength(4)
  for (const { run } of reviews)
    expect(run).toMatch(/\.ci\/review "?(origin\/\$\w+|FETCH_HEAD)"? (github|gitlab|text)/)
})

test('a deployment without a target or without a site says so and copies nothing', () => {
  const folder = folderOf({})
  mkdirSync(join(folder, '.ci'))
  cpSync(join(root, '.ci/deploy'), join(folder, '.ci/deploy'))
  const none = run(folder, { run: '.ci/deploy', env: {} }, {})
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('请设置 DEPLOY_TARGET')])
  const noSite = run(folder, { run: '.ci/deploy', env: {} }, { DEPLOY_TARGET: 'x' })
  expect([noSite.status, noSite.stderr]).toEqual([1, expect.stringContaining('npm run build')])
})

const hasRsync = spawnSync('rsync', ['--version']).status === 0

test.skipIf(!hasRsync)('a deployment puts the site in place and takes away what is gone', () => {
  const folder = folderOf({
    'dist/index.html': 'new',
    'dist/assets/a.css': 'a',
    'site/index.html': 'old',
    'site/gone.html': 'gone',
  })
  mkdirSync(join(folder, '.ci'))
  cpSync(join(root, '.ci/deploy'), join(folder, '.ci/deploy'))
  const { status, stderr } = run(
    folder,
    { run: '.ci/deploy', env: {} },
    { DEPLOY_TARGET: join(folder, 'site') },
  )
  expect([status, stderr]).toEqual([0, ''])
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('new')
  expect(existsSync(join(folder, 'site/assets/a.css'))).toBe(true)
  expect(existsSync(join(folder, 'site/gone.html'))).toBe(false)
})

interface Comment {
  readonly id: number
  body: string
}

/** A service that keeps comments, as far as its documentation describes it. */
async function fakeService(list: string, one: string, method: string) {
  const comments: Comment[] = [{ id: 1, body: '别人的意见' }]
  const headers: unknown[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
      headers.push(request.headers['private-token'] ?? request.headers.authorization)
      const body = text === '' ? '' : (JSON.parse(text) as { body: string }).body
      const [, id] = new RegExp(`^${one}$`).exec(pathname) ?? []
      let answer: unknown = null
      if (request.method === 'GET' && pathname === list)
        answer = searchParams.get('page') === '1' ? comments : []
      else if (request.method === 'POST' && pathname === list)
        comments.push({ id: comments.length + 1, body })
      else if (request.method === method && id !== undefined) {
        const comment = comments.find((each) => each.id === Number(id))
        if (comment !== undefined) comment.body = body
      } else response.statusCode = 404
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, comments, headers, close: () => server.close() }
}

describe('the change in words under a pull request', () => {
  const comment = (service: string, url: string, text: string, token = 'secret') => {
    const file = join(folderOf({}), 'review.md')
    writeFileSync(file, text)
    return new Promise<string>((resolve) => {
      const child = spawn(process.execPath, [join(root, '.ci/comment.js'), service, file], {
        env: { ...process.env, API_URL: url, REPOSITORY: 'city/site', NUMBER: '7', TOKEN: token },
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.on('close', () => {
        resolve(said)
      })
    })
  }
  const issues = [
    '/repos/city/site/issues/7/comments',
    String.raw`/repos/city/site/issues/comments/(\d+)`,
  ]
  const services = [
    ['github', ...issues, 'PATCH', 'token secret'],
    ['gitea', ...issues, 'PATCH', 'token secret'],
    [
      'gitee',
      '/repos/city/site/pulls/7/comments',
      String.raw`/repos/city/site/pulls/comments/(\d+)`,
      'PATCH',
      'token secret',
    ],
    [
      'gitlab',
      '/projects/city/site/merge_requests/7/notes',
      String.raw`/projects/city/site/merge_requests/7/notes/(\d+)`,
      'PUT',
      'secret',
    ],
  ] as [string, string, string, string, string][]

  test.each(services)(
    '%s: written once, then brought up to date',
    async (name, list, one, method, token) => {
      const service = await fakeService(list, one, method)
      expect(await comment(name, service.url, '合格率 100% → 99.7%')).toBe('')
      expect(await comment(name, service.url, '合格率 100% → 99.5%')).toBe('')
      service.close()
      expect(service.comments.map(({ body }) => body)).toEqual([
        '别人的意见',
        expect.stringContaining('合格率 100% → 99.5%'),
      ])
      expect(new Set(service.headers)).toEqual(new Set([token]))
    },
  )

  test('without a token, or with a service that is gone, the log says so and nothing fails', async () => {
    expect(await comment('github', 'http://127.0.0.1:1', '甲', '')).toContain('没有设置 TOKEN')
    expect(await comment('github', 'http://127.0.0.1:1', '甲')).toContain('没有写进合并请求')
  })
})
