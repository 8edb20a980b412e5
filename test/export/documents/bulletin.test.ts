import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demoAsOf, generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { inlineText } from '#model/bulletin.ts'
import { chineseDate } from '#model/calendar.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { publicDataset } from '#model/publication.ts'
import { cellText } from '#model/reference.ts'
import { docx } from '#export/documents/docx/docx.ts'
import { parseBulletin } from '#read/bulletin.ts'
import { bulletinDocument } from '#export/documents/bulletin.ts'
import { resolverFor } from '#view/sources.ts'
import { sample, datasetOf } from '../../support/authored.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'
import { openDocument } from '../../support/docx.ts'
import { folderOf } from '../../support/folder.ts'
import { withoutSpace } from '../../support/site.ts'

function documentOf(dataset: Dataset, inspection: Inspection) {
  const bulletin = dataset.bulletins[inspection.id]
  if (bulletin === undefined) throw new Error(`no bulletin ${inspection.id}`)
  return bulletinDocument({ dataset, isDraft: false }, inspection, bulletin)
}

const textOf = async (dataset: Dataset, inspection: Inspection): Promise<string> =>
  withoutSpace(openDocument(await docx(documentOf(dataset, inspection))).text)

const first = ({ inspections: [inspection] }: Dataset): Inspection => {
  if (inspection === undefined) throw new Error('no inspection')
  return inspection
}

test('the document is the bulletin, word for word, white space aside', async () => {
  const seed = readFileSync(join(import.meta.dirname, '../../cases/seed/yibin-2024-q1.txt'), 'utf8')
  const dataset = datasetOf(sample)
  expect(await textOf(dataset, first(dataset))).toBe(withoutSpace(seed.replace(/^\uFEFF/, '')))
})

test('every bulletin of the demo city has its text, number, signature and date', async () => {
  const folder = folderOf({})
  writeDemo(folder, generateCity({ size: 'city-1y', seed: 1 }))
  const dataset = publicDataset(
    datasetOf({ data: join(folder, 'data'), content: join(folder, 'content') }),
    demoAsOf,
  )
  expect(Object.keys(dataset.bulletins).length).toBeGreaterThan(2)
  for (const inspection of dataset.inspections) {
    const resolve = resolverFor({ dataset }, inspection)
    const text = dataset.bulletins[inspection.id]?.blocks.map((block) => {
      if (block.type !== 'appendix') return inlineText(block.children, resolve)
      const appendix = inspection.appendices?.[block.of.split('.')[1] ?? '']
      const cells = (appendix?.rows ?? []).flat().map((cell) => cellText(dataset, inspection, cell))
      return [appendix?.title, ...(appendix?.columns ?? []), ...cells, appendix?.note].join('')
    })
    const { number = '', issued = '' } = inspection.document ?? {}
    const document = (await textOf(dataset, inspection))
      .replace(number, '')
      .replace(`${inspection.issuer}${chineseDate(issued)}`, '')
    expect(document).toBe(withoutSpace(text?.join('') ?? ''))
  }
})

/** The blocks of a bulletin whose inspection has these facts of its document. */
function blocksOf(text: string, document: Inspection['document']) {
  const { bulletin } = parseBulletin({ file: 'content/bulletins/2024-q1.mdx', text }, '2024-q1')
  const inspection = inspectionWith(document === undefined ? {} : { document })
  if (bulletin === null) throw new Error('no bulletin')
  const dataset = datasetWith({
    inspections: [inspection],
    bulletins: { [inspection.id]: bulletin },
  })
  return documentOf(dataset, inspection).blocks
}

const facts = { number: '×府办函〔2024〕5号', issued: '2024-04-08' }

test('number, office and day are added when the data has them and the text does not', () => {
  expect(blocksOf('# 通报\n\n正文。', facts)).toEqual([
    { kind: 'number', text: '×府办函〔2024〕5号' },
    { kind: 'title', lines: ['通报'] },
    { kind: 'paragraph', text: '正文。' },
    { kind: 'signature', offices: ['示例机关'], day: '2024年4月8日' },
  ])
})

test('facts that the text contains are not repeated', () => {
  const blocks = blocksOf(
    '×府办函〔2024〕5号\n\n# 通报\n\n正文。\n\n示例市甲局\n\n示例市乙局\n\n2024年4月8日\n\n## 附件\n\n注：无。',
    facts,
  )
  expect(blocks.slice(0, 4)).toEqual([
    { kind: 'paragraph', text: '×府办函〔2024〕5号' },
    { kind: 'title', lines: ['通报'] },
    { kind: 'paragraph', text: '正文。' },
    { kind: 'signature', offices: ['示例市甲局', '示例市乙局'], day: '2024年4月8日' },
  ])
})

test('unknown values are not added: no number, no day, and no day when only the month is known', () => {
  for (const document of [undefined, { issued: '2024-04' }])
    expect(blocksOf('# 通报\n\n正文。', document)).toEqual([
      { kind: 'title', lines: ['通报'] },
      { kind: 'paragraph', text: '正文。' },
    ])
})

test('headings keep their rank, and one that ends in a full stop runs into its paragraph', () => {
  const text =
    '# 通报\n\n## 一、甲\n\n### （一）乙\n\n#### 1.丙\n\n##### （1）丁\n\n### （二）戊。\n\n正文。'
  expect(blocksOf(text, undefined).slice(1)).toEqual([
    { kind: 'heading', level: 1, text: '一、甲' },
    { kind: 'heading', level: 2, text: '（一）乙' },
    { kind: 'heading', level: 3, text: '1.丙' },
    { kind: 'heading', level: 4, text: '（1）丁' },
    { kind: 'paragraph', lead: { level: 2, text: '（二）戊。' }, text: '正文。' },
  ])
})

test('several annexes are listed line by line, and each starts a new page', () => {
  const text = '# 通报\n\n附件：1. 名单\n\n2\\. 清单\n\n## 附件1\n\n甲\n\n## 附件2\n\n乙'
  expect(blocksOf(text, undefined).slice(1)).toEqual([
    { kind: 'annexes', text: '附件：1. 名单' },
    { kind: 'further-annex', text: '2. 清单' },
    { kind: 'annex', text: '附件1' },
    { kind: 'paragraph', text: '甲' },
    { kind: 'annex', text: '附件2' },
    { kind: 'paragraph', text: '乙' },
  ])
})
