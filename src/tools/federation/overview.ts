import { jsonText } from '#model/json-text.ts'
import { compareText } from '#model/dataset.ts'
import { fractionText } from '#model/rate.ts'
import type { CityData } from './city.ts'
import { differsFromCounts, isOfWholeArea } from './valid-tables.ts'
import { headOf, type PublishedRow, type PublishedTables } from './published-tables.ts'
import { differsWords } from './words.ts'

/** A rate of a city, in the words of the city's own page. */
interface CityRate {
  readonly area: string
  readonly name: string
  readonly words: string
  /** 369/370; null unless both are known. */
  readonly fraction: string | null
  /** Whether the counts give another rate than the city's page shows. */
  readonly differs: boolean
}

interface CityOverview {
  readonly id: string
  readonly name: string
  readonly site?: string | undefined
  readonly fetchedOn: string | null
  readonly trouble: string | null
  /** The newest inspection; null where the city has none or its data are missing. */
  readonly inspection: {
    readonly label: string
    readonly publishedHere: string
    readonly issues: number | null
    readonly rates: readonly CityRate[]
  } | null
  /** The newest register: the number of units in each state, in words. */
  readonly register: {
    readonly label: string
    readonly units: number
    readonly states: readonly { readonly words: string; readonly units: number }[]
  } | null
}

/** The overview of each city, in the order of the list: cities are not ranked. */
export const overviewOf = (cities: readonly CityData[]): CityOverview[] =>
  cities.map(({ tables, ...known }) => ({
    ...known,
    inspection: tables === null ? null : newestInspection(tables),
    register: tables === null ? null : newestRegister(tables),
  }))

function newestInspection({ inspections, rates }: PublishedTables): CityOverview['inspection'] {
  const newest = inspections.toSorted((a, b) => compareText(text(b, 'end'), text(a, 'end')))[0]
  if (newest === undefined) return null
  const id = text(newest, 'id')
  return {
    label: text(newest, 'label'),
    publishedHere: text(newest, 'published_here'),
    issues: number(newest, 'issues'),
    rates: rates
      .filter((row) => text(row, 'record') === `inspections/${id}` && isOfWholeArea(row))
      .map((row) => ({
        area: text(row, 'block'),
        name: text(row, 'name'),
        words: text(row, 'shown'),
        fraction: fractionText({
          numerator: number(row, 'numerator'),
          denominator: number(row, 'denominator'),
        }),
        differs: differsFromCounts(row),
      })),
  }
}

function newestRegister({ register }: PublishedTables): CityOverview['register'] {
  const last = register.toSorted((a, b) => compareText(text(b, 'last_day'), text(a, 'last_day')))[0]
  if (last === undefined) return null
  const rows = register.filter((row) => text(row, 'period') === text(last, 'period'))
  const codes = headOf('register').columns.find(({ key }) => key === 'state')?.codes ?? {}
  const states = Object.entries(codes).map(([code, words]) => ({
    words,
    units: rows.filter((row) => row['state'] === code).length,
  }))
  return {
    label: text(last, 'period_name'),
    units: rows.length,
    states: states.filter(({ units }) => units > 0),
  }
}

const text = (row: PublishedRow, key: string): string => String(row[key] ?? '')
const number = (row: PublishedRow, key: string): number | null => {
  const value = row[key]
  return typeof value === 'number' ? value : null
}

export interface Overview {
  readonly name: string
  readonly notice?: string | undefined
  /** The day of the overview, on which the packages were fetched. */
  readonly asOf: string
  readonly cities: readonly CityOverview[]
}

/** The overview for programs, with stable keys. */
export const overviewJson = (overview: Overview): string => jsonText({ version: 1, ...overview })

/** Every rate of every city as a table, with words for missing values. */
export const rateCells = (cities: readonly CityOverview[]): string[][] => [
  ['市', '检查期', '检查对象', '名称', '页面写法', '分子/分母', '核对', '取得日期'],
  ...cities.flatMap(({ name, inspection, fetchedOn }) =>
    (inspection?.rates ?? []).map((rate) => [
      name,
      inspection?.label ?? '',
      rate.area,
      rate.name,
      rate.words,
      rate.fraction ?? '文件未写明',
      rate.fraction === null ? '没有分子、分母可核对' : rate.differs ? differsWords : '相符',
      fetchedOn ?? '没有取到',
    ]),
  ),
]
