import { describe, expect, test } from 'vitest'
import {
  allCommands,
  giteaFiles,
  giteeFiles,
  githubFiles,
  gitlabJobs,
  readPipeline,
  workflow,
  workflowFiles,
  workflowJobs,
  type WorkflowJob,
  type WorkflowStep,
} from '../support/pipelines.ts'

/** Whether a step checks out the proposal instead of a branch of the office. */
const fetchesProposal = ({ uses = '', with: inputs }: WorkflowStep): boolean =>
  uses.startsWith('actions/checkout@') && String(inputs?.['ref'] ?? '').includes('head')

const jobs = workflowJobs()
const whole = (job: WorkflowJob): string => JSON.stringify(job)
const startsWith = (file: { on: object }, event: string): boolean => Object.hasOwn(file.on, event)
const isProposed = (file: { on: object }): boolean =>
  startsWith(file, 'pull_request') || startsWith(file, 'pull_request_target')

describe('workflows of GitHub and Gitea', () => {
  test.each(workflowFiles)(
    '%s: every action is pinned to a commit, its version beside it',
    (path) => {
      const uses = readPipeline(path).match(/uses:.*/g) ?? []
      expect(uses.length).toBeGreaterThan(0)
      for (const line of uses)
        expect(line).toMatch(/^uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d[\w.-]*$/)
    },
  )

  test('one version of an action is one commit, wherever it is named', () => {
    const lines = workflowFiles.flatMap((path) => readPipeline(path).match(/uses:.*/g) ?? [])
    const commits = new Map<string, Set<string>>()
    for (const line of lines) {
      const [, name = '', commit = '', version = ''] = /uses: (.*)@(\w+) # (.*)/.exec(line) ?? []
      const key = `${name} ${version}`
      commits.set(key, (commits.get(key) ?? new Set()).add(commit))
    }
    for (const [key, known] of commits) expect([key, known.size]).toEqual([key, 1])
  })

  test.each(jobs)('$name: ends after a time that is set', ({ job }) => {
    expect(job['timeout-minutes']).toBeGreaterThan(0)
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
  })

  test.each(workflowFiles)(
    '%s: has read permission by default, and runs once at a time',
    (path) => {
      expect(workflow(path).permissions).toEqual({ contents: 'read' })
      expect(workflow(path).concurrency).toBeDefined()
    },
  )

  test('jobs may write only a comment and GitHub Pages', () => {
    const writing = jobs.flatMap(({ name, job }) =>
      Object.entries(job.permissions ?? {}).flatMap(([what, how]) =>
        how === 'read' ? [] : [`${name}: ${what}`],
      ),
    )
    expect(writing.sort()).toEqual([
      '.gitea/workflows/check.yml comment: pull-requests',
      '.github/workflows/check.yml comment: pull-requests',
      '.github/workflows/publish.yml pages: id-token',
      '.github/workflows/publish.yml pages: pages',
    ])
  })

  test.each(jobs)('$name: no checkout leaves a token behind', ({ job }) => {
    for (const { uses = '', with: inputs } of job.steps)
      if (uses.startsWith('actions/checkout@'))
        expect(inputs).toMatchObject({ 'persist-credentials': false })
  })

  test.each(jobs)('$name: no text written by others becomes a command', ({ job }) => {
    for (const { run = '' } of job.steps) expect(run).not.toContain('${{')
  })

  test.each(jobs)('$name: installs no package’s own scripts', ({ job }) => {
    for (const { run = '' } of job.steps)
      if (run.includes('npm ci')) expect(run).toContain('--ignore-scripts')
  })

  test.each(jobs)('$name: a token is given to no step but one that asks the service', ({ job }) => {
    for (const { run = '', env = {} } of job.steps)
      if (JSON.stringify(env).includes('github.token'))
        expect(run).toMatch(/^node \.ci\/(comment|approved)\.js (github|gitea)\b/)
    expect(whole({ ...job, steps: job.steps.map(({ env: _, ...step }) => step) })).not.toMatch(
      /github\.token|GITHUB_TOKEN/,
    )
  })

  test('a secret is read in one job alone, whose environment is protected', () => {
    const readers = jobs.filter(({ job }) => whole(job).includes('secrets.'))
    expect(readers.map(({ name }) => name)).toEqual(['.github/workflows/publish.yml deploy'])
    for (const { job } of readers) {
      expect(job.environment).toBe('production')
      expect(job.if).toContain("github.ref == 'refs/heads/main'")
      expect(whole(job)).not.toContain('npm')
    }
  })

  test('Gitea protects no environment, so its workflows name no secret', () => {
    for (const path of giteaFiles) expect(readPipeline(path)).not.toContain('secrets.')
  })

  test.each(jobs.filter(({ file }) => isProposed(file)))(
    '$name: a job that a proposal starts has no secret, environment or cache',
    ({ job }) => {
      expect(whole(job)).not.toMatch(/secrets\.|DEPLOY_|"cache"/)
      expect(job.environment).toBeUndefined()
    },
  )

  test.each(jobs.filter(({ file }) => startsWith(file, 'pull_request')))(
    '$name: a job that runs a proposal’s code has no write permission and no token',
    ({ file, job }) => {
      expect(startsWith(file, 'pull_request_target')).toBe(false)
      expect(job.permissions ?? file.permissions).toEqual({ contents: 'read' })
      expect(whole(job)).not.toMatch(/token/i)
    },
  )

  const judging = jobs.filter(({ file }) => startsWith(file, 'pull_request_target'))

  test('a proposal is judged by a workflow that comes from the branch it goes into', () => {
    expect(judging.map(({ name }) => name)).toEqual([
      '.github/workflows/check.yml review',
      '.github/workflows/check.yml comment',
      '.gitea/workflows/check.yml review',
      '.gitea/workflows/check.yml comment',
    ])
  })

  test.each(judging)('$name: runs no file of the proposal', ({ job }) => {
    for (const step of job.steps) {
      expect(step['working-directory']).toBeUndefined()
      const { run = '', uses = '' } = step
      // The folder is named only once: as an argument of the script of the branch, which reads its
      // commits.
      if (run.includes('proposal'))
        expect(run).toMatch(
          /^\.ci\/review proposal "\$\(git rev-parse HEAD\)" "\$HEAD" (github|text)$/,
        )
      expect(run).not.toMatch(/\bcd\b|pushd|--prefix|source |\.\/proposal|npx/)
      expect(uses).not.toMatch(/^\.|proposal/)
    }
  })

  const fetching = judging.filter(({ job }) => job.steps.some(fetchesProposal))

  test('the commits of a proposal are fetched where it is judged, and nowhere else', () => {
    const review = ['.github/workflows/check.yml review', '.gitea/workflows/check.yml review']
    expect(fetching.map(({ name }) => name)).toEqual(review)
    const anywhere = jobs.filter(({ job }) => job.steps.some(fetchesProposal))
    expect(anywhere.map(({ name }) => name)).toEqual(review)
  })

  test.each(fetching)(
    '$name: the proposal lies in a folder of its own, at its last commit, after the packages',
    ({ job }) => {
      const at = job.steps.findIndex(fetchesProposal)
      expect(job.steps[at]?.with).toMatchObject({
        ref: '${{ github.event.pull_request.head.sha }}',
        path: 'proposal',
        'persist-credentials': false,
      })
      expect(Object.keys(job.steps[at]?.with ?? {})).not.toContain('submodules')
      expect(Object.keys(job.steps[at]?.with ?? {})).not.toContain('lfs')
      expect(job.steps.findIndex(({ run }) => run?.startsWith('npm ci'))).toBeLessThan(at)
      expect(Object.values(job.permissions ?? {})).not.toContain('write')
    },
  )

  test.each(judging.filter(({ name }) => name.endsWith('comment')))(
    '$name: a job that writes gets only one text from the proposal',
    ({ job }) => {
      expect(job.needs).toBe('review')
      expect(job.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
      expect(job.steps.some(fetchesProposal)).toBe(false)
      expect(job.steps.map(({ uses, run }) => uses?.split('@')[0] ?? run)).toEqual([
        'actions/checkout',
        'actions/download-artifact',
        expect.stringMatching(/^node \.ci\/comment\.js (github|gitea) review\/review\.md$/),
      ])
    },
  )

  test('only the main branch is published', () => {
    for (const path of [...githubFiles, ...giteaFiles].filter((name) =>
      name.endsWith('publish.yml'),
    )) {
      const file = workflow(path)
      expect(file.on['push']).toEqual({ branches: ['main'] })
      expect(isProposed(file)).toBe(false)
      for (const job of Object.values(file.jobs))
        expect(job.if).toContain("github.ref == 'refs/heads/main'")
    }
  })
})

describe('.gitlab-ci.yml', () => {
  const all = Object.entries(gitlabJobs())

  test.each(all)('%s: ends after a time that is set', (_, job) => {
    expect(job.timeout).toMatch(/^\d+ minutes$/)
  })

  test.each(all)('%s: a merge request starts it, or it may deploy, never both', (name, job) => {
    const rules = JSON.stringify(job.rules)
    const isOfMain = /\$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH/.test(rules)
    const isOfProposal = rules.includes('== \\"merge_request_event\\"')
    expect(isOfMain).toBe(!isOfProposal)
    expect(Object.hasOwn(job, 'environment')).toBe(name === 'deploy')
    if (isOfProposal) expect(JSON.stringify(job)).not.toMatch(/TOKEN|DEPLOY_|KEY|secret/)
  })

  test('nothing is cached between jobs of proposals and of the main branch', () => {
    expect(readPipeline('.gitlab-ci.yml')).not.toMatch(/^\s*cache:/m)
  })

  test('the proposal is judged by the default branch, and not checked out', () => {
    const { script = [], variables } = gitlabJobs()['review'] ?? {}
    expect(variables).toMatchObject({ GIT_STRATEGY: 'clone', GIT_CHECKOUT: 'false' })
    expect(script).toEqual([
      'git worktree add --force --detach program "origin/$CI_DEFAULT_BRANCH"',
      'cd program',
      'npm ci --ignore-scripts',
      expect.stringMatching(/^\.ci\/review \.\. /),
    ])
  })

  /** The conditions under which a merge request starts a job, one after the other. */
  const conditions = (job: string): string[] =>
    (gitlabJobs()[job]?.rules ?? []).flatMap((rule) => (rule.if ?? '').split(' && '))
  const started = all
    .map(([name]) => name)
    .filter((name) => conditions(name).includes('$CI_PIPELINE_SOURCE == "merge_request_event"'))

  test('a merge request starts the review and the tests alone', () => {
    expect(started).toEqual(['review', 'tests'])
  })

  test.each(started)(
    '%s: a merge request into a branch of the proposer’s starts nothing, whose result would count after it is sent elsewhere',
    (name) => {
      expect(gitlabJobs()[name]?.rules).toHaveLength(1)
      expect(conditions(name)).toContain(
        '$CI_MERGE_REQUEST_TARGET_BRANCH_NAME == $CI_DEFAULT_BRANCH',
      )
    },
  )

  test('code from a fork does not run with the rights of the person who starts its pipeline', () => {
    expect(conditions('tests')).toContain('$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID')
  })

  test('no comment is written, because the proposed code could read its token', () => {
    expect(readPipeline('.gitlab-ci.yml')).not.toMatch(/comment\.js|PRIVATE|_TOKEN/)
  })
})

describe('Gitee Go', () => {
  test.each(giteeFiles)('%s: names no secret and deploys nothing', (path) => {
    expect(readPipeline(path)).not.toMatch(/\$\w*(TOKEN|KEY|SECRET)|\.ci\/deploy|comment\.js/)
  })
})

test('packages are installed without their scripts in every pipeline', () => {
  const installs = allCommands().filter((command) => /npm (ci|install)/.test(command))
  expect(installs.length).toBeGreaterThan(8)
  expect(installs.filter((command) => !/^npm ci --ignore-scripts$/m.test(command))).toEqual([])
})

test('every service audits the packages at set times, and makes a bill of materials of what it builds', () => {
  for (const service of [githubFiles, giteaFiles, giteeFiles, ['.gitlab-ci.yml']]) {
    const text = service.map(readPipeline).join('\n')
    expect(text).toContain('.ci/audit')
    expect(text).toMatch(
      /npm run build\n[^]*npm sbom --package-lock-only --omit dev --sbom-format cyclonedx/,
    )
  }
  for (const path of ['.github/workflows/audit.yml', '.gitea/workflows/audit.yml'])
    expect(workflow(path).on).toHaveProperty('schedule')
})
