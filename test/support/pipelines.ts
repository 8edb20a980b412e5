import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
export const readPipeline = (path: string): string => readFileSync(join(root, path), 'utf8')

/** One command of a pipeline, with the variables that the pipeline itself gives it. */
export interface Step {
  readonly run: string
  readonly env: Readonly<Record<string, string>>
}

interface Workflow {
  readonly jobs: Record<string, { steps?: { run?: string; env?: Record<string, string> }[] }>
}
interface GiteeGo {
  readonly stages: { steps: { name: string; commands: string[] }[] }[]
}

/** The commands of a job, in order, as each service would run them. */
export const steps = {
  /** GitHub and Gitea. */
  workflow: (path: string, job: string): Step[] =>
    ((parse(readPipeline(path)) as Workflow).jobs[job]?.steps ?? []).flatMap(({ run, env }) =>
      run === undefined ? [] : [{ run, env: env ?? {} }],
    ),
  gitlab: (job: string): Step[] => {
    const file = parse(readPipeline('.gitlab-ci.yml')) as Record<
      string,
      { before_script?: string[]; script?: string[]; after_script?: string[] }
    >
    const { script = [], after_script = [] } = file[job] ?? {}
    return [...(file['default']?.before_script ?? []), ...script, ...after_script].map((run) => ({
      run,
      env: {},
    }))
  },
  /** Gitee runs the commands of a step in one shell. */
  gitee: (path: string, name: string): Step[] =>
    (parse(readPipeline(path)) as GiteeGo).stages
      .flatMap((stage) => stage.steps)
      .filter((step) => step.name === name)
      .map(({ commands }) => ({ run: commands.join('\n'), env: {} })),
}

export const workflows = ['.github', '.gitea'].flatMap((folder) =>
  ['check', 'publish'].map((name) => `${folder}/workflows/${name}.yml`),
)
export const giteeFiles = ['.workflow/check.yml', '.workflow/publish.yml']

/** Every command of every pipeline. */
export function allSteps(): Step[] {
  return [
    ...workflows.flatMap((path) =>
      ['review', 'tests', 'build', 'publish'].flatMap((job) => steps.workflow(path, job)),
    ),
    ...['review', 'tests', 'publish'].flatMap(steps.gitlab),
    ...giteeFiles.flatMap((path) =>
      ['review', 'tests', 'publish'].flatMap((name) => steps.gitee(path, name)),
    ),
  ]
}
