import { compareText } from '#model/dataset.ts'
import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import * as at from './addresses.ts'
import { inspectionName } from './inspection-names.ts'
import type { Link } from './names.ts'

/** The page at the old address of a record that was withdrawn or renamed as a whole. */
interface FormerPage {
  readonly href: string
  readonly title: string
  /** The day on which the record was withdrawn or renamed. */
  readonly on: string
  /** The page of the renamed record; null for a withdrawn one. */
  readonly now: Link | null
}

/** The former pages of a site, without those at whose address there is a page again. */
export function formerPages(model: Model): FormerPage[] {
  const pages = new Map<string, FormerPage>(withdrawnIssues(model).map((page) => [page.href, page]))
  const byDay = model.dataset.withdrawals.toSorted((a, b) => compareText(a.on, b.on))
  for (const { at: id, to, on } of byDay) {
    const moved = typeof to === 'string' ? pagesOfRecord(model, to) : []
    const former = pagesOfRecord(model, id)
    // A record that is there again has its pages; which others it had is not known.
    if (former.some(({ exists }) => exists)) continue
    for (const { href, name } of former) {
      const same = moved.find((one) => one.exists && one.name === name)
      const now = same ?? moved.find((one) => one.exists) ?? null
      const state = to === undefined ? '已撤回' : '已改用新的地址'
      // Of a withdrawn record nothing is repeated but what its address says.
      const title = `${name}（${id.replace(/^[^/]+\//, '')}，${state}）`
      pages.set(href, {
        href,
        title,
        on,
        now: now === null ? null : { label: now.title, href: now.href },
      })
    }
  }
  return [...pages.values()]
}

/** The pages of issues that were withdrawn from an inspection that is still there. */
const withdrawnIssues = ({ dataset, index }: Model): FormerPage[] =>
  dataset.inspections.flatMap(({ corrections = [] }) =>
    corrections.flatMap(({ at: place, to, on }) => {
      const [, id] = /^issues\.([^.]+)$/.exec(place) ?? []
      return id === undefined || to !== undefined || index.issueById.has(id)
        ? []
        : [{ href: at.issuePage(id), title: `问题（${id}，已撤回）`, on, now: null }]
    }),
  )

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
        exists: inspection !== undefined,
        title: titled('结果'),
      },
      {
        href: at.bulletinPage(period),
        name: '通报全文',
        exists: dataset.bulletins[period] !== undefined,
        title: titled('通报'),
      },
      {
        href: at.rectificationPage(period),
        name: '整改台账',
        exists: Object.keys(inspection?.issues ?? {}).length > 0,
        title: titled('整改台账'),
      },
      {
        href: at.checklistPage(period),
        name: '对照问题清单',
        exists: Object.keys(inspection?.issues ?? {}).length > 0,
        title: titled('对照问题清单'),
      },
    ]
  }
  if (kind === 'self-inspections') {
    const report = dataset.selfInspections[period]?.[unit]
    return [
      {
        href: at.selfInspectionPage(period, unit),
        name: '自查整改报告',
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
      // A period has a page as long as a document orders reports for it or a unit has one.
      exists: order !== undefined || dataset.selfInspections[period] !== undefined,
      title: `${order?.deadline.period?.label ?? period}自查整改公开台账`,
    },
  ]
}

/** What a former page shows. */
export function formerView(_model: Model, { former }: { readonly former: FormerPage }) {
  const { title, on, now } = former
  const date = chineseDate(on)
  return {
    title,
    lead:
      now === null
        ? `这里原来公开的内容已于${date}撤回，本站不再提供。`
        : `这一页已于${date}改用新的地址。`,
    links: [
      ...(now === null ? [] : [{ label: `现在的页面：${now.label}`, href: now.href }]),
      { label: '更正和撤回的记录', href: at.correctionList },
    ],
  }
}
