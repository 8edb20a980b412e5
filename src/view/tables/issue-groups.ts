import type { Inspection } from '#model/dataset.ts'
import { type IssueGroup, issueGroups as groupsOfIssues } from '#model/issue-groups.ts'
import { canBeShared, groupingNames, issueGroupName, saysWhatCounts } from '../issue-groups.ts'
import { countingColumn, inspectionColumn, periodColumn } from './columns.ts'
import { tableKind } from './kind.ts'
import { or, type Value } from './table.ts'

interface GroupInOrder {
  readonly inspection: Inspection
  readonly group: IssueGroup
  /** Its place among the groups of its kind, counted from 1. */
  readonly place: number
  readonly saysWhatCounts: boolean
}

/** A number of issues that the document must have divided by whether they count in the rate. */
const counted = ({ saysWhatCounts }: GroupInOrder, count: number): Value =>
  or(saysWhatCounts ? count : null, 'not-applicable')

export const issueGroups = tableKind<GroupInOrder>({
  name: 'issue-groups',
  title: '问题按层级和上级单位',
  english: 'Issues by tier and by parent',
  description:
    '各期通报提出的问题按所点名单位的层级、上级单位归类，每类一行；每项问题只计一次，没有点名单位的另列；只点名一个层级、或没有上下级单位的，没有这些行',
  englishDescription:
    'Findings of the bulletins by the tier of the units named and by the unit above them, one row each; every finding is counted once, those that name no unit in rows of their own; there are no such rows where the units named are of one tier, or have none above or below them',
  key: ['inspection', 'by', 'place'],
  items: ({ dataset }) =>
    dataset.inspections.flatMap((inspection) =>
      [...Map.groupBy(groupsOfIssues(dataset, inspection), ({ by }) => by).values()].flatMap(
        (groups) =>
          groups.map((group, n) => ({
            inspection,
            group,
            place: n + 1,
            saysWhatCounts: saysWhatCounts(groups),
          })),
      ),
    ),
  belongs: ({ inspection }) => ({ inspection: inspection.id }),
  columns: [
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    { ...periodColumn, value: ({ inspection }) => inspection.period.label },
    {
      key: 'by',
      title: '归类',
      english: 'Grouping',
      type: 'text',
      description: '按什么归类：tier 层级，parent 上级单位',
      englishDescription: 'By what the findings are grouped: the tier, or the unit above',
      codes: groupingNames,
      value: ({ group }) => group.by,
    },
    {
      key: 'place',
      title: '次序',
      english: 'Place',
      type: 'integer',
      description: '在这种归类里的先后：层级照设置、单位照名录的次序，不是名次',
      englishDescription:
        'Place in the grouping: tiers in the order of the settings, units in that of the roster; not a rank',
      value: ({ place }) => place,
    },
    {
      key: 'group',
      title: '类别编号',
      english: 'Group',
      type: 'text',
      description: '层级的编号，或最上级单位的编号；其他各行没有编号',
      englishDescription: 'Id of the tier, or of the unit at the top; other rows have none',
      gaps: ['not-applicable'],
      value: ({ group }) => or(group.id, 'not-applicable'),
    },
    {
      key: 'group_name',
      title: '类别',
      english: 'Group name',
      type: 'text',
      description: '层级、单位及其下属单位，或者没有点名单位的写法，与页面一致',
      englishDescription:
        'The tier, the unit with those below it, or why no unit is named, as the pages write it',
      value: ({ group }, data) => issueGroupName(data, group),
    },
    {
      key: 'issues',
      title: '问题',
      english: 'Issues',
      type: 'integer',
      unit: '项',
      description: '问题数；同一种归类的各行相加是这一期的问题数',
      englishDescription: 'Findings; the rows of a grouping add up to those of the inspection',
      value: ({ group }) => group.issues,
    },
    {
      ...countingColumn,
      value: (item) => counted(item, item.group.counting),
    },
    {
      key: 'not_counting',
      title: '不影响合格率',
      english: 'Not counting in the rate',
      type: 'integer',
      unit: '项',
      description: '其中不计入合格率的',
      englishDescription: 'Those of them that do not count in the rate',
      gaps: ['not-applicable'],
      value: (item) => counted(item, item.group.notCounting),
    },
    {
      key: 'counting_not_stated',
      title: '是否计入文件未写明',
      english: 'Counting not stated',
      type: 'integer',
      unit: '项',
      description: '其中文件没有写明是否计入合格率的',
      englishDescription: 'Those of which the document does not say whether they count',
      gaps: ['not-applicable'],
      value: (item) => counted(item, item.group.countingNotStated),
    },
    {
      key: 'shared',
      title: '另有共同涉及',
      english: 'Shared',
      type: 'integer',
      unit: '项',
      description: '同时涉及几类的问题里，也点名这一类单位的；不能相加',
      englishDescription:
        'Findings that name units of several groups, this one among them; not to be added up',
      gaps: ['not-applicable'],
      value: ({ group }) => or(canBeShared(group) ? group.shared : null, 'not-applicable'),
    },
  ],
})
