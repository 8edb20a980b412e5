/**
 * From records to what components show: words, links and formats. No figure is made here; each
 * comes from the domain as a number or a finished text.
 */
import type { AreaView, GroupView } from '#domain/area.ts'
import { bulletinTitle, passages, type Resolve } from '#domain/bulletin.ts'
import { chineseDate } from '#domain/calendar.ts'
import { indicatorsInForce } from '#domain/catalogue.ts'
import {
  type Dataset,
  type DeadlineRecord,
  type Inspection,
  type IssueRecord,
  unitsOfIssue,
} from '#domain/dataset.ts'
import { dueState, unitsOwing } from '#domain/deadline.ts'
import { missingWords } from '#domain/figure.ts'
import { deadlineText, resolveReference } from '#domain/reference.ts'
import type { UnitRecord } from '#domain/unit-record.ts'
import * as at from './addresses.ts'
import { siteData } from './data.ts'
import {
  countingWords,
  deliverableWords,
  dueWords,
  registerWords,
  countsWords,
  type StateWords,
  stepWords,
} from './words.ts'

interface Link {
  label: string
  href?: string | undefined
}

export const unitName = (id: string): string => siteData().dataset.units[id]?.name ?? id
export const unitLink = (id: string): Link => ({ label: unitName(id), href: at.unitPage(id) })

export function channelName(id: string): string {
  const channel = siteData().dataset.channels[id]
  return channel === undefined ? id : `${channel.name}（${channel.platform}）`
}
export const channelLink = (id: string): Link => ({
  label: channelName(id),
  href: at.channelPage(id),
})

/** Reads references as seen from one inspection. The checker has made sure that each leads somewhere. */
export function resolverFor(inspection: Inspection): Resolve {
  const { dataset } = siteData()
  return (path) => {
    const resolved = resolveReference(dataset, inspection, path)
    if (!resolved.found) throw new Error(`the reference "${path}" leads to no value`)
    return resolved.text
  }
}

/** Title of an inspection's bulletin, or null when there is no bulletin here. */
export function titleOfBulletin(inspection: Inspection): string | null {
  const bulletin = siteData().dataset.bulletins[inspection.id]
  return bulletin === undefined ? null : bulletinTitle(bulletin, resolverFor(inspection))
}

const passageMemo = new WeakMap<Inspection, ReadonlyMap<string, string>>()

/** The bulletin's own sentence for a record, with a link to its place; undefined when unmarked. */
export function sourceOf(
  inspection: Inspection,
  of: string,
): { quote: string; document: string; href: string } | undefined {
  const bulletin = siteData().dataset.bulletins[inspection.id]
  if (bulletin === undefined) return undefined
  const known = passageMemo.get(inspection) ?? passages(bulletin, resolverFor(inspection))
  passageMemo.set(inspection, known)
  const quote = known.get(of)
  if (quote === undefined) return undefined
  return {
    quote: quote.replace(/[；，、]$/, ''),
    document: `${inspection.period.label}通报`,
    href: at.passage(inspection.id, of),
  }
}

export interface IssueCardProps {
  id: string
  href: string
  text: string
  units: Link[]
  unitsSuffix?: string
  unitsMissing?: string
  channels: Link[]
  indicators: Link[]
  status: StateWords
  counts: string
  remark?: string
  steps: { on: string; date: string; label: string }[]
}

const forceMemo = new WeakMap<Dataset, Map<string, ReturnType<typeof indicatorsInForce>>>()

/** The name of an indicator in the version that was in force at the end of a period. */
export function indicatorName(id: string, { period }: Inspection): string {
  const { dataset, index } = siteData()
  const known = forceMemo.get(dataset) ?? new Map<string, ReturnType<typeof indicatorsInForce>>()
  forceMemo.set(dataset, known)
  const force = known.get(period.end) ?? indicatorsInForce(dataset.catalogues, period.end)
  known.set(period.end, force)
  return (force.get(id) ?? index.indicators.get(id))?.indicator.name ?? id
}

/** What a card or a page shows of an issue. */
export function issueCard({ id, issue, inspection }: IssueRecord): IssueCardProps {
  const { asOf } = siteData()
  const units = unitsOfIssue(issue)
  return {
    id,
    href: at.issuePage(id),
    text: issue.text,
    units: units.map(unitLink),
    ...(issue.exhaustive === false && units.length > 0 ? { unitsSuffix: '等单位' } : {}),
    ...(typeof issue.units === 'string' ? { unitsMissing: missingWords[issue.units] } : {}),
    channels: (issue.channels ?? []).map(channelLink),
    indicators: (issue.indicators ?? []).map((indicator) => ({
      label: indicatorName(indicator, inspection),
      href: at.indicatorAnchor(indicator),
    })),
    status: {
      label: issue.printed_status ?? '通报未定性',
      tone: issue.counts_in_rate === true ? 'alert' : 'neutral',
    },
    counts: countsWords(issue),
    ...(issue.remark === undefined ? {} : { remark: issue.remark }),
    steps: (issue.rectification ?? [])
      .filter(({ on }) => on <= asOf)
      .map(({ on, step, note }) => ({
        on,
        date: chineseDate(on),
        label: note === undefined ? stepWords[step] : `${stepWords[step]}：${note}`,
      })),
  }
}

export interface DeadlineProps {
  what: string
  href: string
  printed: string
  due?: string
  counting?: string
  left: string
  who: string | Link | Link[]
  deliverable?: string
  to?: string
  state: StateWords
  source?: { quote: string; document: string; href: string }
}

/** What a deadline line shows on the as-of day. */
export function deadlineLine(record: DeadlineRecord): DeadlineProps {
  const { dataset, asOf } = siteData()
  const { deadline, inspection, id } = record
  const { state, days } = dueState(deadline, asOf)
  const words = dueWords(state, days)
  const counting = countingWords(deadline)
  const source = sourceOf(inspection, `deadlines.${id}`)
  const units = unitsOwing(dataset, record)
  const many = units.length > 5 || deadline.who === 'all-units'
  return {
    what: deadlineTitle(record),
    href: deadlineHref(record),
    printed: deadlineText(deadline),
    ...(deadline.due === undefined ? {} : { due: deadline.due }),
    ...(counting === undefined ? {} : { counting }),
    left: words.left,
    who:
      units.length === 0
        ? (deadline.who_stated ?? '文件未写明')
        : many
          ? (deadline.who_stated ?? `${units.length}个单位`)
          : units.map(unitLink),
    ...(deadline.deliverable === undefined
      ? {}
      : { deliverable: deliverableWords[deadline.deliverable] }),
    ...(deadline.to === undefined ? {} : { to: deadline.to }),
    state: words.state,
    ...(source === undefined ? {} : { source }),
  }
}

/** "主动公开自查整改情况（2024年第二季度）" */
export const deadlineTitle = ({ deadline }: DeadlineRecord): string =>
  deadline.period === undefined ? deadline.title : `${deadline.title}（${deadline.period.label}）`

/**
 * The day on which the unit reported on the findings that count in the rate, when the duty is such a
 * report and the data records that it did for each of them.
 */
function reportedOn(
  { deadline, inspection }: DeadlineRecord,
  unit: UnitRecord,
  asOf: string,
): string | null {
  if (deadline.what !== 'rectification-report') return null
  const days = unit.issues
    .filter((record) => record.inspection.id === inspection.id)
    .filter(({ issue }) => issue.counts_in_rate === true && unitsOfIssue(issue).length === 1)
    .map(({ issue }) => issue.rectification?.find(({ step }) => step === 'reported')?.on ?? null)
  const known = days.filter((day) => day !== null)
  return known.length > 0 && known.length === days.length && known.every((day) => day <= asOf)
    ? (known.sort().at(-1) ?? null)
    : null
}

/** Where a duty of one unit stands; past the date, only what is recorded here is said. */
export function dutyWords(record: DeadlineRecord, unit: UnitRecord): StateWords {
  const { deadline } = record
  const row = unit.registers.find(({ register }) => register.order === record)?.row
  if (row !== undefined) return registerWords(row.status)
  const { asOf } = siteData()
  const reported = reportedOn(record, unit, asOf)
  if (reported !== null) return { label: `${chineseDate(reported)}已报送`, tone: 'done' }
  const { state, days } = dueState(deadline, asOf)
  return state === 'passed' ? registerWords({ state: 'not-recorded' }) : dueWords(state, days).state
}

const deadlineHref = ({ deadline, inspection, id }: DeadlineRecord): string =>
  deadline.what === 'self-inspection' && deadline.period !== undefined
    ? at.registerPage(deadline.period.id)
    : at.deadlineAnchor(inspection.id, id)

export interface AreaFigureProps {
  area: string
  href: string
  fraction?: string
  counted?: string
  rate?: { name: string; value: string }
  reason?: string
  bar?: { total: number; checked: number; failed: number }
  coverage?: string
  failed?: string
  clear?: string
  notes: string[]
}

/** The figure of an area: the fraction first, then the rate, then what it means in words. */
export function areaFigure(inspection: Inspection, area: AreaView): AreaFigureProps {
  const { counter, object } = area
  const base = {
    area: area.name,
    href: at.areaAnchor(inspection.id, area.id),
    notes: areaNotes(area),
  }
  // Of several rounds one sets the rate; where there is none, the area's own figures do.
  const round = area.rounds.find(({ setsRate }) => setsRate)
  const group: GroupView =
    area.rates.length === 0 && round !== undefined && round.group.rates.length > 0
      ? round.group
      : area
  const { checked, passed, failed } = group
  const rate = group.rates.find(({ text }) => text !== null)
  const shownRate = rate?.text == null ? {} : { rate: { name: rate.label, value: rate.text } }
  if (checked !== null && checked > 0 && passed !== null && failed !== null) {
    const population = numberIn(area, 'total') ?? numberIn(area, 'running')
    const bar =
      population === null || population < checked
        ? {}
        : { bar: { total: population, checked, failed } }
    return {
      ...base,
      fraction: `${passed}/${checked}`,
      counted: `${counter}${object}合格`,
      ...shownRate,
      ...bar,
      coverage: coverageWords(group.coverage, counter, checked, population),
      ...(failed > 0
        ? { failed: `${failed}${counter}${failedWord(area)}` }
        : { clear: `检查的${checked}${counter}中没有不合格` }),
    }
  }
  const valid = numberIn(area, 'valid')
  const closed = numberIn(area, 'closed')
  if (valid !== null && valid > 0 && closed !== null) {
    // The fraction that stands before a rate is the rate's own, where the document gives it.
    const ofRate =
      rate !== undefined &&
      rate.numerator !== null &&
      rate.denominator !== null &&
      Object.hasOwn(closedWords, rate.name)
    const apart =
      rate === undefined || rate.numerator !== null ? [] : [`${rate.label}的件数文件未单列`]
    const open = numberIn(area, 'open')
    return {
      ...base,
      fraction: ofRate
        ? `${String(rate.numerator)}/${String(rate.denominator)}`
        : `${closed}/${valid}`,
      counted: `${counter}${(ofRate ? closedWords[rate.name] : undefined) ?? '办结'}`,
      ...shownRate,
      coverage: [`${object}${valid}${counter}`, `办结${closed}${counter}`]
        .concat(open === null ? [] : `在办${open}${counter}`, apart)
        .join('，'),
    }
  }
  if (valid === 0) return { ...base, reason: '本期没有收到有效留言，不计算比率。' }
  const named = new Set(area.issues.flatMap(({ issue }) => unitsOfIssue(issue))).size
  const found =
    area.issues.length === 0
      ? {}
      : {
          coverage: `提出${area.issues.length}类问题${named > 0 ? `，点名${named}个单位` : ''}`,
        }
  if (rate?.text != null)
    return {
      ...base,
      fraction: rate.text,
      counted:
        rate.numerator !== null && rate.denominator !== null
          ? `${rate.label}（${rate.numerator}/${rate.denominator}）`
          : `${rate.label}，文件未写明件数`,
      ...found,
    }
  const figures = area.counts.length + area.figures.length + area.splits.length + area.rounds.length
  return {
    ...base,
    reason: figures > 0 ? '没有合格率，数字见详情。' : '通报用文字说明，没有合格率。',
    ...found,
  }
}

/** What the fraction of a rate of messages counts. */
const closedWords: Readonly<Record<string, string>> = {
  closed: '办结',
  closed_on_time: '按期办结',
}

/** How much was checked, as far as the document says: all of what there is only where it says so. */
function coverageWords(
  coverage: AreaView['coverage'],
  counter: string,
  checked: number,
  population: number | null,
): string {
  if (population !== null && population > checked)
    return `${population}${counter}中检查${checked}${counter}`
  return coverage === 'full' || population === checked
    ? `${checked}${counter}全部检查`
    : `检查${checked}${counter}`
}

const numberIn = (view: AreaView, name: string): number | null =>
  view.counts.find((count) => count.name === name)?.number ?? null

/** The document's own word for what failed, where its findings agree on one. */
function failedWord(view: AreaView): string {
  const words = new Set(
    view.issues
      .filter(({ issue }) => issue.counts_in_rate === true)
      .map(({ issue }) => issue.printed_status),
  )
  const [only] = words
  return words.size === 1 && only !== undefined ? only : '不合格'
}

function areaNotes(view: AreaView): string[] {
  const parts = [view.window, view.source === null ? null : `来自“${view.source}”`].filter(
    (part) => part !== null,
  )
  return parts.length === 0 ? [] : [parts.join('，')]
}
