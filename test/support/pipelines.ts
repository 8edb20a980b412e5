import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
export const readPipeline = (path: string): string => readFileSync(join(root, path), 'utf8')

/** One step of a workflow of GitHub or Gitea. */
export interface WorkflowStep {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

export interface WorkflowJob {
  readonly if?: string
  readonly needs?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: unknown
  readonly 'timeout-minutes'?: number
  readonly steps: readonly WorkflowStep[]
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, WorkflowJob>>
}

export interface GitlabJob {
  readonly script?: readonly string[]
  readonly before_script?: readonly string[]
  readonly after_script?: readonly string[]
  readonly rules?: readonly { readonly if?: string }[]
  readonly timeout?: string
  readonly environment?: unknown
  readonly variables?: Readonly<Record<string, string>>
  readonly cache?: unknown
}

interface GiteeGo {
  readonly stages: {
    steps: { name: string; commands: string[]; variables?: unknown }[]
  }[]
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`)

export const githubFiles = filesIn('.github/workflows')
export const giteaFiles = filesIn('.gitea/workflows')
export const workflowFiles = [...githubFiles, ...giteaFiles]
export const giteeFiles = filesIn('.workflow')

export const workflow = (path: string): Workflow => parse(readPipeline(path)) as Workflow

/** Every job of every workflow, with a name for the title of a test. */
export const workflowJobs = (): {
  name: string
  path: string
  file: Workflow
  job: WorkflowJob
}[] =>
  workflowFiles.flatMap((path) => {
    const file = workflow(path)
    return Object.entries(file.jobs).map(([id, job]) => ({
      name: `${path} ${id}`,
      path,
      file,
      job,
    }))
  })

const gitlabKeys = ['image', 'stages', 'default', 'variables', 'workflow', 'include']

/** The jobs of .gitlab-ci.yml. */
export const gitlabJobs = (): Record<string, GitlabJob> => {
  const file = parse(readPipeline('.gitlab-ci.yml')) as Record<string, GitlabJob>
  return Object.fromEntries(Object.entries(file).filter(([key]) => !gitlabKeys.includes(key)))
}

/** The commands of a job as one script, as each service runs it. */
export const scripts = {
  /** The commands of one step of a workflow, by the command that they call. */
  workflow: (path: string, job: string, calls: string): string =>
    workflow(path).jobs[job]?.steps.find(({ run }) => run?.includes(calls))?.run ?? '',
  gitlab: (job: string): string => (gitlabJobs()[job]?.script ?? []).join('\n'),
  /** Gitee runs the commands of a step in one shell. */
  gitee: (path: string, name: string): string =>
    (parse(readPipeline(path)) as GiteeGo).stages
      .flatMap((stage) => stage.steps)
      .filter((step) => step.name === name)
      .map(({ commands }) => commands.join('\n'))
      .join('\n'),
}

/** Every command of every pipeline. */
export const allCommands = (): string[] => [
  ...workflowJobs().flatMap(({ job }) => job.steps.flatMap(({ run }) => run ?? [])),
  ...Object.values(gitlabJobs()).flatMap(({ script = [] }) => script),
  ...giteeFiles.flatMap((path) =>
    (parse(readPipeline(path)) as GiteeGo).stages.flatMap((stage) =>
      stage.steps.flatMap(({ commands }) => commands),
    ),
  ),
]
