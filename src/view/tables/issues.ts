import { windowText } from '#model/window.ts'
import { areasOfIssue, type IssueRecord, unitsOfIssue } from '#model/dataset.ts'
import { hasRate } from '#model/rate.ts'
import { missing } from '#schema/scalars.ts'
import { listOr, or } from './table.ts'
import { indicatorName } from '../issue-cards.ts'
import { severityWords } from '../issue-words.ts'
import {
  areaColumn,
  areaNameColumn,
  findingColumn,
  inspectionColumn,
  namedUnitNamesColumn,
  namedUnitsColumn,
  periodColumn,
} from './columns.ts'
import { tableKind } from './kind.ts'
import { areaName, channelName, unitName } from '../names.ts'

export const issues = tableKind<IssueRecord>({
  name: 'issues',
  title: '问题',
  english: 'Issues',
  description: '各期通报提出的问题，每行一项；提出问题不等于不合格，是否计入合格率另有一列',
  englishDescription:
    'Findings of the bulletins, one row each; a finding is not a failure, and whether it counts in the rate has a column of its own',
  key: ['id'],
  items: ({ index }) => index.issues,
  belongs: ({ inspection, issue }) => ({ inspection: inspection.id, units: unitsOfIssue(issue) }),
  columns: [
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '问题的编号，也是问题页网址的一部分',
      englishDescription: 'Id of the finding; also a part of the address of its page',
      value: ({ id }) => id,
    },
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    { ...periodColumn, value: ({ inspection }) => inspection.period.label },
    { ...areaColumn, value: ({ issue }) => areasOfIssue(issue).join('；') },
    {
      ...areaNameColumn,
      value: ({ issue }, data) =>
        areasOfIssue(issue)
          .map((area) => areaName(data, area))
          .join('；'),
    },
    { ...findingColumn, value: ({ issue }) => issue.text },
    {
      ...namedUnitsColumn,
      gaps: missing.options,
      value: ({ issue }) => (typeof issue.units === 'string' ? { gap: issue.units } : issue.units),
    },
    {
      ...namedUnitNamesColumn,
      gaps: missing.options,
      value: ({ issue }, data) =>
        typeof issue.units === 'string'
          ? { gap: issue.units }
          : issue.units.map((unit) => unitName(data, unit)),
    },
    {
      key: 'exhaustive',
      title: '单位是否列全',
      english: 'All units named',
      type: 'yes-no',
      description: '通报写“等单位”的为否',
      englishDescription: 'No where the bulletin writes “and other units” (等单位)',
      gaps: ['not-applicable'],
      value: ({ issue }) =>
        typeof issue.units === 'string' ? { gap: 'not-applicable' } : issue.exhaustive !== false,
    },
    {
      key: 'channels',
      title: '账号编号',
      english: 'Channels',
      type: 'list',
      description: '涉及的网站或账号的编号',
      englishDescription: 'Ids of the websites or accounts concerned',
      gaps: ['not-stated'],
      value: ({ issue }) => listOr(issue.channels, 'not-stated'),
    },
    {
      key: 'channel_names',
      title: '网站或账号',
      english: 'Channel names',
      type: 'list',
      description: '涉及的网站或账号',
      englishDescription: 'Websites or accounts concerned',
      gaps: ['not-stated'],
      value: ({ issue }, data) =>
        listOr(
          issue.channels?.map((id) => channelName(data, id)),
          'not-stated',
        ),
    },
    {
      key: 'indicators',
      title: '检查指标编号',
      english: 'Indicators',
      type: 'list',
      description: '对应的检查指标的编号',
      englishDescription: 'Ids of the indicators of inspection it falls under',
      gaps: ['not-recorded'],
      value: ({ issue }) => listOr(issue.indicators, 'not-recorded'),
    },
    {
      key: 'indicator_names',
      title: '检查指标',
      english: 'Indicator names',
      type: 'list',
      description: '对应的检查指标，用该期末有效的名称',
      englishDescription:
        'Indicators of inspection it falls under, by the names in force at the end of the period',
      gaps: ['not-recorded'],
      value: ({ issue, inspection }, data) =>
        listOr(
          issue.indicators?.map((id) => indicatorName(data, id, inspection)),
          'not-recorded',
        ),
    },
    {
      key: 'printed_status',
      title: '原文定性',
      english: 'Printed status',
      type: 'text',
      description: '文件对它的称呼',
      englishDescription: 'What the document calls it',
      gaps: ['not-stated'],
      value: ({ issue }) => or(issue.printed_status, 'not-stated'),
    },
    {
      key: 'severity',
      title: '程度编号',
      english: 'Severity',
      type: 'text',
      description: '程度的编号',
      englishDescription: 'Code of the severity',
      codes: severityWords,
      value: ({ issue }) => issue.severity,
    },
    {
      key: 'severity_name',
      title: '程度',
      english: 'Severity name',
      type: 'text',
      description: '单项否决、一般问题，或者文件未写明',
      englishDescription: 'Veto, ordinary, or not stated in the document',
      value: ({ issue }) => severityWords[issue.severity],
    },
    {
      key: 'counts_in_rate',
      title: '计入合格率',
      english: 'Counts in the rate',
      type: 'yes-no',
      description: '是否计入合格率',
      englishDescription: 'Whether it counts in the rate of those that passed',
      gaps: ['not-stated', 'not-applicable'],
      value: ({ issue, inspection }) =>
        issue.counts_in_rate === 'not-stated'
          ? { gap: hasRate(inspection) ? 'not-stated' : 'not-applicable' }
          : issue.counts_in_rate,
    },
    {
      key: 'window',
      title: '起止',
      english: 'Window',
      type: 'text',
      description: '问题所指的时段，例如从哪个月起没有更新',
      englishDescription:
        'The span that the finding speaks of, for example the month since which nothing was updated',
      gaps: ['none'],
      value: ({ issue }) => or(windowText(issue.window), 'none'),
    },
    {
      key: 'remark',
      title: '备注',
      english: 'Remark',
      type: 'text',
      description: '备注',
      englishDescription: 'Remark',
      gaps: ['none'],
      value: ({ issue }) => or(issue.remark, 'none'),
    },
    {
      key: 'origin',
      title: '来由',
      english: 'Origin',
      type: 'text',
      description: '由程序提示、经人工确认的，写明是什么提示的和测得的数',
      englishDescription:
        'Of a finding that a program proposed and a person confirmed: what proposed it, and what was measured',
      gaps: ['none'],
      value: ({ issue: { origin } }) =>
        origin === undefined ? { gap: 'none' } : `${origin.from}：${origin.measured}`,
    },
  ],
})
