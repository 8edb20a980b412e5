import type { AnnualForm } from '#model/annual.ts'
import type { AnnualCell, AnnualRow } from '#model/annual-counts.ts'
import { missing } from '#schema/scalars.ts'
import { column, or, type Row, type Table, type Value } from '../tables/table.ts'
import * as at from '../addresses.ts'
import {
  issuerColumn,
  sourcePeriodColumn,
  sourceCells,
  sourceColumns,
  sourceIn,
} from './columns.ts'
import { elsewhere } from './form.ts'

const noSource = ['no-inspection', 'no-such-count', 'not-applicable'] as const

/** Every count of the forms, by period and for the whole year. */
export function countsTable(forms: readonly AnnualForm[]): Table {
  return {
    name: 'counts',
    title: '各期数字',
    english: 'Counts',
    description: '每个检查领域各期的计数和全年合计，每行一个；没有的写明原因',
    englishDescription:
      'Counts of each area of inspection by period and for the whole year, one row each; the reason where there is none',
    key: ['issuer', 'area', 'item', 'period'],
    columns: [
      issuerColumn,
      column('area', '检查领域', 'Area', '检查领域', 'Area of inspection'),
      column('item', '项目', 'Item', '数字的名称', 'Name of the number'),
      sourcePeriodColumn,
      column(
        'value',
        '数值',
        'Value',
        '数值；没有的写明原因',
        'The value, or the reason why there is none',
        {
          type: 'integer',
          gaps: [
            ...missing.options,
            'no-exact-number',
            'no-inspection',
            'no-such-count',
            'not-added',
            'incomplete-year',
            'period-without-number',
            'not-all-named',
          ],
        },
      ),
      column(
        'unit',
        '计量单位',
        'Unit',
        '例如：家、个、条；家次、个次是各期次数相加',
        'What it counts, for example 家 (institutions), 个 (pieces), 条 (messages); 家次 and 个次 count the same one again in each period',
        { gaps: ['none'] },
      ),
      column('shown', '文件写法', 'As printed', '页面上的写法', 'As the pages write it', {
        gaps: ['not-applicable'],
      }),
      ...sourceColumns(noSource),
    ],
    rows: forms.flatMap((form) => [
      ...form.areas.flatMap(({ id, name, rows, failedOnce }) => [
        ...rows.flatMap((row) => countRows(form, id, name, row)),
        ...(rows.some((row) => row.name === 'failed')
          ? [
              {
                issuer: form.issuer,
                area: name,
                item: '不合格（同一个只计一次）',
                period: wholeYear,
                value: typeof failedOnce === 'number' ? failedOnce : { gap: failedOnce },
                unit: or(rows[0]?.counter, 'none'),
                shown: notApplicable,
                ...sourceCells(null, 'not-applicable'),
              },
            ]
          : []),
      ]),
      ...elsewhere.map((item): Row => ({
        issuer: form.issuer,
        area: '其他',
        item,
        period: wholeYear,
        value: { gap: 'not-recorded' },
        unit: { gap: 'none' },
        shown: notApplicable,
        ...sourceCells(null, 'not-applicable'),
      })),
    ]),
  }
}

const wholeYear = '全年'
const notApplicable = { gap: 'not-applicable' } as const

function countRows(form: AnnualForm, area: string, name: string, row: AnnualRow): Row[] {
  const head = {
    issuer: form.issuer,
    area: name,
    item: row.label,
    unit: or(row.counter, 'none'),
  }
  return [
    ...row.cells.map((cell, n): Row => ({
      ...head,
      period: form.columns[n]?.label ?? '',
      ...cellValues(cell, area),
    })),
    {
      ...head,
      period: wholeYear,
      unit: or(row.sumCounter, 'none'),
      value: typeof row.sum === 'number' ? row.sum : { gap: row.sum },
      shown: notApplicable,
      ...sourceCells(null, 'not-applicable'),
    },
  ]
}

function cellValues(cell: AnnualCell, area: string): Record<string, Value> {
  if (cell.kind !== 'count') {
    const gap = cell.kind === 'absent' ? 'no-such-count' : 'no-inspection'
    return { value: { gap }, shown: notApplicable, ...sourceCells(null, gap) }
  }
  const { number, missing, text, path, inspection } = cell.record
  const id = inspection ?? ''
  const source = sourceIn(id, path, at.areaAnchor(id, area))
  return {
    value: or(number, missing ?? 'not-stated'),
    shown: text,
    ...sourceCells(source, 'not-applicable'),
  }
}
