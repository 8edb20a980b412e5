import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadChecked } from '#build/load-checked.ts'
import { chapterHeads, checkManual, programContent } from '#read/manual.ts'
import { locate } from '#model/records/locate.ts'
import { base, copyOf, findings } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'

const head = (...lines: string[]): string => `${['---', ...lines, '---'].join('\n')}\n\n`
const usual = head('title: 一章', 'lead: 提要。')

/** The findings of the rules for a chapter, with their places: `6:1 mdx-not-allowed`. */
function findingsIn(text: string, content = folderOf({})): string[] {
  const source = { file: 'content/manual/chapter.mdx', text }
  const problems = checkManual(source, content)
  return locate(problems, new Map([[source.file, source]])).map(
    ({ position, code }) => `${position?.line ?? '?'}:${position?.column ?? '?'} ${code}`,
  )
}

describe('the manual is the program’s own', () => {
  test('a manual in another content folder is not read, with one notice, whatever it contains', () => {
    const copy = copyOf(base)
    mkdirSync(join(copy.content, 'manual'))
    for (const name of ['index.mdx', 'UPPER.MDX', 'notes.docx', 'broken.mdx'])
      writeFileSync(join(copy.content, 'manual', name), '<script>{')
    expect(findings(copy).filter((line) => line.includes('manual'))).toEqual([
      'warning content/manual manual-unread',
    ])
  })

  test('the chapters of the program have a title and a lead, and no mistake', () => {
    const names = chapterHeads().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['index', 'tasks', 'errors', 'upgrade']))
    const { data } = copyOf(base)
    const folders = { data, content: programContent }
    const { problems } = loadChecked(folders)
    expect(problems.filter(({ file }) => file.startsWith('content/manual'))).toEqual([])
  })
})

describe('a link within the manual', () => {
  test.each([
    'index.html',
    'self-inspection.html#写什么',
    'documents.html#打印和-pdf',
    'fields.html#self-inspection',
    'codes.html#working-days-unknown',
    '#附件',
  ])('to %s leads to a chapter and a heading in it', (url) => {
    expect(findingsIn(`${usual}见[那一章](${url})。\n\n## 附件\n`)).toEqual([])
  })

  test.each([
    'self-inspections.html',
    'indexx.html#下一期',
    'index.html#上一期',
    'fields.html#inspektion',
    'codes.html#no-such-code',
    '#附件',
  ])('to %s leads nowhere', (url) => {
    expect(findingsIn(`${usual}见[那一章](${url})。\n`)).toEqual(['6:2 mdx-not-allowed'])
  })
})

describe('the head of a chapter', () => {
  test('has the title, the lead and the readers', () => {
    expect(findingsIn(`${usual}文字。\n`)).toEqual([])
    expect(findingsIn(`${head('title: 一章', 'lead: 提要。', 'reader: clerk')}文字。\n`)).toEqual(
      [],
    )
    expect(findingsIn(`${usual}文字。\n`.replaceAll('\n', '\r\n'))).toEqual([])
  })

  test.each([
    ['nothing at all', '文字。\n'],
    ['no title', `${head('lead: 提要。')}文字。\n`],
    [
      'a layout, which would be imported',
      `${head('title: 一', 'lead: 二', 'layout: "data:text/javascript,1"')}文字。\n`,
    ],
    ['any other key', `${head('title: 一', 'lead: 二', 'draft: true')}文字。\n`],
    ['a key twice', `${head('title: 一', 'title: 二', 'lead: 三')}文字。\n`],
    ['an empty line above it', `\n${usual}文字。\n`],
    // One parser ends the frontmatter here and takes the rest for text, another continues to the
    // next `---`.
    [
      'a line that only begins with its mark',
      `---\ntitle: 一\nlead: 二\n---k: v\nlayout: x\n---\n\n文字。\n`,
    ],
    ['a mark of four', `----\ntitle: 一\nlead: 二\n----\n\n文字。\n`],
    ['a mark with a blank behind it', `--- \ntitle: 一\nlead: 二\n---\n\n文字。\n`],
    ['a head of another language', `+++\ntitle = "一"\nlead = "二"\n+++\n\n文字。\n`],
  ])('is refused with %s', (_, text) => {
    expect(findingsIn(text)).toContain('1:1 mdx-syntax')
  })
})

test('a chapter that is nested too deeply is refused', () => {
  expect(findingsIn(`${usual}${'>'.repeat(101)} 文字\n`)).toEqual(['6:101 mdx-not-allowed'])
})

test('a link in the manual runs nothing, leads where its text says, and is visible', () => {
  const text = `[脚本](javascript:alert(1)) 和 [数据](data:text/html;base64,PHNjcmlwdD4=)。

[www.gov.cn](https://www.gov.cn.example.com/) 和 [中国政府网 www.gov.cn/zhengce](https://example.com/)。

[\u200b](https://example.com/) 和 [ ](units.html)。

[全文][1]

[1]: https://example.com/

[www.gov.cn](https://www.gov.cn/)、[下载 data.csv](../data.html) 和 [报告.pdf、report.pdf](https://www.gov.cn/) 可以写。
`
  expect(findingsIn(usual + text)).toEqual(
    ['6:1', '6:29', '8:1', '8:49', '10:1', '10:29', '12:1', '14:1'].map(
      (place) => `${place} mdx-not-allowed`,
    ),
  )
})

test('a picture of the manual lies beside it, is what its name says, and has a text for those who do not see it', () => {
  const content = folderOf({ 'manual/pictures/text.png': '这不是图片\n' })
  const dot = join(programContent, 'manual/pictures/correction.png')
  cpSync(dot, join(content, 'manual/pictures/dot.png'))
  const wrong = [
    '![别处的图片](https://www.example.com/a.png)',
    '![上一级的图片](../bulletins/a.png)',
    '![没有的图片](./pictures/none.png)',
    '![假的图片](./pictures/text.png)',
    '![可以带程序的图片](./pictures/a.svg)',
    '![](./pictures/dot.png)',
    '![带标题的图片](./pictures/dot.png "标题")',
  ]
  expect(
    findingsIn(usual + [...wrong, '![一个点](./pictures/dot.png)'].join('\n\n'), content),
  ).toEqual(wrong.map((_, n) => `${6 + 2 * n}:1 mdx-not-allowed`))
})
