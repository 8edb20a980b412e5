import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dueOptions } from '../../src/cli/due.ts'

test.each([
  [[], { within: 14, past: 0, format: 'text' }],
  [['--within', '30', '--unit', 'xuzhou'], { within: 30, past: 0, format: 'text', unit: 'xuzhou' }],
  [['--format=csv', '--past=7'], { within: 14, past: 7, format: 'csv' }],
  [['--format', 'html'], { within: 31, past: 365, format: 'html' }],
  [['--format', 'html', '--within', '7'], { within: 7, past: 365, format: 'html' }],
])('%j', (args, options) => {
  expect(dueOptions(args)).toEqual(options)
})

test.each([
  [['--whitin', '3']],
  [['--within']],
  [['--within', '两周']],
  [['--within', '-1']],
  [['--format', 'xml']],
  [['--unit', '--past']],
])('for %j the command prints one line', (args) => {
  expect(dueOptions(args)).toEqual({ mistake: expect.stringMatching(/^[^\n]+可以写：[^\n]+$/) })
})

/** The output of the command for the data of this repository, on a machine in a time zone. */
const due = (asOf: string, zone: string, ...args: string[]): string =>
  execFileSync(process.execPath, ['src/cli/gongshi.js', 'due', ...args], {
    encoding: 'utf8',
    cwd: `${import.meta.dirname}/../..`,
    env: { ...process.env, AS_OF: asOf, TZ: zone, NODE_OPTIONS: '' },
  })

test.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'on a machine in %s, the unit with a written report due by 15 March 2024 is printed',
  (zone) => {
    expect(due('2024-03-01', zone))
      .toBe(`【期限提醒】截至2024年3月1日，14天内到期、本站还没有收录到完成情况的事项共1项。

1. 书面报送突出问题整改情况
期限：2024年3月15日前（还有14天）
形式：书面报送
报送对象：市政府办公室
责任单位：叙州区
依据：2024年第一季度通报

本站未收录不等于没有完成；已经完成的请忽略。
`)
  },
)

test('--help explains every option', () => {
  const text = due('2024-03-01', 'UTC', '--help')
  for (const option of ['--within', '--past', '--unit', '--format', 'html'])
    expect(text).toContain(option)
})

test('the manual shows what the command prints', () => {
  const manual = readFileSync(`${import.meta.dirname}/../../content/manual/reminders.mdx`, 'utf8')
  expect(manual).toContain(due('2024-03-01', 'UTC'))
})

test('the day after a deadline no unit is called overdue', () => {
  const text = due('2024-06-07', 'UTC', '--past', '30')
  expect(text).toContain('主动公开自查整改情况')
  expect(text).not.toContain('逾期')
})
