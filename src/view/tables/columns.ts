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
