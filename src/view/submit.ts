import type { Model } from '#model/model.ts'
import { checklistOf } from '#model/checklist.ts'
import { chineseDate } from '#model/calendar.ts'
import { compareText, type Inspection, unitsOfIssue } from '#model/dataset.ts'
import { issueOffers, opennessOffers, orderOffers } from '#model/form-offers.ts'
import { deadlineText } from '#model/reference.ts'
import { formContextOf, formContextOfLedgers } from '#model/form-context.ts'
import type { FormKind, PageData, Subject } from './form-data.ts'
import { submitFor } from './addresses.ts'
import { indicatorName } from './issue-cards.ts'
import { ledger } from './ledger.ts'
import { opennessChecklist, opennessChecklistTitle } from './openness-checklist.ts'
import { idAfter, periodIdOf, periodOf } from '#model/period-id.ts'
import { commonSubject, labelOfPeriod } from '#model/report-periods.ts'
import { reportPeriodsOf, subjectOfSite } from './report-periods.ts'
import { Memoized } from '#model/memoized.ts'

export const formKinds = [
  'self-inspection',
  'rectification',
  'openness',
] as const satisfies FormKind[]

/** Title and texts of the page with a form; that of reports speaks of them as the site does. */
export function formPage(model: Model, kind: FormKind) {
  if (kind === 'rectification')
    return {
      title: '填报整改说明',
      lead: '被点名的单位在浏览器里说明问题的整改情况，当场检查，生成文件后提交；填写的内容不离开这台电脑。',
      of: '问题',
      manual: 'rectification',
    }
  if (kind === 'openness')
    return {
      title: '填报政策文件和征求意见',
      lead: '单位在浏览器里记一年的政策文件和解读、征求意见、年度报告，当场检查，生成文件后提交；填写的内容不离开这台电脑。',
      of: '年度',
      manual: 'openness-unit',
    }
  const subject = subjectOfSite(model)
  return {
    title: `填报${subject}情况`,
    lead: `单位在浏览器里填写本期${subject}情况，当场检查，生成文件后提交；填写的内容不离开这台电脑。`,
    of: '期',
    manual: 'self-inspection',
  }
}

const forms = new Memoized<Readonly<Record<FormKind, PageData | null>>>()

/** The data of a form; null when there is nothing to submit. */
export function formData(model: Model, kind: FormKind): PageData | null {
  const byKind = forms.of(model, () => ({
    'self-inspection': reports(model),
    rectification: statements(model),
    openness: ledgers(model),
  }))
  return byKind[kind]
}

/** The address at which a unit makes a statement on its first open issue; null when it has none. */
export function openStatements(model: Model, unit: string): string | null {
  const open =
    formData(model, 'rectification')?.subjects.filter(({ units }) => units.includes(unit)) ?? []
  const [first] = open
  return first === undefined ? null : submitFor('rectification', first.id, unit)
}

/**
 * The address at which a unit fills in its ledger of the newest year that has one, of any unit or of
 * the office; null if it cannot.
 */
export function newestOpennessForm(model: Model, unit: string): string | null {
  const { openness, opennessOffice } = model.dataset
  const offered = formData(model, 'openness')?.subjects ?? []
  const newest =
    offered.find(({ id }) => Object.hasOwn(openness, id) || Object.hasOwn(opennessOffice, id)) ??
    offered[0]
  return newest === undefined ? null : formFor(model, 'openness', newest.id, unit)
}

/**
 * The address at which a unit answers an order or an issue, or fills in the ledger of a year; null
 * when the unit cannot.
 */
export function formFor(model: Model, kind: FormKind, of: string, unit?: string): string | null {
  const subject = formData(model, kind)?.subjects.find(({ id }) => id === of)
  if (subject === undefined || (unit !== undefined && !subject.units.includes(unit))) return null
  return submitFor(kind, of, unit)
}

function reports(model: Model): PageData | null {
  const { dataset, index, asOf } = model
  const known = orderOffers(dataset, index, asOf).map(
    ({ order, register, units, isOverdue, isPast, last }): Subject & { last: string | null } => ({
      id: register.period,
      label: register.label,
      units,
      due: deadlineText(order.deadline),
      last,
      ...(isOverdue && register.lookedOn !== null
        ? { lookedOn: chineseDate(register.lookedOn) }
        : isPast
          ? { isPast }
          : {}),
      checklist: checklist(model, order.inspection),
      own: ownFindings(order.inspection, units),
    }),
  )
  // What is overdue comes first, the oldest of it on top; then what is due soonest. What has passed
  // without a look begins with the newest.
  const waiting = known.filter(({ lookedOn }) => lookedOn === undefined)
  const subjects = [
    ...known.filter(({ lookedOn }) => lookedOn !== undefined),
    ...waiting
      .filter(({ isPast }) => isPast === undefined)
      .sort((a, b) => compareText(a.last ?? '9999', b.last ?? '9999')),
    ...waiting.filter(({ isPast }) => isPast === true).reverse(),
  ].map(({ last: _last, ...subject }): Subject => subject)
  // Where documents order reports, the form is for those orders.
  if (index.orders.size === 0) return reportsWithoutOrder(model)
  if (subjects.length === 0) return null
  const orders = subjects.map(({ id }) => id)
  return { kind: 'self-inspection', context: formContextOf(dataset, { orders }), subjects }
}

/**
 * The form of a site in which no document orders reports: for its newest period, the one after it,
 * and those of the same kind up to the day of the build, newest first.
 */
function reportsWithoutOrder(model: Model): PageData | null {
  const { dataset, asOf } = model
  const newest = reportPeriodsOf(model).findLast(({ id }) => periodIdOf(id) !== null)
  if (newest === undefined) return null
  const ids = [newest.id, ...periodsUpTo(newest.id, asOf)]
  const periods = Object.fromEntries(
    ids.map((id) => [
      id,
      {
        label: labelOfPeriod(dataset, model.index, id),
        subject: commonSubject(newest.unasked.map(({ report }) => report)),
      },
    ]),
  )
  const subjects = ids
    .map((id): Subject => ({
      id,
      label: periods[id]?.label ?? id,
      units: Object.keys(dataset.units).filter(
        (unit) =>
          dataset.selfInspections[id]?.[unit] === undefined &&
          dataset.units[unit]?.became === undefined,
      ),
      checklist: [],
      own: {},
    }))
    .filter(({ units }) => units.length > 0)
    .reverse()
  if (subjects.length === 0) return null
  const context = { ...formContextOf(dataset, {}), periods }
  return { kind: 'self-inspection', context, subjects }
}

/** How many periods after the newest one are offered at most. */
const offered = 4

/** The period after another one and those that follow until a day; the newest ones of many. */
function periodsUpTo(id: string, day: string): string[] {
  const ids: string[] = []
  for (let next = followingPeriod(id); next !== null; next = followingPeriod(next)) {
    const known = periodIdOf(next)
    if (known === null || (ids.length > 0 && periodOf(known, null).period.start > day)) break
    ids.push(next)
  }
  return ids.slice(-offered)
}

const followingPeriod = (id: string): string | null => {
  const known = periodIdOf(id)
  return known === null ? null : idAfter({ id, period: periodOf(known, null).period })
}

function checklist(model: Model, inspection: Inspection): Subject['checklist'] {
  const { dataset, index } = model
  const ofLedgers = opennessChecklist(model, inspection)
  return [
    ...checklistOf(dataset, index, inspection).map(({ area, points }) => ({
      area: dataset.site.areas[area]?.name ?? area,
      points: points.map(({ indicators, problem, texts }) =>
        indicators.length > 0
          ? indicators.map((id) => indicatorName(model, id, inspection)).join('、')
          : (problem ?? texts[0] ?? '其他问题'),
      ),
    })),
    ...(ofLedgers === null
      ? []
      : [{ area: opennessChecklistTitle, points: ofLedgers.points.map(({ name }) => name) }]),
  ]
}

function ownFindings(inspection: Inspection, units: readonly string[]): Subject['own'] {
  const issues = Object.values(inspection.issues ?? {})
  return Object.fromEntries(
    units.flatMap((unit): [string, string[]][] => {
      const own = issues.filter((issue) => unitsOfIssue(issue).includes(unit))
      return own.length === 0 ? [] : [[unit, own.map(({ text }) => text)]]
    }),
  )
}

function statements(model: Model): PageData | null {
  const { dataset, index } = model
  const subjects = issueOffers(dataset, index, ledger(model))
    .map(({ record: { id, issue }, units }): Subject => ({
      id,
      label: `${id} ${issue.text}`,
      units,
      checklist: [],
      own: {},
    }))
    .reverse()
  if (subjects.length === 0) return null
  const issues = subjects.map(({ id }) => id)
  return { kind: 'rectification', context: formContextOf(dataset, { issues }), subjects }
}

function ledgers(model: Model): PageData | null {
  const { dataset, asOf } = model
  const subjects = opennessOffers(dataset, asOf).map(({ year, units, begun }): Subject => ({
    id: year,
    label: `${year}年`,
    units,
    begun,
    checklist: [],
    own: {},
  }))
  if (subjects.length === 0) return null
  return { kind: 'openness', context: formContextOfLedgers(dataset), subjects }
}
