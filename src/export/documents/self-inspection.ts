import type { Model } from '#model/model.ts'
import { windowText } from '#model/window.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import { chineseNumeral } from '#model/chinese-numeral.ts'
import type { OfficialDocument, DocumentBlock } from './docx/official-document.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { unitName } from '#view/names.ts'
import { notInReport, reportView } from '#view/report-view.ts'
import { groupDetails } from '#view/block-tables.ts'
import { publishedWords } from '#view/date-words.ts'
import { originWords } from './origin.ts'

/**
 * A unit's report as recorded here. Its last notes say that it is not the original, and where that
 * is.
 */
export function selfInspectionDocument(
  model: Model,
  unit: string,
  report: SelfInspection,
): OfficialDocument {
  const view = reportView(model, report)
  const { number, issued } = report.document ?? {}
  const office = unitName(model, unit)
  const { figures, results, accounts } = view
  const parts = [
    ...results.map(({ name, titled, ...result }) => ({
      name: titled ? name : null,
      blocks: groupBlocks(groupDetails(result.group, name, result.counter)),
    })),
    ...accounts.map(({ name, items }) => ({ name, blocks: items.map(factBlock) })),
  ]
  const attachments = (report.attachments ?? []).map(({ title }) => title)
  return {
    title: report.title,
    author: office,
    description: originWords(model.dataset.site),
    day: issued !== undefined && isDay(issued) ? issued : dayOf(model, report),
    blocks: [
      ...(number === undefined ? [] : [{ kind: 'number' as const, text: number }]),
      { kind: 'title', lines: [report.title] },
      ...headed(view.findings, [
        ...(report.summary === undefined ? [] : [paragraph(report.summary)]),
        ...figures.map(factBlock),
        ...numbered(parts),
      ]),
      ...headed(view.problems, [
        ...(view.clear === null ? [] : [paragraph(view.clear)]),
        ...problemBlocks(view),
      ]),
      ...headed(view.outlook, report.outlook === undefined ? [] : [paragraph(report.outlook)]),
      ...attachments.map((title, n): DocumentBlock => {
        const text = attachments.length === 1 ? title : `${n + 1}. ${title}`
        return n === 0
          ? { kind: 'annexes', text: `附件：${text}` }
          : { kind: 'further-annex', text }
      }),
      ...(issued === undefined || !isDay(issued)
        ? []
        : [{ kind: 'signature' as const, offices: [office], day: chineseDate(issued) }]),
      ...recordWords(model, unit, report).map((text) => ({ kind: 'note' as const, text })),
    ],
  }
}

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })
const factBlock = ({ label, value }: { label: string; value: string }): DocumentBlock =>
  paragraph(`${label}：${value}。`)

const headed = (text: string | null, blocks: readonly DocumentBlock[]): DocumentBlock[] =>
  text === null ? [] : [{ kind: 'heading', level: 1, text }, ...blocks]

/** Numbers the parts that have a name: （一）政府网站. */
function numbered(
  parts: readonly { readonly name: string | null; readonly blocks: readonly DocumentBlock[] }[],
): DocumentBlock[] {
  let count = 0
  return parts.flatMap(({ name, blocks }): DocumentBlock[] => {
    if (name === null) return [...blocks]
    count++
    return [{ kind: 'heading', level: 2, text: `（${chineseNumeral(count)}）${name}` }, ...blocks]
  })
}

/**
 * The facts and tables of a block of figures, and of those inner blocks that do not fit into a row.
 */
const groupBlocks = ({ facts, tables }: ReturnType<typeof groupDetails>): DocumentBlock[] => [
  ...facts.map(factBlock),
  ...tables.flatMap(({ caption, columns, rows, deeper, note }): DocumentBlock[] => [
    {
      kind: 'table',
      table: { title: caption, look: 'caption', columns: columns.map(({ label }) => label), rows },
    },
    ...(note === undefined ? [] : [paragraph(note)]),
    ...deeper.flatMap(({ label, group }) =>
      groupBlocks(groupDetails(group, `${caption}${label}`, '', [], 'all')),
    ),
  ]),
]

function problemBlocks({
  columns,
  missingColumns,
}: ReturnType<typeof reportView>): DocumentBlock[] {
  const [problems] = columns
  if (problems === undefined) return []
  const missing =
    missingColumns.length === 0 ? [] : [paragraph(`${missingColumns.join('、')}：${notInReport}。`)]
  if (columns.length === 1)
    return [...problems.cells.map((problem, n) => paragraph(`${n + 1}. ${problem}`)), ...missing]
  return [
    {
      kind: 'table',
      table: {
        title: '问题和整改',
        look: 'caption',
        columns: ['序号', ...columns.map(({ label }) => label)],
        rows: problems.cells.map((_cell, n) => [
          String(n + 1),
          ...columns.map(({ cells }) => cells[n] ?? ''),
        ]),
      },
    },
    ...missing,
  ]
}

/** The day of the document: the publication of the report, else the as-of day. */
const dayOf = (model: Model, { published }: SelfInspection): string =>
  isDay(published) ? published : model.asOf

function recordWords(
  model: Model,
  unit: string,
  { published, address, window }: SelfInspection,
): string[] {
  const span = windowText(window)
  return [
    `报告单位：${unitName(model, unit)}`,
    `公开日期：${publishedWords(published)}`,
    ...(span === null ? [] : [`统计时段：${span}`]),
    ...(address === undefined ? [] : [`原文网址：${address}`]),
    `本件由${model.dataset.site.name}依据收录的内容生成，不是原件，内容以原件为准。`,
  ]
}
