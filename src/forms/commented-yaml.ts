import type { z } from 'zod'
import { oneLine } from '#model/one-line.ts'
import { entriesOf, isList, isSingle, type Printable, type YamlValue } from '#model/yaml-text.ts'
import { fieldLines, type Layout, usualIndents, withoutUndefined } from '#read/yaml-edit/layout.ts'
import { fieldAt } from '#schema/schema-at.ts'

interface CommentedFile {
  /** Lines above the first field. */
  readonly head: readonly string[]
  readonly schema: z.ZodType
  readonly value: object
  /** Additional comments on single places, by path joined with dots. */
  readonly notes?: ReadonlyMap<string, string>
}

/** A YAML file with a comment on each field where it first occurs. */
export function commentedYaml({ head, schema, value, notes = new Map() }: CommentedFile): string {
  const explained = new Set<string>()
  const layout: Layout = {
    indents: usualIndents,
    // Lists of ids and the cells of a row go on one line.
    isOnOneLine: (inner) => isList(inner) && inner.every((one) => isSingle(one) || isPointer(one)),
    commentOn: (path) => {
      const field = fieldAt(schema, path)
      const key = JSON.stringify(field)
      const isNew = field !== null && !explained.has(key)
      explained.add(key)
      const words = field === null || !isNew ? [] : [field.title, field.description ?? []].flat()
      return oneLine([words.join('：'), notes.get(path.join('.')) ?? ''].filter(Boolean).join('。'))
    },
  }
  const parts = Object.entries(withoutUndefined(value) as Record<string, YamlValue>).map(
    ([key, field]) => fieldLines(key, field, 0, layout),
  )
  // Empty lines set off the parts of several lines.
  const body = parts.flatMap((lines, n) => (n > 0 && lines.length > 1 ? ['', ...lines] : lines))
  const top = head.map((line) => `# ${inComment(line)}`.trimEnd())
  return `${[...top, '', ...body].join('\n')}\n`
}

/** An indented line without line breaks, which a quotation from a document may contain. */
const inComment = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${oneLine(line)}`

/** `{ of: units.xuzhou }` */
const isPointer = (value: Printable): boolean => !isList(value) && entriesOf(value).length === 1
