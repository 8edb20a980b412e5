import { describe, expect, inject, test } from 'vitest'
import { elementsOf, pageAt, readSite, textOf } from '../support/site.ts'

const sites = inject('sites')

describe('the board of deadlines', () => {
  const demo = pageAt(readSite(sites.demo), 'deadlines.html')
  const real = pageAt(readSite(sites.real), 'deadlines.html')

  test('groups what is due on the day of the build, after it, standing and before it', () => {
    const heads = demo
      .$('main h2')
      .toArray()
      .map((head) => demo.$(head).text())
    expect(heads.map((head) => head.replace(/^\d+年\d+月\d+日/, ''))).toEqual([
      '到期的单位和事项',
      '当日到期',
      '以后到期',
      '长期要求',
      '政务公开台账的日子',
      '以前到期',
    ])
  })

  test('begins with who is late and what is due, by name: overdue first, the newest before the older', () => {
    const rows = demo
      .$('main .register')
      .first()
      .find('tbody tr')
      .toArray()
      .map((row) => ({
        state: demo.$(row).find('.chip').text().trim(),
        units: demo.$(row).find('td a[href^="units/"]').length,
        last: demo.$(row).find('.whole').text().trim(),
      }))
    expect(rows.every(({ units }) => units > 0)).toBe(true)
    const rank = ({ state }: (typeof rows)[number]) =>
      state.startsWith('经核查未公开') ? 0 : state.startsWith('期限已过') ? 1 : 2
    expect(rows.map(rank)).toEqual(rows.map(rank).toSorted())
    expect(new Set(rows.map(rank))).toEqual(new Set([0, 1, 2]))
    expect(rows.filter((row) => rank(row) === 0).map(({ last }) => last)).toEqual([
      '2024年9月6日',
      '2024年6月6日',
      '2024年3月6日',
    ])
    const units = demo.$('main .register tbody tr a[href^="units/"]').toArray()
    // An overdue unit says so on its own page, among its duties.
    const [first] = units
    const own = pageAt(readSite(sites.demo), first?.attribs['href'] ?? '')
    expect(own.$('.deadline .chip').first().text()).toContain('经核查未公开')
  })

  test('lists the days of the ledgers apart: what a look did not find, then what is not recorded', () => {
    const states = demo
      .$('main .register')
      .eq(1)
      .find('.chip')
      .toArray()
      .map((chip) => demo.$(chip).text().trim())
    const rank = (state: string) =>
      state.includes('核查时未见') ? 0 : state.startsWith('期限已过') ? 1 : 2
    expect(states.map(rank)).toEqual(states.map(rank).toSorted())
    expect(new Set(states.map(rank))).toEqual(new Set([0, 1, 2]))
    expect(real.$('main .register').length).toBeLessThan(2)
  })

  test('collapses all past years but the newest', () => {
    const years = demo
      .$('main details')
      .filter((_, one) => /^\d{4}年/.test(demo.$(one).find('summary').text()))
    expect(years.length).toBeGreaterThan(1)
    expect(years.filter('[open]').length).toBe(1)
    expect(years.first().is('[open]')).toBe(true)
  })

  test('shows for each deadline the units, the inspection and the quoted sentence', () => {
    const entries = elementsOf(demo).filter(({ attribs }) => attribs['class'] === 'entry deadline')
    expect(entries.length).toBeGreaterThan(20)
    for (const entry of entries) {
      const text = demo.$(entry).text()
      expect(text).toContain('责任单位')
      expect(text).toContain('所属检查')
      expect(demo.$(entry).find('.source a[href*="bulletins/"]').length, text).toBe(1)
    }
  })

  test('counts days as the note beside them explains', () => {
    const text = textOf(demo, 'main')
    for (const words of [
      '按含2024年12月20日当日计算，文件未写明',
      '不含2024年3月25日当日，到2024年3月24日为止',
      '的次日起算10个工作日，到2024年6月24日（含当日），按国务院办公厅放假安排计算',
      '到2025年1月15日12:00为止',
      '各单位起算日不同，本站不计算日期',
    ])
      expect(text).toContain(words)
  })

  test('names the unit to which the appendix points, and calls nobody overdue without a look', () => {
    const text = textOf(real, 'main')
    expect(real.$('main dd a[href="units/xuzhou.html"]').length).toBe(1)
    expect(text).toContain('本站已收录0份，本站名录中应公开的有22个单位')
    expect(text).not.toMatch(/逾期|未公开$|核查/)
  })
})
