import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstCommits } from '#read/files/git.ts'
import { folderOf } from '../support/folder.ts'
import { repository } from '../support/repository.ts'

const file = 'data/inspections/2024-q1.yaml'
const report = 'data/self-inspections/2024-q2/caizheng.yaml'

test.each(['', '各市/示例 市'])(
  'the first day of a file is that of its first commit (in “%s”)',
  (below) => {
    const history = repository(below)
    history.edit({ file: report, append: 'title: 报告\n' })
    history.commit('2026-11-25')
    history.edit({ file, replace: 'until: 2024-03-05', by: 'until: 2024-03-06' })
    history.commit('2026-11-26')
    history.edit({ file: 'data/not-committed.yaml', append: 'a: 1\n' })
    const days = firstCommits(history.data)
    expect([days.get(file), days.get(report), days.get('data/not-committed.yaml')]).toEqual([
      '2026-11-23',
      '2026-11-25',
      undefined,
    ])
  },
)

test('a file that was deleted and added again keeps its first day', () => {
  const history = repository()
  history.edit({ file, remove: true })
  history.commit('2026-11-25')
  history.git('checkout', '--quiet', 'public', '--', file)
  history.commit('2026-11-26')
  expect(firstCommits(history.data).get(file)).toBe('2026-11-23')
})

test('a shallow clone is refused', () => {
  const history = repository()
  history.commit('2026-11-24')
  const clone = join(folderOf({}), 'clone')
  history.git('clone', '--quiet', '--depth=1', `file://${history.folder}`, clone)
  expect(() => firstCommits(join(clone, 'data'))).toThrow(/浅克隆/)
})
