import { expect, test } from 'vitest'
import { codeownersOptions } from '#cli/codeowners.ts'
import { codeowners, type CodeownersService } from '#exports/codeowners.ts'
import { base, datasetOf } from '../support/authored.ts'

const owners = { office: '@city/office', unit: '@city/{unit}' }
const dataset = datasetOf(base)
const [unit = ''] = Object.keys(dataset.units)
const lines = (service: CodeownersService): string[] =>
  codeowners(dataset, service, owners).split('\n')

/** The last line that speaks of a path wins on GitHub and in a section of GitLab. */
test('a unit’s own report needs the unit beside the office, all else the office', () => {
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
  expect(owned(`data/self-inspections/2024-q2/${unit}/report.pdf`)).toContain(`@city/${unit}`)
  expect(owned(`data/self-inspections/2024-q2/x/${unit}.yaml`)).toEqual(['@city/office'])
  expect(owned('data/site.yaml')).toEqual(['@city/office'])
})

test('every unit of the register has its lines', () => {
  for (const id of Object.keys(dataset.units))
    expect(codeowners(dataset, 'github', owners)).toContain(`/${id}.yaml @city/${id}`)
})

test.each([
  [[], '缺少“--for”'],
  [['--for', 'svn', '--office', '@a/b', '--unit', '@a/{unit}'], '没有“svn”'],
  [['--for', 'github', '--office', 'office', '--unit', '@a/{unit}'], '“office”不是账号'],
  [['--for', 'github', '--office', '@a/b', '--unit', '@a/all'], '要有 {unit}'],
  [['--for', 'github', '--ofice', '@a/b'], '看不懂“--ofice”'],
])('%j is a mistake that is told', (args, message) => {
  expect(codeownersOptions(args)).toEqual({
    mistake: expect.stringContaining(message) as string,
  })
})
