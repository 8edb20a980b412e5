import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { chineseDate } from '#model/calendar.ts'
import { gapWords } from '#view/tables/table.ts'
import {
  type Element,
  type Page,
  readSite,
  type Site,
  textIn,
  withoutSpace,
} from '../support/site.ts'

// Where a page shows a table of the data, each cell is compared with the cell of the same row and
// column in the published file: in the sample, in all documents of the cases and in the demo.
const sites = inject('sites')

type Row = Readonly<Record<string, string>>

const files = new Map<string, readonly Row[]>()
/**
 * The rows of a CSV as a program reads them, without white space and without the apostrophe that
 * prevents formulas.
 */
function csv(site: Site, path: string): readonly Row[] {
  const known = files.get(site.folder + path)
  if (known !== undefined) return known
  const rows = site.files.has(path)
    ? (parse(site.read(path), { bom: true, columns: true }) as Row[]).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([title, cell]) => [
            title,
            withoutSpace(cell.replace(/^'(?=[-+=@])/, '')),
          ]),
        ),
      )
    : []
  files.set(site.folder + path, rows)
  return rows
}

interface Shown {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function tableOf({ $ }: Page, table: Element): Shown {
  const texts = (of: ReturnType<typeof $>) => of.toArray().map((cell) => textIn(cell as Element))
  return {
    caption: textIn({ ...table, children: $(table).find('caption').toArray() } as Element),
    heads: texts($(table).find('thead th')).map((head) => head.replace(/（[^（）]{1,2}）$/, '')),
    rows: $(table)
      .find('tbody tr')
      .toArray()
      .map((row) => texts($(row).find('th, td'))),
  }
}

/** Whether a day such as 2024年3月1日成文 is that of its column of a row. */
function isDayOf(row: Row, text: string): boolean {
  const [, day, kind = ''] = /^(.*?)(原发布|成文|本站收录)$/.exec(text) ?? []
  return day === chineseDate(row[`${kind}日期`] ?? '')
}

const tablesOn = (page: Page, within = 'main'): Shown[] =>
  page
    .$(within)
    .find('table')
    .toArray()
    .map((table) => tableOf(page, table))

const cellsByHead = ({ heads, rows }: Shown): Row[] =>
  rows.map((row) => Object.fromEntries(heads.map((head, n) => [head, row[n] ?? ''])))

/** Days of a file in the words of a page. */
const inChinese = (text = ''): string =>
  text.replaceAll(
    /(\d{4})-(\d\d)-(\d\d)/g,
    (_day, year: string, month: string, day: string) =>
      `${year}年${Number(month)}月${Number(day)}日`,
  )

const gaps: readonly string[] = Object.values(gapWords).map(withoutSpace)
const isGap = (cell = ''): boolean => gaps.includes(cell)

const inspectionPage = /^inspections\/[^/]+(?<!-checklist|-rectification)\.html$/
const stem = (path: string): string => path.replace(/\.html$/, '')

describe.each(['real', 'cases', 'demo'] as const)('in the %s site', (name) => {
  const site = readSite(sites[name])
  const pages = (kind: RegExp): Page[] => site.pages.filter(({ path }) => kind.test(path))

  /**
   * The differences between the rows of a ledger on a page and those of its file, in both
   * directions.
   */
  function ledgerDifferences(shown: Row, row: Row): string[] {
    return Object.entries(shown)
      .filter(([head, cell]) => {
        if (head === '编号') return cell !== row['问题编号']
        const published = inChinese(row[head === '报送期限' ? '报送期限的写法' : head])
        switch (head) {
          case '报送情况':
            // The words for duties that are not due yet change with the calendar.
            return published === '未到期'
              ? !/还有|今日|未到期|明日|到期/.test(cell)
              : cell !== published
          case '整改':
          case '复核':
            // The file also has additions to the step, or the other answer of the bulletin.
            return (
              cell !== published &&
              !(published.startsWith(cell) && /^[，：；（]/.test(published.slice(cell.length)))
            )
          default:
            return cell !== published
        }
      })
      .map(([head, cell]) => `${head}: ${cell}`)
  }
  const isLedger = ({ heads }: Shown): boolean => heads.includes('目前状态')

  test('each ledger has the rows of its file, cell by cell', () => {
    const wrong: string[] = []
    let compared = 0
    const compare = (path: string, shown: readonly Row[], rows: readonly Row[]) => {
      if (shown.length !== rows.length)
        wrong.push(`${path}: ${shown.length} for ${rows.length} rows`)
      for (const [n, line] of shown.entries()) {
        compared += Object.keys(line).length
        wrong.push(...ledgerDifferences(line, rows[n] ?? {}).map((what) => `${path}: ${what}`))
      }
    }
    const lines = (page: Page): Row[] => tablesOn(page).filter(isLedger).flatMap(cellsByHead)
    for (const page of pages(/^inspections\/.*-rectification\.html$/)) {
      const id = page.path.replace('-rectification.html', '')
      compare(page.path, lines(page), csv(site, `data/${id}/rectification.csv`))
    }
    for (const page of pages(/^issues\/[^/]+\.html$/)) {
      const shown = lines(page)
      const id = page.path.replace(/^.*\/|\.html$/g, '')
      const rows = csv(site, 'data/all/rectification.csv').filter((row) => row['问题编号'] === id)
      // Without a record there is no table.
      if (shown.length > 0) compare(page.path, shown, rows)
      else expect(rows.filter((row) => row['过程'] !== gapWords['not-recorded'])).toEqual([])
    }
    const byUnit = Map.groupBy(pages(/^units\/[^/]+\.html$/), ({ path }) =>
      path.replace(/^.*\/|(_\d+)?\.html$/g, ''),
    )
    for (const [unit, own] of byUnit) {
      const order = (rows: readonly Row[], id: string) =>
        rows.toSorted((a, b) => ((a[id] ?? '') < (b[id] ?? '') ? -1 : 1))
      const shown = order(own.flatMap(lines), '编号')
      compare(unit, shown, order(csv(site, `data/units/${unit}/rectification.csv`), '问题编号'))
    }
    for (const page of pages(/^rectification\.html$/))
      for (const line of lines(page)) {
        const row = csv(site, 'data/all/rectification.csv').find(
          (one) => one['问题编号'] === line['编号'] && one['单位'] === line['单位'],
        )
        compare(page.path, [line], row === undefined ? [] : [row])
      }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(50)
  })

  test('each register has the rows of its file, cell by cell', () => {
    const wrong = pages(/^self-inspections\/[^/]+\.html$/).flatMap((page) => {
      const rows = csv(site, `data/registers/${page.path.replace(/.*\/|\.html/g, '')}/register.csv`)
      const { $ } = page
      const shown = $('.register tbody tr').toArray()
      const differences = shown.flatMap((line) => {
        const cell = (of: string) =>
          textIn({ ...line, children: $(line).find(of).toArray() } as Element)
        const unit = cell('th')
        const row = rows.find((one) => one['单位'] === unit) ?? {}
        const on = row['公开日期'] ?? ''
        const hasReport = !isGap(row['报告'] ?? gaps[0])
        const shownTexts = [
          cell('.chip'),
          cell('td[data-label="公开日期"]'),
          cell('td[data-label="报告"] a'),
        ]
        // A report that its title calls 自查 alone is not called 自查整改.
        const called = (row['报告'] ?? '').includes('整改') ? '自查整改情况' : '自查情况'
        const isShown = hasReport
          ? shownTexts[1] === (isGap(on) ? on : inChinese(on)) && shownTexts[2] === called
          : ['', '未收录', '不要求'].includes(shownTexts[1] ?? '') && shownTexts[2] === ''
        return shownTexts[0] === row['状态'] && isShown
          ? []
          : [`${page.path}: ${unit}: ${shownTexts.join()}`]
      })
      // Reports that no document ordered are listed in a table of their own.
      const unasked = tablesOn(page)
        .filter(({ caption }) => caption.endsWith('的报告'))
        .flatMap((table) => cellsByHead(table))
      const others = unasked.filter(({ 单位: unit, 公开日期: on = '', 报告: title }) => {
        const row = rows.find((one) => one['单位'] === unit) ?? {}
        const day = row['公开日期'] ?? ''
        return title !== row['报告'] || on !== (isGap(day) ? day : inChinese(day))
      })
      return shown.length + unasked.length === rows.length
        ? [...differences, ...others.map(({ 单位: unit = '' }) => `${page.path}: ${unit}`)]
        : [page.path]
    })
    expect(wrong).toEqual([])
  })

  test('each report has the problems, measures and results of its file, cell by cell', () => {
    let compared = 0
    const all = csv(site, 'data/all/report-problems.csv')
    for (const page of pages(/^self-inspections\/[^/]+\/[^/]+\.html$/)) {
      const rows = all.filter((row) => row['记录'] === stem(page.path))
      const { $ } = page
      const [table] = tablesOn(page).filter(({ caption }) => caption === '问题和整改')
      const section = $('section').filter((_n, one) => /存在问题/.test($(one).find('h2').text()))
      const shown: Row[] =
        table === undefined
          ? section
              .find('ol > li')
              .toArray()
              .map((item) => ({ 问题: textIn(item as Element) }))
          : cellsByHead(table)
      expect([page.path, shown.length]).toEqual([page.path, rows.length])
      for (const [n, line] of shown.entries())
        for (const title of ['问题', '整改措施', '整改结果']) {
          compared++
          const published = rows[n]?.[title] ?? ''
          // Fields that no problem of a report has are named once, below the table.
          const cell = line[title] ?? '报告未写明'
          expect([
            page.path,
            n,
            title,
            cell === '报告未写明' ? gapWords['not-stated'] : cell,
          ]).toEqual([page.path, n, title, published])
        }
    }
    expect(compared).toBe(all.length * 3)
    if (name !== 'real') expect(compared).toBeGreaterThan(5)
  })

  test('each table of a document has the cells of its file, on the page of the inspection and in the document', () => {
    let compared = 0
    for (const page of [...pages(inspectionPage), ...pages(/^bulletins\//)]) {
      const id = stem(page.path).replace(/^bulletins/, 'inspections')
      const rows = csv(site, `data/${id}/appendices.csv`)
      const isBulletin = page.path.startsWith('bulletins/')
      const titles = [...new Set(rows.map((row) => row['表名'] ?? ''))]
      const shown = tablesOn(page, isBulletin ? '#UCAP-CONTENT' : 'main')
        .map(({ caption, ...table }) => ({ caption: caption.replace(/^附件：/, ''), ...table }))
        .filter(({ caption }) => titles.includes(caption))
      if (!isBulletin) expect(shown.map(({ caption }) => caption)).toEqual(titles)
      for (const { caption, heads, rows: lines } of shown) {
        const own = rows.filter((row) => row['表名'] === caption)
        const cells = lines.flatMap((line, r) =>
          line.map((text, c) => [String(r + 1), String(c + 1), heads[c] ?? gapWords.none, text]),
        )
        compared += cells.length
        expect(
          own.map((row) =>
            ['行号', '列号', '列名', '内容'].map((title) =>
              row[title]?.replace(/（[^（）]{1,2}）$/, ''),
            ),
          ),
        ).toEqual(cells.map((cell) => cell.map((text) => text.replace(/（[^（）]{1,2}）$/, ''))))
      }
    }
    expect(compared).toBeGreaterThan(4)
  })

  test('each finding on a page is the row of the file in its place, in the same words', () => {
    for (const page of pages(inspectionPage)) {
      const rows = csv(site, `data/${stem(page.path)}/issues.csv`)
      const cards = page
        .$('#issues .issue')
        .toArray()
        .map((card) => textIn(card as Element))
      expect(cards).toHaveLength(rows.length)
      for (const row of rows) {
        const card = cards.find((text) => text.includes(row['编号'] ?? '')) ?? ''
        const units = isGap(row['单位']) ? [] : (row['单位'] ?? '').split('；')
        const words = ['编号', '问题', '原文定性', '备注'].map((title) => row[title] ?? '')
        const missing = [...units, ...words.filter((text) => !isGap(text))].filter(
          (text) => !card.includes(text),
        )
        expect([page.path, row['编号'], missing]).toEqual([page.path, row['编号'], []])
      }
    }
  })

  test('each count of issues by tier or by unit above is that of its row and column in the file', () => {
    let compared = 0
    for (const page of pages(inspectionPage)) {
      const rows = csv(site, `data/${stem(page.path)}/issue-groups.csv`)
      const shown = tablesOn(page, '#issues')
        .filter(({ caption }) => /问题按(层级|上级单位)$/.test(caption))
        .flatMap((table) => cellsByHead(table))
      expect([page.path, shown.length]).toEqual([page.path, rows.length])
      for (const [n, { 层级: tier, 上级单位: parent = tier, ...counts }] of shown.entries()) {
        compared++
        expect({ path: page.path, 类别: parent, ...rows[n] }).toMatchObject({
          path: page.path,
          类别: parent,
          ...counts,
        })
      }
    }
    expect(compared).toBeGreaterThan(name === 'real' ? 1 : 5)
  })

  /** Every way in which pages write a number of a row. */
  function writings(row: Row): string[] {
    const {
      页面写法: shown = '',
      计量单位: unit = '',
      分子: part = '',
      分母: whole = '',
      说明: notes = '',
    } = row
    const more = isGap(notes) ? [] : notes.split('；')
    const plain =
      part === ''
        ? [shown, isGap(unit) ? shown : `${shown}${unit}`]
        : [
            shown,
            `${shown}（${fractionWords(part, whole)}）`,
            // Where a printed rate is not that of its counts.
            `${shown}（${fractionWords(part, whole)}，按此计算是${row['计算'] ?? ''}）`,
            ...(isGap(shown) ? [] : [`${shown}`]),
          ]
    return plain.flatMap((text) =>
      more.reduce<string[]>((known, note) => [...known, `${known.at(-1) ?? ''}，${note}`], [text]),
    )
  }
  const isShownIn = ({ 所在部分: block = '' }: Row, label: string): boolean =>
    `/${block}/`.includes(`：${label}/`) || `/${block}/`.includes(`/${label}/`)

  /** Whether a cell of numbers matches the number of its row and column. */
  function isOneOf(rows: readonly Row[], label: string, head: string, cell: string): boolean {
    const name = label.replace(/（合格率以此为准）$/, '')
    const own = rows.filter((row) => row['名称'] === name || isShownIn(row, name))
    const column = head.replace(/（[^（）]*）$/, '')
    const named = own.filter((row) => row['名称'] === head || row['名称'] === column)
    const counted = own.filter((row) => row['名称'] === name)
    // A number that a block does not have is an empty cell in a table of several blocks; then no
    // file may have it.
    if (cell === '文件未写明' || cell === '无')
      return [...named, ...(own.length === 0 ? counted : [])].every((row) => isGap(row['页面写法']))
    const basis = own.some((row) => (row['口径'] ?? '').split('；').includes(`${head}：${cell}`))
    return (
      basis ||
      [...named, ...counted].some((row) =>
        writings(row).some((text) => cell === text || cell.startsWith(`${text}，其中`)),
      )
    )
  }

  test('each cell of the tables and charts of figures is the number of its row and column in the files', () => {
    let compared = 0
    const wrong: string[] = []
    for (const page of [
      ...pages(inspectionPage),
      ...pages(/^self-inspections\/[^/]+\/[^/]+\.html$/),
    ]) {
      const { $ } = page
      const record = stem(page.path)
      const rows = ['figures', 'rates'].flatMap((table) =>
        csv(
          site,
          page.path.startsWith('inspections/')
            ? `data/${record}/${table}.csv`
            : `data/all/${table}.csv`,
        ).filter((row) => row['记录'] === record),
      )
      const owners = page.path.startsWith('inspections/')
        ? $('section.area').toArray()
        : $('section')
            .toArray()
            .filter((one) => /自查情况$/.test($(one).find('h2').text()))
      for (const owner of owners)
        for (const table of $(owner).find('table').toArray()) {
          const { caption, heads, rows: lines } = tableOf(page, table)
          const isChart = $(table).closest('figure').length > 0
          for (const [label = '', ...cells] of lines)
            for (const [n, cell] of cells.entries()) {
              compared++
              // What a chart counts is in brackets at the end of its title.
              const [, counted = label] = /（([^（）；]*)(?:；[^（）]*)?）$/.exec(caption) ?? []
              const head = isChart ? counted : (heads[n + 1] ?? '')
              if (!isOneOf(rows, label, head, cell))
                wrong.push(`${page.path}: ${caption}: ${label}, ${head}: ${cell}`)
            }
        }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(name === 'real' ? 5 : 100)
  })

  test('each count, rate and note beside its name is the row of that name in its area', () => {
    let compared = 0
    const wrong: string[] = []
    for (const page of pages(inspectionPage)) {
      const { $ } = page
      const record = stem(page.path)
      const rows = ['figures', 'rates'].flatMap((table) =>
        csv(site, `data/${record}/${table}.csv`).filter((row) => row['记录'] === record),
      )
      for (const home of $('section.area').toArray()) {
        const area = home.attribs['id'] ?? ''
        const own = rows.filter((row) => row['领域编号'] === area)
        for (const name of $(home).find('dt').toArray()) {
          const [label, cell] = [name, ...$(name).next('dd').toArray()].map((one) =>
            textIn(one as Element),
          )
          compared++
          const isShown = own.some(
            (row) =>
              (row['口径'] ?? '').split('；').includes(`${label ?? ''}：${cell ?? ''}`) ||
              (label?.replace(/（[^（）]*）$/, '') === row['名称'] &&
                writings(row).some(
                  (text) => cell === text || cell?.startsWith(`${text}，其中`) === true,
                )),
          )
          // For an area without any number, the text or its code is in the record itself.
          const code = cell === '全覆盖检查' ? '"coverage":"full"' : (cell ?? '')
          const isInRecord =
            own.length === 0 && withoutSpace(site.read(`data/${record}.json`)).includes(code)
          if (!isShown && !isInRecord)
            wrong.push(`${page.path}: ${area}: ${label ?? ''}: ${cell ?? ''}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(5)
  })

  test('each rate of an inspection is the row of the file: its number, its fraction and where it comes from', () => {
    let compared = 0
    for (const page of pages(inspectionPage)) {
      const record = stem(page.path)
      const [table] = tablesOn(page).filter(({ heads }) => heads.includes('分子/分母'))
      const known = csv(site, `data/${record}/rates.csv`).filter((row) => row['记录'] === record)
      const shown = table === undefined ? [] : cellsByHead(table)
      // Rates of parts are listed with their parts.
      const ofAreas = known.filter(
        ({ 位置: at = '', 口径: basis = '' }) =>
          /^areas\.[^.]+\.rates\./.test(at) ||
          (/^areas\.[^.]+\.rounds\.[^.]+\.rates\./.test(at) && basis.includes('合格率以此为准')),
      )
      expect([page.path, shown.length]).toEqual([page.path, ofAreas.length])
      for (const [n, line] of shown.entries()) {
        compared++
        const row = ofAreas[n] ?? {}
        const { 分子: part = '', 分母: whole = '' } = row
        expect([
          page.path,
          row['所在部分']?.split('/')[0],
          (line['比率'] ?? '').startsWith(row['名称'] ?? '?'),
          row['页面写法'],
          isGap(part) || isGap(whole) ? '文件未单列' : `${part}/${whole}`,
          { printed: '文件所载', computed: '计算', none: '没有' }[row['来历'] ?? ''],
        ]).toEqual([
          page.path,
          line['领域'],
          true,
          line['数值'],
          line['分子/分母'],
          // What the page alone says of a figure.
          (line['来历'] ?? '').replace(/，(?:有更正|与分子\/分母不一致)/g, ''),
        ])
      }
    }
    expect(compared).toBeGreaterThan(2)
  })

  test('the rates over all periods are those of the files, period by period', () => {
    let compared = 0
    const wrong: string[] = []
    const rates = csv(site, 'data/all/rates.csv')
    const inspections = csv(site, 'data/all/inspections.csv')
    for (const page of [...pages(/^index\.html$/), ...pages(/^inspections\.html$/)])
      for (const { caption, heads, rows } of tablesOn(page).filter(({ caption: title }) =>
        /各期|近\d+期|其他文件/.test(title),
      ))
        for (const [label = '', ...cells] of rows)
          for (const [n, text] of cells.entries()) {
            const head = heads[n + 1] ?? ''
            // A rate of a sample says so.
            const cell = text.replace(/，抽查$/, '')
            const ids = inspections.filter(
              (row) => row['名称'] === label || row['检查期'] === label,
            )
            const own = rates.filter((row) =>
              ids.some((one) => one['检查期编号'] === row['检查期编号']),
            )
            const isShown =
              head === '问题'
                ? ids.some((row) => row['问题数'] === cell)
                : head === '日期'
                  ? ids.some((row) => isDayOf(row, cell))
                  : !/\d/.test(cell) ||
                    own.some((row) =>
                      writings(row).some(
                        (given) => cell === given || cell === `${row['名称'] ?? ''}${given}`,
                      ),
                    )
            compared++
            if (!isShown) wrong.push(`${page.path}: ${caption}: ${label}, ${head}: ${cell}`)
          }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(2)
  })

  test('each unit in the list has the findings and the state that the files say of it', () => {
    const issues = csv(site, 'data/all/issues.csv')
    const registers = csv(site, 'data/all/register.csv')
    const names = csv(site, 'data/all/units.csv').map((row) => row['名称'])
    const [page] = pages(/^units\.html$/)
    const shown = page === undefined ? [] : tablesOn(page).flatMap(cellsByHead)
    expect(shown.map((row) => row['单位']).toSorted()).toEqual(names.toSorted())
    const heads = Object.keys(shown[0] ?? {})
    const counted = heads.find((head) => head.includes('问题'))
    const inspections = csv(site, 'data/all/inspections.csv')
    const wrong = shown.filter((row) => {
      const unit = row['单位'] ?? ''
      const period = inspections.find(
        ({ 检查期: label = '?', 名称: title = '?' }) =>
          counted?.includes(label) === true || counted?.includes(title) === true,
      )
      const found = issues.filter(
        (one) =>
          one['检查期编号'] === (period ?? inspections.at(-1))?.['检查期编号'] &&
          (one['单位'] ?? '').split('；').includes(unit),
      )
      const states = registers.filter((one) => one['单位'] === unit).map((one) => one['状态'])
      const state = row[heads.find((head) => /自查/.test(head)) ?? '']
      return (
        (counted !== undefined && row[counted] !== String(found.length)) ||
        (state !== undefined && state !== '没有这项要求' && !states.includes(state))
      )
    })
    expect(wrong).toEqual([])
  })
})

/** The fraction of a rate, or which of its sides the document does not give. */
function fractionWords(part: string, whole: string): string {
  if (!isGap(part) && !isGap(whole)) return `${part}/${whole}`
  if (!isGap(whole)) return `分母${whole}，分子文件未单列`
  return isGap(part) ? '分子、分母文件未单列' : `分子${part}，分母文件未单列`
}
