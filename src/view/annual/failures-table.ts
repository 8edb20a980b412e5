import type { Model } from '#model/model.ts'
import type { AnnualForm } from '#model/annual.ts'
import { unitsOfIssue } from '#model/dataset.ts'
import { column, listOr, type Table } from '../tables/table.ts'
import * as at from '../addresses.ts'
import { channelName, unitName } from '../names.ts'
import { issuerColumn, sourcePeriodColumn, sourceColumns, sourceIn } from './columns.ts'

/** Every finding of the forms that counts in a rate. */
export function failuresTable(model: Model, forms: readonly AnnualForm[]): Table {
  return {
    name: 'failures',
    title: '不合格名单',
    english: 'Failures',
    description: '各期计入合格率的问题，每行一项',
    englishDescription: 'Findings that count in the rate of those that passed, one row each',
    key: ['issue'],
    columns: [
      issuerColumn,
      sourcePeriodColumn,
      column('issue', '问题编号', 'Issue', '问题的编号', 'Id of the finding'),
      column(
        'channels',
        '网站或账号',
        'Websites and accounts',
        '文件写明的网站或账号',
        'Websites or accounts that the document names',
        {
          type: 'list',
          gaps: ['not-stated'],
        },
      ),
      column('units', '单位', 'Units', '文件写明的单位', 'Units that the document names', {
        type: 'list',
        gaps: ['not-stated'],
      }),
      column('text', '问题', 'Finding', '通报提出的问题', 'What the bulletin found'),
      ...sourceColumns(),
    ],
    rows: forms.flatMap(({ issuer: by, failures: records }) =>
      records.map(({ id, issue, inspection }) => ({
        issuer: by,
        period: inspection.period.label,
        issue: id,
        channels: listOr(
          (issue.channels ?? []).map((id) => channelName(model, id)),
          'not-stated',
        ),
        units: listOr(
          unitsOfIssue(issue).map((id) => unitName(model, id)),
          'not-stated',
        ),
        text: issue.text,
        ...sourceIn(inspection.id, `issues.${id}`, at.issuePage(id)),
      })),
    ),
  }
}
