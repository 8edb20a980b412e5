import { filedWords, unitName } from '../names.ts'
import { listOr, or, type Value } from './table.ts'
import { unitColumn, unitNameColumn } from './columns.ts'
import { tableKind } from './kind.ts'

export const channels = tableKind({
  name: 'channels',
  title: '网站和账号',
  english: 'Websites and accounts',
  description: '通报和报告提到的网站和账号，每行一个；不是全部账号',
  englishDescription:
    'Websites and accounts that bulletins and reports mention, one row each; not all that there are',
  key: ['id'],
  items: ({ dataset }) => Object.entries(dataset.channels),
  belongs: ([, { unit }]) => ({ units: [unit] }),
  columns: [
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '网站或账号的编号，也是账号页网址的一部分',
      englishDescription: 'Id of the website or account; also a part of the address of its page',
      value: ([id]) => id,
    },
    {
      key: 'platform',
      title: '平台',
      english: 'Platform',
      type: 'text',
      description: '例如：微信公众号、政府网站',
      englishDescription:
        'For example 微信公众号 (WeChat official account), 政府网站 (government website)',
      value: ([, { platform }]) => platform,
    },
    {
      key: 'name',
      title: '名称',
      english: 'Name',
      type: 'text',
      description: '网站或账号的名称',
      englishDescription: 'Name of the website or account',
      value: ([, { name }]) => name,
    },
    {
      ...unitColumn,
      gaps: ['not-stated'],
      value: ([, { unit }]) => known(unit, unit),
    },
    {
      ...unitNameColumn,
      gaps: ['not-stated'],
      value: ([, { unit }], data) => known(unit, unitName(data, unit)),
    },
    {
      key: 'earlier_names',
      title: '曾用名',
      english: 'Earlier names',
      type: 'list',
      description: '账号以前的名称，旧文件里用的',
      englishDescription: 'Names it had before, which older documents use',
      gaps: ['none'],
      value: ([, { earlier_names: names }]) => listOr(names, 'none'),
    },
    {
      key: 'opened',
      title: '开设日期',
      english: 'Opened',
      type: 'text',
      description: '开设的日期或者月份，写法是年-月-日或年-月',
      englishDescription: 'As YYYY-MM-DD or YYYY-MM, the day or month in which it was opened',
      gaps: ['not-recorded'],
      value: ([, { opened }]) => or(opened, 'not-recorded'),
    },
    {
      key: 'closed',
      title: '关停日期',
      english: 'Closed',
      type: 'text',
      description: '关停、注销的日期或者月份，写法是年-月-日或年-月；没有收录的不等于没有关停',
      englishDescription:
        'Day or month in which it was closed, as YYYY-MM-DD or YYYY-MM; without one it need not be open',
      gaps: ['not-recorded'],
      value: ([, { closed }]) => or(closed, 'not-recorded'),
    },
    {
      key: 'merged_into',
      title: '并入账号编号',
      english: 'Merged into',
      type: 'text',
      description: '关停时并入的账号的编号',
      englishDescription: 'Id of the account into which it was merged when it was closed',
      gaps: ['none'],
      value: ([, { merged_into: merged }]) => or(merged, 'none'),
    },
    {
      key: 'filed',
      title: '备案',
      english: 'Filed',
      type: 'text',
      description: '备案情况',
      englishDescription: 'Whether it is filed with the authority: yes, no, or cancelled',
      codes: filedWords,
      gaps: ['not-stated'],
      value: ([, { filed }]) => or(filed, 'not-stated'),
    },
    {
      key: 'issues',
      title: '问题数',
      english: 'Issues',
      type: 'integer',
      unit: '项',
      description: '本站收录的各期通报中涉及它的问题',
      englishDescription: 'Findings in the bulletins recorded here that concern it',
      value: ([id], { index }) => index.issuesByChannel.get(id)?.length ?? 0,
    },
  ],
})

const known = (unit: string, value: string): Value =>
  or(unit === 'not-stated' ? null : value, 'not-stated')
