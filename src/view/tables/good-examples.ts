import type { Inspection } from '#model/dataset.ts'
import {
  areaColumn,
  areaNameColumn,
  inspectionColumn,
  namedUnitNamesColumn,
  namedUnitsColumn,
  periodColumn,
} from './columns.ts'
import { tableKind } from './kind.ts'
import { areaName, channelName, unitName } from '../names.ts'
import { listOr, or } from './table.ts'

interface Example {
  readonly inspection: Inspection
  readonly example: NonNullable<Inspection['good_examples']>[number]
  /** Its place in the list, counted from 0. */
  readonly place: number
}

export const goodExamples = tableKind<Example>({
  name: 'good-examples',
  title: '好的做法',
  english: 'Good examples',
  description: '通报点名表扬、供学习的做法，每行一项；没有点名的单位不等于做得不好',
  englishDescription:
    'Work that the bulletins praise by name, one row each; not being named does not mean anything',
  key: ['inspection', 'path'],
  items: ({ dataset }) =>
    dataset.inspections.flatMap((inspection) =>
      (inspection.good_examples ?? []).map((example, place) => ({ inspection, example, place })),
    ),
  belongs: ({ inspection, example }) => ({ inspection: inspection.id, units: example.units ?? [] }),
  columns: [
    { ...inspectionColumn, value: ({ inspection }) => inspection.id },
    { ...periodColumn, value: ({ inspection }) => inspection.period.label },
    {
      key: 'path',
      title: '位置',
      english: 'Path',
      type: 'text',
      description: '在记录中的位置，与该记录的JSON文件一致',
      englishDescription: 'Place in the record, the same as in the record’s JSON file',
      value: ({ place }) => `good_examples.${place}`,
    },
    {
      key: 'text',
      title: '做法',
      english: 'Example',
      type: 'text',
      description: '好的做法，照文件的写法',
      englishDescription: 'What is praised, in the words of the document',
      value: ({ example }) => example.text,
    },
    {
      ...areaColumn,
      gaps: ['not-stated'],
      value: ({ example }) => or(example.area, 'not-stated'),
    },
    {
      ...areaNameColumn,
      gaps: ['not-stated'],
      value: ({ example }, data) =>
        or(example.area === undefined ? null : areaName(data, example.area), 'not-stated'),
    },
    {
      ...namedUnitsColumn,
      gaps: ['not-stated'],
      value: ({ example }) => listOr(example.units, 'not-stated'),
    },
    {
      ...namedUnitNamesColumn,
      gaps: ['not-stated'],
      value: ({ example }, data) =>
        listOr(
          example.units?.map((unit) => unitName(data, unit)),
          'not-stated',
        ),
    },
    {
      key: 'channels',
      title: '账号编号',
      english: 'Channels',
      type: 'list',
      description: '点名的网站或账号的编号',
      englishDescription: 'Ids of the websites or accounts that the bulletin names',
      gaps: ['not-stated'],
      value: ({ example }) => listOr(example.channels, 'not-stated'),
    },
    {
      key: 'channel_names',
      title: '网站或账号',
      english: 'Channel names',
      type: 'list',
      description: '点名的网站或账号',
      englishDescription: 'Websites or accounts that the bulletin names',
      gaps: ['not-stated'],
      value: ({ example }, data) =>
        listOr(
          example.channels?.map((channel) => channelName(data, channel)),
          'not-stated',
        ),
    },
  ],
})
