import { periodIdOf, periodOf } from '#model/period-id.ts'
import { addMonths, chineseDate, dayAfter, monthsBetween } from '#model/calendar.ts'
import { comparePeriods, type Dataset, type Inspection } from '#model/dataset.ts'
import { issuesToAccountFor } from '#model/open-issue.ts'
import { type Holidays, isWorkingDay } from '#model/working-days.ts'
import { toFill } from '#messages/unfinished.ts'
import type { Deadline } from '#schema/deadline.ts'
import { inspection as schema, type InspectionFile } from '#schema/inspection.ts'
import type { Period } from '#schema/period.ts'
import { blankGroup, blankMeasures, present } from '#forms/blank.ts'
import { commentedYaml } from '#forms/commented-yaml.ts'

interface InspectionDraft {
  /** The value of the data file; values to fill in are marked with a placeholder text. */
  readonly value: Inspection
  readonly yaml: string
}

/**
 * A draft of the data file of a new inspection: the areas of the office's previous inspection with
 * every value to fill in, its open issues, and its deadlines moved by the same number of months.
 */
export function newInspection(
  dataset: Dataset,
  id: string,
  previous: Inspection | null,
  heads: readonly string[],
): InspectionDraft {
  const wanted = periodIdOf(id)
  if (wanted === null) throw new Error(`"${id}" is no id of a period`)
  const { period, proposed } = periodOf(wanted, previous)
  const months = previous === null ? 0 : monthsBetween(previous.period.start, period.start)
  const notes = new Map<string, string>()
  const name = period.label
  if (proposed) notes.set('period', '起止日期按上一期顺推，请核对')

  const head = present({
    period: proposed ? { ...period, label: `${toFill}（${name}）` } : period,
    activity: previous?.activity,
    issuer: previous?.issuer ?? toFill,
    joint_issuers: previous?.joint_issuers,
    document: previous?.document && blankDocument(previous.document),
    published_here: toFill,
    rechecked_until: previous?.rechecked_until && toFill,
    areas:
      previous === null
        ? Object.fromEntries(
            Object.entries(dataset.site.areas).map(([id, area]) => [id, usualArea(area)]),
          )
        : Object.fromEntries(
            Object.entries(previous.areas).map(([area, group]) => [area, blankGroup(group)]),
          ),
    figures: blankMeasures(previous?.figures),
  })
  const rest = present({
    follow_ups: carriedOver(dataset, { ...head, id, period } as Inspection, notes),
    deadlines: movedDeadlines(previous, months, notes, dataset.site.holidays),
    requirements: retitled('requirements', previous?.requirements, notes, ({ title }) => title),
    appendices: appendices(previous, notes),
  })
  const value = { ...head, ...rest }
  return {
    value: { ...(value as unknown as InspectionFile), id },
    yaml: commentedYaml({
      head: [
        ...heads,
        `${name}${previous?.activity ?? '检查'}。`,
        `凡是写着“${toFill}”的地方都要填写：照文件填，文件没有写明的填 not-stated，没有这一项的整行删去。`,
        `填完以前可以用 npm run dev 预览，不能生成正式的网站。`,
        ...(previous === null
          ? []
          : [`领域、期限按${previous.period.label}的列出，与本期文件不同的请改。`]),
        '',
        '文件点名的问题写在 issues 里，放在 areas 后面，例如（去掉行首的“#”和一个空格）：',
        ...issueExample(id, Object.keys(head.areas as object)[0] ?? 'media'),
      ],
      schema,
      value,
      notes,
    }),
  }
}

/**
 * The counts that documents usually print for an area; none for an area without objects to count.
 */
function usualArea({ name, object }: Dataset['site']['areas'][string]): object {
  if (object === undefined) return {}
  return /留言|信箱|来信|信件|热线|诉求|工单|投诉/.test(`${name}${object}`)
    ? { tally: { received: toFill, closed: toFill }, rates: { closed: { stated: toFill } } }
    : {
        tally: { checked: toFill, failed: toFill },
        rates: { passed: { stated: toFill } },
      }
}

const issueExample = (id: string, area: string): string[] => [
  'issues:',
  `  ${id}-01:`,
  `    area: ${area}`,
  '    units: [单位编号]',
  '    severity: ordinary',
  '    counts_in_rate: false',
  '    text: 一句话说清是什么问题',
]

/** The document facts that the office usually states, to fill in; the title is in the bulletin. */
function blankDocument(document: NonNullable<Inspection['document']>): object | undefined {
  const { type, title: _title, abridged: _abridged, reposted: _reposted, ...facts } = document
  const blank = Object.fromEntries(Object.keys(facts).map((key) => [key, toFill]))
  const known = present({ type, ...blank })
  return Object.keys(known).length === 0 ? undefined : known
}

/** Every issue that this inspection has to account for, with both answers to fill in. */
function carriedOver(
  dataset: Dataset,
  draft: Inspection,
  notes: Map<string, string>,
): object | undefined {
  const inspections = [...dataset.inspections, draft].sort(comparePeriods)
  const open = issuesToAccountFor(inspections, inspections.indexOf(draft))
  if (open.length === 0) return undefined
  const issues = new Map(dataset.inspections.flatMap((one) => Object.entries(one.issues ?? {})))
  const followUps = open.map((id) => {
    const text = issues.get(id)?.text
    if (text !== undefined) notes.set(`follow_ups.${id}`, text)
    return [id, { rectified: toFill, reported: toFill }] as const
  })
  return Object.fromEntries(followUps)
}

/** The deadlines of the previous inspection, moved; each is marked until an editor confirms it. */
function movedDeadlines(
  previous: Inspection | null,
  months: number,
  notes: Map<string, string>,
  holidays: Holidays,
): object | undefined {
  if (previous?.deadlines === undefined) return undefined
  const entries = Object.entries(previous.deadlines).map(([id, deadline]) => {
    const stated = deadline.stated ?? deadline.words
    if (stated !== undefined) notes.set(`deadlines.${id}`, `上期为：${stated}`)
    return [id, moveDeadline(deadline, months, holidays)] as const
  })
  return Object.fromEntries(entries)
}

function moveDeadline(deadline: Deadline, months: number, holidays: Holidays): object {
  const { due, within, words, period } = deadline
  const day = due === undefined ? undefined : workingDayFrom(addMonths(due, months), holidays)
  const isCounted = within !== undefined || day !== undefined
  const proposal = day === undefined ? '' : `（拟${chineseDate(day)}${deadline.time ?? ''}前）`
  return present({
    ...deadline,
    period: period && movedPeriod(period, months),
    due: day,
    within: within && present({ ...within, after: movedStart(within.after, months) }),
    words: words === undefined ? undefined : isCounted ? words : `${toFill}（上期：${words}）`,
    stated: isCounted || deadline.stated !== undefined ? `${toFill}${proposal}` : undefined,
  })
}

const movedStart = (after: string | undefined, months: number): string | undefined =>
  after === undefined || !/^\d/.test(after) ? after : addMonths(after, months)

/** Moves the period for which reports are ordered. */
function movedPeriod({ id, ...period }: Period & { id: string }, months: number): object {
  const known = periodIdOf(id)
  const start = addMonths(period.start, months)
  const span = monthsOf(known?.kind)
  if (known === null || span === null)
    return { id: toFill, ...period, start, end: addMonths(period.end, months) }
  const year = Number(start.slice(0, 4))
  const number = Math.floor((Number(start.slice(5, 7)) - 1) / span) + 1
  const part =
    known.kind === 'quarter'
      ? `-q${number}`
      : known.kind === 'half-year'
        ? `-h${number}`
        : known.kind === 'year'
          ? ''
          : `-${String(number).padStart(2, '0')}`
  const wanted = periodIdOf(`${known.prefix}${year}${part}`)
  if (wanted === null) return { id: toFill, ...period }
  const next = periodOf(wanted, { id, period } as Inspection).period
  return { id: wanted.id, ...next }
}

const monthsOf = (kind: NonNullable<ReturnType<typeof periodIdOf>>['kind'] | undefined) =>
  kind === undefined || kind === 'round'
    ? null
    : { quarter: 3, 'half-year': 6, year: 12, numbered: 1 }[kind]

/** The day itself, or the next known working day. */
function workingDayFrom(day: string, holidays: Holidays): string {
  let next = day
  while (isWorkingDay(next, holidays) === false) next = dayAfter(next)
  return next
}

/** Entries with titles to fill in, each with a note of its previous title. */
function retitled<T extends { readonly title: string }>(
  field: string,
  entries: Readonly<Record<string, T>> | undefined,
  notes: Map<string, string>,
  titleOf: (entry: T) => string,
): object | undefined {
  if (entries === undefined) return undefined
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => {
      notes.set(`${field}.${id}`, `上期为：${titleOf(entry)}`)
      return [id, { title: toFill }] as const
    }),
  )
}

/** The appendices that a deadline refers to; other tables are not repeated in each document. */
function appendices(previous: Inspection | null, notes: Map<string, string>): object | undefined {
  const named = Object.values(previous?.deadlines ?? {}).flatMap(({ who }) =>
    typeof who === 'object' && !Array.isArray(who) ? [who.appendix] : [],
  )
  const dutyAppendices = Object.entries(previous?.appendices ?? {}).filter(([id]) =>
    named.includes(id),
  )
  if (dutyAppendices.length === 0) return undefined
  return Object.fromEntries(
    dutyAppendices.map(([id, { title, columns }]) => {
      notes.set(`appendices.${id}`, `上期为：${title}`)
      notes.set(
        `appendices.${id}.rows`,
        '单位、账号写成 { of: units.单位编号 }、{ of: channels.账号编号 }，期限才算得到它头上',
      )
      const row = columns?.map((_, n) => (n === 0 ? 1 : toFill))
      return [id, present({ title: toFill, columns, rows: row && [row] })] as const
    }),
  )
}
