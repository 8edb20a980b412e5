import { jsonText } from '#model/json-text.ts'
import { z } from 'zod'
import { fileKinds } from '#schema/file-kinds.ts'

/**
 * JSON Schemas of every kind of file, by file name, for editors that complete and explain fields
 * while typing. They omit those rules of the check that span fields or files.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fileKinds).map(([name, { title, place, schema }]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' })
      const described = { ...json, title, description: place }
      return [`${name}.json`, jsonText(described)]
    }),
  )
}
