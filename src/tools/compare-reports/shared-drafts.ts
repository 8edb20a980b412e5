import type { NormalizedText } from './normalized-text.ts'
import { sharedLength } from './reuse.ts'
import { runsOf } from './template.ts'

/** A report of a year, for comparison with those of other units. */
interface YearReport {
  readonly normalized: NormalizedText
  readonly template: Uint8Array
}

/** A passage that several units share, as ranges of symbols. */
export interface SharedPassage {
  /** Indexes of the reports, in order. */
  readonly reports: readonly number[]
  /** Where it is in each of these reports. */
  readonly places: readonly { readonly from: number; readonly to: number }[]
  /** Symbols that are not template, in the first of the reports. */
  readonly own: number
}

/** The reports that have a run of 13: one as a number, several as a list in order. */
type Holders = ReadonlyMap<string, number | readonly number[]>

/**
 * The reports of each run of 13 symbols that is not template as a whole. A run that half of the
 * reports have consists of template.
 */
export function holdersOf(reports: readonly YearReport[]): Holders {
  const holders = new Map<string, number | number[]>()
  for (const [n, { normalized, template }] of reports.entries())
    for (const [at, run] of runsOf(normalized.symbols, sharedLength)) {
      if (!hasOwn(template, at, at + sharedLength)) continue
      const known = holders.get(run)
      if (known === undefined) holders.set(run, n)
      else if (typeof known === 'number') {
        if (known !== n) holders.set(run, [known, n])
      } else if (known.at(-1) !== n) known.push(n)
    }
  return holders
}

const hasOwn = (template: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (template[at] === 0) return true
  return false
}

const minUnits = 3

/**
 * Passages that three or more units share, but fewer than make them template, the longest first.
 *
 * @param minOwn fewest symbols of a passage that are not template
 */
export function sharedPassages(
  reports: readonly YearReport[],
  holders: Holders,
  minOwn: number,
): SharedPassage[] {
  const passages: SharedPassage[] = []
  for (const [n, { normalized, template }] of reports.entries()) {
    const { symbols } = normalized
    let key = ''
    let units: readonly number[] = []
    let from = 0
    let to = 0
    const finish = (): void => {
      if (key === '' || units[0] !== n) return
      let own = 0
      for (let at = from; at < to; at++) if (template[at] === 0) own++
      if (own < minOwn) return
      const passage = symbols.slice(from, to)
      const places = units.map((unit) => {
        const start = reports[unit]?.normalized.symbols.indexOf(passage) ?? -1
        return { from: start, to: start + passage.length }
      })
      // The same runs in another order are another passage.
      if (places.every((place) => place.from >= 0)) passages.push({ reports: units, places, own })
    }
    for (const [at, run] of runsOf(symbols, sharedLength)) {
      const found = holders.get(run)
      const list = Array.isArray(found) && found.length >= minUnits ? (found as number[]) : null
      const next = list === null ? '' : list.join(' ')
      if (next !== key || (key !== '' && at > to - sharedLength + 1)) {
        finish()
        key = next
        units = list ?? []
        from = at
      }
      to = at + sharedLength
    }
    finish()
  }
  return passages.sort((a, b) => b.own - a.own)
}

/** The report with which each report shares most of its own symbols, and how many. */
export function nearestReports(
  reports: readonly YearReport[],
  holders: Holders,
): ({ readonly report: number; readonly shared: number } | null)[] {
  return reports.map(({ normalized, template }, n) => {
    const ownBefore = new Int32Array(template.length + 1)
    for (let at = 0; at < template.length; at++)
      ownBefore[at + 1] = (ownBefore[at] ?? 0) + (template[at] === 0 ? 1 : 0)
    const shared = new Map<number, { count: number; covered: number }>()
    for (const [at, run] of runsOf(normalized.symbols, sharedLength)) {
      const found = holders.get(run)
      if (!Array.isArray(found)) continue
      for (const other of found as number[]) {
        if (other === n) continue
        const one = shared.get(other) ?? { count: 0, covered: 0 }
        const [from, to] = [Math.max(at, one.covered), at + sharedLength]
        one.count += (ownBefore[to] ?? 0) - (ownBefore[from] ?? 0)
        one.covered = to
        shared.set(other, one)
      }
    }
    const [best] = [...shared].sort(([a, x], [b, y]) => y.count - x.count || a - b)
    return best === undefined ? null : { report: best[0], shared: best[1].count }
  })
}
