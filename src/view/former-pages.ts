import { compareText } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { goneIssue, renamedIssue } from '#model/correction.ts'
import type { Correction } from '#schema/correction.ts'
import * as at from './addresses.ts'
import { inspectionName } from './inspection-names.ts'
import type { Link } from './names.ts'

/** The page at the old address of a record that was withdrawn or renamed as a whole. */
interface FormerPage {
  readonly href: string
  readonly title: string
  /** What is known of the page, as a sentence. */
  readonly lead: string
  /** The day on which the record was withdrawn or renamed. */
  readonly on: string
  /** The page of the renamed record; null for a withdrawn one. */
  readonly now: Link | null
}

/** The former pages of a site, without those at whose address there is a page again. */
export function formerPages(model: Model): FormerPage[] {
  const pages = new Map<string, FormerPage>(goneIssues(model).map((page) => [page.href, page]))
  const byDay = model.dataset.withdrawals.toSorted((a, b) => compareText(a.on, b.on))
  for (const { at: id, to, on, issues = [] } of byDay) {
    const moved = typeof to === 'string' ? pagesOfRecord(model, to) : null
    const former = pagesOfRecord(model, id)
    // A record that is there again has its pages; which others it had is not known.
    if (former.some(({ exists }) => exists)) continue
    const short = id.replace(/^[^/]+\//, '')
    const known = moved?.find((one) => one.exists) ?? null
    for (const { href, name, isMain } of former) {
      const same = moved?.find((one) => one.exists && one.name === name)
      // A renamed record probably had the pages that it has now, and no others.
      if (known !== null && same === undefined) continue
      const now = same ?? known
      pages.set(href, {
        href,
        // Of a withdrawn record nothing is repeated but what its address says.
        ...(to === undefined
          ? {
              title: isMain
                ? `${name}（${short}，已撤回）`
                : `已撤回的检查（${short}，${name}的网址）`,
              lead: isMain ? withdrawnLead(on) : withdrawnRecordLead(on),
            }
          : { title: `${name}（${short}，已改用新的地址）`, lead: movedLead(on) }),
        on,
        now: now === null ? null : { label: now.title, href: now.href },
      })
    }
    for (const issue of issues) {
      if (model.index.issueById.has(issue) || pages.has(at.issuePage(issue))) continue
      const [, period = ''] = /^[^/]+\/(.*)$/.exec(String(to ?? '')) ?? []
      const renamed = issue.startsWith(`${short}-`) ? period + issue.slice(short.length) : ''
      const now = model.index.issueById.has(renamed)
        ? issueLink(renamed)
        : known === null
          ? null
          : { label: known.title, href: known.href }
      pages.set(at.issuePage(issue), issuePage(issue, on, now, to === undefined))
    }
  }
  return [...pages.values()]
}

const withdrawnLead = (on: string): string =>
  `这里原来公开的内容已于${chineseDate(on)}撤回，本站不再提供。`
const withdrawnRecordLead = (on: string): string =>
  `这一期检查已于${chineseDate(on)}撤回，本站不再提供它的内容。`
const movedLead = (on: string): string => `这一页已于${chineseDate(on)}改用新的地址。`

/**
 * The pages of issues that were withdrawn from an inspection that is still there, or that have
 * another id. Where no new id is written, only the day on which the page was taken down is known.
 */
const goneIssues = ({ dataset, index }: Model): FormerPage[] =>
  dataset.inspections.flatMap(({ corrections = [] }) =>
    corrections.flatMap((correction) => {
      const id = goneIssue(correction)
      if (id === null || index.issueById.has(id)) return []
      const { to, on } = correction
      const now = lastId(renamedIssue(correction), corrections)
      if (now !== null && index.issueById.has(now))
        return [issuePage(id, on, issueLink(now), false)]
      return to === undefined || now !== null ? [issuePage(id, on, null, null)] : []
    }),
  )

/** The present id of an issue that may have been renamed more than once. */
function lastId(id: string | null, corrections: readonly Correction[]): string | null {
  const seen = new Set<string>()
  let last = id
  while (last !== null && !seen.has(last)) {
    seen.add(last)
    const next = corrections.find((one) => goneIssue(one) === last)
    const renamed = next === undefined ? null : renamedIssue(next)
    if (renamed === null) return last
    last = renamed
  }
  return last
}

const issueLink = (id: string): Link => ({ label: `问题${id}`, href: at.issuePage(id) })

/** @param isWithdrawn null if it is not known whether the issue was withdrawn or renamed */
function issuePage(
  id: string,
  on: string,
  now: Link | null,
  isWithdrawn: boolean | null,
): FormerPage {
  const date = chineseDate(on)
  const [state, lead] =
    isWithdrawn === null
      ? ['已撤下', `这里原来的一项问题已于${date}撤下，理由见更正的记录。`]
      : isWithdrawn
        ? ['已撤回', withdrawnLead(on)]
        : ['已改用新的地址', movedLead(on)]
  return { href: at.issuePage(id), title: `问题（${id}，${state}）`, lead, on, now }
}

/** That statements of units on an issue were withdrawn, without naming the units. */
export const withdrawnStatements = ({ dataset }: Model, issue: string): string[] =>
  dataset.withdrawals
    .filter(
      ({ at: record, to }) => record.startsWith(`rectifications/${issue}/`) && to === undefined,
    )
    .map(({ on }) => `一份整改说明已于${chineseDate(on)}撤回，本站不再提供。`)

interface RecordPage {
  readonly href: string
  /** The kind of page. */
  readonly name: string
  /** Whether the record always has this page. */
  readonly isMain: boolean
  readonly exists: boolean
  /** The title of the page, if it exists. */
  readonly title: string
}

/** The pages that a record has or had; none for a record that is shown on pages of others. */
function pagesOfRecord({ dataset, index }: Model, record: string): RecordPage[] {
  const [kind, period = '', unit = ''] = record.split('/')
  if (kind === 'inspections') {
    const inspection = dataset.inspections.find(({ id }) => id === period)
    const titled = (what: string): string =>
      inspection === undefined ? '' : inspectionName(inspection, what)
    return [
      {
        href: at.inspectionPage(period),
        name: '检查结果',
        isMain: true,
        exists: inspection !== undefined,
        title: titled('结果'),
      },
      {
        href: at.bulletinPage(period),
        name: '通报全文',
        isMain: false,
        exists: dataset.bulletins[period] !== undefined,
        title: titled('通报'),
      },
      {
        href: at.rectificationPage(period),
        name: '整改台账',
        isMain: false,
        exists: Object.keys(inspection?.issues ?? {}).length > 0,
        title: titled('整改台账'),
      },
      {
        href: at.checklistPage(period),
        name: '对照问题清单',
        isMain: false,
        exists: Object.keys(inspection?.issues ?? {}).length > 0,
        title: titled('对照问题清单'),
      },
      {
        href: at.figurePage(period),
        name: '主要数字',
        isMain: false,
        exists: inspection !== undefined,
        title: titled('结果主要数字'),
      },
    ]
  }
  if (kind === 'self-inspections') {
    const report = dataset.selfInspections[period]?.[unit]
    return [
      {
        href: at.selfInspectionPage(period, unit),
        name: '自查整改报告',
        isMain: true,
        exists: report !== undefined,
        title: report?.title ?? '',
      },
    ]
  }
  if (kind !== 'registers') return []
  const order = index.orders.get(period)
  return [
    {
      href: at.registerPage(period),
      name: '自查整改公开台账',
      isMain: true,
      // A period has a page as long as a document orders reports for it or a unit has one.
      exists: order !== undefined || dataset.selfInspections[period] !== undefined,
      title: `${order?.deadline.period?.label ?? period}自查整改公开台账`,
    },
  ]
}

/** What a former page shows. */
export function formerView(_model: Model, { former }: { readonly former: FormerPage }) {
  const { title, lead, now } = former
  return {
    title,
    lead,
    links: [
      ...(now === null ? [] : [{ label: `现在的页面：${now.label}`, href: now.href }]),
      { label: '更正和撤回的记录', href: at.correctionList },
    ],
  }
}
