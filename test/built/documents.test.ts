import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { fileWords } from '#model/attachment.ts'
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

describe.each(['real', 'demo', 'cases', 'official', 'report', 'reports'] as const)(
  'the documents of the %s site',
  (name) => {
    const site = readSite(sites[name])
    const files = [...site.files].filter(
      (path) =>
        // The form fills the blank document in the browser.
        path.endsWith('.docx') && !path.startsWith('attachments/') && !path.startsWith('submit/'),
    )
    const under = (folder: RegExp) => files.filter((path) => folder.test(path))
    const open = (path: string): OpenedDocument =>
      openDocument(readFileSync(join(site.folder, path)))
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
        const documentText = withoutSpace(open(path).text)
        // Number and signature may be printed beside it.
        for (const block of page.$('#UCAP-CONTENT').find('h1, h2, h3, p, td, th').toArray())
          expect(documentText, path).toContain(textIn(block as Element))
        expect(documentText.length, path).toBeGreaterThanOrEqual(
          textOf(page, '#UCAP-CONTENT').length,
        )
      }
    })

    test('of registers have the rows of the page, in every column', () => {
      for (const path of under(/^self-inspections\/[^/]+$/)) {
        const { $ } = pageOf(path)
        const shown = $('.register tbody')
          .toArray()
          .flatMap((table) =>
            $(table)
              .find('tr')
              .toArray()
              .map((row, n) => {
                const text = (selector: string): string =>
                  withoutSpace($(row).find(selector).text())
                const note = text('.register-note')
                // A table has no column for the day when none of its rows has one.
                const day = text('[data-label="公开日期"]') || '未收录'
                return [
                  String(n + 1),
                  text('th'),
                  // The state chip begins with a symbol.
                  text('.chip').replace(/^[^\p{L}\d]*/u, '') + (note === '' ? '' : `（${note}）`),
                  day,
                ]
              }),
          )
        const cells = open(path)
          .paragraphs.filter(({ style }) => style === 'TableCell')
          .map(({ text }) => withoutSpace(text))
        expect(shown.length, path).toBeGreaterThan(0)
        expect(
          cells.flatMap((_cell, n) => (n % 4 === 0 ? [cells.slice(n, n + 4)] : [])),
          path,
        ).toEqual(shown)
      }
    })

    test('of self-inspections have the words and the figures of the page', () => {
      const reports = under(/^self-inspections\/[^/]+\/[^/]+$/)
      for (const path of reports) {
        const documentText = withoutSpace(open(path).text)
        const expected = [
          ...texts(path, 'main h1'),
          ...texts(path, 'main section:not(#corrections) .definitions-small dd'),
          ...texts(path, 'main .table-frame td, main .table-frame th'),
          ...texts(path, 'main ol li'),
        ]
        expect(
          expected.filter((text) => !documentText.includes(text)),
          path,
        ).toEqual([])
      }
    })
  },
)

test('the report of a unit has the form of a document: number, parts, annex, office, day and source', () => {
  const report = openDocument(
    readFileSync(join(sites.official, 'self-inspections/2025-q2/shuiwu.docx')),
  )
  const outside = report.paragraphs.filter(
    ({ style }) => !/^(Table(Head|Cell)|AfterTable)$/.test(style),
  )
  expect(outside.map(({ style, text }) => `${style} ${text}`)).toEqual([
    'DocumentNumber 例水函〔2025〕12号',
    'Title 市水务局2025年第二季度自查整改情况',
    'Heading1 一、自查情况',
    'BodyText 对照检查指标逐项自查，发现2个问题，已整改1个。',
    'BodyText 更新信息：36条。',
    'BodyText 回复留言：0。',
    'Heading1 二、存在问题和整改情况',
    'Caption 问题和整改',
    'Heading1 三、下一步',
    'BodyText 每月自查一次，发现问题当月整改。',
    'OnlyAnnex 附件：自查问题清单',
    'Signature 市水务局',
    'Signature 2025年6月3日',
    'Note 报告单位：市水务局',
    'Note 公开日期：2025年6月4日',
    'Note 本件由示例市政务公开检查公示依据收录的内容生成，不是原件，内容以原件为准。',
  ])
})

test('the register has the form of a document: title, what was ordered, a table for each tier, and its day', () => {
  const { paragraphs, parts } = openDocument(
    readFileSync(join(sites.official, 'self-inspections/2025-q2.docx')),
  )
  const outside = paragraphs.filter(({ style }) => !/^(Table(Head|Cell)|AfterTable)$/.test(style))
  expect(outside.map(({ style }) => style)).toEqual([
    'Title',
    'BodyText',
    'Caption',
    'Caption',
    'Note',
  ])
  expect(outside.at(-1)?.text).toContain('状态截至2025年6月5日。期限：2025年6月6日前。')
  expect(parts['word/document.xml']?.match(/<w:tblHeader\/>/g)).toHaveLength(2)
})

test('only the bulletin of the office has its letterhead and seal', () => {
  const bearing = [
    'bulletins/2025-q1',
    'self-inspections/2025-q2',
    'self-inspections/2025-q2/shuiwu',
  ]
    .map(
      (path) => [path, openDocument(readFileSync(join(sites.official, `${path}.docx`)))] as const,
    )
    .filter(([, { parts }]) => parts['word/document.xml']?.includes('<w:drawing>') === true)
  expect(bearing.map(([path]) => path)).toEqual(['bulletins/2025-q1'])
})
