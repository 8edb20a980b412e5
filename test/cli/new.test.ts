import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { requestOf } from '../../src/cli/new.ts'
import { base, copyOf, findings } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { reportsOnlySite } from '../support/smallest-site.ts'

/** Runs a command on a copy of the base data, as a person would type it. */
function run(folder: string, line: string, environment: Record<string, string> = {}) {
  const args = line
    .replace(/^npm run /, '')
    .replace(' -- ', ' ')
    .split(' ')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/gongshi.js', ...args], {
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'out'),
      AS_OF: '2024-06-08',
      ...environment,
    },
    encoding: 'utf8',
  })
  return { status, text: stdout + stderr }
}

const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

/** The commands that the manual and the README tell people to run. */
const documented = [
  'README.md',
  'content/manual/commands.mdx',
  'content/manual/index.mdx',
  'content/manual/self-inspection.mdx',
  'content/manual/openness-unit.mdx',
  'content/manual/openness-office.mdx',
].flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^npm run new -- .+$|(?<=`)npm run new -- [^`]+/gm)].map(
    ([line]) => line,
  ),
)

test.each([...new Set(documented)])('%s writes new files and touches no other', (line) => {
  const { folder } = copyOf(base)
  const before = filesIn(folder)
  const { status, text } = run(folder, line)
  expect(status, text).toBe(0)
  const after = filesIn(folder)
  expect(after.size).toBeGreaterThan(before.size)
  for (const [file, old] of before) expect(after.get(file), file).toBe(old)
  for (const file of after.keys()) if (!before.has(file)) expect(text).toContain(join(folder, file))
})

test('existing files stay, even if the command is repeated', () => {
  const { folder } = copyOf(base)
  run(folder, 'npm run new -- 2024-q2')
  const file = join(folder, 'data/inspections/2024-q2.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}# 已改\n`)
  const before = filesIn(folder)
  const { status, text } = run(folder, 'npm run new -- 2024-q2')
  expect(status).toBe(1)
  expect(text).toContain(`已经有了，没有改动：${file}`)
  expect(filesIn(folder)).toEqual(before)
})

test('an office without any inspection begins its first', () => {
  const { folder } = copyOf(base)
  for (const part of ['data/inspections', 'content/bulletins'])
    rmSync(join(folder, part), { recursive: true })
  const { status, text } = run(folder, 'npm run new -- 2024-q1')
  expect(status, text).toBe(0)
  const found = findings({ data: join(folder, 'data'), content: join(folder, 'content') })
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter((one) => !one.endsWith(' text-unfinished'))).toEqual([])
})

describe('an office that publishes only reports', () => {
  const { 'data/site.yaml': site = '', 'data/units.yaml': units = '' } = reportsOnlySite()
  const line = 'npm run new -- self-inspection 2024-q2 donghe'

  test('begins with two files, and the draft asks for nothing but what is to be filled in', () => {
    const folder = folderOf({ 'data/site.yaml': site, 'data/units.yaml': units })
    const { status, text } = run(folder, line)
    expect(status, text).toBe(0)
    const draft = readFileSync(join(folder, 'data/self-inspections/2024-q2/donghe.yaml'), 'utf8')
    expect(draft).toContain('title: 东河县2024年第二季度自查情况')
    const found = findings({ data: join(folder, 'data'), content: join(folder, 'content') })
    expect(found.filter((one) => !one.endsWith(' text-unfinished'))).toEqual([])
  })

  test('is told which line a new unit needs', () => {
    const folder = folderOf({ 'data/site.yaml': site, 'data/units.yaml': units })
    const { status, text } = run(folder, 'npm run new -- self-inspection 2024-q2 jiaoyuju')
    expect(status).toBe(1)
    expect(text).toContain('data/units.yaml 里没有编号为“jiaoyuju”的单位')
    expect(text).toContain('  jiaoyuju: { name: 单位名称, tier: county }')
  })

  test('is told which files come first', () => {
    const { status, text } = run(folderOf({ 'data/site.yaml': site }), line)
    expect(status).toBe(1)
    expect(text).toContain('data/units.yaml（单位名录）')
    expect(text).not.toContain('data/site.yaml')
  })
})

test('a report that no bulletin ordered can be begun beside bulletins', () => {
  const { folder } = copyOf(base)
  const { status, text } = run(folder, 'npm run new -- self-inspection 2024-q3 xuzhou')
  expect(status, text).toBe(0)
  expect(text).toContain('数据里没有要求公开“2024-q3”这一期的通报')
})

test.each([
  ['npm run new -- self-inspection 2024-q2 xuzhuo', '没有编号为“xuzhuo”的单位。是不是“xuzhou”？'],
  ['npm run new -- self-inspection 2024-q2 叙州区', '“叙州区”的编号是“xuzhou”'],
  ['npm run new -- self-inspection 2024q2 xuzhou', '是不是“2024-q2”？'],
  ['npm run new -- rectification 2024-q1-50 xuzhou', '没有编号为“2024-q1-50”的问题。'],
  ['npm run new -- rectification 2024-q1-05 caizheng', '它点名的单位是：xuzhou。'],
  ['npm run new -- --after 2024-q4', '没有编号为“2024-q4”的期。是不是“2024-q1”？'],
  ['npm run new -- 2024-q5', '“2024-q5”不是期的编号。'],
])('%s writes nothing and says why', (line, message) => {
  const { folder } = copyOf(base)
  const before = filesIn(folder)
  const { status, text } = run(folder, line)
  expect(status).toBe(1)
  expect(text).toContain(message)
  expect(filesIn(folder)).toEqual(before)
})

test.each([[[]], [['--aftre', '2024-q1']], [['--after']], [['self-inspection', '2024-q2']]])(
  'for %j the command prints the valid forms',
  (args) => {
    expect(requestOf(args)).toEqual({ mistake: expect.stringContaining('npm run new -- 2024-q2') })
  },
)

test('unfinished values stop a release and are visible in a preview', () => {
  const { folder } = copyOf(base)
  run(folder, 'npm run new -- 2024-q2')
  run(folder, 'npm run new -- self-inspection 2024-q2 xuzhou')
  run(folder, 'npm run new -- rectification 2024-q1-05 xuzhou')
  const release = run(folder, 'npm run build')
  expect(release.status).toBe(1)
  expect(release.text).toContain('“待填写”看起来还没有写完')
  expect(existsSync(join(folder, 'out'))).toBe(false)

  const preview = run(folder, 'npm run build', { UNFINISHED: 'show' })
  expect(preview.status, preview.text).toBe(0)
  const page = readFileSync(join(folder, 'out/bulletins/2024-q2.html'), 'utf8')
  expect(page).toMatch(/草稿：还有\d+处没有填写，不能发布/)
  expect(page).toContain('正常运行待填写家')
  for (const [file, text] of filesIn(join(folder, 'out')))
    if (file.endsWith('.html')) expect(text, file).not.toContain('9999')
})

test('a draft of a ledger, and of the office’s file beside it, only waits to be filled in', () => {
  const { folder, data, content } = copyOf(base)
  run(folder, 'npm run new -- openness 2023 caizheng')
  const { text } = run(folder, 'npm run new -- openness 2024 caizheng x')
  expect(text).toContain('“openness”后面要写年份')
  expect(run(folder, 'npm run new -- openness 2023-q1').text).toContain('不是年份')
  const codes = new Set(findings({ data, content }).map((line) => line.split(' ').at(-1)))
  expect([...codes]).toEqual(['text-unfinished'])
  const written = readFileSync(join(data, 'openness/2023/caizheng.yaml'), 'utf8')
  writeFileSync(
    join(data, 'openness/2023/caizheng.yaml'),
    'policies:\n  2023-caizheng-01: { title: 办法, kind: normative, published: 2023-05-10 }\n',
  )
  run(folder, 'npm run new -- openness 2023')
  const office = readFileSync(join(data, 'openness/2023.yaml'), 'utf8')
  expect(office).toContain('2023-caizheng-01:')
  const left = new Set(findings({ data, content }).map((line) => line.split(' ').at(-1)))
  expect([...left]).toEqual(['text-unfinished'])
  expect(written).toContain('2023-caizheng-c1:')
})

test('an office that opened a year before its units filled it in is told what waits for it', () => {
  const { folder, data } = copyOf(base)
  run(folder, 'npm run new -- openness 2023')
  expect(run(folder, 'npm run new -- openness 2023').text).not.toContain('还没有')
  mkdirSync(join(data, 'openness/2023'), { recursive: true })
  const document = (n: number) =>
    `  2023-caizheng-0${n}: { title: 办法${n}, kind: normative, published: 2023-05-10 }\n`
  writeFileSync(
    join(data, 'openness/2023/caizheng.yaml'),
    `policies:\n${document(1)}${document(2)}`,
  )
  const judged = 'judgements:\n  2023-caizheng-01: { owes: true, reason: 规范性文件 }\n'
  writeFileSync(join(data, 'openness/2023.yaml'), judged)
  const { status, text } = run(folder, 'npm run new -- openness 2023')
  expect(status).toBe(1)
  expect(text).toContain('还没有判断的文件1件')
  expect(text).toContain('  2023-caizheng-02: { owes: 待填写, reason: 待填写 } # 市财政局：办法2')
  expect(text).toContain('  caizheng: { looked_on: 待填写 } # 市财政局')
  expect(text).not.toContain('2023-caizheng-01:')
  expect(readFileSync(join(data, 'openness/2023.yaml'), 'utf8')).toBe(judged)
})
