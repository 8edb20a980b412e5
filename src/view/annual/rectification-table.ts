import type { AnnualForm } from '#model/annual.ts'
import { column, or, type Table } from '../tables/table.ts'
import * as at from '../addresses.ts'
import {
  issuerColumn,
  sourcePeriodColumn,
  sourceCells,
  sourceColumns,
  sourceIn,
} from './columns.ts'
import {
  rectificationEnglish,
  rectificationKeys,
  rectificationNames,
  rectificationSource,
} from './form.ts'

/** How far the findings of each period are rectified. */
export function rectificationTable(forms: readonly AnnualForm[]): Table {
  return {
    name: 'rectification',
    title: '整改情况',
    english: 'Rectification',
    description: '各期问题到数据截至日期为止的整改情况；本站未收录不等于没有整改',
    englishDescription:
      'Rectification of each period’s findings up to the day of the data; not recorded here does not mean not done',
    key: ['issuer', 'period'],
    columns: [
      issuerColumn,
      sourcePeriodColumn,
      ...rectificationKeys.map((key) =>
        column(
          key,
          rectificationNames[key],
          rectificationEnglish[key].name,
          rectificationNames[key],
          rectificationEnglish[key].meaning,
          {
            type: 'integer',
            gaps: ['no-inspection'],
          },
        ),
      ),
      ...sourceColumns(['no-inspection']),
    ],
    rows: forms.flatMap((form) =>
      form.columns.map(({ label, inspection }, n) => {
        const found = form.rectification[n] ?? null
        const source =
          inspection === null
            ? null
            : sourceIn(
                inspection.id,
                'issues',
                found === null ? at.inspectionPage(inspection.id) : rectificationSource(found),
              )
        return {
          issuer: form.issuer,
          period: label,
          ...Object.fromEntries(
            rectificationKeys.map((key) => [key, or(found?.[key], 'no-inspection')]),
          ),
          ...sourceCells(source, 'no-inspection'),
        }
      }),
    ),
  }
}
