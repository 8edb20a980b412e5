import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '#exports/json-schema.ts'
import type { Command } from './command.ts'

/** Where the published schemas stand, from the project's root. */
const folder = 'public/schema'

/** Writes the JSON Schemas that editors use; run after a change to `src/schema`. */
export const schema: Command = () => {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text)
  process.stdout.write(`已写入 ${folder}。\n`)
  return 0
}
