import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { jsonSchemas } from '#export/json/json-schema.ts'
import { recordSchemas } from '#export/json/record-schema.ts'
import { tableJsonSchema, tableSchemaFile } from '#export/tables/table-json.ts'
import { tableKinds } from '#view/tables/kinds.ts'
import type { Command } from './command.ts'
import { print } from './print.ts'

/** Folder of the published schemas, relative to the project's root. */
const folder = 'public/schema'

/**
 * Writes the JSON Schemas that editors use and those of the published tables and records; run after a change to
 * `src/schema` or to a column of a table.
 */
export const schema: Command = () => {
  const tables = tableKinds.map(
    (kind) => [tableSchemaFile(kind.name), tableJsonSchema(kind)] as const,
  )
  for (const [name, text] of [...jsonSchemas(), ...recordSchemas(), ...tables]) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  print(`已写入 ${folder}。\n`)
  return 0
}
