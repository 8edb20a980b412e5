import type { Model } from '#model/model.ts'
import type { AnnualForm } from '#model/annual.ts'
import type { AnnualCell, AnnualRow } from '#model/annual-counts.ts'
import type { AnnualRate } from '#model/annual-rates.ts'
import { unitsOfIssue } from '#model/dataset.ts'
import { gapWords } from '../tables/table.ts'
import * as at from '../addresses.ts'
import { channelName, type Link, unitName } from '../names.ts'
import { resultName } from '../inspection-names.ts'
import { rectificationKeys, rectificationNames, rectificationSource } from './form.ts'

type AnnualCellView = string | Link
interface PageTable {
  readonly caption: string
  readonly columns: { label: string; number?: boolean }[]
  readonly rows: AnnualCellView[][]
}

/** The tables of a form as its page shows them: a column for each period, one for the year. */
export function annualView(
  model: Model,
  form: AnnualForm,
): {
  readonly areas: readonly PageTable[]
  readonly rates: PageTable
  readonly failures: PageTable
  readonly rectification: PageTable
  readonly sources: PageTable
} {
  const periods = form.columns.map(({ label }) => ({ label, number: true }))
  return {
    areas: form.areas.map(({ id, name, rows, failedOnce }) => ({
      caption: name,
      columns: [{ label: '项目' }, ...periods, { label: '全年', number: true }],
      rows: [
        ...rows.map((row): AnnualCellView[] => [
          row.counter === null ? row.label : `${row.label}（${row.counter}）`,
          ...row.cells.map((cell) => countCell(cell, id)),
          sumText(row),
        ]),
        ...(rows.some((row) => row.name === 'failed')
          ? [
              [
                '不合格（同一个只计一次）',
                ...form.columns.map(() => gapWords['not-applicable']),
                typeof failedOnce === 'number' ? String(failedOnce) : gapWords[failedOnce],
              ],
            ]
          : []),
      ],
    })),
    rates: {
      caption: '文件写明的比率',
      columns: [{ label: '项目' }, ...periods],
      rows: form.rates.map(({ area, label, cells }) => [
        label,
        ...cells.map((cell) => rateCell(cell, area)),
      ]),
    },
    failures: {
      caption: '不合格名单',
      columns: ['期', '网站或账号', '单位', '问题'].map((label) => ({ label })),
      rows: form.failures.map(({ id, issue, inspection }) => [
        inspection.period.label,
        (issue.channels ?? []).map((id) => channelName(model, id)).join('、') ||
          gapWords['not-stated'],
        unitsOfIssue(issue)
          .map((id) => unitName(model, id))
          .join('、') || gapWords['not-stated'],
        { label: `${issue.text}（${id}）`, href: at.issuePage(id) },
      ]),
    },
    rectification: {
      caption: '整改情况',
      columns: [{ label: '项目' }, ...periods],
      rows: rectificationKeys.map((key) => [
        rectificationNames[key],
        ...form.rectification.map((found) =>
          found === null
            ? gapWords['no-inspection']
            : { label: String(found[key]), href: rectificationSource(found) },
        ),
      ]),
    },
    sources: {
      caption: '数字的来源',
      columns: ['期', '页面', '数据文件'].map((label) => ({ label })),
      rows: form.columns.flatMap(({ label, inspection }): AnnualCellView[][] =>
        inspection === null
          ? []
          : [
              [
                label,
                { label: resultName(inspection), href: at.inspectionPage(inspection.id) },
                { label: `${inspection.id}.json`, href: at.inspectionData(inspection.id) },
              ],
            ],
      ),
    },
  }
}

/** The yearly sum, with its counter when it differs from that of the row. */
const sumText = ({ sum, counter, sumCounter }: AnnualRow): string =>
  typeof sum === 'number'
    ? `${sum}${sumCounter === counter ? '' : (sumCounter ?? '')}`
    : gapWords[sum]

function countCell(cell: AnnualCell, area: string): AnnualCellView {
  if (cell.kind === 'count')
    return { label: cell.record.text, href: at.areaAnchor(cell.record.inspection ?? '', area) }
  return gapWords[cell.kind === 'absent' ? 'no-such-count' : 'no-inspection']
}

function rateCell(cell: AnnualRate, area: string): AnnualCellView {
  if (cell.kind === 'rate')
    return { label: cell.stated, href: at.areaAnchor(cell.record.inspection ?? '', area) }
  return gapWords[cell.kind === 'absent' ? 'no-such-count' : 'no-inspection']
}
