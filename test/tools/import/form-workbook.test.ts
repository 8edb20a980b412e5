import { unzipSync } from 'fflate'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { formWorkbook } from '#tools/import/form-workbook.ts'

test('the hint of a cell is no longer than spreadsheets allow', async () => {
  const bytes = await formWorkbook({
    title: '问题',
    day: '2024-06-08',
    notes: ['怎么填'],
    settings: ['列'],
    tables: [
      {
        name: '问题',
        rows: [],
        columns: [
          {
            heading: '很长的列名'.repeat(20),
            help: '很长的说明，\n'.repeat(100),
            width: 20,
            choices: ['是', '否'],
            isOpen: false,
          },
        ],
      },
    ],
  })
  const sheets = Object.entries(unzipSync(bytes)).filter(([path]) => /sheet\d+\.xml$/.test(path))
  const rules = sheets.flatMap(([, part]) =>
    load(new TextDecoder().decode(part), { xml: true })('dataValidation')
      .toArray()
      .map(({ attribs }) => attribs),
  )
  expect(rules).toHaveLength(1)
  // ECMA-376, part 1, 18.3.1.32, and what Excel itself lets one type.
  for (const [name, most] of Object.entries({
    errorTitle: 32,
    error: 255,
    promptTitle: 32,
    prompt: 255,
  })) {
    const words = rules[0]?.[name] ?? ''
    expect(words, name).not.toBe('')
    expect(words.length, name).toBeLessThanOrEqual(most)
  }
})
