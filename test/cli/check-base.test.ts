import { expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { printed } from '../support/printed.ts'
import { repository, type Repository } from '../support/repository.ts'

const run = (files: Repository, ...args: string[]) => printed(check, files, ...args)

test('only a check against a published version asks for corrections', async () => {
  const files = repository()
  files.edit({
    file: 'data/inspections/2024-q1.yaml',
    replace: 'rechecked_until: 2024-03-05',
    by: 'rechecked_until: 2024-03-06',
  })
  expect((await run(files)).code).toBe(0)
  const { code, text } = await run(files, '--base', 'public')
  expect(code).toBe(1)
  expect(text).toContain('{ on: 2026-12-01, at: rechecked_until,')
})

test('the correction to write for a finding that is gone names the units that went with it', async () => {
  const files = repository()
  files.edit({
    file: 'data/inspections/2024-q1.yaml',
    replace: `  2024-q1-01:
    area: openness
    units: [xinfang, shangwu, tuiyi-junren]
    exhaustive: false # 原文“等单位”
    indicators: [annual-report-repeats]
    severity: ordinary
    counts_in_rate: false
    text: 2023年政府信息公开工作年度报告内容与往年雷同
`,
    by: '',
  })
  const { text } = await run(files, '--base', 'public')
  expect(text).toContain('at: issues.2024-q1-01, from: ')
  expect(text).toContain(', units: [xinfang, shangwu, tuiyi-junren], reason: 待填写 }')
})

test('for an unknown version the command prints one line and fails', async () => {
  const { code, text } = await run(repository(), '--base=mian')
  expect(code).toBe(1)
  expect(text).toMatch(/^仓库里没有版本“mian”。[^\n]+\n$/)
})
