import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeownersOptions } from '#cli/codeowners.ts'
import { attachmentPath, attachmentType } from '#model/attachment.ts'
import { codeownersText, type CodeownersService } from '#tools/codeowners/codeowners.ts'
import { base, copyOf, datasetOf } from '../../support/authored.ts'
import { folderOf } from '../../support/folder.ts'

const root = join(import.meta.dirname, '../../..')
const owners = { office: '@city/office', unit: '@city/{unit}' }
const dataset = datasetOf(base)
const [unit = ''] = Object.keys(dataset.units)
/** A file that a unit submitted with its report, at the path that the check requires. */
const report = attachmentPath('2024-q2', unit, 'report.pdf')
const lines = (service: CodeownersService): string[] =>
  codeownersText(dataset, service, owners).split('\n')

/** On GitHub, and within a section on GitLab, the last line that matches a path decides. */
test('a unit’s own report needs the approval of the unit and the office, other files that of the office', () => {
  expect(lines('github')).toContain('* @city/office')
  expect(lines('github')).toContain(
    `/data/self-inspections/*/${unit}.yaml @city/${unit} @city/office`,
  )
  expect(lines('github')).toContain(
    `/data/rectifications/*/${unit}.yaml @city/${unit} @city/office`,
  )
  expect(lines('github').findIndex((line) => line.startsWith('*'))).toBeLessThan(
    lines('github').findIndex((line) => line.startsWith('/')),
  )
})

test('a unit’s attachments need the same approval, at the places that its report names', () => {
  expect(attachmentType(report)).toBe('pdf')
  const folder = `/content/attachments/${report}`.replace('2024-q2', '*').replace('report.pdf', '')
  expect(lines('github')).toContain(`${folder} @city/${unit} @city/office`)
  expect(lines('gitlab')).toContain(`${folder} @city/${unit}`)
})

test('GitLab asks for one approval in each section', () => {
  const text = lines('gitlab')
  const section = (name: string): string[] => {
    const start = text.indexOf(`[${name}]`) + 1
    const end = text.findIndex((line, at) => at >= start && line.startsWith('['))
    return text.slice(start, end === -1 ? undefined : end)
  }
  expect(section('office')).toContain('* @city/office')
  expect(section('unit')).toContain(`/data/self-inspections/*/${unit}.yaml @city/${unit}`)
  expect(section('unit').join('\n')).not.toContain('@city/office')
})

test('Gitea’s patterns are regular expressions of whole paths', () => {
  const owned = (path: string): string[] =>
    lines('gitea')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' '))
      .filter(([pattern = '']) => new RegExp(`^${pattern}$`).test(path))
      .flatMap(([, ...names]) => names)
  expect(owned(`data/self-inspections/2024-q2/${unit}.yaml`)).toContain(`@city/${unit}`)
  expect(owned(`content/attachments/${report}`)).toContain(`@city/${unit}`)
  expect(owned(`data/self-inspections/2024-q2/x/${unit}.yaml`)).toEqual(['@city/office'])
  expect(owned('data/site.yaml')).toEqual(['@city/office'])
})

test('every unit of the roster has its lines', () => {
  for (const id of Object.keys(dataset.units))
    expect(codeownersText(dataset, 'github', owners)).toContain(`/${id}.yaml @city/${id}`)
})

test.each([
  [[], '缺少“--for”'],
  [['--for', 'svn', '--office', '@a/b', '--unit', '@a/{unit}'], '没有“svn”'],
  [['--for', 'github', '--office', 'office', '--unit', '@a/{unit}'], '“office”不是账号'],
  [['--for', 'github', '--office', '@a/b', '--unit', '@a/all'], '要有 {unit}'],
  [['--for', 'github', '--ofice', '@a/b'], '看不懂“--ofice”'],
])('%j is reported as a mistake', (args, message) => {
  expect(codeownersOptions(args)).toEqual({
    mistake: expect.stringContaining(message) as string,
  })
})

/** `codeowners --write` in a project of its own: the file is written where the command is run. */
function write(folder: string, office = '@city/office') {
  const copy = copyOf(base, folder)
  const args = ['--for', 'github', '--office', office, '--unit', '@city/{unit}', '--write']
  return spawnSync(process.execPath, [join(root, 'src/cli/gongshi.js'), 'codeowners', ...args], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: copy.data, CONTENT_DIR: copy.content },
    encoding: 'utf8',
  })
}

test('the file is written where the service reads it, and may be written again', () => {
  const folder = folderOf({})
  const file = join(folder, '.github/CODEOWNERS')
  expect([write(folder).status, readFileSync(file, 'utf8')]).toEqual([
    0,
    codeownersText(dataset, 'github', owners),
  ])
  expect(write(folder, '@city/other').status).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('* @city/other\n')
})

test('a file written by hand is not overwritten', () => {
  const own = '# 我们自己的规则\n* @city/everybody\n'
  const folder = folderOf({ '.github/CODEOWNERS': own })
  const { status, stderr } = write(folder)
  expect([status, stderr]).toEqual([1, expect.stringContaining('.github/CODEOWNERS 已经有了')])
  expect(readFileSync(join(folder, '.github/CODEOWNERS'), 'utf8')).toBe(own)
})
