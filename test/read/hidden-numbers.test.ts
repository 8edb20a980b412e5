import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { base, copyOf } from '../support/authored.ts'

const hide = vi.hoisted(() => vi.fn<(text: string, open: string) => string>())
vi.mock('#model/texts/personal-numbers.ts', async (original) => {
  const actual = await original<{
    withoutPersonalNumbers: (text: string, open: string) => string
  }>()
  hide.mockImplementation(actual.withoutPersonalNumbers)
  return { ...actual, withoutPersonalNumbers: hide }
})

function problemsWith(file: string, text: string) {
  const { folder, data, content } = copyOf(base)
  writeFileSync(join(folder, file), text)
  return loadChecked({ data, content }).problems.filter((problem) => problem.file === file)
}

const unknownKeys = (count: number): string =>
  Array.from({ length: count }, (_, n) => `a${n}: 13812345678`).join(', ')

test('a line with many problems is searched for personal numbers once', () => {
  hide.mockClear()
  const line = `  jia: { name: 甲局, tier: county, ${unknownKeys(90)} }`
  const problems = problemsWith('data/units.yaml', `roster: partial\nunits:\n${line}\n`)
  expect(problems.filter(({ position }) => position?.line === 3).length).toBeGreaterThan(80)
  expect(hide.mock.calls.filter(([text]) => text === line)).toHaveLength(1)
})

test('each of many telephone numbers of a line is hidden, and what is between them stays', () => {
  const line = `  jia: { name: 甲局, tier: county, ${unknownKeys(3)}, mail: zhangsan@example.com }`
  const [problem] = problemsWith('data/units.yaml', `roster: partial\nunits:\n${line}\n`)
  expect(problem?.position?.text).toBe(
    line
      .replaceAll('13812345678', '138******78')
      .replace('zhangsan@example.com', (mail) =>
        mail.replace(/(?<=^.{3}).*(?=..$)/, (hidden) => '*'.repeat(hidden.length)),
      ),
  )
})

test('numbers in the program’s messages about limits are not personal', () => {
  const [problem] = problemsWith(
    'data/inspections/2024-q1.yaml',
    `period: { label: 2024年第一季度, start: 2024-01-01, end: 2024-03-31 }
issuer: 示例市人民政府办公室
published_here: 2024-04-10
areas:
  websites: { coverage: full, tally: { total: 99999999999999999999 } }
`,
  )
  expect(problem?.code).toBe('value-above')
  expect(problem?.args['limit']).toBe(Number.MAX_SAFE_INTEGER)
})
