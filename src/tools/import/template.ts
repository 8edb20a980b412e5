import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset, Index } from '#model/dataset.ts'
import { unitsOwing } from '#model/deadline.ts'
import { type PeriodId, periodIdOf, periodOf } from '#model/period-id.ts'
import { labelOfPeriod } from '#model/report-periods.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { importFields, importMap, importKinds, type ImportMap } from '#schema/import-map.ts'
import { inspection } from '#schema/inspection.ts'
import { fieldAt } from '#schema/schema-at.ts'
import { selfInspection } from '#schema/self-inspection.ts'
import type { ReadSheet } from '#read/spreadsheet/sheet.ts'
import { type Form, type FormColumn, settingsSheet } from './form-workbook.ts'
import {
  areasOf,
  type Codec,
  countCell,
  dayCell,
  measureCell,
  named,
  textCell,
  unitsOf,
} from './codec.ts'
import {
  annualReportFields,
  isOfItem,
  type OpennessField,
  opennessFields,
} from './openness-fields.ts'
import { isYear } from '#model/openness-files.ts'
import { unitOpenness } from '#schema/openness.ts'
import { issueCodecs } from './issue-fields.ts'

/** A form for one purpose, or why there is none, in Chinese. */
type Template = { readonly form: Form } | { readonly mistake: string }

/** A form with the known issues and counts of an inspection, to be completed. */
export function issuesTemplate(dataset: Dataset, period: string): Template {
  const known = dataset.inspections.find(({ id }) => id === period)
  if (known === undefined)
    return {
      mistake: noPeriod(
        '期',
        period,
        dataset.inspections.map(({ id }) => id),
      ),
    }
  const fields = Object.keys(issueCodecs) as (keyof typeof issueCodecs)[]
  const titles = importFields.issues
  const issues = table('问题', 'issues', period, [
    column(dataset, titles.id, textCell, '留空就接着编号；已有的不要改', 14),
    ...fields.map((field) =>
      column(
        dataset,
        titles[field],
        issueCodecs[field],
        helpAt(inspection, ['issues', 'x', field]),
        field === 'text' ? 50 : 18,
      ),
    ),
  ])
  const issueRows = Object.entries(known.issues ?? {}).map(([id, issue]) => [
    id,
    ...fields.map((field) => shown(issueCodecs[field], issue[field], dataset)),
  ])
  const printed = Object.values(known.areas).flatMap(({ tally }) => Object.keys(tally ?? {}))
  const usual: CountName[] = ['total', 'running', 'checked', 'failed']
  const counts = (Object.keys(countNames) as CountName[]).filter(
    (name) => printed.includes(name) || usual.includes(name),
  )
  const area = named('领域', authoredFile('site'), areasOf)
  const tallies = table('数量', 'tallies', period, [
    column(dataset, importFields.tallies.area, area, '', 18),
    ...counts.map((name) =>
      column(
        dataset,
        countNames[name],
        countCell,
        helpAt(inspection, ['areas', 'x', 'tally', name]),
        14,
      ),
    ),
  ])
  const tallyRows = Object.keys(known.areas).map((id) => [
    shown(area, id, dataset),
    ...counts.map((name) => shown(countCell, known.areas[id]?.tally?.[name], dataset)),
  ])
  return {
    form: {
      title: `${known.period.label}检查的问题和数量`,
      day: known.period.end,
      notes: notes(`${known.period.label}检查的问题和数量`, [
        '“问题”表：一个问题写一行；几个单位、几个账号写在一格里，用顿号隔开。',
        '“数量”表：一个领域写一行；文件没有写明的数量空着。',
      ]),
      tables: [
        { ...issues.table, rows: issueRows },
        { ...tallies.table, rows: tallyRows },
      ],
      settings: settings([issues.map, tallies.map]),
    },
  }
}

/** A form with the known reports of all units for a period, or of one unit. */
export function reportsTemplate(
  dataset: Dataset,
  index: Index,
  period: string,
  only: string | null,
): Template {
  const order = index.orders.get(period)
  const known = periodIdOf(period)
  const reports = dataset.selfInspections[period] ?? {}
  // Without an order no unit owes a report, and every unit may publish one.
  if (order === undefined && known === null && Object.keys(reports).length === 0)
    return { mistake: noPeriod('自查整改的期', period, [...index.orders.keys()]) }
  const label = labelOfPeriod(dataset, index, period)
  const expected = order === undefined ? Object.keys(dataset.units) : unitsOwing(dataset, order)
  const owing = [...new Set([...expected, ...Object.keys(reports)])]
  const units = only === null ? owing : [only]
  const unit = named('单位', authoredFile('units'), (all) =>
    unitsOf(all).filter(({ id }) => only === null || id === only),
  )
  const titles = importFields.reports
  const codecs = {
    title: textCell,
    published: dayCell,
    address: textCell,
    summary: textCell,
    outlook: textCell,
  }
  const fields = Object.keys(codecs) as (keyof typeof codecs)[]
  const figures = [
    ...new Set(Object.values(reports).flatMap((one) => Object.keys(one.figures ?? {}))),
  ]
  const main = table(
    '自查整改',
    'reports',
    period,
    [
      column(dataset, titles.unit, unit, '从列表里选', 20),
      ...fields.map((field) =>
        column(
          dataset,
          titles[field],
          codecs[field],
          field === 'title'
            ? '不填就用“单位名称＋期＋自查整改情况”'
            : helpAt(selfInspection, [field]),
          field === 'summary' || field === 'outlook' ? 50 : 24,
        ),
      ),
      ...figures.map((name) => column(dataset, name, measureCell, '只写数字', 14)),
    ],
    figures,
  )
  const words = importFields['report-problems']
  const parts = ['problem', 'measure', 'result'] as const
  const problems = table('问题和整改', 'report-problems', period, [
    column(dataset, words.unit, unit, '从列表里选', 20),
    ...parts.map((field) =>
      column(dataset, words[field], textCell, helpAt(selfInspection, ['problems', 0, field]), 40),
    ),
  ])
  return {
    form: {
      title: `${label}自查整改情况`,
      day: order?.inspection.period.end ?? endOf(known) ?? '2000-01-01',
      notes: notes(`${label}自查整改情况`, [
        '“自查整改”表：一个单位写一行。还没有公开的单位，后面各列都空着。',
        '“问题和整改”表：一个问题写一行；没有发现问题的不写。',
      ]),
      tables: [
        {
          ...main.table,
          rows: units.map((id) => {
            const report = reports[id]
            return [
              shown(unit, id, dataset),
              ...fields.map((field) => shown(codecs[field], report?.[field], dataset)),
              ...figures.map((name) => shown(measureCell, report?.figures?.[name], dataset)),
            ]
          }),
        },
        {
          ...problems.table,
          rows: units.flatMap((id) =>
            (reports[id]?.problems ?? []).map((one) => [
              shown(unit, id, dataset),
              ...parts.map((field) => shown(textCell, one[field], dataset)),
            ]),
          ),
        },
      ],
      settings: settings([main.map, problems.map]),
    },
  }
}

/** A form with the known documents and consultations of a year, of all units or of one. */
export function opennessTemplate(dataset: Dataset, year: string, only: string | null): Template {
  if (!isYear(year)) return { mistake: `“${year}”不是年份，请写成 2023 这样的四位数字。` }
  const ledgers = Object.entries(dataset.openness[year] ?? {}).filter(
    ([id]) => only === null || id === only,
  )
  const unit = named('单位', authoredFile('units'), (all) =>
    unitsOf(all).filter(({ id }) => only === null || id === only),
  )
  const tableOf = (kind: keyof typeof opennessFields, name: string) => {
    const titles: Readonly<Record<string, string>> = importFields[kind]
    const fields = Object.entries<OpennessField>(opennessFields[kind])
    const columns = [
      column(dataset, titles['unit'] ?? '', unit, '从列表里选', 20),
      column(dataset, titles['id'] ?? '', textCell, '留空就接着编号；已有的不要改', 20),
      ...fields.map(([field, { codec, key, groups }]) =>
        column(
          dataset,
          titles[field] ?? field,
          codec,
          helpAt(unitOpenness, [kind, 'x', ...groups, ...(isOfItem({ groups }) ? [0] : []), key]),
          field === 'title' || field === 'interpretation' ? 40 : 18,
        ),
      ),
    ]
    const { table: sheet, map } = table(name, kind, year, columns)
    const rows = ledgers.flatMap(([id, ledger]) =>
      Object.entries<object>(ledger[kind] ?? {}).flatMap(([record, value]) =>
        itemsIn(value).map((item) => [
          shown(unit, id, dataset),
          record,
          ...fields.map(([, { codec, key, groups, instead }]) =>
            at(value, groups[0] ?? '') === instead?.[1] && instead !== undefined
              ? instead[0]
              : shown(
                  codec,
                  at(isOfItem({ groups }) ? item : groups.reduce<unknown>(at, value), key),
                  dataset,
                ),
          ),
        ]),
      ),
    )
    return { sheet: { ...sheet, rows }, map }
  }
  const policies = tableOf('policies', '政策文件')
  const consultations = tableOf('consultations', '征求意见')
  const reportTitles = importFields['annual-reports']
  const fields = Object.keys(annualReportFields) as (keyof typeof annualReportFields)[]
  const reports = table('年度报告', 'annual-reports', year, [
    column(dataset, reportTitles.unit, unit, '从列表里选', 20),
    ...fields.map((field) =>
      column(
        dataset,
        reportTitles[field],
        annualReportFields[field].codec,
        helpAt(unitOpenness, ['annual_report', field]),
        24,
      ),
    ),
  ])
  const reportRows = ledgers.flatMap(([id, { annual_report: report }]) =>
    report === undefined
      ? []
      : [
          [
            shown(unit, id, dataset),
            ...fields.map((field) =>
              shown(annualReportFields[field].codec, report[field], dataset),
            ),
          ],
        ],
  )
  const title = `${year}年政策文件和征求意见`
  return {
    form: {
      title,
      day: `${year}-12-31`,
      notes: notes(title, [
        '“政策文件”表：一份文件写一行；一份文件有几份解读的，一份解读写一行，前面各列照抄。',
        '“征求意见”表：一次写一行。“年度报告”表：一个单位写一行。',
      ]),
      tables: [policies.sheet, consultations.sheet, { ...reports.table, rows: reportRows }],
      settings: settings([policies.map, consultations.map, reports.map]),
    },
  }
}

/** The value of a key of a group; undefined where there is no such group. */
const at = (group: unknown, key: string): unknown =>
  typeof group === 'object' && group !== null && Object.hasOwn(group, key)
    ? (group as Readonly<Record<string, unknown>>)[key]
    : undefined

/** The interpretations of a document; one row without any for a record that has none. */
function itemsIn(record: object): readonly unknown[] {
  const items = at(at(record, 'interpretation'), 'items')
  return Array.isArray(items) && items.length > 0 ? items : [undefined]
}

const endOf = (id: PeriodId | null): string | null =>
  id === null ? null : periodOf(id, null).period.end

/** First line of the settings sheet, which identifies a form of this program. */
const mark = 'gongshi'

const settings = (maps: readonly ImportMap[]): string[] => [
  mark,
  ...maps.map((map) => JSON.stringify(map)),
]

/**
 * The column maps in a form of this program; null for any other workbook, or if the settings were
 * changed.
 */
export function templateMaps(sheets: readonly ReadSheet[]): ImportMap[] | null {
  const rows = sheets.find(({ name }) => name === settingsSheet)?.rows ?? []
  const [first, ...lines] = rows.map(([cell]) => cell?.text ?? '')
  if (first !== mark) return null
  try {
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const map = JSON.parse(line) as ImportMap
        const kind = importKinds.find((one) => one === map.into)
        if (kind === undefined) throw new SyntaxError('no such kind')
        return importMap(kind).parse(map)
      })
  } catch {
    return null
  }
}

const noPeriod = (what: string, period: string, known: readonly string[]): string =>
  `没有编号为“${period}”的${what}。${known.length === 0 ? '' : `现有：${known.join('、')}。`}`

const notes = (title: string, more: readonly string[]): string[] => [
  title,
  ...more,
  '单位、领域等从列表里选；点一个格子，旁边会显示怎样填。',
  '不要改表头、工作表的名称和隐藏的工作表。空着的格子导入时不改动已有的内容。',
  '填好后交办公室，用 npm run import 导入。',
]

const helpAt = (schema: Parameters<typeof fieldAt>[0], path: (string | number)[]): string =>
  (fieldAt(schema, path)?.description ?? '').replace(/[a-z]+(?:-[a-z]+)* (?=[\u4e00-\u9fff])/g, '')

const shown = (codec: Codec, value: unknown, dataset: Dataset): string =>
  value === undefined ? '' : codec.show(value, dataset)

function column(
  dataset: Dataset,
  heading: string,
  { choices, isList }: Codec,
  help: string,
  width: number,
): FormColumn {
  const list = choices?.(dataset) ?? []
  const several = isList === true ? '几个写在一格里，用顿号隔开；文件没有写明的写“文件未写明”' : ''
  return {
    heading,
    help: [help, several].filter(Boolean).join('。'),
    width,
    choices: list,
    isOpen: isList === true,
  }
}

/** A table of a form and the column map for reading it. */
function table(
  name: string,
  into: ImportMap['into'],
  period: string,
  columns: readonly FormColumn[],
  figures: readonly string[] = [],
): { table: { name: string; columns: readonly FormColumn[] }; map: ImportMap } {
  const headings = columns.map(({ heading }) => heading)
  const fields = Object.entries(importFields[into]).filter(([, title]) => headings.includes(title))
  return {
    table: { name, columns },
    map: {
      into,
      period,
      sheet: name,
      header: 1,
      columns: Object.fromEntries(fields),
      ...(figures.length === 0
        ? {}
        : { figures: Object.fromEntries(figures.map((figure) => [figure, figure])) }),
    },
  }
}
