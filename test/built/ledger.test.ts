import { describe, expect, inject, test } from 'vitest'
import { pageAt, readSite, textOf } from '../support/site.ts'

describe('the ledger of the sample', () => {
  const site = readSite(inject('sites').real)
  const text = (path: string): string => textOf(pageAt(site, path), 'main')

  test('a unit’s page sums up its record in labelled facts', () => {
    const page = pageAt(site, 'units/xuzhou.html')
    const lead = textOf(page, '.page-head-lead')
    expect(
      page
        .$('.page-head-lead dt')
        .toArray()
        .map((label) => page.$(label).text()),
    ).toEqual(['点名的问题', '整改进展', '期限'])
    expect(lead).toMatch(/^点名的问题2024年第一季度检查通报点名1项问题，/)
    expect(textOf(page, 'main')).toContain('只列出本站数据中写明归属的，共1个。')
    expect(lead).toMatch(/期限已过，本站未收录：[^；。]*书面报送突出问题整改情况/)
    const unnamed = textOf(pageAt(site, 'units/pingshan.html'), '.page-head-lead')
    expect(unnamed).toContain('本站收录的各期检查数据中没有点名该单位问题的记录')
  })

  test('no unit is called not rectified', () => {
    const accusing = site.pages
      // These files explain every word that can occur in the data.
      .filter(({ path }) => !/^(manual\/|method\.|data\.)/.test(path))
      .filter((page) =>
        textOf(page, 'main')
          .replace(/不等于未整改/g, '')
          .includes('未整改'),
      )
      .map(({ path }) => path)
    expect(accusing).toEqual([])
  })

  test('each finding and each unit that it names has a row, a finding without a unit has one', () => {
    const rows = pageAt(site, 'inspections/2024-q1-rectification.html').$('tbody tr')
    expect(rows).toHaveLength(3 + 6 + 1 + 1 + 1 + 1 + 1)
  })

  test('only the finding of the appendix requires a report', () => {
    const page = pageAt(site, 'inspections/2024-q1-rectification.html')
    const owed = page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$(row).text())
      .filter((row) => row.includes('2024年3月15日前'))
    expect(owed).toHaveLength(1)
    expect(owed[0]).toContain('叙州区')
  })

  test('the list for self-checks holds every kind of finding and names no unit', () => {
    const list = text('inspections/2024-q1-checklist.html')
    for (const finding of ['内容与往年雷同', '链接无法打开', '严重表述错误', '栏目为空白'])
      expect(list).toContain(finding)
    expect(list).toContain('本单位情况整改措施')
    expect(list).not.toMatch(/叙州|宜宾统计|长宁交警|市商务局|市财政局/)
    for (const from of [
      'inspections/2024-q1.html',
      'self-inspections/2024-q2.html',
      'units/xuzhou.html',
    ])
      expect(pageAt(site, from).html).toContain('2024-q1-checklist.html')
  })
})

describe('the ledger of the sample city', () => {
  const site = readSite(inject('sites').demo)
  const ledgers = site.pages.filter(({ path }) => path.endsWith('-rectification.html'))
  const all = ledgers.map((page) => textOf(page, 'main')).join('')

  test.each(['延期至', '问题已撤销', '复核未通过', '复核通过', '已办结', '按期', '写明未整改'])(
    'shows %s',
    (words) => {
      expect(all).toContain(words)
    },
  )

  test('a unit’s own words are marked as its own and dated', () => {
    const statements = site.pages
      .filter(({ path }) => path.startsWith('issues/'))
      .flatMap(({ $ }) =>
        $('.statement')
          .toArray()
          .map((element) => $(element).text()),
      )
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) {
      expect(statement).toContain('由该单位提供')
      expect(statement).toMatch(/\d{4}年\d+月\d+日/)
    }
  })

  test('repeats are listed with links, without a judgement', () => {
    const pages = site.pages.filter((page) =>
      textOf(page, 'main').includes('此前检查中也有同类问题'),
    )
    expect(pages.filter(({ path }) => path.startsWith('issues/'))).not.toEqual([])
    expect(pages.filter(({ path }) => path.startsWith('units/'))).not.toEqual([])
    for (const page of pages) expect(textOf(page, 'main')).not.toMatch(/屡教不改|屡查屡犯|再次违规/)
  })
})

test('the ledger page of a document that asks nobody to rectify says so and leads to the inspection', () => {
  const cases = readSite(inject('sites').cases)
  const pages = cases.pages.filter(
    ({ path, $ }) => path.endsWith('-rectification.html') && $('main table').length === 0,
  )
  expect(pages.length).toBeGreaterThan(0)
  for (const page of pages) {
    expect(textOf(page, '.page-head-lead'), page.path).toContain(
      '没有收录对这些问题的整改要求和期限',
    )
    const inspection = page.path.replace(/^.*\/|-rectification/g, '')
    expect(page.$(`main a[href="${inspection}"]`).length, page.path).toBe(1)
    const issues = cases.pages.filter(
      ({ path, $ }) =>
        path.startsWith('issues/') && $(`main a[href="../inspections/${inspection}"]`).length > 0,
    )
    for (const { path, $ } of issues.filter(
      ({ $: of }) => of('main .definitions-ruled').length > 0,
    ))
      expect($('main').text(), path).not.toContain('整改台账')
  }
})
