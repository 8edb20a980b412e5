import { execFileSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { allCommands, giteeFiles, readPipeline, workflowFiles } from '../support/pipelines.ts'
import giteeGo from './gitee-go.schema.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

// Gitea reads the same syntax.
test.each(workflowFiles)('%s is a workflow by GitHub’s own parser', (path) => {
  const { context, value } = parseWorkflow(
    { name: path, content: readPipeline(path) },
    new NoOperationTraceWriter(),
  )
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([])
  expect(value).toBeDefined()
})

test('the parser refuses a workflow with a wrong key', () => {
  const content = readPipeline(workflowFiles[0] ?? '').replace('runs-on:', 'run-on:')
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
  expect(jobs).toEqual(expect.arrayContaining(['review', 'tests', 'audit', 'build', 'deploy']))
})

const validate = new Ajv({ allErrors: true }).compile(giteeGo)

test.each(giteeFiles)('%s has the form that Gitee’s documentation gives', (path) => {
  validate(parse(readPipeline(path)))
  expect(validate.errors).toBeNull()
})

test('every command that a pipeline calls exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const text = allCommands().join('\n')
  const called = [...text.matchAll(/(?:^|[ ;&|])npm (?:run (?:-s )?)?([\w][\w-]*)/gm)].map(
    ([, name]) => name,
  )
  const own = ['ci', 'sbom']
  expect(called.filter((name = '') => !own.includes(name) && scripts[name] === undefined)).toEqual(
    [],
  )
  for (const [path] of text.matchAll(/\.ci\/[\w.]+/g))
    accessSync(join(root, path), path.endsWith('.js') ? constants.R_OK : constants.X_OK)
})
