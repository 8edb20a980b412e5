import type { Column } from './table.ts'

// The columns that several tables have.

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

export const areaColumn = {
  key: 'area',
  title: '领域编号',
  english: 'Area',
  type: 'text',
  description: '检查领域的编号',
  englishDescription: 'Id of the area of inspection',
} as const satisfies Column

export const findingColumn = {
  key: 'text',
  title: '问题',
  english: 'Finding',
  type: 'text',
  description: '通报提出的问题',
  englishDescription: 'What the bulletin found',
} as const satisfies Column

export const areaNameColumn = {
  key: 'area_name',
  title: '领域',
  english: 'Area name',
  type: 'text',
  description: '检查领域',
  englishDescription: 'Area of inspection',
} as const satisfies Column

export const namedUnitsColumn = {
  key: 'units',
  title: '单位编号',
  english: 'Units',
  type: 'list',
  description: '通报点名的单位的编号',
  englishDescription: 'Ids of the units that the bulletin names',
} as const satisfies Column

export const namedUnitNamesColumn = {
  key: 'unit_names',
  title: '单位',
  english: 'Unit names',
  type: 'list',
  description: '通报点名的单位',
  englishDescription: 'Units that the bulletin names',
} as const satisfies Column

export const countingColumn = {
  key: 'counting',
  title: '计入合格率',
  english: 'Counting in the rate',
  type: 'integer',
  unit: '项',
  description: '其中文件写明计入合格率的',
  englishDescription: 'Those of them that count in the rate, as the document says',
  gaps: ['not-applicable'],
} as const satisfies Column

export const printedLimitColumn = {
  key: 'printed',
  title: '原文期限',
  english: 'As printed',
  type: 'text',
  description: '文件的写法，没有收录的用日期',
  englishDescription:
    'The time limit in the words of the document, as a date where they are not recorded',
} as const satisfies Column
