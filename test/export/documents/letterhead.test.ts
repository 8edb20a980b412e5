import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, expect, test } from 'vitest'
import { sitePictures } from '#model/named-files.ts'
import type { Site } from '#schema/site.ts'
import { letterheadPictures } from '#export/documents/letterhead.ts'
import { datasetWith } from '../../support/dataset.ts'

const office = '示例市人民政府办公室'
const site = {
  ...datasetWith().site,
  letterhead: { office, head: 'red-head.png', seal: 'seal.png' },
}
const content = mkdtempSync(join(tmpdir(), 'gongshi-letterhead-'))
afterAll(() => {
  rmSync(content, { recursive: true })
})
mkdirSync(join(content, 'attachments/site'), { recursive: true })
for (const name of ['red-head.png', 'seal.png'])
  writeFileSync(join(content, 'attachments/site', name), createCanvas(4, 2).toBuffer('image/png'))
/** The pictures of a bulletin, on a site with these settings. */
const picturesOf = (inspection: Parameters<typeof letterheadPictures>[1], settings: Site) =>
  letterheadPictures({ contentDir: content, dataset: { site: settings } }, inspection)

test('bulletins have the letterhead and seal that their office has supplied', () => {
  expect(picturesOf({ issuer: office }, site)).toMatchObject({
    head: { type: 'png', millimetres: 156 },
    seal: { type: 'png', millimetres: 42 },
  })
})

test('bulletins of other or several offices, or without supplied pictures, have none', () => {
  expect(picturesOf({ issuer: '示例省人民政府办公厅' }, site)).toEqual({})
  expect(picturesOf({ issuer: office, joint_issuers: ['市乙局'] }, site)).toEqual({})
  expect(picturesOf({ issuer: office }, datasetWith().site)).toEqual({})
})

test('the pictures are checked as files that the settings name', () => {
  expect(sitePictures({ site }).map(({ path }) => path)).toEqual([
    'site/red-head.png',
    'site/seal.png',
  ])
})
