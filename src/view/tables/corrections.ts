import { type CorrectionRecord, correctionsOf, unitsOfCorrection } from '#model/correction.ts'
import { listOr, or } from './table.ts'
import { type Belonging, tableKind } from './kind.ts'

interface Corrected extends CorrectionRecord {
  readonly units: readonly string[]
}

export const corrections = tableKind<Corrected>({
  name: 'corrections',
  title: '更正',
  english: 'Corrections',
  description: '本站对已公开内容的更正，每行一处',
  englishDescription: 'Corrections of what was already public here, one row each',
  key: ['id'],
  items: ({ dataset }) =>
    correctionsOf(dataset).map((record) => ({
      ...record,
      units: [...unitsOfCorrection(record, dataset)],
    })),
  belongs: ({ record, correction, units }) => ({
    ...placeOf(record?.id ?? correction.at),
    units,
  }),
  columns: [
    {
      key: 'id',
      title: '编号',
      english: 'Id',
      type: 'text',
      description: '更正的编号',
      englishDescription: 'Id of the correction',
      value: ({ id }) => id,
    },
    {
      key: 'on',
      title: '更正日期',
      english: 'Corrected on',
      type: 'date',
      description: '更正的日期',
      englishDescription: 'Day of the correction',
      value: ({ correction }) => correction.on,
    },
    {
      key: 'record',
      title: '记录',
      english: 'Record',
      type: 'text',
      description: '被更正的记录',
      englishDescription: 'The record that was corrected',
      value: ({ record, correction }) => record?.id ?? correction.at,
    },
    {
      key: 'at',
      title: '位置',
      english: 'Path',
      type: 'text',
      description: '更正在记录中的位置；整个记录撤回或改名的，与记录相同',
      englishDescription:
        'Place of the correction in the record; the record itself where all of it was withdrawn or renamed',
      value: ({ correction }) => correction.at,
    },
    {
      key: 'from',
      title: '原来的内容',
      english: 'From',
      type: 'text',
      description: '更正以前的内容；原来没有的写无',
      englishDescription: 'What it said before; 无 (none) where it was added',
      gaps: ['none'],
      value: ({ correction }) => or(correction.from?.toString(), 'none'),
    },
    {
      key: 'to',
      title: '更正后的内容',
      english: 'To',
      type: 'text',
      description: '更正以后的内容；撤回的写无',
      englishDescription: 'What it says now; 无 (none) where it was withdrawn',
      gaps: ['none'],
      value: ({ correction }) => or(correction.to?.toString(), 'none'),
    },
    {
      key: 'units',
      title: '单位编号',
      english: 'Units',
      type: 'list',
      description: '更正涉及的单位的编号；不单独涉及哪个单位的写无',
      englishDescription:
        'Ids of the units that the correction is about; 无 (none) where it is about none in particular',
      gaps: ['none'],
      value: ({ units }) => listOr(units, 'none'),
    },
    {
      key: 'reason',
      title: '更正理由',
      english: 'Reason',
      type: 'text',
      description: '更正的理由',
      englishDescription: 'Reason of the correction',
      value: ({ correction }) => correction.reason,
    },
  ],
})

/** The part of the data that a record belongs to, by its file. */
function placeOf(record: string): Belonging {
  const [folder, id = ''] = record.split('/')
  if (folder === 'inspections') return { inspection: id }
  if (folder === 'openness') return { openness: id }
  return folder === 'rectifications' ? {} : { register: id }
}
