/**
 * Compares annual reports at three sizes, each twice the one before, and prints one line of JSON for
 * each shape with the number of steps. Run in a process of its own, because V8 counts the steps of
 * all code that runs in it.
 */
import { linesOfText } from '#read/documents/document-lines.ts'
import { textOfHtml } from '#read/documents/html-text.ts'
import { compareReports, type YearFolder } from '#tools/compare-reports/compare.ts'
import { evidenceFiles } from '#tools/compare-reports/evidence.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import { asHtml, asText, fictionalReport, nextYear } from './annual-reports.ts'
import { type Steps, stepCounter, stepsAt } from './v8-steps.ts'

export interface CountedComparison extends Steps {
  readonly title: string
}

const folder = (name: string, texts: readonly string[], isHtml = false): YearFolder => ({
  name,
  documents: texts.map((text, n) => ({
    path: `${n}局.txt`,
    sha256: '0'.repeat(64),
    content: isHtml ? textOfHtml(text) : linesOfText(text),
  })),
})

const section = (text: string): string => `一、总体情况\n${text}\n`
const options = { form: usualForm(), thresholds: usualThresholds() }

/** Ordinary reports of n units: generated once, before anything is counted. */
const reports = Array.from({ length: 80 }, (_, n) => fictionalReport('steps', n, 2022))
const [texts, next, pages] = [
  reports.map((report) => asText(report)),
  reports.map((report, n) =>
    asText(n % 2 ? nextYear.copied(report) : nextYear.rewritten(report, n)),
  ),
  reports.map((report) => asHtml(report)),
]

/** Texts made to be expensive: the two reports of one unit, of n characters or so. */
const hostile: Readonly<Record<string, (n: number) => string>> = {
  'one character again and again': (n) => section('公'.repeat(n)),
  'a passage again and again': (n) => section('全年公开预算信息十二条。'.repeat(n / 12)),
  'two characters in turn': (n) => section('公开'.repeat(n / 2)),
  numbers: (n) => section('1,2.3，'.repeat(n / 6)),
  'Chinese numerals': (n) => section('一十'.repeat(n / 2)),
  'words of formulas': (n) => section('根据按照'.repeat(n / 4)),
  'short lines': (n) => section('一、\n'.repeat(n / 3)),
  'sentences broken over lines': (n) =>
    section('更新及时。全年公开预算信息，群众来信，\n'.repeat(n / 20)),
  headings: (n) => '总体情况\n公开。\n'.repeat(n / 9),
  'ends of sentences': (n) => section('。'.repeat(n)),
  dots: (n) => section('一、总体情况....'.repeat(n / 10)),
  'words of tables': (n) => section('规章 0 '.repeat(n / 5)),
  'words of tables without blanks': (n) => section('行政许可规章'.repeat(n / 6)),
  'pieces of a number': (n) => section('1 '.repeat(n / 2)),
  'titles of reports': (n) => section('政府信息公开年报'.repeat(n / 8)),
  'labels of rows': (n) => section('结转下年度继续办理 1 '.repeat(n / 12)),
  blanks: (n) => section(`公${' '.repeat(n)}开`),
}
const tags: Readonly<Record<string, (n: number) => string>> = {
  'closing tags of nothing': (n) => `<b>${'</i>'.repeat(n / 4)}`,
  'rows without tables': (n) => '<tr><td>公开</tr>'.repeat(n / 16),
  'open cells': (n) => '<td>公开'.repeat(n / 6),
  'sections of scripts': (n) => `<script>${'<![CDATA[公开'.repeat(n / 11)}</script>`,
}

const counter = await stepCounter()

async function count(title: string, size: number, task: (n: number) => () => unknown) {
  const done = await stepsAt(counter, size, task)
  process.stdout.write(`${JSON.stringify({ title, ...done } satisfies CountedComparison)}\n`)
}

// Once without counting, so that V8 knows all code.
evidenceFiles(
  compareReports(folder('2023', next.slice(0, 4)), folder('2022', texts.slice(0, 4)), options),
)

await count('units of two years', 80, (n) => () => {
  const [now, last] = [folder('2023', next.slice(0, n)), folder('2022', texts.slice(0, n))]
  return evidenceFiles(compareReports(now, last, options))
})
await count(
  'units of one year',
  80,
  (n) => () => compareReports(folder('2023', pages.slice(0, n), true), null, options),
)
const hostileSize = 60_000
for (const [title, text] of Object.entries(hostile))
  await count(title, hostileSize, (n) => {
    const one = text(n)
    return () =>
      evidenceFiles(compareReports(folder('2023', [one]), folder('2022', [one]), options))
  })
for (const [title, html] of Object.entries(tags))
  await count(title, 4 * hostileSize, (n) => {
    const one = html(n)
    return () => textOfHtml(one)
  })
process.exit()
