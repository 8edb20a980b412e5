import type { AnnualCell, AnnualForm, AnnualRow } from '#domain/annual.ts'
import { unitsOfIssue } from '#domain/dataset.ts'
import { type Column, listOr, or, type Row, type Table, type Value } from '#exports/table.ts'
import * as at from '../addresses.ts'
import { channelName, unitName } from '../names.ts'
import {
  elsewhere,
  rectificationEnglish,
  rectificationKeys,
  rectificationNames,
  rectificationSource,
} from './form.ts'

/** The forms of a year as tables, each number with the file, the place and the page it comes from. */
export const annualTables = (forms: readonly AnnualForm[]): Table[] =>
  [counts(forms), rates(forms), failures(forms), rectification(forms)].filter(
    ({ rows }) => rows.length > 0,
  )

const column = (
  key: string,
  title: string,
  english: string,
  description: string,
  englishDescription: string,
  more: Partial<Column> = {},
): Column => ({ key, title, english, type: 'text', description, englishDescription, ...more })

const issuer = column('issuer', '发布机关', 'Issuer', '开展检查的机关', 'The office that inspected')
const period = column(
  'period',
  '期',
  'Period',
  '检查期，或者全年',
  'Period of inspection, or the whole year (全年)',
)
const file = (gaps: Column['gaps'] = []) =>
  column(
    'file',
    '数据文件',
    'Data file',
    '数字所在的文件',
    'The file in which the number stands',
    gaps.length === 0 ? {} : { gaps },
  )
const path = (gaps: Column['gaps'] = []) =>
  column(
    'path',
    '位置',
    'Path',
    '数字在文件中的位置',
    'Place of the number in the file',
    gaps.length === 0 ? {} : { gaps },
  )
const page = (gaps: Column['gaps'] = []) =>
  column(
    'page',
    '页面',
    'Page',
    '网站上的页面',
    'Page of the site',
    gaps.length === 0 ? {} : { gaps },
  )

interface Source {
  readonly file: string
  readonly path: string
  readonly page: string
}
const pageOf = (address: string): string => address.slice(1)
const fileOf = (inspection: string): string => `data/inspections/${inspection}.yaml`

/** Without a source, each of its cells says why. */
const sourceCells = (
  source: Source | null,
  gap: 'no-inspection' | 'no-such-count' | 'not-applicable',
) => ({
  file: or(source?.file, gap),
  path: or(source?.path, gap),
  page: or(source?.page, gap),
})

const noSource = ['no-inspection', 'no-such-count', 'not-applicable'] as const

function counts(forms: readonly AnnualForm[]): Table {
  return {
    name: 'counts',
    title: '各期数字',
    english: 'Counts',
    description: '每个检查领域各期的计数和全年合计，每行一个；没有的写明原因',
    englishDescription:
      'Counts of each area of inspection by period and for the whole year, one row each; the reason where there is none',
    key: ['issuer', 'area', 'item', 'period'],
    columns: [
      issuer,
      column('area', '检查领域', 'Area', '检查领域', 'Area of inspection'),
      column('item', '项目', 'Item', '数字的名称', 'Name of the number'),
      period,
      column(
        'value',
        '数值',
        'Value',
        '数值；没有的写明原因',
        'The value, or the reason why there is none',
        {
          type: 'integer',
          gaps: [
            'not-stated',
            'illegible',
            'not-applicable',
            'not-recorded',
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
      file(noSource),
      path(noSource),
      page(noSource),
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
  const { number, missing, text, path: place, inspection } = cell.record
  const source = {
    file: fileOf(inspection ?? ''),
    path: place,
    page: pageOf(at.areaAnchor(inspection ?? '', area)),
  }
  return {
    value: or(number, missing ?? 'not-stated'),
    shown: text,
    ...sourceCells(source, 'not-applicable'),
  }
}

const noRate = ['no-inspection', 'no-such-count'] as const

function rates(forms: readonly AnnualForm[]): Table {
  return {
    name: 'rates',
    title: '文件写明的比率',
    english: 'Printed rates',
    description: '文件写明的合格率、按期办结率等，每期一行；不相加，也不平均',
    englishDescription:
      'Rates as the documents print them, one row each period; never added up or averaged',
    key: ['issuer', 'item', 'period'],
    columns: [
      issuer,
      column(
        'item',
        '项目',
        'Item',
        '检查领域和比率的名称',
        'Area of inspection and name of the rate',
      ),
      period,
      column('shown', '文件写法', 'As printed', '文件的写法', 'As the document prints it', {
        gaps: noRate,
      }),
      file(noRate),
      path(noRate),
      page(noRate),
    ],
    rows: forms.flatMap((form) =>
      form.rates.flatMap(({ area, label, cells }) =>
        cells.map((cell, n): Row => {
          const head = { issuer: form.issuer, item: label, period: form.columns[n]?.label ?? '' }
          if (cell.kind !== 'rate') {
            const gap = cell.kind === 'absent' ? 'no-such-count' : 'no-inspection'
            return { ...head, shown: { gap }, ...sourceCells(null, gap) }
          }
          const { inspection, path: place } = cell.record
          const source = {
            file: fileOf(inspection ?? ''),
            path: place,
            page: pageOf(at.areaAnchor(inspection ?? '', area)),
          }
          return { ...head, shown: cell.stated, ...sourceCells(source, 'no-such-count') }
        }),
      ),
    ),
  }
}

function failures(forms: readonly AnnualForm[]): Table {
  return {
    name: 'failures',
    title: '不合格名单',
    english: 'Failures',
    description: '各期计入合格率的问题，每行一项',
    englishDescription: 'Findings that count in the rate of those that passed, one row each',
    key: ['issue'],
    columns: [
      issuer,
      period,
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
      file(),
      path(),
      page(),
    ],
    rows: forms.flatMap(({ issuer: by, failures: records }) =>
      records.map(({ id, issue, inspection }) => ({
        issuer: by,
        period: inspection.period.label,
        issue: id,
        channels: listOr((issue.channels ?? []).map(channelName), 'not-stated'),
        units: listOr(unitsOfIssue(issue).map(unitName), 'not-stated'),
        text: issue.text,
        file: fileOf(inspection.id),
        path: `issues.${id}`,
        page: pageOf(at.issuePage(id)),
      })),
    ),
  }
}

function rectification(forms: readonly AnnualForm[]): Table {
  return {
    name: 'rectification',
    title: '整改情况',
    english: 'Rectification',
    description: '各期问题到数据截至日期为止的整改情况；本站未收录不等于没有整改',
    englishDescription:
      'Rectification of each period’s findings up to the day of the data; not recorded here does not mean not done',
    key: ['issuer', 'period'],
    columns: [
      issuer,
      period,
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
      file(['no-inspection']),
      path(['no-inspection']),
      page(['no-inspection']),
    ],
    rows: forms.flatMap((form) =>
      form.columns.map(({ label, inspection }, n) => {
        const found = form.rectification[n] ?? null
        const source =
          inspection === null
            ? null
            : {
                file: fileOf(inspection.id),
                path: 'issues',
                page: pageOf(
                  found === null ? at.inspectionPage(inspection.id) : rectificationSource(found),
                ),
              }
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
