import type { AnnualForm } from '#model/annual.ts'
import { column, type Row, type Table } from '../tables/table.ts'
import * as at from '../addresses.ts'
import {
  issuerColumn,
  sourcePeriodColumn,
  sourceCells,
  sourceColumns,
  sourceIn,
} from './columns.ts'

const noRate = ['no-inspection', 'no-such-count'] as const

/** Every rate of the forms as its document prints it. */
export function ratesTable(forms: readonly AnnualForm[]): Table {
  return {
    name: 'rates',
    title: '文件写明的比率',
    english: 'Printed rates',
    description: '文件写明的合格率、按期办结率等，每期一行；不相加，也不平均',
    englishDescription:
      'Rates as the documents print them, one row each period; never added up or averaged',
    key: ['issuer', 'item', 'period'],
    columns: [
      issuerColumn,
      column(
        'item',
        '项目',
        'Item',
        '检查领域和比率的名称',
        'Area of inspection and name of the rate',
      ),
      sourcePeriodColumn,
      column('shown', '文件写法', 'As printed', '文件的写法', 'As the document prints it', {
        gaps: noRate,
      }),
      ...sourceColumns(noRate),
    ],
    rows: forms.flatMap((form) =>
      form.rates.flatMap(({ area, label, cells }) =>
        cells.map((cell, n): Row => {
          const head = { issuer: form.issuer, item: label, period: form.columns[n]?.label ?? '' }
          if (cell.kind !== 'rate') {
            const gap = cell.kind === 'absent' ? 'no-such-count' : 'no-inspection'
            return { ...head, shown: { gap }, ...sourceCells(null, gap) }
          }
          const { inspection, path } = cell.record
          const id = inspection ?? ''
          const source = sourceIn(id, path, at.areaAnchor(id, area))
          return { ...head, shown: cell.stated, ...sourceCells(source, 'no-such-count') }
        }),
      ),
    ),
  }
}
