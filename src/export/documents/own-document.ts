import { dateWords, spanWords } from '#view/date-words.ts'
import type { Model } from '#model/model.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import { chineseNumeral } from '#model/chinese-numeral.ts'
import { isMissing, missingWords } from '#model/figure.ts'
import { consultationKinds, interpretationForms, policyKinds } from '#schema/openness-codes.ts'
import type { Consultation, UnitOpenness } from '#schema/openness.ts'
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

/** A unit's ledger of a year, as tables to be signed and filed. */
export function ownLedger(
  model: Model,
  unit: string,
  year: string,
  { policies = {}, consultations = {}, annual_report: report }: UnitOpenness,
): OfficialDocument {
  const title = `${unitName(model, unit)}${year}年政策文件和征求意见台账`
  const parts: readonly (readonly [string, DocumentBlock[]])[] = [
    [
      '政策文件',
      tableOf(
        `${year}年公开的政策文件`,
        ['标题', '发文字号', '种类', '公开日期', '解读'],
        Object.values(policies).map(({ title: name, number, kind, published, interpretation }) => [
          name,
          number === undefined ? empty : isMissing(number) ? missingWords[number] : number,
          policyKinds[kind],
          dateWords(published),
          (interpretation?.items ?? [])
            .map((item) => `${interpretationForms[item.form]}，${dateWords(item.published)}`)
            .join('；') || empty,
        ]),
      ),
    ],
    [
      '征求意见',
      tableOf(
        `${year}年开始的征求意见`,
        ['标题', '种类', '起止', '收到意见', '采纳意见', '反馈'],
        Object.values(consultations).map((one) => [
          one.title,
          consultationKinds[one.kind],
          spanWords(one.opened, one.closes),
          countWords(one.received),
          countWords(one.adopted),
          one.feedback === undefined
            ? empty
            : one.feedback === 'not-yet'
              ? '还没有公布'
              : dateWords(one.feedback.published),
        ]),
      ),
    ],
    [
      '年度报告',
      report === undefined
        ? []
        : [
            {
              kind: 'paragraph',
              text: `${report.year}年政府信息公开工作年度报告，公布日期：${dateWords(report.published)}。`,
            },
          ],
    ],
  ]
  return {
    title,
    author: unitName(model, unit),
    description: '',
    day: `${year}-12-31`,
    blocks: [
      { kind: 'title', lines: [title] },
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([name, blocks], n): DocumentBlock[] => [
          { kind: 'heading', level: 1, text: `${chineseNumeral(n + 1)}、${name}` },
          ...blocks,
        ]),
    ],
  }
}

/** A numbered table; nothing without rows. */
const tableOf = (
  title: string,
  columns: readonly string[],
  rows: readonly string[][],
): DocumentBlock[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          table: {
            title,
            look: 'caption',
            columns: ['序号', ...columns],
            rows: rows.map((row, n) => [String(n + 1), ...row]),
          },
        },
      ]

/** A cell without a value. */
const empty = '—'
const countWords = (count: Consultation['received']): string =>
  count === undefined ? empty : typeof count === 'number' ? String(count) : missingWords[count]

const signed = (model: Model, unit: string, day: string): DocumentBlock[] =>
  isDay(day) ? [{ kind: 'signature', offices: [unitName(model, unit)], day: chineseDate(day) }] : []
