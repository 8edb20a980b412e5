import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { fileWords } from '#domain/attachment.ts'
import { type OpenedDocument, openDocument } from '../support/docx.ts'
import {
  type Element,
  type Page,
  pageAt,
  readSite,
  textIn,
  textOf,
  withoutSpace,
} from '../support/site.ts'

const sites = inject('sites')

describe.each(['real', 'demo', 'cases'] as const)('the documents of the %s site', (name) => {
  const site = readSite(sites[name])
  const files = [...site.files].filter(
    (path) => path.endsWith('.docx') && !path.startsWith('attachments/'),
  )
  const under = (folder: RegExp) => files.filter((path) => folder.test(path))
  const open = (path: string): OpenedDocument => openDocument(readFileSync(join(site.folder, path)))
  const pageOf = (path: string): Page => pageAt(site, path.replace(/\.docx$/, '.html'))
  /** The text of every element that a selector finds on the page of a document. */
  const texts = (path: string, selector: string): string[] =>
    pageOf(path)
      .$(selector)
      .toArray()
      .map((element) => textIn(element as Element))

  test('are linked from their pages, with format and size', () => {
    expect(files.length).toBeGreaterThan(0)
    for (const path of files) {
      const link = pageOf(path).$(`main a[href="${path.split('/').at(-1) ?? ''}"]`)
      expect(link.length, path).toBe(1)
      const { size } = statSync(join(site.folder, path))
      expect(link.text(), path).toContain(fileWords(path, size))
    }
  })

  test('of bulletins hold the text of the page', () => {
    for (const path of under(/^bulletins\//)) {
      const page = pageOf(path)
      const paper = withoutSpace(open(path).text)
      // Number and signature may stand beside it.
      for (const block of page.$('#UCAP-CONTENT').find('h1, h2, h3, p, td, th').toArray())
        expect(paper, path).toContain(textIn(block as Element))
      expect(paper.length, path).toBeGreaterThanOrEqual(textOf(page, '#UCAP-CONTENT').length)
    }
  })

  test('of registers have the rows of the page', () => {
    for (const path of under(/^self-inspections\/[^/]+$/)) {
      const cells = open(path).paragraphs.filter(({ style }) => style === 'TableCell')
      const rows = texts(path, '.register tbody tr')
      expect(cells.length, path).toBe(rows.length * 4)
      const units = cells.filter((_cell, n) => n % 4 === 1).map(({ text }) => withoutSpace(text))
      expect(units, path).toEqual(texts(path, '.register tbody tr > :first-child'))
      const states = cells.filter((_cell, n) => n % 4 === 2).map(({ text }) => withoutSpace(text))
      const chips = texts(path, '.register tbody .chip')
      expect(chips.length, path).toBe(rows.length)
      chips.forEach((chip, n) => {
        const [state = ''] = states[n]?.split('（') ?? []
        expect(state, path).not.toBe('')
        expect(chip, path).toContain(state)
      })
    }
  })

  test('of self-inspections have the words and the figures of the page', () => {
    const reports = under(/^self-inspections\/[^/]+\/[^/]+$/)
    for (const path of reports) {
      const paper = withoutSpace(open(path).text)
      const told = [
        ...texts(path, 'main h1'),
        ...texts(path, 'main section:not(#corrections) .definitions-small dd'),
        ...texts(path, 'main .table-frame td, main .table-frame th'),
        ...texts(path, 'main ol li'),
      ]
      expect(
        told.filter((text) => !paper.includes(text)),
        path,
      ).toEqual([])
    }
  })
})
