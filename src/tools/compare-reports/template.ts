import { sectionBreak } from './normalized-text.ts'

/** Symbols of a run that is taken for template. */
const templateLength = 8

/**
 * Reports that at least have to share a run before it is template: of two or three reports, half
 * would be a single other one.
 */
const minReports = 3

/** The runs of a length in a text, each with its place; none across sections. */
export function* runsOf(symbols: string, length: number): Generator<readonly [number, string]> {
  let next = symbols.indexOf(sectionBreak)
  for (let at = 0; at + length <= symbols.length; at++) {
    if (next >= 0 && at > next) next = symbols.indexOf(sectionBreak, at)
    if (next >= 0 && next < at + length) {
      at = next
      continue
    }
    yield [at, symbols.slice(at, at + length)]
  }
}

/**
 * The runs of 8 symbols that are template: those of the prescribed form, and those that stand in at
 * least half of the reports of a year. Takes time in proportion to the texts.
 *
 * @param form the paragraphs of the prescribed form, as symbols
 * @param reports the reports of one year, as symbols
 */
export function templateRuns(
  form: readonly string[],
  reports: readonly string[],
): ReadonlySet<string> {
  const template = new Set(
    form.flatMap((paragraph) => [...runsOf(paragraph, templateLength)].map(([, run]) => run)),
  )
  const needed = Math.max(minReports, Math.ceil(reports.length / 2))
  if (reports.length < needed) return template
  const counts = new Map<string, number>()
  for (const [n, symbols] of reports.entries()) {
    // A run that a report has twice counts once.
    const own = new Set<string>()
    for (const [, run] of runsOf(symbols, templateLength)) own.add(run)
    const left = reports.length - n
    for (const run of own) {
      const count = (counts.get(run) ?? 0) + 1
      // A run cannot become template any more if too few reports are left.
      if (count >= needed) template.add(run)
      else if (count > 1 || left >= needed) counts.set(run, count)
    }
  }
  return template
}

/** Which symbols of a report are template: those in a run of 8 that is. */
export function templateMask(symbols: string, template: ReadonlySet<string>): Uint8Array {
  const mask = new Uint8Array(symbols.length)
  for (const [at, run] of runsOf(symbols, templateLength))
    if (template.has(run)) mask.fill(1, at, at + templateLength)
  return mask
}
