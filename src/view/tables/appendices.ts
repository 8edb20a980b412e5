import { type AppendixValue, unitsInRow } from '#model/appendix.ts'
import type { Inspection } from '#model/dataset.ts'
import { cellText } from '#model/reference.ts'
import { missing } from '#schema/scalars.ts'
import { or, type Value } from './table.ts'
import type { Appendix } from '#schema/inspection.ts'
import { inspectionColumn, periodColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import type { DataAsOf } from '#model/model.ts'

interface AppendixCell {
  readonly inspection: Inspection
  readonly id: string
  readonly appendix: Appendix
  readonly units: readonly string[]
  /** Places in the appendix, counted from 0. */
  readonly row: number
  readonly column: number
  readonly cell: AppendixValue
}

/** Tables of documents have whatever columns they were printed with, so each cell has a row here. */
export const appendices = tableKind<AppendixCell>({
  name: 'appendices',
  title: '附件表格',
  english: 'Tables of documents',
  description: '通报的附件和表格，每个格子一行，照文件的写法；同一张表里行号相同的是一行',
  englishDescription:
    'The appendices and other tables of the bulletins as they were printed, one row for each cell; cells of a table with the same row number stand in one row',
  key: ['inspection', 'path'],
  items: ({ dataset }) => dataset.inspections.flatMap(cellsIn),
  belongs: ({ inspection, units }) => ({ inspection: inspection.id, units }),
  columns: [
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    { ...periodColumn, value: ({ inspection }) => inspection.period.label },
    {
      key: 'path',
      title: '位置',
      english: 'Path',
      type: 'text',
      description: '格子在记录中的位置，与该记录的JSON文件一致',
      englishDescription: 'Place of the cell in the record, the same as in the record’s JSON file',
      value: ({ id, row, column }) => `appendices.${id}.rows.${row}.${column}`,
    },
    {
      key: 'title',
      title: '表名',
      english: 'Title',
      type: 'text',
      description: '附件或表格的标题',
      englishDescription: 'Title of the appendix or table',
      value: ({ appendix }) => appendix.title,
    },
    {
      key: 'row',
      title: '行号',
      english: 'Row',
      type: 'integer',
      description: '第几行，不算表头',
      englishDescription: 'Number of the row, without the head of the table',
      value: ({ row }) => row + 1,
    },
    {
      key: 'column',
      title: '列号',
      english: 'Column',
      type: 'integer',
      description: '第几列',
      englishDescription: 'Number of the column',
      value: ({ column }) => column + 1,
    },
    {
      key: 'head',
      title: '列名',
      english: 'Head of the column',
      type: 'text',
      description: '表头的写法',
      englishDescription: 'What the head of the table calls it',
      gaps: ['none'],
      value: ({ appendix, column }) => or(appendix.columns?.[column], 'none'),
    },
    {
      key: 'text',
      title: '内容',
      english: 'Text',
      type: 'text',
      description: '格子里的文字；文件空着的写“—”',
      englishDescription: 'What the cell says; a dash where the document leaves it empty',
      gaps: missing.options,
      value: textOf,
    },
  ],
})

const cellsIn = (inspection: Inspection): AppendixCell[] =>
  Object.entries(inspection.appendices ?? {}).flatMap(([id, appendix]) =>
    (appendix.rows ?? []).flatMap((cells, row) =>
      cells.map((cell, column) => ({
        inspection,
        id,
        appendix,
        units: unitsInRow(cells),
        row,
        column,
        cell,
      })),
    ),
  )

function textOf({ inspection, cell }: AppendixCell, { dataset }: DataAsOf): Value {
  const reason = missing.safeParse(cell)
  return reason.success ? { gap: reason.data } : cellText(dataset, inspection, cell)
}
