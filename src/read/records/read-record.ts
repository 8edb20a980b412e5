import type { z } from 'zod'
import { atKey, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { withoutRepeats } from '../yaml/pitfalls.ts'
import { unusableKeys, withNullPrototypes } from '../yaml/null-prototype.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { validate } from './validate.ts'
import { offsetOf, typedAt, type YamlSource } from '#model/records/yaml-places.ts'
import { parseYaml, type QuickRead } from '../yaml/yaml-source.ts'

interface ReadRecord<T> {
  /**
   * The valid parts of the file; `placeholder` supplies mandatory parts that are missing or wrong.
   */
  readonly value: T
  readonly source: YamlSource
  readonly problems: readonly Problem[]
}

/** Reads the text of one YAML file by its schema. Never throws for a mistake in it. */
export function readRecord<T extends object>(
  text: SourceText,
  schema: z.ZodType<T>,
  placeholder: T,
  quick?: QuickRead,
): ReadRecord<T> {
  const { source, problems, pitfalls } = parseYaml(text, quick)
  if (source.value === null)
    return {
      value: placeholder,
      source,
      problems: [...problems, ...pitfalls.flatMap(({ problem }) => problem ?? [])],
    }
  const typed = (path: Path): string | null => typedAt(source, path)
  const validated = validate(schema, source.value, text.file, placeholder, typed)
  // After the first syntax error, lines may seem outdented only because of that error.
  const relevant = validated.problems.filter(
    ({ code, place }) => code !== 'key-outdented' || isBefore(source, place),
  )
  // An outdented line makes the parser report the next line, so that syntax error is dropped.
  const moved = relevant.some(({ code }) => code === 'key-outdented')
  const refused = [...relevant, ...lostKeys(source, relevant)]
  return {
    value: withNullPrototypes(validated.value),
    source,
    problems: [
      ...problems.filter(({ code }) => !moved || code !== 'yaml-syntax'),
      ...withoutRepeats(pitfalls, refused),
    ],
  }
}

/** Whether a key comes before the first syntax error. */
const isBefore = (source: YamlSource, place: Problem['place']): boolean =>
  source.brokenFrom === null ||
  !('path' in place) ||
  offsetOf(source, place.path, 'key') < source.draft.origin(source.brokenFrom)

/** The unusable keys (`__proto__`) that the schema did not report. */
function lostKeys({ file, text, value }: YamlSource, reported: readonly Problem[]): Problem[] {
  // The key may be written literally or with escapes in quotes.
  if (!/__proto__|\\/.test(text)) return []
  const places = new Set(reported.map(({ place }) => JSON.stringify(place)))
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
