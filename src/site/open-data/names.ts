import { type Column, or, type Value } from '#exports/table.ts'
import { type OpenData, tableKind } from './kind.ts'

/** Columns that several tables have. */
export const inspectionColumn = {
  key: 'inspection',
  title: '检查期编号',
  english: 'Inspection',
  type: 'text',
  description: '所属检查期的编号，也是检查结果页网址的一部分',
  englishDescription: 'Id of the inspection it belongs to; also a part of the address of its page',
  refersTo: 'inspections',
} as const satisfies Column

export const periodColumn = {
  key: 'period',
  title: '检查期',
  english: 'Period',
  type: 'text',
  description: '文件对这一期的称呼',
  englishDescription: 'What the document calls this period',
} as const satisfies Column

export const unitColumn = {
  key: 'unit',
  title: '单位编号',
  english: 'Unit',
  type: 'text',
  description: '单位的编号，也是单位页网址的一部分',
  englishDescription: 'Id of the unit; also a part of the address of its page',
  refersTo: 'units',
} as const satisfies Column

export const unitNameColumn = {
  key: 'unit_name',
  title: '单位',
  english: 'Unit name',
  type: 'text',
  description: '单位的名称，照文件的写法',
  englishDescription: 'Name of the unit, as the documents write it',
} as const satisfies Column

export const unitNameIn = ({ dataset }: OpenData, id: string): string =>
  dataset.units[id]?.name ?? id
export const channelNameIn = ({ dataset }: OpenData, id: string): string => {
  const channel = dataset.channels[id]
  return channel === undefined ? id : `${channel.name}（${channel.platform}）`
}
export const areaNameIn = ({ dataset }: OpenData, id: string): string =>
  dataset.site.areas[id]?.name ?? id
export const periodNameIn = ({ dataset }: OpenData, id: string): string =>
  dataset.inspections.find((inspection) => inspection.id === id)?.period.label ?? id

export const units = tableKind({
  name: 'units',
  title: '单位',
  english: 'Units',
  description: '本站名录中的单位，每行一个单位',
  englishDescription: 'The units on this site’s list, one row each',
  key: ['id'],
  items: ({ dataset }) => Object.entries(dataset.units),
  belongs: ([id]) => ({ units: [id] }),
  columns: [
    { ...unitColumn, key: 'id', value: ([id]) => id },
    {
      key: 'name',
      title: '名称',
      english: 'Name',
      type: 'text',
      description: '单位的名称，照文件的写法',
      englishDescription: 'Name of the unit, as the documents write it',
      value: ([, { name }]) => name,
    },
    {
      key: 'tier',
      title: '层级编号',
      english: 'Tier',
      type: 'text',
      description: '单位层级的编号',
      englishDescription: 'Id of the unit’s tier',
      value: ([, { tier }]) => tier,
    },
    {
      key: 'tier_name',
      title: '层级',
      english: 'Tier name',
      type: 'text',
      description: '单位的层级',
      englishDescription: 'Tier of the unit',
      value: ([, { tier }], { dataset }) => dataset.site.tiers[tier] ?? tier,
    },
    {
      key: 'became',
      title: '承继单位',
      english: 'Became',
      type: 'text',
      description: '更名或并入以后，承继它的单位的编号',
      englishDescription: 'Id of the unit that took its place after a change of name or a merger',
      gaps: ['none'],
      value: ([, { became }]) => or(became?.unit ?? null, 'none'),
    },
    {
      key: 'became_on',
      title: '承继日期',
      english: 'Became on',
      type: 'date',
      description: '从这一天起由承继单位代替',
      englishDescription: 'From this day the other unit stands in its place',
      gaps: ['none', 'not-stated'],
      value: ([, { became }]) =>
        or(became?.on ?? null, became === undefined ? 'none' : 'not-stated'),
    },
    {
      key: 'issues',
      title: '点名问题数',
      english: 'Issues',
      type: 'integer',
      unit: '项',
      description: '本站收录的各期通报点名该单位的问题',
      englishDescription: 'Findings in the bulletins recorded here that name the unit',
      value: ([id], { index }) => index.issuesByUnit.get(id)?.length ?? 0,
    },
    {
      key: 'channels',
      title: '网站和账号数',
      english: 'Channels',
      type: 'integer',
      unit: '个',
      description: '本站数据写明属于该单位的网站和账号；不是该单位的全部账号',
      englishDescription:
        'Websites and accounts that the data here says are the unit’s; not all that it has',
      value: ([id], { index }) => index.channelsByUnit.get(id)?.length ?? 0,
    },
  ],
})

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
      value: ([, { unit }], data) => known(unit, unitNameIn(data, unit)),
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
