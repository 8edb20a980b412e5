import { expect, test } from 'vitest'
import { readCoreProperties } from '#export/office-properties.ts'
import { docx } from '#export/documents/docx/docx.ts'
import { hostile } from '../support/hostile.ts'

test.each([
  { title: '通报', author: '示例市人民政府办公室', description: '使用许可：许可。' },
  { title: hostile, author: hostile, description: `&amp;lt; ${hostile}` },
])('the properties of a document are read as they were written: %j', async (properties) => {
  const written = await docx({ ...properties, day: '2024-03-01', blocks: [] })
  expect(readCoreProperties(written)).toEqual(properties)
})
