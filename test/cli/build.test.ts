import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutAddress } from '#cli/without-address.ts'
import { copyOf, sample } from '../support/authored.ts'
import { folderOf } from '../support/folder.ts'

function build(environment: Record<string, string>): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/gongshi.js', 'build'], {
    env: { ...process.env, AS_OF: '2024-06-07', ...environment },
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

/** A copy of the sample, with a minimal earlier site. */
function city(): { folder: string; environment: Record<string, string> } {
  const folder = folderOf({
    'out/index.html': 'the last good site',
    'out/data/datapackage.json': '{}',
  })
  copyOf(sample, folder)
  return {
    folder,
    environment: {
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'out'),
    },
  }
}

test('data with a mistake is never published: the last good site stays', () => {
  const { folder, environment } = city()
  const file = join(folder, 'data/inspections/2024-q1.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('failed: 1 ', 'failed: 2000 '))
  const { status, output } = build(environment)
  expect(status).toBe(1)
  expect(output).toContain('count-exceeds')
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the last good site')
  expect(readdirSync(folder).sort()).toEqual(['content', 'data', 'out'])
})

test('while every inspection is embargoed, the last good site stays', () => {
  const { folder, environment } = city()
  const file = join(folder, 'data/inspections/2024-q1.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\npublish_on: 2024-06-08\n`)
  const { status, output } = build(environment)
  expect(status).toBe(1)
  expect(output).toContain('没有到公布日期')
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the last good site')
})

test('a successful build replaces the last site and leaves no other files', () => {
  const { folder, environment } = city()
  const { status, output } = build(environment)
  expect(status).toBe(0)
  expect(output).toContain(withoutAddress(false))
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toContain('369/370')
  expect(readdirSync(folder).sort()).toEqual(['content', 'data', 'out'])
})

test('with PDF=yes each Word document has a PDF beside it, to which its page links', () => {
  const { folder, environment } = city()
  const { status, output } = build({ ...environment, PDF: 'yes' })
  expect([status, output]).toEqual([0, expect.stringContaining('2个 PDF 文件')])
  for (const path of ['bulletins/2024-q1', 'self-inspections/2024-q2']) {
    const file = readFileSync(join(folder, `out/${path}.pdf`))
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    const name = path.replace(/^.*\//, '')
    expect(readFileSync(join(folder, `out/${path}.html`), 'utf8')).toContain(`${name}.pdf"`)
  }
})

test.each([
  ['the data', 'data', '重叠'],
  ['a folder in the content', 'content/site', '重叠'],
  ['the folder around the data', '.', '重叠'],
  ["somebody else's files", 'papers', '别的文件'],
])('the site never replaces %s', (_name, place, words) => {
  const { folder, environment } = city()
  mkdirSync(join(folder, 'papers'))
  writeFileSync(join(folder, 'papers/letter.txt'), 'keep')
  const before = readdirSync(folder, { recursive: true }).length
  const { status, output } = build({ ...environment, OUT_DIR: join(folder, place) })
  expect(status).toBe(1)
  expect(output).toContain(words)
  expect(readdirSync(folder, { recursive: true })).toHaveLength(before)
})

test('the list of what a site without an address lacks has the words of the manual; for an official site it is a warning', () => {
  const manual = readFileSync('content/manual/hosting.mdx', 'utf8')
  const lacks = /没有规范网址标签.*找错链接不带本页网址。/
  expect(lacks.exec(withoutAddress(false))?.[0]).toBe(
    /没有规范网址标签.*?找错链接不带本页网址。/.exec(manual)?.[0],
  )
  expect(withoutAddress(false)).not.toContain('警告')
  expect(withoutAddress(true)).toMatch(
    /^警告：官方站点应当设置 SITE_URL。.*找错链接不带本页网址。\n$/,
  )
})
