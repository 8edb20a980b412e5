import type { Inspection } from '#model/dataset.ts'
import { type IssueGroup, type IssueGrouping, issueGroups } from '#model/issue-groups.ts'
import type { Model } from '#model/model.ts'
import type { Missing } from '#schema/scalars.ts'
import { gapWords } from './tables/table.ts'

/** What the groups of issues are: the head of their column. */
export const groupingNames: Readonly<Record<IssueGrouping, string>> = {
  tier: '层级',
  parent: '上级单位',
}

const unnamedWords: Readonly<Record<Missing, string>> = {
  'not-stated': '文件未写明单位',
  illegible: '单位无法辨认',
  'not-applicable': '单位不适用',
  'not-recorded': '单位本站未收录',
}

/** A group of issues in words: 县（区）, 甲县及下属单位, 文件未写明单位. */
export function issueGroupName(
  { dataset }: Pick<Model, 'dataset'>,
  { by, kind, id }: Pick<IssueGroup, 'by' | 'kind' | 'id'>,
): string {
  switch (kind) {
    case 'group':
      return by === 'tier'
        ? (dataset.site.tiers[id ?? ''] ?? String(id))
        : `${dataset.units[id ?? '']?.name ?? String(id)}及下属单位`
    case 'no-parent':
      return '没有上级、下属单位的单位'
    case 'several':
      return by === 'tier' ? '同时涉及几个层级' : '同时涉及以上几组单位'
    default:
      return unnamedWords[kind]
  }
}

/** Whether units of a group may also be named by the issues of several groups. */
export const canBeShared = ({ kind }: IssueGroup): boolean =>
  kind === 'group' || kind === 'no-parent'

/** Whether the document says of any of these issues whether it counts in the rate. */
export const saysWhatCounts = (groups: readonly IssueGroup[]): boolean =>
  groups.some(({ counting, notCounting }) => counting + notCounting > 0)

/**
 * The tables of the issues of an inspection by tier and by the unit above, as far as they fall
 * apart. Counts of issues are no rate: how many were checked is not known of each tier.
 */
export function issueGroupTables(model: Model, inspection: Inspection) {
  const all = issueGroups(model.dataset, inspection)
  const issues = Object.values(inspection.issues ?? {})
  const isOpenEnded = issues.some(({ exhaustive }) => exhaustive === false)
  const found = inspection.document?.abridged === undefined ? '问题' : '本站收录的问题'
  return (['tier', 'parent'] as const)
    .map((by) => ({ by, groups: all.filter((group) => group.by === by) }))
    .filter(({ groups }) => groups.length > 0)
    .map(({ by, groups }) => {
      const isShared = groups.some(({ kind }) => kind === 'several')
      const counts = countColumns.filter(
        ({ of }, n) => n === 0 || (saysWhatCounts(groups) && groups.some((group) => of(group) > 0)),
      )
      return {
        caption: `${found}按${groupingNames[by]}`,
        columns: [
          { label: groupingNames[by] },
          ...counts.map(({ label }) => ({ label, unit: '项', number: true })),
          ...(isShared ? [{ label: '另有共同涉及', unit: '项', number: true }] : []),
        ],
        rows: groups.map((group) => [
          issueGroupName(model, group),
          ...counts.map(({ of }) => String(of(group))),
          ...(isShared
            ? [canBeShared(group) ? String(group.shared) : gapWords['not-applicable']]
            : []),
        ]),
        foot: [
          '合计',
          ...counts.map(({ of }) => String(groups.reduce((sum, group) => sum + of(group), 0))),
          ...(isShared ? ['不相加'] : []),
        ],
        note: [
          `每项问题只计一次；次序照${by === 'tier' ? '层级' : '名录'}，不是名次。`,
          isShared ? '“另有共同涉及”的，已经计在“同时涉及”一行。' : '',
          isOpenEnded ? '通报写“等单位”而没有列全的，只按列出的单位归类。' : '',
          by === 'tier' ? '问题多少不是合格率；分层级的合格率只列文件印出的。' : '',
        ].join(''),
      }
    })
}

const countColumns: readonly {
  readonly label: string
  readonly of: (group: IssueGroup) => number
}[] = [
  { label: '问题', of: ({ issues }) => issues },
  { label: '计入合格率', of: ({ counting }) => counting },
  { label: '不影响合格率', of: ({ notCounting }) => notCounting },
  { label: '是否计入文件未写明', of: ({ countingNotStated }) => countingNotStated },
]
