import type { z } from 'zod'
import { atKey, type Path, type Problem } from '#messages/problem.ts'
import { withoutRepeats } from '../yaml/pitfalls.ts'
import { unusableKeys, withOwnNamesOnly } from '../yaml/null-prototype.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { validate } from './validate.ts'
import { offsetOf, typedAt, type YamlSource } from '#model/records/yaml-places.ts'
import { parseYaml, type QuickRead } from '../yaml/yaml-source.ts'

export interface ReadRecord<T> {
  /** What is usable of the file, with the parts of `standIn` for what it may not lack. */
  readonly value: T
  readonly source: YamlSource
  readonly problems: readonly Problem[]
}

/** Reads the text of one YAML file by its schema. Never throws for a mistake in it. */
export function readRecord<T extends object>(
  text: SourceText,
  schema: z.ZodType<T>,
  standIn: T,
  quick?: QuickRead,
): ReadRecord<T> {
  const { source, problems, misread } = parseYaml(text, quick)
  if (source.value === null)
    return {
      value: standIn,
      source,
      problems: [...problems, ...misread.flatMap(({ problem }) => problem ?? [])],
    }
  const typed = (path: Path): string | null => typedAt(source, path)
  const validated = validate(schema, source.value, text.file, standIn, typed)
  // Behind the place from which a text is broken, lines stand too far left because of that.
  const stands = validated.problems.filter(
    ({ code, place }) => code !== 'key-outdented' || isBefore(source, place),
  )
  // Where a line stands too far left itself, the parser stumbles over the next.
  const moved = stands.some(({ code }) => code === 'key-outdented')
  const refused = [...stands, ...lostKeys(source, stands)]
  return {
    value: withOwnNamesOnly(validated.value),
    source,
    problems: [
      ...problems.filter(({ code }) => !moved || code !== 'yaml-syntax'),
      ...withoutRepeats(misread, refused),
    ],
  }
}

/** Whether a key stands before the place from which the text is broken. */
const isBefore = (source: YamlSource, place: Problem['place']): boolean =>
  source.brokenFrom === null ||
  !('path' in place) ||
  offsetOf(source, place.path, 'key') < source.draft.origin(source.brokenFrom)

/** Of the keys that no table can hold, those that the schema said nothing of. */
function lostKeys({ file, text, value }: YamlSource, said: readonly Problem[]): Problem[] {
  // Typed as it is, or escaped in quotes.
  if (!/__proto__|\\/.test(text)) return []
  const places = new Set(said.map(({ place }) => JSON.stringify(place)))
  return unusableKeys(value)
    .map((path) => ({
      code: 'key-unusable' as const,
      level: 'error' as const,
      file,
      place: atKey(...path),
      args: { key: String(path.at(-1)) },
    }))
    .filter(({ place }) => !places.has(JSON.stringify(place)))
}
