import { jsonText } from '#model/json-text.ts'
import { jsonSchemas } from './json-schema.ts'
import { termsSchema } from '../tables/table-json.ts'

/** Rises when a key of the records' files changes its meaning or goes away. */
export const recordVersion = 1

const text = (title: string) => ({ title, type: 'string' })
const orNone = (title: string, type: string) => ({ title, type: [type, 'null'] })

const files = {
  title: '附件的大小和校验值',
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['path', 'bytes', 'sha256'],
    properties: {
      path: text('文件'),
      bytes: { title: '大小（字节）', type: 'integer' },
      sha256: text('SHA-256校验值'),
    },
  },
}

const rates = {
  title: '比率',
  description: '文件印的和算出来的',
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['path', 'label', 'numerator', 'denominator', 'stated', 'computed', 'reason'],
    properties: {
      path: text('位置'),
      label: text('名称'),
      numerator: orNone('分子', 'number'),
      denominator: orNone('分母', 'number'),
      stated: orNone('文件印的', 'string'),
      computed: orNone('算出来的', 'string'),
      reason: orNone('没有比率的原因', 'string'),
    },
  },
}

/**
 * The keys that published records have besides the authored ones; `always` lists the required ones.
 */
const published = {
  inspection: {
    title: '各期检查',
    place: 'data/inspections/*.json',
    ids: { id: text('编号') },
    more: { rates, files },
    always: ['rates'],
  },
  'self-inspection': {
    title: '自查整改报告',
    place: 'data/self-inspections/*/*.json',
    ids: { period: text('期'), unit: text('单位') },
    more: { files },
    always: [],
  },
  rectification: {
    title: '单位的整改说明',
    place: 'data/rectifications/*/*.json',
    ids: { issue: text('问题'), unit: text('单位') },
    more: {},
    always: [],
  },
} as const

/** The name of a record's JSON Schema, from the folder of the schemas. */
export const recordSchemaFile = (kind: keyof typeof published): string => `records/${kind}.json`

/** The kinds of records that are published, with the names of their schemas and of their files. */
export const recordKinds = (Object.keys(published) as (keyof typeof published)[]).map((kind) => ({
  kind,
  title: published[kind].title,
  place: published[kind].place,
  schema: recordSchemaFile(kind),
}))

interface AuthoredSchema {
  readonly properties: Readonly<Record<string, unknown>>
  readonly required: readonly string[]
}

/**
 * JSON Schemas of the published records, by file name: those of the authored files, without
 * acknowledged warnings, and with the keys that `json.ts` adds.
 */
export function recordSchemas(): ReadonlyMap<string, string> {
  const authored = jsonSchemas()
  return new Map(
    recordKinds.map(({ kind }) => {
      const { place, ids, more, always } = published[kind]
      const schema = JSON.parse(authored.get(`${kind}.json`) ?? '') as AuthoredSchema
      const { acknowledged: _private, ...properties } = schema.properties
      const described = {
        ...schema,
        description: place,
        required: ['$schema', 'version', ...Object.keys(ids), ...schema.required, ...always],
        properties: {
          $schema: text('本文件的格式'),
          version: { title: '格式的版本', const: recordVersion },
          ...ids,
          ...termsSchema,
          ...properties,
          ...more,
        },
      }
      return [recordSchemaFile(kind), jsonText(described)]
    }),
  )
}
