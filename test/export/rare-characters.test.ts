import { readdirSync, readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { docx } from '#export/documents/docx/docx.ts'
import { registerDocument } from '#export/documents/register.ts'
import { contentOf, filesOf, scopes } from '#export/tables/files.ts'
import { registerOf } from '#model/register.ts'
import { nameProblems } from '#schema/characters.ts'
import { unitListView } from '#view/pages/units.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'
import { openDocument } from '../support/docx.ts'
import { modelWith } from '../support/model.ts'

/**
 * Characters of names of places and persons that GB 18030-2022 asks for at its highest level: of
 * Extension A and of the planes beyond the first, and two of the basic plane that came late.
 */
const rare = '㙓𠮷𫄷𬱖𰻝鿫〇'
const name = `${rare}县`
const inspections = [inspectionWith({ deadlines: { own: order } })]
const units = { jia: { name, tier: 'county' } }
const model = modelWith(datasetWith({ units, inspections }))

test('rare characters of GB 18030 may stand in names', () => {
  expect(nameProblems(name)).toEqual([])
})

test('they are the same on pages, in tables of every format and in documents', async () => {
  expect(JSON.stringify(unitListView(model))).toContain(name)
  const all = scopes(model).find(({ path }) => path === 'all')
  if (all === undefined) throw new Error('no tables')
  const files = filesOf(all).filter(({ address }) =>
    /^\/data\/all(?:\/units\.\w+|\.xlsx)$/.test(address),
  )
  expect(files.map(({ address }) => address.replace(/.*\./, '')).sort()).toEqual([
    'csv',
    'json',
    'xlsx',
  ])
  for (const file of files) {
    const bytes = Buffer.from(await contentOf(model, file))
    const cells = file.address.endsWith('.xlsx')
      ? Object.values(read(bytes).Sheets)
          .map((sheet) => utils.sheet_to_csv(sheet))
          .join()
      : file.address.endsWith('.csv')
        ? (parse(bytes, { bom: true }) as string[][]).join()
        : bytes.toString('utf8')
    expect(cells, file.address).toContain(name)
  }
  const [ordered] = model.index.orders.values()
  if (ordered === undefined) throw new Error('no order')
  const document = registerDocument(model, registerOf(model.dataset, ordered, model.asOf))
  expect(openDocument(await docx(document)).text).toContain(name)
})

test('the fonts are those of the reader’s system, so that no subset lacks a character', () => {
  for (const file of readdirSync('src/styles'))
    expect(readFileSync(`src/styles/${file}`, 'utf8'), file).not.toContain('@font-face')
})
