import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Answers, enteredIn } from '#forms/answers.ts'
import { fileOf, type FormFile, forms } from '#forms/form-kinds.ts'
import { yamlText } from '#forms/write.ts'
import { base, copyOf } from '../support/authored.ts'
import { fillIn } from '../support/fill-in.ts'

const chapter = readFileSync('content/manual/index.mdx', 'utf8')

/** A quarter's work in a folder of its own, with the commands as the chapter prints them. */
function office() {
  const { folder, data, content } = copyOf(base)
  const type = (line: string): string => {
    expect(chapter.includes(`\n${line}\n`) || line === 'npm run build', line).toBe(true)
    const args = line.replace(/^npm (?:run )?/, '').replace(' -- ', ' ')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/gongshi.js', ...args.split(' ')],
      {
        env: {
          ...process.env,
          DATA_DIR: data,
          CONTENT_DIR: content,
          OUT_DIR: join(folder, 'dist'),
          AS_OF: '2024-07-20',
        },
        encoding: 'utf8',
      },
    )
    const text = stdout + stderr
    expect({ line, status, text }).toMatchObject({
      status: line.endsWith('check') ? expect.any(Number) : 0,
    })
    return text
  }
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const page = (path: string): string => readFileSync(join(folder, 'dist', path), 'utf8')
  return { folder, folders: { data, content }, type, write, page }
}

const report: FormFile = { kind: 'self-inspection', of: '2024-q2', unit: 'xuzhou' }
const statement: FormFile = { kind: 'rectification', of: '2024-q1-05', unit: 'xuzhou' }
const answered: readonly [FormFile, Answers, string][] = [
  [
    report,
    {
      title: '叙州区2024年第二季度自查整改情况',
      published: '2024-06-03',
      areas: ['openness', 'websites', 'media'],
      summary: ' 对照通报逐项自查，\n发现1个问题。',
      problems: [{ problem: '2份政策文件没有解读', measure: '补发解读材料', result: '' }],
    },
    `# 手写的：顺序、引号、注释和换行都与表单不同
title: "叙州区2024年第二季度自查整改情况"
published: 2024-06-03   # 公开的那一天
problems:
  - { problem: "2份政策文件没有解读", measure: 补发解读材料 }
areas:
  - openness
  - websites
  - media
summary: '对照通报逐项自查，发现1个问题。'
`,
  ],
  [
    statement,
    { on: '2024-03-12', statement: '已更正。', measures: ['每周检查一次链接；'] },
    `statement: >
  已更正。
on: "2024-03-12"
measures: ["每周检查一次链接；"]
`,
  ],
]

/** Every file of a site, by its path. */
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  )

test('by the chapter’s commands a second quarter is begun, filled in with the figures of the first, checked and built; a unit’s files as the form’s code writes them give the very site that files by hand give', () => {
  const one = office()
  one.type('npm run new -- 2024-q2')
  expect(one.type('npm run check')).toContain('“待填写”看起来还没有写完')
  fillIn(one.folders, '2024-q2', '2024-q1')
  for (const [form, answers] of answered)
    one.write(fileOf(form), yamlText(enteredIn(forms[form.kind].fields, answers)))
  expect(one.type('npm run check')).toContain('数据检查通过，没有发现问题。')
  one.type('npm run build')
  expect(one.page('index.html')).toContain('2024年第二季度检查结果')
  expect(one.page('bulletins/2024-q2.html')).not.toContain('待填写')
  expect(one.page('self-inspections/2024-q2/xuzhou.html')).toContain('2份政策文件没有解读')
  expect(one.page('issues/2024-q1-05.html')).toContain('每周检查一次链接')

  const other = office()
  other.type('npm run new -- 2024-q2')
  fillIn(other.folders, '2024-q2', '2024-q1')
  for (const [form, , byHand] of answered) other.write(fileOf(form), byHand)
  expect(other.type('npm run check')).toContain('数据检查通过，没有发现问题。')
  other.type('npm run build')
  const [built, again] = [one, other].map(({ folder }) => filesOf(join(folder, 'dist')))
  expect([...(again?.keys() ?? [])]).toEqual([...(built?.keys() ?? [])])
  const different = [...(built ?? [])].filter(([path, bytes]) => again?.get(path) !== bytes)
  expect(different.map(([path]) => path)).toEqual([])
})
