import { jsonText } from '#model/json-text.ts'
import {
  type Column,
  explained,
  type GapReason,
  gapWords,
  isGap,
  type Provenance,
  type Row,
  type Table,
  type TableHead,
  valueOf,
} from '#view/tables/table.ts'
import type { OneTableFormat } from './table-format.ts'

/** Rises when a key of the files changes its meaning or goes away. */
const version = 1

/** The name of a table's JSON Schema, from the folder of the schemas. */
export const tableSchemaFile = (name: string): string => `tables/${name}.json`

/**
 * A table as data. A row has every key of its columns; a missing value is null, and its reason is
 * under the same key in `gaps`.
 *
 * @param schema address of the JSON Schema, as seen from the file
 */
function tableJson(table: Table, provenance: Provenance, schema: string): string {
  const { name, title, columns, rows } = table
  const { subject, asOf, ...known } = provenance
  return `${JSON.stringify(
    {
      $schema: schema,
      version,
      table: name,
      title,
      subject,
      as_of: asOf,
      ...known,
      columns: columns.map(({ key, title: chinese, english, type, unit, description }) => ({
        key,
        title: chinese,
        english,
        type,
        ...(unit === undefined ? {} : { unit }),
        description,
      })),
      rows: rows.map((row) => rowJson(columns, row)),
    },
    null,
    2,
  )}\n`
}

function rowJson(columns: readonly Column[], row: Row): object {
  const values: Record<string, unknown> = {}
  const gaps: Record<string, GapReason> = {}
  for (const { key } of columns) {
    const value = valueOf(row, key)
    values[key] = isGap(value) ? null : value
    if (isGap(value)) gaps[key] = value.gap
  }
  return { ...values, gaps }
}

/** Tables for programs. */
export const json: OneTableFormat = {
  extension: 'json',
  mediaType: 'application/json',
  isText: true,
  heading: '供程序读取',
  schemaFile: tableSchemaFile,
  holds: 'one table',
  write: (table, { provenance, root }) =>
    new TextEncoder().encode(
      tableJson(table, provenance, `${root}schema/${tableSchemaFile(table.name)}`),
    ),
}

const namedText = (key: string, title: string) => ({
  [key]: { title, type: 'string' },
  address: { title: '网址', type: 'string' },
})

/**
 * The keys that every file may have: the notice that it is unofficial, its publisher, its source
 * and its terms.
 */
export const termsSchema = {
  notice: { title: '性质', type: 'string' },
  publisher: { title: '发布者', type: 'string' },
  source: {
    title: '来源',
    type: 'object',
    required: ['title'],
    properties: namedText('title', '标题'),
  },
  licence: {
    title: '使用许可',
    description: '未写明的为空值',
    type: ['object', 'null'],
    required: ['name'],
    properties: namedText('name', '名称'),
  },
}

/**
 * The JSON Schema of a table's file. It has no `$id`, because every site publishes the same schema:
 * it is identified by the address from which it was read, which each file contains. Both contain
 * the version.
 */
export function tableJsonSchema({ name, title, description, columns }: TableHead): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    description,
    type: 'object',
    required: ['version', 'table', 'title', 'subject', 'as_of', 'columns', 'rows'],
    additionalProperties: false,
    properties: {
      $schema: { title: '本文件的格式', type: 'string' },
      version: { title: '格式的版本', const: version },
      table: { title: '表', const: name },
      title: { title: '标题', type: 'string' },
      subject: { title: '内容', type: 'string' },
      as_of: { title: '数据截至', type: 'string', format: 'date' },
      ...termsSchema,
      columns: { title: '各列', type: 'array', items: { type: 'object', required: ['key'] } },
      rows: {
        title: '各行',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: [...columns.map(({ key }) => key), 'gaps'],
          properties: {
            ...Object.fromEntries(columns.map((column) => [column.key, columnSchema(column)])),
            gaps: {
              title: '没有值的列和原因',
              type: 'object',
              additionalProperties: false,
              properties: Object.fromEntries(
                columns.flatMap(({ key, title: column, gaps = [] }) =>
                  gaps.length === 0
                    ? []
                    : [
                        [
                          key,
                          {
                            title: column,
                            description: gaps.map((gap) => `${gap} ${gapWords[gap]}`).join('，'),
                            enum: gaps,
                          },
                        ],
                      ],
                ),
              ),
            },
          },
        },
      },
    },
  }
  return jsonText(schema)
}

const types = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  date: { type: 'string', format: 'date' },
  'yes-no': { type: 'boolean' },
  list: { type: 'array', items: { type: 'string' } },
} as const

function columnSchema(column: Column) {
  const { title, type, gaps = [] } = column
  const { type: own, ...more } = types[type]
  return {
    title,
    description: explained(column),
    type: gaps.length === 0 ? own : [own, 'null'],
    ...more,
  }
}
