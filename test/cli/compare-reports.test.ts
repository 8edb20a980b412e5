import { load } from 'cheerio'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareReportsCommand, compareReportsOptions } from '../../src/cli/compare-reports.ts'
import { sha256 } from '#model/sha256.ts'
import type { Proposal } from '#tools/proposals/proposal.ts'
import {
  asHtml,
  asText,
  asWordBody,
  fictionalReport,
  type FictionalReport,
  nextYear,
} from '../support/annual-reports.ts'
import { base } from '../support/authored.ts'
import { brokenLines, chinesePdf } from '../support/chinese-pdf.ts'
import { folderOf } from '../support/folder.ts'
import { inGbk } from '../support/gbk.ts'
import { docxOf } from '../support/office-files.ts'
import { printed } from '../support/printed.ts'

/** The file of a report in each format. */
const formats: Readonly<Record<string, (report: FictionalReport) => Uint8Array | string>> = {
  txt: (report) => asText(report),
  html: (report) => asHtml(report),
  'gb.html': (report) => inGbk(asHtml(report, undefined, 'gb2312')),
  docx: (report) => docxOf(asWordBody(report)),
  pdf: (report) => chinesePdf(brokenLines(asText(report), 36)),
}
const endings = Object.keys(formats)

/** Two folders of reports: a copy, a shuffled copy and a rewrite in each format, and what cannot be read. */
function reportFolders(): string {
  const folder = folderOf({})
  for (const year of ['2022', '2023']) mkdirSync(join(folder, year))
  const write = (year: string, name: string, content: Uint8Array | string): void => {
    writeFileSync(join(folder, year, name), content)
  }
  const kinds = [nextYear.copied, nextYear.shuffled, nextYear.rewritten] as const
  for (const [n, ending] of endings.entries())
    for (const [m, next] of kinds.entries()) {
      const unit = n * kinds.length + m
      const report = fictionalReport('command', unit, 2022)
      const other = endings[(n + 1) % endings.length] ?? ''
      const file = (one: FictionalReport, format: string): Uint8Array | string =>
        formats[format]?.(one) ?? ''
      write('2022', `${report.unit}.${ending}`.replace('gb.', ''), file(report, ending))
      write('2023', `${report.unit}.${other}`.replace('gb.', ''), file(next(report, unit), other))
    }
  write('2022', '扫描局.pdf', chinesePdf([[]]))
  write('2023', '扫描局.pdf', chinesePdf([[]]))
  write('2023', '坏局.docx', Buffer.from('504b0304', 'hex'))
  write('2023', '.藏局.txt', asText(fictionalReport('hidden', 1, 2023)))
  mkdirSync(join(folder, '2023/甲_files'))
  writeFileSync(join(folder, '2023/甲_files/logo.txt'), 'logo')
  symlinkSync('/etc/hostname', join(folder, '2023', '链接局.txt'))
  return folder
}

const run = (folder: string, ...args: string[]) =>
  printed(
    compareReportsCommand,
    base,
    join(folder, '2022'),
    join(folder, '2023'),
    '--out',
    join(folder, 'out'),
    ...args,
  )

interface JsonRecord {
  readonly unit: string
  readonly outcome: string
  readonly reuse: number | null
  readonly reason: string | null
  readonly own: number | null
  readonly template: number | null
  readonly runs: readonly { readonly characters: number }[]
}

/** The records that a run prints, without its messages on the error stream. */
const recordsOf = (text: string): JsonRecord[] =>
  JSON.parse(text.slice(text.indexOf('[\n'), text.lastIndexOf('\n]\n') + 3)) as JsonRecord[]

/** Every file below a folder, with its content. */
const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

describe('reports of two years in every format', () => {
  test('are told apart, whatever format each year has, and what cannot be read is listed', async () => {
    const folder = reportFolders()
    const { text, code } = await run(folder, '--format', 'json')
    expect(code).toBe(0)
    const records = recordsOf(text)
    const unitOf = (n: number): string => fictionalReport('command', n, 2022).unit
    for (let n = 0; n < endings.length * 3; n++) {
      const record = records.find(({ unit }) => unit === unitOf(n))
      if (n % 3 < 2) expect(record?.reuse, unitOf(n)).toBeGreaterThanOrEqual(80)
      else expect(record?.reuse, unitOf(n)).toBeLessThan(40)
      expect(record?.outcome).toBe(n % 3 < 2 ? 'found' : 'clean')
      expect(record?.own).toBeGreaterThan(300)
      expect(record?.runs.every(({ characters }) => characters >= 13)).toBe(true)
    }
    const untold = records.filter(({ outcome }) => outcome === 'cannot-tell')
    expect(untold.map(({ unit, reuse, reason }) => [unit, reuse, reason])).toEqual([
      ['坏局', null, expect.stringContaining('打不开')],
      ['扫描局', null, expect.stringContaining('没有文字')],
      ['藏局', null, expect.stringContaining('名称以点开头')],
      ['链接局', null, expect.stringContaining('是链接，不会跟随')],
    ])
  })

  test('give the same bytes each time', async () => {
    const folder = reportFolders()
    const first = await run(folder)
    const files = filesIn(join(folder, 'out'))
    const second = await run(folder)
    expect(second.text).toBe(first.text)
    expect(filesIn(join(folder, 'out'))).toEqual(files)
    expect(first.text).toContain('不能判断的4个')
  })
})

type Pair<T> = Record<'current' | 'before', T>
interface Quote {
  start: number
  end: number
  text: string
}

describe('the evidence of a pair', () => {
  test('quotes exactly what stands at its positions in the texts beside it, with their hashes', async () => {
    const folder = reportFolders()
    await run(folder)
    const evidence = join(folder, 'out', 'annual-reports-2023')
    const pages = readdirSync(evidence).filter(
      (name) => name.endsWith('.json') && name !== 'summary.json',
    )
    expect(pages).toHaveLength(endings.length * 3)
    for (const name of pages) {
      const data = JSON.parse(readFileSync(join(evidence, name), 'utf8')) as Record<
        'current' | 'before',
        { path: string; sha256: string; text: { path: string; sha256: string } }
      > & {
        own: number
        runs: Pair<Quote>[]
        left_over_years: Pair<Quote | null>[]
        same_figures: Pair<Quote | null>[]
      }
      const page = load(readFileSync(join(evidence, name.replace('.json', '.html'))))
      const shown = page('.text')
        .map((_, element) => page(element).text())
        .get()
      for (const side of ['current', 'before'] as const) {
        const { path, sha256: hash, text } = data[side]
        const extracted = readFileSync(join(evidence, text.path))
        expect(sha256(extracted)).toBe(text.sha256)
        expect(sha256(readFileSync(join(folder, side === 'current' ? '2023' : '2022', path)))).toBe(
          hash,
        )
        const all = extracted.toString('utf8')
        for (const one of data.runs) {
          const { start, end, text: quote } = one[side]
          expect(all.slice(start, end)).toBe(quote)
        }
        // The whole text, with its template, is on the page.
        expect(shown).toContain(all)
      }
      // Nothing else is quoted. A passage that is all template is no evidence: it is not quoted.
      const quoted = [...data.runs, ...data.left_over_years, ...data.same_figures]
        .flatMap((one) => [one.current, one.before])
        .map((one) => one?.text)
      const whole = [data.current, data.before].map(({ text }) =>
        readFileSync(join(evidence, text.path), 'utf8'),
      )
      expect(shown.filter((one) => ![...quoted, ...whole].includes(one))).toEqual([])
      expect(shown.length > whole.length).toBe(data.own > 0 && data.runs.length > 0)
    }
  })

  test('is written for units of any name', async () => {
    const text = asText(fictionalReport('names', 1, 2022))
    const names = [
      'index',
      'summary',
      'con',
      '(甲)局',
      'caizheng',
      '一'.repeat(60),
      '甲 局',
      '甲_局',
    ]
    const folder = folderOf(
      Object.fromEntries(
        names.flatMap((name) => ['2022', '2023'].map((year) => [`${year}/${name}.txt`, text])),
      ),
    )
    expect((await run(folder)).code).toBe(0)
    const pages = readdirSync(join(folder, 'out/annual-reports-2023')).filter((name) =>
      name.endsWith('.html'),
    )
    expect(pages).toHaveLength(names.length + 1)
    expect(pages).toContain('caizheng.html')
  })

  test('loads nothing and runs nothing, whatever a report contains', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;\u202e'
    const text = asText(fictionalReport('hostile', 1, 2022)).replaceAll('台账', hostile)
    const folder = folderOf({ [`2022/甲${'&'}局.txt`]: text, [`2023/甲${'&'}局.txt`]: text })
    await run(folder)
    const evidence = join(folder, 'out', 'annual-reports-2023')
    const [name = ''] = readdirSync(evidence).filter((one) => /^甲.*\.html$/.test(one))
    const html = readFileSync(join(evidence, name), 'utf8')
    expect(html).toContain('&lt;script&gt;')
    const page = load(html)
    expect(page('script, img, iframe, link, object').length).toBe(0)
    expect(page('[src], [onerror], a[href^="http"]').length).toBe(0)
    expect(html).toContain("default-src 'none'")
  })

  test('says how many places may identify a person', async () => {
    const text = asText(fictionalReport('personal', 1, 2022)).replace(
      '（二）',
      '联系张三，手机13812345678。\n（二）',
    )
    const folder = folderOf({ '2022/甲局.txt': text, '2023/甲局.txt': text })
    await run(folder)
    const html = readFileSync(join(folder, 'out/annual-reports-2023/甲局.html'), 'utf8')
    expect(html).toContain('有2处疑似个人信息')
  })
})

describe('proposals', () => {
  const proposals = (folder: string): Proposal[] =>
    readdirSync(join(folder, 'out'))
      .filter((name) => /^[\da-f]{10}\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(folder, 'out', name), 'utf8')) as Proposal)

  test('are written for what was found, with the measurement beside its unverified line', async () => {
    const folder = reportFolders()
    await run(folder)
    const all = proposals(folder).filter(({ kind }) => kind === 'reuse')
    expect(all).toHaveLength(endings.length * 2)
    for (const { source, measurement, threshold, evidence } of all) {
      expect({ source, threshold }).toMatchObject({
        source: '年度报告比对',
        threshold: { unit: '%', verified: false },
      })
      expect(measurement.value).toBeGreaterThanOrEqual(threshold?.value ?? 0)
      expect(existsSync(join(folder, 'out', evidence.page ?? ''))).toBe(true)
      for (const { path, sha256: hash } of evidence.texts)
        expect(sha256(readFileSync(join(folder, 'out', path)))).toBe(hash)
    }
  })

  test('of an earlier run of the year are replaced', async () => {
    const folder = reportFolders()
    await run(folder)
    const [first] = proposals(folder)
    writeFileSync(
      join(folder, '2023', `${first?.unit ?? ''}.txt`),
      asText(fictionalReport('new', 1, 2023)),
    )
    await run(folder)
    expect(proposals(folder).map(({ id }) => id)).not.toContain(first?.id)
  })
})

test('files that are made to do harm are listed with the reason, and the others are compared', async () => {
  const report = asText(fictionalReport('hostile', 2, 2022))
  const folder = folderOf({ '2022/甲局.txt': report, '2023/甲局.txt': report })
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const files: Readonly<Record<string, string | Uint8Array>> = {
    '压缩.docx': docxOf(paragraph('公'.repeat(25_000_000))),
    '部件.docx': docxOf(
      paragraph(report),
      Object.fromEntries(Array.from({ length: 5_100 }, (_, n) => [`word/media/${n}.xml`, ''])),
    ),
    '嵌套.docx': docxOf('<w:tbl><w:tr><w:tc>'.repeat(20_000)),
    '宏.docm': docxOf(asWordBody(fictionalReport('hostile', 3, 2022)), {
      'word/vbaProject.bin': Uint8Array.of(0xd0, 0xcf),
    }),
    '嵌套.html': `<html><body>${'<div>'.repeat(100_000)}${report}`,
    '很长.txt': report.repeat(1_000),
    '很大.pdf': new Uint8Array(51 * 1024 * 1024),
    '换\n行.txt': asText(fictionalReport('hostile', 4, 2022)),
  }
  for (const [name, content] of Object.entries(files))
    for (const year of name.startsWith('换') || name.startsWith('宏') ? ['2022', '2023'] : ['2023'])
      writeFileSync(join(folder, year, name), content)
  symlinkSync('/etc/passwd', join(folder, '2023', '链接.txt'))
  mkdirSync(join(folder, '2023', '下级', '再下级'), { recursive: true })

  const { text, code } = await run(folder)
  expect(code).toBe(0)
  for (const [unit, reason] of [
    ['压缩', '解压以后超过64兆'],
    ['部件', '里面的部件超过5000个'],
    ['链接', '是链接，不会跟随'],
    ['很长', '文字超过100万字'],
    ['很大', '超过50兆'],
  ])
    expect(text).toMatch(new RegExp(`^${unit} .*不能判断：.*${reason}`, 'm'))
  // Two files of one name; a name with a line end stays in its row.
  expect(text).toMatch(/^嵌套 .*不能判断：有2个文件/m)
  for (const unit of ['甲局', '宏', '换 行'])
    expect(text).toMatch(new RegExp(`^${unit} .*100%`, 'm'))
})

describe('is refused', () => {
  const folder = folderOf.bind(null, { '2022/a.txt': 'a', '2023/a.txt': 'a' })

  test.each([
    [['--out', base.data], '工作底稿不能写到数据文件夹'],
    [['--out', `${base.content}/x`], '工作底稿不能写到内容文件夹'],
    [['--thresholds', 'package.json'], '参考线“package.json”读不准'],
    [['--template', 'no-such-file.txt'], '规定格式“no-such-file.txt”读不了'],
  ])('with %j', async (args, says) => {
    const { text, code } = await run(folder(), ...args)
    expect(code).toBe(1)
    expect(text).toContain(says)
  })

  test('where a folder of evidence holds something else', async () => {
    const one = folderOf({
      '2022/a.txt': asText(fictionalReport('x', 1, 2022)),
      '2023/a.txt': asText(fictionalReport('x', 1, 2022)),
      'out/annual-reports-2023/mine.txt': 'mine',
    })
    const { text, code } = await run(one)
    expect(code).toBe(1)
    expect(text).toContain('不是以前的比对结果')
    expect(readFileSync(join(one, 'out/annual-reports-2023/mine.txt'), 'utf8')).toBe('mine')
  })

  test.each([
    [[], '请写明比对哪个文件夹'],
    [['a', 'b', 'c'], '看不懂“c”'],
    [['a', '--format', 'csv'], '没有“csv”这种格式'],
  ])('for the arguments %j', (args, says) => {
    expect(compareReportsOptions(args)).toMatchObject({
      mistake: expect.stringContaining(says) as string,
    })
  })
})

test('a prescribed form of one’s own, and other reference lines, are used', async () => {
  const report = fictionalReport('form', 1, 2022)
  const folder = folderOf({
    '2022/甲局.txt': asText(report),
    '2023/甲局.txt': asText(nextYear.copied(report)),
    'form.txt': `# 说明\n${asText(report)}`,
    'lines.yaml':
      'verified: true\nstrong: 100\nlikely: 99\nwatch: 98\nmin_own: 10000\nmin_shared: 40\n',
  })
  const withForm = await run(folder, '--format', 'json', '--template', join(folder, 'form.txt'))
  expect(recordsOf(withForm.text)[0]).toMatchObject({ reuse: null, reason: '篇幅过短，不作比较' })
  const withLines = await run(
    folder,
    '--format',
    'json',
    '--thresholds',
    join(folder, 'lines.yaml'),
  )
  expect(recordsOf(withLines.text)[0]).toMatchObject({ reuse: null, outcome: 'cannot-tell' })
})
