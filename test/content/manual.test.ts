import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { formatText } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import { type Settings, settingsFrom } from '#build/settings.ts'
import { applyEdit, base, copyOf } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'
import { reportsOnlySite, smallestSite } from '../support/smallest-site.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Block {
  readonly language: string
  /** The authored file that the text belongs to, if the block names one. */
  readonly file: string | undefined
  readonly text: string
}

/** The code blocks of a Markdown text. */
function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)\n```$/gm)].map(
    ([, language = '', file, text = '']) => ({ language, file, text }),
  )
}

const authoredFiles = [
  'data/inspections/2024-q1.yaml',
  'data/units.yaml',
  'data/channels.yaml',
  'content/bulletins/2024-q1.mdx',
]

/** The report of the check when a text that occurs once in the sample is replaced. */
function problemsOf(right: string, wrong: string | Uint8Array): LocatedProblem[] {
  const { folder, data, content } = copyOf(base)
  const matching = authoredFiles.filter(
    (file) => readFileSync(join(folder, file), 'utf8').split(right).length === 2,
  )
  expect(matching, right).toHaveLength(1)
  const path = join(folder, matching[0] ?? '')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, typeof wrong === 'string' ? text.replace(right, () => wrong) : wrong)
  return [...loadChecked({ data, content }).problems]
}

const report = (problems: readonly LocatedProblem[]): string => formatText(problems)

describe('the chapter on common messages', () => {
  const [, ...sections] = read('content/manual/errors.mdx').split(/^## /m)
  const numbered = sections
    .filter((section) => /^\d/.test(section))
    .map((section) => ({
      heading: /^.*/.exec(section)?.[0] ?? '',
      code: /`([a-z0-9-]+)`/.exec(section)?.[1] ?? '',
      section,
    }))

  test.each(numbered)('$heading', ({ heading, code, section }) => {
    const [message, ...examples] = blocksOf(section)
    const [wrong, right] = examples
    // Bytes cannot be printed, so the one example without text is described in a table.
    const problems =
      wrong === undefined || right === undefined
        ? problemsOf('roster: partial', Uint8Array.from([0x23, 0xd2, 0xcb, 0xb1, 0xf6, 0x0a]))
        : problemsOf(right.text, wrong.text)
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(problems[0]?.level).toBe(heading.includes('警告') ? 'warning' : 'error')
    expect(report(problems)).toContain(message?.text)
  })
})

test('the numbers of its sections are in order, and its lead counts them', () => {
  const text = read('content/manual/errors.mdx')
  const numbers = [...text.matchAll(/^## (\d+)\. /gm)].map((match) => Number(match[1]))
  expect(numbers).toEqual(numbers.map((_, n) => n + 1))
  const words = '零一二三四五六七八九'.split('')
  const count =
    numbers.length < 10 ? words[numbers.length] : `十${words[numbers.length - 10] ?? ''}`
  expect(text).toContain(`最常见到的${count ?? ''}种提示`)
})

/**
 * Complete reports that the manual prints; the line that each shows replaces the one of the data.
 */
const reports = ['content/manual/errors.mdx', 'content/manual/index.mdx'].flatMap((chapter) =>
  blocksOf(read(chapter))
    .filter(({ text }) => /^(错误|警告) data\//.test(text))
    .map(({ text }) => ({ chapter, text })),
)

test.each(reports)('the report printed in $chapter is what the check prints', ({ text }) => {
  const [, line = '', wrong = ''] = /^ +(\d+) \| (.*)$/m.exec(text) ?? []
  const right = read('test/cases/base/data/inspections/2024-q1.yaml').split('\n')[Number(line) - 1]
  expect(report(problemsOf(right ?? '', wrong))).toContain(text)
})

test('the files of the first chapter have no problem', () => {
  const files = new Map<string, string>()
  for (const { file, text } of blocksOf(read('content/manual/index.mdx')))
    if (file !== undefined) files.set(file, `${files.get(file) ?? ''}${text}\n`)
  expect([...files.keys()].sort()).toEqual([
    'content/bulletins/2024-q1.mdx',
    'data/channels.yaml',
    'data/inspections/2024-q1.yaml',
  ])
  const { folder, data, content } = copyOf(base)
  for (const [file, text] of files)
    writeFileSync(join(folder, file), file.endsWith('.mdx') ? `# 通报\n\n${text}` : text)
  expect(report([...loadChecked({ data, content }).problems])).toBe(report([]))
})

test.each(blocksOf(read('content/manual/self-inspection.mdx')).filter(({ file }) => file))(
  'the content of $file in the chapter on self-inspections has no problem',
  ({ file = '', text }) => {
    const { folder, data, content } = copyOf(base)
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text.replace('moumou', 'caizheng'))
    // The archived copy that the chapter mentions.
    if (text.includes('archived:'))
      applyEdit(folder, {
        file: 'content/attachments/2024-q2/caizheng/report.txt',
        append: '自查整改报告全文\n',
      })
    expect(report([...loadChecked({ data, content }).problems])).toBe(report([]))
  },
)

test.each(blocksOf(read('content/manual/kinds.mdx')))(
  'the examples in the chapter on kinds of documents are valid: $text',
  ({ file = '', text }) => {
    const { folder, data, content } = copyOf(base)
    const head = {
      period: '{ label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }',
      issuer: '示例市人民政府办公室',
      published_here: '2024-07-10',
    }
    const lines = Object.entries(head).map(([key, value]) => `${key}: ${value}`)
    if (file.startsWith('data/inspections/'))
      writeFileSync(join(folder, file), `${[...lines, text].join('\n')}\n`)
    else applyEdit(folder, { file, append: `${text}\n` })
    expect(report([...loadChecked({ data, content }).problems])).toBe(report([]))
  },
)

test('the examples in the chapter on corrections have no problem, and its report is what the check prints', () => {
  const blocks = blocksOf(read('content/manual/corrections.mdx'))
  const { folder, data, content } = copyOf(base)
  for (const { file, text } of blocks)
    if (file !== undefined) applyEdit(folder, { file, append: `${text}\n` })
  expect(report([...loadChecked({ data, content }).problems])).toBe(report([]))

  const printed = blocks.find(({ text }) => text.includes('[correction-missing]'))
  const [, right = ''] = /^ +\d+ \| (.*)$/m.exec(printed?.text ?? '') ?? []
  const changed = copyOf(base)
  applyEdit(changed.folder, {
    file: 'data/inspections/2024-q1.yaml',
    replace: 'rechecked_until: 2024-03-05',
    by: right,
  })
  const against = { folders: base, ref: 'main', asOf: () => '2026-12-01' }
  expect(report([...loadChecked(changed, against).problems])).toContain(printed?.text)
})

test('the examples in the chapter on rectification have no problem', () => {
  const { folder, data, content } = copyOf(base)
  const inspection = 'data/inspections/2024-q1.yaml'
  const typed = blocksOf(read('content/manual/rectification.mdx')).flatMap(({ file, text }) =>
    file === undefined ? [] : [{ file, text }],
  )
  expect(typed).toHaveLength(3)
  for (const { file, text } of typed) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    if (file === inspection)
      applyEdit(folder, { file, replace: '  2024-q1-02:\n', by: `${text}\n` })
    else if (file.startsWith('data/inspections/')) {
      const head = [
        'period: { label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }',
        'issuer: 宜宾市人民政府办公室',
        'published_here: 2026-11-23',
        'areas: { media: {} }',
      ]
      const others = ['01', '03', '04', '06', '07'].map(
        (n) => `  2024-q1-${n}: { rectified: not-stated, reported: not-stated }`,
      )
      writeFileSync(join(folder, file), `${[...head, text, ...others].join('\n')}\n`)
    } else writeFileSync(join(folder, file), text)
  }
  expect(report([...loadChecked({ data, content }).problems])).toBe(report([]))
})

test('the examples in the two chapters on the ledger of policies have no problem', () => {
  const { folder, data, content } = copyOf(base)
  const typed = ['openness-unit', 'openness-office'].flatMap((chapter) =>
    blocksOf(read(`content/manual/${chapter}.mdx`)).filter(({ file }) => file !== undefined),
  )
  expect(new Set(typed.map(({ file }) => file)).size).toBe(3)
  for (const { file = '', text } of typed) applyEdit(folder, { file, append: `${text}\n` })
  expect(report([...loadChecked({ data, content }).problems])).toBe(report([]))
})

/** The commands in the first column of a table. */
const explainedIn = (file: string): Set<string> => {
  const rows = [...read(file).matchAll(/^\| `npm (?:run )?(?:-s )?([a-z][a-z:-]*)[^|]*\|/gm)]
  return new Set(rows.map(([, name = '']) => name))
}

test('every script of the package is explained once: for offices in the manual, for engineers in CONTRIBUTING.md', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  // It is not a script of the package: it installs the packages.
  const offices = [...explainedIn('content/manual/commands.mdx')].filter((name) => name !== 'ci')
  const engineers = explainedIn('CONTRIBUTING.md')
  expect([...offices, ...engineers].sort()).toEqual(Object.keys(scripts).sort())
})

test('the table of the README names the commands for offices, and no other', () => {
  const offices = [...explainedIn('content/manual/commands.mdx')].filter((name) => name !== 'ci')
  expect([...explainedIn('README.md')].sort()).toEqual(offices.sort())
})

test('every command that a document names exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const file of ['README.md', 'CONTRIBUTING.md', 'content/manual/commands.mdx']) {
    const run = [...read(file).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name]) => name)
    expect(run.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([])
  }
})

test('the README has at most 10,000 bytes', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(10_000)
})

test('the links of the README lead to files', () => {
  const links = [...read('README.md').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
    ([, path = '']) => path,
  )
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('the chapter on commands explains every setting, and no other', () => {
  const [, chapter = ''] = read('content/manual/commands.mdx').split('## 设置\n')
  const named = [...chapter.matchAll(/^\| `([A-Z_]+)/gm)].map(([, name = '']) => name)
  const without = settingsFrom({})
  // The environment variables with what each changes, by the name of the setting.
  const changed = named.map((name) => {
    const set = settingsFrom({ [name]: '1' })
    return Object.entries(set).flatMap(([key, value]) =>
      value === without[key as keyof Settings] ? [] : [key],
    )
  })
  // Node sets this variable when the coverage of tests is measured; it is not a setting of an
  // office.
  const documented = Object.keys(without).filter((key) => key !== 'coverage')
  expect(changed.flat().sort()).toEqual(documented.sort())
  expect(named.filter((_name, n) => changed[n]?.length === 0)).toEqual([])
})

test('the three files of the chapter on reports alone are a site without a problem', () => {
  const files = reportsOnlySite()
  expect(Object.keys(files)).toEqual([
    'data/site.yaml',
    'data/units.yaml',
    'data/self-inspections/2024-q2/donghe.yaml',
  ])
  const folder = folderOf(files)
  const folders = { data: join(folder, 'data'), content: join(folder, 'content') }
  expect(report([...loadChecked(folders).problems])).toBe(report([]))
})

test('the four files of the chapter for another city are a site without a problem', () => {
  const files = smallestSite()
  expect(Object.keys(files)).toHaveLength(4)
  const folder = folderOf(files)
  const folders = { data: join(folder, 'data'), content: join(folder, 'content') }
  expect(report([...loadChecked(folders).problems])).toBe(report([]))
})

test('bold text ends and begins where Markdown sees it: no sign inside its edge touches a letter outside', () => {
  const folder = join(root, 'content/manual')
  const wrong = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, n) => {
          const parts = line.split('**')
          const isUnseen = parts.some(
            (inside, at) =>
              at % 2 === 1 &&
              at + 1 < parts.length &&
              ((/\p{P}$/u.test(inside) && /^[\p{L}\p{N}]/u.test(parts[at + 1] ?? '')) ||
                (/^\p{P}/u.test(inside) && /[\p{L}\p{N}]$/u.test(parts[at - 1] ?? ''))),
          )
          return isUnseen ? [`${name}:${n + 1}`] : []
        }),
    )
  expect(wrong).toEqual([])
})
