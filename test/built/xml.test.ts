import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { readSite } from '../support/site.ts'
import { holdsXml, xmlFaults } from '../support/xml.ts'

const sites = inject('sites')

test.each(Object.entries(sites))(
  'a strict parser reads every feed, map and picture, and every part of every workbook and document: %s',
  (_name, folder) => {
    const files = [...readSite(folder).files].filter(
      (path) => holdsXml(path) && !path.startsWith('attachments/'),
    )
    const kinds = new Set(files.map((path) => path.replace(/^.*\./, '')))
    expect([...kinds]).toEqual(expect.arrayContaining(['docx', 'svg', 'xlsx']))
    expect(
      files.flatMap((path) => xmlFaults(path, new Uint8Array(readFileSync(join(folder, path))))),
    ).toEqual([])
  },
)
