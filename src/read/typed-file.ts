import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { formatText } from '#messages/format.ts'
import { hasErrors } from '#messages/problem.ts'
import { locate } from '#model/records/locate.ts'
import { readRecord } from './records/read-record.ts'
import type { SourceText } from '#model/records/source-text.ts'
import type { YamlSource } from '#model/records/yaml-places.ts'
import { kindOf, readSource } from './files/files.ts'

/** Reads a single YAML file, or returns the report of its problems in Chinese. */
export function readTyped<T extends object>(
  path: string,
  schema: z.ZodType<T>,
  placeholder: T,
): { readonly value: T } | { readonly mistake: string } {
  if (kindOf(path) === 'nothing') return { mistake: `找不到文件 ${path}。` }
  const { source, problem } = readSource(dirname(path), basename(path), path)
  const read = source === null ? null : readRecord(source, schema, placeholder)
  const problems = [...(problem === null ? [] : [problem]), ...(read?.problems ?? [])]
  if (read !== null && !hasErrors(problems)) return { value: read.value }
  const sources = new Map<string, SourceText | YamlSource>(
    read === null ? [] : [[path, read.source]],
  )
  return { mistake: formatText(locate(problems, sources)) }
}
