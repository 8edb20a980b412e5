import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { gapWords } from '#view/tables/table.ts'
import { type Element, type Page, readSite, textIn } from '../support/site.ts'

const sites = inject('sites')

test('a site with one round has no page of units and rounds, nor its table', () => {
  const { pages, files } = readSite(sites.real)
  expect(pages.filter(({ path }) => path.startsWith('matrix'))).toEqual([])
  expect([...files].filter((file) => file.includes('unit-rounds.csv'))).toEqual([])
})

describe('the page of units and rounds', () => {
  const site = readSite(sites.demo)
  const { $ } = site.pages.find(({ path }) => path === 'matrix.html') as Page
  const rows = parse(site.read('data/all/unit-rounds.csv'), {
    bom: true,
    columns: true,
  }) as Readonly<Record<string, string>>[]
  const text = (element: Element | undefined): string =>
    element === undefined ? '' : textIn(element)
  const heads = $('.rounds thead th')
    .toArray()
    .slice(1)
    .map((head) => {
      const link = $(head).find('a')
      const reports = $(head)
        .find('i')
        .toArray()
        .map((one) => textIn(one as Element).replace(/^(自查|[①-⑳])/, ''))
      return {
        inspection: (link.attr('href') ?? '').replace(/^inspections\/|\.html$/g, ''),
        reports,
      }
    })

  test('every cell is the row of its unit and inspection in the file, and every row has a cell', () => {
    let compared = 0
    for (const line of $('.rounds tbody tr').toArray()) {
      const unit = text($(line).find('th').toArray()[0] as Element)
      for (const [n, cell] of $(line).find('td').toArray().entries()) {
        const head = heads[n]
        const row = rows.find(
          (one) => one['单位'] === unit && one['检查期编号'] === head?.inspection,
        )
        const found = row?.['点名问题'] ?? ''
        const states = $(cell)
          .children('i')
          .toArray()
          .map(
            (one, m) =>
              `${head?.reports[m] ?? ''}：${textIn(one as Element).replace(/^[①-⑳]/, '')}`,
          )
          .filter((state) => !state.endsWith('没有要求'))
        const all = $(cell).clone()
        all.children('i').remove()
        const shown = textIn(all.toArray()[0] as Element)
        const isNamed = /^\d+$/.test(found)
        const open = Number(row?.['是否计入未写明'])
        const counted = !isNamed
          ? ''
          : open === Number(found)
            ? '是否计入未写明'
            : `计入${row?.['计入合格率'] ?? ''}项${open > 0 ? `，${open}项未写明` : ''}`
        expect([unit, head?.inspection, shown]).toEqual([
          unit,
          head?.inspection,
          isNamed ? `${found}项${counted}` : found,
        ])
        const reports = row?.['自查报告'] ?? ''
        expect(states.toSorted()).toEqual(
          reports === gapWords['not-required'] ? [] : reports.split('；').toSorted(),
        )
        compared++
      }
    }
    expect(compared).toBe(rows.length)
    expect(compared).toBeGreaterThan(500)
  })

  test('the issues of each cell are those of the file of issues that name the unit', () => {
    const issues = parse(site.read('data/all/issues.csv'), {
      bom: true,
      columns: true,
    }) as Readonly<Record<string, string>>[]
    for (const { 检查期编号: inspection, 单位: unit = '', 点名问题: count = '' } of rows) {
      const own = issues.filter(
        (one) => one['检查期编号'] === inspection && one['单位']?.split('；').includes(unit),
      )
      expect([inspection, unit, /^\d+$/.test(count) ? Number(count) : 0]).toEqual([
        inspection,
        unit,
        own.length,
      ])
    }
  })

  test('units are in the order of the roster, rounds newest first, and each has a link', () => {
    const names = $('.rounds tbody th a')
      .toArray()
      .map((link) => textIn(link as Element))
    expect(names).toEqual([...new Set(rows.map((row) => row['单位']))])
    const ids = heads.map(({ inspection }) => inspection)
    expect(ids).toEqual(ids.toSorted().reverse())
    expect($('.rounds').attr('tabindex')).toBe('0')
    expect($('.rounds thead th[scope="col"]').length).toBe(heads.length + 1)
    expect($('.rounds tbody th[scope="row"]').length).toBe(names.length)
  })

  test('the words for silence are explained on the page', () => {
    for (const words of [
      'not-inspected',
      'inspection-not-stated',
      'list-open',
      'not-named',
    ] as const)
      expect($('dt').text()).toContain(gapWords[words])
  })
})
