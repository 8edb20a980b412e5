import { z } from 'zod'
import { catalogue } from '#schema/indicator.ts'
import { inspection } from '#schema/inspection.ts'
import { registerRecord, selfInspection } from '#schema/self-inspection.ts'
import { site } from '#schema/site.ts'
import { channelsFile, unitsFile } from '#schema/unit.ts'

/** Each kind of authored file: the name of its JSON Schema, its title, and where such files lie. */
const kinds = {
  site: { title: '站点设置', place: 'data/site.yaml', schema: site },
  units: { title: '单位名录', place: 'data/units.yaml', schema: unitsFile },
  channels: { title: '网站和账号名录', place: 'data/channels.yaml', schema: channelsFile },
  indicators: { title: '检查指标目录', place: 'data/indicators/*.yaml', schema: catalogue },
  inspection: { title: '一期检查', place: 'data/inspections/*.yaml', schema: inspection },
  register: { title: '台账核查记录', place: 'data/registers/*.yaml', schema: registerRecord },
  'self-inspection': {
    title: '自查整改情况',
    place: 'data/self-inspections/*/*.yaml',
    schema: selfInspection,
  },
} as const

/**
 * JSON Schemas of every kind of file, by file name, for editors that complete and explain fields
 * while typing. They say less than the checker: what spans fields or files is left out.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).map(([name, { title, place, schema }]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' })
      const described = { ...json, title, description: place }
      return [`${name}.json`, `${JSON.stringify(described, null, 2)}\n`]
    }),
  )
}
