import type { IssueRecord } from '#model/dataset.ts'
import type { UnitRecord } from '#model/unit-record.ts'
import * as at from './addresses.ts'

const parts = ['issues', 'tables', 'registers', 'otherReports', 'channels'] as const
type Part = (typeof parts)[number]

/**
 * A page of a unit's record. The first has the current duties and the newest records of each part.
 */
export interface UnitPage extends Pick<UnitRecord, Part> {
  readonly href: string
  /** Address of the unit's first page. */
  readonly first: string
  readonly title: string
  /** The introduction of the pages after the first. */
  readonly lead: string
  /** Counted from 1. */
  readonly number: number
  readonly pages: number
  /** The issues of the newest year, where they are too many for cards on the first page. */
  readonly listed: readonly IssueRecord[]
}

/**
 * Records of each part on the first page: with its styles and scripts, it stays below 14 kB
 * gzipped. A year with more issues is a list there, and all their cards are on the pages after it.
 */
const onFirst: Readonly<Record<Part, number>> = {
  issues: 2,
  tables: 2,
  registers: 2,
  otherReports: 2,
  channels: 4,
}
/** Records of each part on the pages after the first, which hold only lists. */
const onLater = 7

/** A unit's record over all years, newest first, in pages that open fast on a slow line. */
export function unitPages(record: UnitRecord): UnitPage[] {
  const { id, unit, current } = record
  const first = at.unitPage(id)
  const hasList = current.issues.length > onFirst.issues
  const most = hasList ? { ...onFirst, issues: 0 } : onFirst
  // The issues of the year stand before the older ones.
  const issues = [
    ...current.issues,
    ...record.issues.filter((issue) => !current.issues.includes(issue)),
  ]
  const later = parts.map((part) => Math.ceil((record[part].length - most[part]) / onLater))
  const pages = 1 + Math.max(0, ...later)
  return Array.from({ length: pages }, (_, n) => {
    const here = <T>(part: Part, all: readonly T[]): readonly T[] =>
      n === 0
        ? all.slice(0, most[part])
        : all.slice(most[part] + (n - 1) * onLater, most[part] + n * onLater)
    return {
      href: at.listPage(first, n + 1),
      first,
      title: n === 0 ? unit.name : `${unit.name}的其他记录（第${n + 1}页）`,
      lead: `${unit.name}的其他记录，第${n + 1}页，共${pages}页；应完成的事项和最新的记录见第1页。`,
      number: n + 1,
      pages,
      listed: n === 0 && hasList ? current.issues : [],
      issues: here('issues', issues),
      tables: here('tables', record.tables),
      registers: here('registers', record.registers),
      otherReports: here('otherReports', record.otherReports),
      channels: here('channels', record.channels),
    }
  })
}

/** The newest period of which a unit has a badge; null when it has none. */
export function badgePeriod({
  registers,
  otherReports,
}: Pick<UnitRecord, 'registers' | 'otherReports'>): string | null {
  const periods = [
    ...registers.map(({ register }) => register.period),
    ...otherReports.map(({ period }) => period.id),
  ]
  return periods.sort().at(-1) ?? null
}
