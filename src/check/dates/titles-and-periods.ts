import { authoredFile } from '#schema/authored-files.ts'
import { indexDataset, type Dataset } from '#model/dataset.ts'
import { periodIdOf, periodOf } from '#model/period-id.ts'
import type { Period } from '#schema/period.ts'
import { atValue, type Place } from '#messages/problem.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { type TimeSpan, labelSpan } from './printed-time.ts'

/**
 * A title that names a quarter, a half-year or a month agrees with the period of its document. Only
 * warns.
 */
export const titlesAndPeriods: Check = {
  name: 'titles-and-periods',
  description: 'The quarter, half-year or month in a title is one of its period.',
  check({ dataset, isUsable }) {
    const read: ReadSpans = new Map()
    return [...titlesOf(dataset)].flatMap(
      ({ file, place, title, period, periodFile, periodPath }) => {
        // A document about the rectification of earlier findings is named after those findings.
        if (!isUsable(periodFile, periodPath) || isOfEarlier(title)) return []
        const named = spansIn(title, period, read)
        if (
          named.length === 0 ||
          named.some(({ start, end }) => start <= period.end && end >= period.start)
        )
          return []
        const words = [...new Set(named.map(({ text }) => text))]
        const args = { named: words.join('、'), period: period.label }
        return [problem('title-period-differs', file, place, args, 'warning')]
      },
    )
  },
}

/** Whether a title is about earlier findings. 自查整改 is about its own period. */
const isOfEarlier = (title: string): boolean =>
  /复查|回头看|上期/.test(title) || (title.includes('整改') && !title.includes('自查'))

interface Titled {
  readonly file: string
  readonly place: Place
  readonly title: string
  readonly period: Period
  readonly periodFile: string
  readonly periodPath: readonly string[]
}

function* titlesOf(dataset: Dataset): Generator<Titled> {
  for (const inspection of dataset.inspections) {
    const file = inspectionFile(inspection)
    const of = { file, period: inspection.period, periodFile: file, periodPath: ['period'] }
    const { document, appendices = {} } = inspection
    if (document?.title !== undefined)
      yield { ...of, title: document.title, place: atValue('document', 'title') }
    for (const [id, { title }] of Object.entries(appendices))
      yield { ...of, title, place: atValue('appendices', id, 'title') }
    for (const block of dataset.bulletins[inspection.id]?.blocks ?? []) {
      if (block.type !== 'heading' || block.depth !== 1) continue
      for (const node of block.children)
        if (node.type === 'text')
          yield {
            ...of,
            file: authoredFile('bulletin', inspection.id),
            title: node.text,
            place: { at: 'offset', offset: node.offset },
          }
    }
  }
  const { orders } = indexDataset(dataset)
  for (const { file, period: id, report } of namedReports(dataset)) {
    const order = orders.get(id)
    const period = order?.deadline.period ?? spanOfId(id)
    if (period === null) continue
    const of =
      order === undefined
        ? { file, period, periodFile: file, periodPath: ['title'] }
        : { file, period, periodFile: inspectionFile(order.inspection), periodPath: ['deadlines'] }
    yield { ...of, title: report.title, place: atValue('title') }
    if (report.document?.title !== undefined)
      yield { ...of, title: report.document.title, place: atValue('document', 'title') }
  }
}

/** The period that the id of a folder names; null for a numbered one, which may be a round. */
function spanOfId(id: string): Period | null {
  const known = periodIdOf(id)
  return known === null || known.kind === 'numbered' || known.kind === 'round'
    ? null
    : periodOf(known, null).period
}

const spanInTitle =
  /(?<!\d{4}年)(?:第?[一二三四1-4]季度|[上下]半年)(?![至到—–-])|\d{4}年(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)(?![\d日号至到—–-])/g

/** Cache of the span of each wording, since most titles use one of a few. */
type ReadSpans = Map<string, TimeSpan | null>

/**
 * The spans that a title names. A quarter or half-year without a year is one of the years of the
 * period.
 */
function spansIn(
  title: string,
  { start, end }: Period,
  read: ReadSpans,
): (TimeSpan & { readonly text: string })[] {
  const years = [...new Set([start, end].map((day) => Number(day.slice(0, 4))))]
  const words = [...title.normalize('NFKC').replace(/\s/g, '').matchAll(spanInTitle)]
  return words.flatMap(([text]) =>
    (/^\d{4}年/.test(text) ? [Number(text.slice(0, 4))] : years).flatMap((year) => {
      const key = `${year} ${text}`
      const known = read.get(key)
      const span = known === undefined ? labelSpan(text, year) : known
      read.set(key, span)
      return span === null ? [] : [{ text, ...span }]
    }),
  )
}
