import { describe, expect, inject, test } from 'vitest'
import { pageAt, readSite, textOf } from '../support/site.ts'

const sites = inject('sites')

/** The pages that are about the site's own content and not about the program. */
const ofReaders = (path: string): boolean => !/^(manual|admin)\//.test(path)

describe.each([
  ['report', ['self-inspections/2024-q2/donghe.html']],
  [
    'reports',
    [
      'self-inspections/2024-q1/caizheng.html',
      'self-inspections/2024-q2/beiwan.html',
      'self-inspections/2024-q2/caizheng.html',
      'self-inspections/2024-q2/linye.html',
    ],
  ],
] as const)('a site of reports alone (%s)', (name, reports) => {
  const site = readSite(sites[name])
  const pages = site.pages.filter(({ path }) => ofReaders(path))
  /** The pages that a page links to. */
  const linkedFrom = (path: string): string[] =>
    pageAt(site, path)
      .$('main a')
      .toArray()
      .map(({ attribs }) => new URL(attribs['href'] ?? '', `http://site/${path}`).pathname.slice(1))

  test('has each report on a page of its own', () => {
    expect(
      pages.map(({ path }) => path).filter((path) => /^self-inspections\/.*\//.test(path)),
    ).toEqual(reports)
  })

  test('links each report from its period, its unit and the site map', () => {
    for (const path of reports) {
      const [, period = '', unit = ''] = /^self-inspections\/(.*)\/(.*)\.html$/.exec(path) ?? []
      expect(linkedFrom(`self-inspections/${period}.html`)).toContain(path)
      expect(linkedFrom(`units/${unit}.html`)).toContain(path)
      expect(linkedFrom('sitemap.html')).toContain(path)
    }
  })

  test('leads with the newest reports, and links periods and units from its home page', () => {
    const home = linkedFrom('index.html')
    const newest = reports.filter((path) => path.includes('/2024-q2/'))
    expect(home).toEqual(expect.arrayContaining([...newest, 'self-inspections/2024-q2.html']))
    for (const path of reports)
      expect(home).toContain(`units/${/([^/]*)\.html$/.exec(path)?.[1] ?? ''}.html`)
  })

  test('has every report in the search', () => {
    const titles = site.read('assets/search-titles.json')
    for (const path of reports) expect(titles).toContain(pageAt(site, path).$('h1').text().trim())
  })

  test('speaks on no page of inspections, bulletins, rates or duties that do not exist', () => {
    const said = pages.flatMap(({ path, $ }) => {
      const $main = $('main, header, footer').clone()
      // The list of the manual's chapters is about the program, the columns of the tables are those of
      // every site.
      $main.find('[href*="manual/"]').closest('li').remove()
      $main.find('#dictionary, #all').remove()
      const found = /通报|检查结果|合格率|不合格|点名|逾期|期限已过/.exec($main.text())
      return found === null ? [] : [`${path}: ${found[0]}`]
    })
    expect(said).toEqual([])
  })

  test('has only columns that it fills', () => {
    const nav = pageAt(site, 'index.html')
    expect(
      nav
        .$('.site-nav a')
        .toArray()
        .map((link) => nav.$(link).text().trim()),
    ).toEqual(['首页', '单位', '自查报告', '计算说明', '数据目录'])
    expect(nav.$('.site-links a').first().text().trim()).toBe('搜索')
    expect(site.files.has('inspections.html')).toBe(false)
    expect(site.files.has('issues.html')).toBe(false)
  })

  test('has a form for the period after its newest one', () => {
    const form = pageAt(site, 'submit/self-inspection.html')
    expect(form.$('#form-data').html()).toContain('2024年第三季度')
    expect(textOf(form, 'h1')).toBe('填报自查情况')
    expect(linkedFrom('index.html')).toContain('submit/self-inspection.html')
  })

  test('gives title, day, address and period of each report as data', () => {
    const rows = JSON.parse(site.read('data/all/register.json')) as {
      rows: Record<string, unknown>[]
    }
    expect(rows.rows).toHaveLength(reports.length)
    for (const row of rows.rows)
      expect(row).toMatchObject({
        period: expect.stringMatching(/^2024-q[12]$/),
        period_name: expect.stringMatching(/^2024年第[一二]季度$/),
        report: expect.stringContaining('自查'),
        state: expect.stringMatching(/^(published|undated)$/),
        inspection: null,
        last_day: null,
        days_late: null,
      })
  })
})

describe('the words of a site of reports alone', () => {
  const report = readSite(sites.report)
  const reports = readSite(sites.reports)

  test('follow the title of the report: 自查 without 整改 stays 自查', () => {
    const said = report.pages
      .filter(({ path }) => /^(index|self-inspections|units)/.test(path))
      .flatMap(({ path, $ }) => ($('main').text().includes('自查整改') ? [path] : []))
    expect(said).toEqual([])
    expect(textOf(pageAt(report, 'search.html'), 'form.search')).not.toContain('自查整改')
    expect(textOf(pageAt(report, 'data.html'), 'h2')).not.toContain('自查整改')
    const page = pageAt(report, 'self-inspections/2024-q2/donghe.html')
    expect(textOf(page, 'h2')).toContain('二、存在问题三、下一步')
  })

  test('say 自查整改 where the report says it', () => {
    const page = pageAt(reports, 'self-inspections/2024-q2/linye.html')
    expect(textOf(page, '.page-head-lead')).toBe(
      '县林业和竹业局于2024年6月6日公开2024年第二季度自查整改情况。',
    )
    expect(textOf(page, 'h2')).toContain('二、存在问题和整改情况')
  })

  test('say when the day of a report is not known', () => {
    const page = pageAt(reports, 'self-inspections/2024-q2/caizheng.html')
    expect(textOf(page, '.page-head-lead')).toBe('县财政局2024年第二季度自查情况，公开日期不详。')
  })
})

describe('a site with bulletins and with reports that no bulletin ordered', () => {
  const site = readSite(sites.cases)
  const page = pageAt(site, 'self-inspections/yibin-junlian-2021-q3.html')

  test('lists them in their period, owed by nobody', () => {
    expect(textOf(page, 'h1')).toBe('2021年第三季度自查报告')
    expect(textOf(page, 'main')).toContain('本站没有收录要求公开这一期报告的文件')
    expect(textOf(page, 'main')).not.toMatch(/逾期|晚\d|未收录到|应公开/)
  })
})
