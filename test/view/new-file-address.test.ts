import { describe, expect, test } from 'vitest'
import { maxEncodedBytes, newFilePage, pathInRepository } from '#view/new-file-address.ts'
import type { Repository } from '#schema/site.ts'

const path = 'data/self-inspections/2024-q2/xuzhou.yaml'
const text = 'title: 叙州区“自查” & 整改 #1 +%\npublished: 2024-06-03\n'
const on = (kind: Repository['kind'], more: Partial<Repository> = {}): Repository => ({
  address: 'https://git.example.com/office/bulletins',
  ...(kind === undefined ? {} : { kind }),
  ...more,
})
const pageOf = (repository: Repository, content = text) => {
  const page = newFilePage(repository, path, content)
  if (page === null) throw new Error('no page')
  const { origin, pathname, searchParams } = new URL(page.href)
  return { ...page, at: origin + pathname, asked: Object.fromEntries(searchParams) }
}

describe("a link opens the service's page for a new file", () => {
  test('on GitHub and Gitea, the address fills in name and content', () => {
    expect(pageOf(on('github'))).toMatchObject({
      filled: 'all',
      at: 'https://git.example.com/office/bulletins/new/main',
      asked: { filename: path, value: text },
    })
    expect(pageOf(on('gitea', { branch: 'release/2024' }))).toMatchObject({
      filled: 'all',
      at: 'https://git.example.com/office/bulletins/_new/release/2024/',
      asked: { filename: path, value: text },
    })
  })

  test('on GitLab, the address fills in the name only, on Gitee nothing', () => {
    expect(pageOf(on('gitlab', { address: 'https://git.example.com/a/b/c.git' }))).toMatchObject({
      filled: 'name',
      at: 'https://git.example.com/a/b/c/-/new/main',
      asked: { file_name: path },
    })
    expect(pageOf(on('gitee'))).toMatchObject({
      filled: 'none',
      at: 'https://git.example.com/office/bulletins',
      asked: {},
    })
  })

  test('an unknown service has no such page', () => {
    expect(newFilePage(on(undefined), path, text)).toBe(null)
  })
})

test('content of up to 6000 encoded bytes is put into the address', () => {
  // A Chinese character takes nine bytes.
  const [longest, longer] = [`${'中'.repeat(666)}abcdef`, `${'中'.repeat(666)}abcdefg`]
  expect([longest, longer].map((content) => encodeURIComponent(content).length)).toEqual([
    maxEncodedBytes,
    maxEncodedBytes + 1,
  ])
  expect(pageOf(on('github'), longest)).toMatchObject({ filled: 'all', asked: { value: longest } })
  expect(pageOf(on('github'), longer)).toMatchObject({ filled: 'name', asked: { filename: path } })
  expect(pageOf(on('github'), longer).asked).not.toHaveProperty('value')
})

test('the data folder may be in a subfolder of the repository', () => {
  expect(pathInRepository(on('github'), path)).toBe(path)
  expect(pathInRepository(on('github', { folder: 'sites/yibin/data' }), path)).toBe(
    'sites/yibin/data/self-inspections/2024-q2/xuzhou.yaml',
  )
})
