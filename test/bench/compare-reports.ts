import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  asHtml,
  asText,
  asWordBody,
  fictionalReport,
  type FictionalReport,
  nextYear,
} from '../support/annual-reports.ts'
import { compareManners } from '../support/compared-manners.ts'
import { compareLabelled } from '../support/labelled-reports.ts'
import { brokenLines, chinesePdf } from '../support/chinese-pdf.ts'
import { inGbk } from '../support/gbk.ts'
import { docxOf } from '../support/office-files.ts'
import { type Usage, usageOf } from './measure.ts'

const program = resolve('src/cli/gongshi.js')

/** What a page of a portal has around a report: as much again as a hundred such reports. */
const around = `<!-- ${'x'.repeat(50_000)} -->${'<li><a href="/a/b.html">栏目</a></li>'.repeat(1_000)}`

type Writer = (report: FictionalReport) => readonly [ending: string, content: Uint8Array | string]
const mixed: readonly Writer[] = [
  (report) => ['txt', asText(report)],
  (report) => ['html', asHtml(report).replace('<div class="nav">', `${around}<div class="nav">`)],
  (report) => ['html', inGbk(asHtml(report, undefined, 'gb18030'), '?')],
  (report) => ['docx', docxOf(asWordBody(report))],
]
const pdf: readonly Writer[] = [(report) => ['pdf', chinesePdf(brokenLines(asText(report), 36))]]
const kinds = [
  nextYear.copied,
  nextYear.shuffled,
  (report: FictionalReport, n: number) => nextYear.partlyNew(report, 0.5, n),
  nextYear.rewritten,
] as const

/** Writes the reports of a number of units for two years, and compares them. */
function comparisonOf(units: number, writers: readonly Writer[]): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-bench-reports-'))
  try {
    for (const year of ['2022', '2023']) mkdirSync(join(folder, year))
    for (let n = 0; n < units; n++) {
      const report = fictionalReport('bench', n, 2022)
      const next = kinds[n % kinds.length]?.(report, n) ?? report
      for (const [year, one] of [
        ['2022', report],
        ['2023', next],
      ] as const) {
        const [ending, content] = writers[n % writers.length]?.(one) ?? ['txt', '']
        writeFileSync(join(folder, year, `${report.unit}.${ending}`), content)
      }
    }
    const folders = ['2022', '2023'].map((year) => join(folder, year))
    return usageOf([program, 'compare-reports', ...folders, '--out', join(folder, 'out')])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Compares the reports of 300 units of two years (TXT, HTML in two encodings, DOCX), half as many,
 * and PDF apart, as a table. The ratio of the first two says more than the seconds.
 */
export function comparisonTable(): string {
  const half = comparisonOf(150, mixed)
  const whole = comparisonOf(300, mixed)
  const pdfs = comparisonOf(60, pdf)
  const row = (title: string, { wall, user, peak }: Usage): string =>
    `| ${title} | ${wall.toFixed(1)} s | ${user.toFixed(1)} s | ${Math.round(peak)} MB |`
  return [
    '| Annual reports of two years | Wall | Processor | Memory |',
    '| --- | ---: | ---: | ---: |',
    row('150 units, TXT, HTML, DOCX', half),
    row('300 units, TXT, HTML, DOCX', whole),
    row('60 units, PDF', pdfs),
    '',
    ...figuresTable(),
    '',
    `Twice the units take ${(whole.user / half.user).toFixed(2)} times the processor time; a PDF takes ${(pdfs.user / 60 / (whole.user / 300)).toFixed(1)} times as much as another file.`,
  ].join('\n')
}

/** The reuse of pairs by what they are: of the labelled set, and of reports in all manners. */
function figuresTable(): string[] {
  const row = (title: string, reuses: readonly (number | null)[]): string => {
    const known = reuses.filter((reuse) => reuse !== null).sort((a, b) => a - b)
    const [first = '–', last = '–'] = [known[0], known.at(-1)]
    return `| ${title} | ${reuses.length} | ${first} | ${known[known.length >> 1] ?? '–'} | ${last} | ${reuses.length - known.length} |`
  }
  return [
    '| Pairs | Number | Lowest | Median | Highest | Without verdict |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[...compareLabelled()].map(([kind, records]) =>
      row(
        `generated: ${kind}`,
        records.map(({ reuse }) => reuse),
      ),
    ),
    ...Object.entries(compareManners()).map(([set, pairs]) =>
      row(
        `in all manners: ${set}`,
        pairs.map(({ reuse }) => reuse),
      ),
    ),
  ]
}
