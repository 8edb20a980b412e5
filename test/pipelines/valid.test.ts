import { execFileSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { allSteps, giteeFiles, readPipeline, workflows } from '../support/pipelines.ts'
import giteeGo from './gitee-go.schema.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

// Gitea reads the same syntax.
test.each(workflows)('%s is a workflow by GitHub’s own parser', (path) => {
  const { context, value } = parseWorkflow(
    { name: path, content: readPipeline(path) },
    new NoOperationTraceWriter(),
  )
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([])
  expect(value).toBeDefined()
})

test('the parser refuses a workflow with a wrong key', () => {
  const content = readPipeline(workflows[0] ?? '').replace('runs-on:', 'run-on:')
  const { context } = parseWorkflow({ name: 'x', content }, new NoOperationTraceWriter())
  expect(context.errors.getErrors()).not.toEqual([])
})

test('.gitlab-ci.yml passes GitLab’s schema and holds these jobs', () => {
  const listed = execFileSync(
    join(root, 'node_modules/.bin/gitlab-ci-local'),
    ['--list-csv-all', '--state-dir', 'node_modules/.cache/gitlab'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const jobs = listed.split('\n').map((line) => line.split(';')[0]?.replaceAll('"', ''))
  expect(jobs).toEqual(expect.arrayContaining(['review', 'tests', 'publish']))
})

const validate = new Ajv({ allErrors: true }).compile(giteeGo)

test.each(giteeFiles)('%s has the form that Gitee’s documentation gives', (path) => {
  validate(parse(readPipeline(path)))
  expect(validate.errors).toBeNull()
})

test('every command that a pipeline calls is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const text = allSteps()
    .map(({ run }) => run)
    .join('\n')
  const called = [...text.matchAll(/(?:^|[ ;&|])npm (?:run (?:-s )?)?([\w][\w-]*)/gm)].map(
    ([, name]) => name,
  )
  expect(called.filter((name) => name !== 'ci' && scripts[name ?? ''] === undefined)).toEqual([])
  for (const [path] of text.matchAll(/\.ci\/[\w.]+/g))
    accessSync(join(root, path), path.endsWith('.js') ? constants.R_OK : constants.X_OK)
})
