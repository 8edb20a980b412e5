import type { Model } from '#model/model.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import { chineseNumeral } from '#model/chinese-numeral.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { unitName } from '#view/names.ts'
import { notInReport } from '#view/report-view.ts'
import type { DocumentBlock, OfficialDocument } from './docx/official-document.ts'
import { selfInspectionDocument } from './self-inspection.ts'

/**
 * What a unit has filled in, as its own document to be signed: without the notes that say of a
 * record here that it is not the original.
 */
export function ownReport(model: Model, unit: string, report: SelfInspection): OfficialDocument {
  const document = selfInspectionDocument(model, unit, report)
  const blocks = document.blocks
    .filter(({ kind }) => kind !== 'note' && kind !== 'signature')
    .flatMap(withoutGaps)
  return {
    ...document,
    description: '',
    blocks: [...blocks, ...signed(model, unit, report.published)],
  }
}

/** A record says what the report leaves out; the report itself does not. */
function withoutGaps(block: DocumentBlock): DocumentBlock[] {
  if (block.kind === 'paragraph' && block.text.endsWith(`：${notInReport}。`)) return []
  if (block.kind !== 'table') return [block]
  const rows = block.table.rows.map((row) => row.map((cell) => (cell === notInReport ? '—' : cell)))
  return [{ ...block, table: { ...block.table, rows } }]
}

/** A unit's statement on an issue, in the same form. */
export function ownStatement(
  model: Model,
  unit: string,
  issue: string,
  { on, statement, measures = [], evidence = [] }: RectificationStatement,
): OfficialDocument {
  const text = model.index.issueById.get(issue)?.issue.text ?? issue
  const title = `${unitName(model, unit)}关于问题${issue}的整改说明`
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['问题', [text]],
    ['说明', [statement]],
    ['整改措施', measures.map((measure, n) => `${n + 1}. ${measure}`)],
    ['佐证材料', evidence.map((one) => (typeof one === 'string' ? one : one.address))],
  ]
  return {
    title,
    author: unitName(model, unit),
    description: '',
    day: isDay(on) ? on : model.asOf,
    blocks: [
      { kind: 'title', lines: [title] },
      ...parts
        .filter(([, lines]) => lines.length > 0)
        .flatMap(([name, lines], n): DocumentBlock[] => [
          { kind: 'heading', level: 1, text: `${chineseNumeral(n + 1)}、${name}` },
          ...lines.map((line): DocumentBlock => ({ kind: 'paragraph', text: line })),
        ]),
      ...signed(model, unit, on),
    ],
  }
}

const signed = (model: Model, unit: string, day: string): DocumentBlock[] =>
  isDay(day) ? [{ kind: 'signature', offices: [unitName(model, unit)], day: chineseDate(day) }] : []
