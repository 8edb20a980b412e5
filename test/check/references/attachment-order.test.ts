import { expect, test } from 'vitest'
import { attachmentOrder } from '#check/references/attachment-order.ts'
import type { Block } from '#model/bulletin.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found } from '../found.ts'

const line = (text: string, offset = 0): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text, offset }],
})
const tableOf = (id: string, offset: number): Block => ({
  type: 'appendix',
  of: `appendices.${id}`,
  offset,
})

/** The problems of a bulletin with a list, of which the tables follow in an order, and of its files. */
function problemsOf(list: string[], tables: string[], files: string[]): string[] {
  const inspection = inspectionWith({
    appendices: { a: { title: '名单' }, b: { title: '评分表' } },
    attachments: files.map((title) => ({ file: 'x.pdf', title })),
  })
  const blocks = [line('正文。'), ...list.map((text) => line(text)), ...tables.map(tableOf)]
  return found(attachmentOrder, {
    inspections: [inspection],
    bulletins: { '2024-q1': { id: '2024-q1', blocks } },
  })
}

const list = ['附件：1.名单', '2.评分表']

test('tables and files of a bulletin follow in the order of the list under its text', () => {
  expect(problemsOf(list, ['a', 'b'], ['名单', '评分表'])).toEqual([])
  expect(problemsOf(list, ['b', 'a'], [])).toEqual([
    'warning attachment-order content/bulletins/2024-q1.mdx 1',
  ])
  expect(problemsOf(list, [], ['评分表', '名单'])).toEqual([
    'warning attachment-order data/inspections/2024-q1.yaml attachments.1.title',
  ])
})

test('what the list does not name may stand anywhere, and without a list there is no order', () => {
  expect(problemsOf(list, ['a', 'b'], ['通报原件', '名单', '评分表', '说明'])).toEqual([])
  expect(problemsOf(['附件：名单'], ['b', 'a'], [])).toEqual([])
  expect(problemsOf([], ['b', 'a'], ['评分表', '名单'])).toEqual([])
})

test('a title inside another one is not taken for it', () => {
  const longer = ['附件：1.乙单位评分表 2.名单', '3.评分表']
  expect(problemsOf(longer, [], ['名单', '评分表'])).toEqual([])
})
