import { Document, isMap, isScalar, isSeq, type Node, type Scalar, visit } from 'yaml'
import type { z } from 'zod'
import { oneLine } from '#model/one-line.ts'
import { keyText, scalarText } from '#model/yaml-text.ts'
import { fieldAt } from '#schema/schema-at.ts'

type Path = readonly (string | number)[]

/** Layout of generated files: no line is wrapped, and `[a, b]` has no inner spaces. */
export const yamlLayout = { lineWidth: 0, flowCollectionPadding: false }

/** Sets the quotes of a text by the one rule for all files that are written. */
export function quotedAsWritten(
  scalar: Scalar,
  textOf: (text: string) => string = scalarText,
): Scalar {
  if (typeof scalar.value !== 'string') return scalar
  const [first] = textOf(scalar.value)
  scalar.type = first === '"' ? 'QUOTE_DOUBLE' : first === "'" ? 'QUOTE_SINGLE' : 'PLAIN'
  return scalar
}

export interface CommentedFile {
  /** Lines above the first field. */
  readonly head: readonly string[]
  readonly schema: z.ZodType
  readonly value: object
  /** Additional comments on single places, by path joined with dots. */
  readonly notes?: ReadonlyMap<string, string>
}

/** A YAML file with a comment on each field where it first occurs. */
export function commentedYaml({ head, schema, value, notes = new Map() }: CommentedFile): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  const explained = new Set<string>()
  const commentAt = (path: Path): string => {
    const field = fieldAt(schema, path)
    const key = JSON.stringify(field)
    const isNew = field !== null && !explained.has(key)
    explained.add(key)
    const words = field === null || !isNew ? [] : [field.title, field.description ?? []].flat()
    return [words.join('：'), notes.get(path.join('.')) ?? ''].filter(Boolean).join('。')
  }
  visit(document, {
    Scalar: (key, scalar) => void quotedAsWritten(scalar, key === 'key' ? keyText : scalarText),
  })
  comment(document.contents, [], commentAt)
  const text = document.toString(yamlLayout)
  // Separate the parts of the file with empty lines.
  const parts = text.replace(/^(?:# .*\n)?[a-z_]+:\n(?= )/gm, (start) => `\n${start}`)
  const top = head.map((line) => `# ${inComment(line)}`.trimEnd()).join('\n')
  return `${top}\n${parts.startsWith('\n') ? '' : '\n'}${parts}`
}

/** An indented line without line breaks, which a quotation from a document may contain. */
const inComment = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${oneLine(line)}`

function comment(node: unknown, path: Path, commentAt: (path: Path) => string): void {
  if (isSeq(node)) {
    // Lists of ids and the cells of a row go on one line.
    if (node.items.every((item) => isScalar(item) || isPointer(item))) node.flow = true
    else
      node.items.forEach((item, n) => {
        comment(item, [...path, n], commentAt)
      })
    return
  }
  if (!isMap(node)) return
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue
    const here = [...path, String(key.value)]
    const words = oneLine(commentAt(here))
    comment(value, here, commentAt)
    const isOnLine = !(isMap(value) || isSeq(value)) || value.flow === true
    if (words === '') continue
    if (isOnLine) (value as Node).comment = ` ${words}`
    else key.commentBefore = ` ${words}`
  }
}

/** `{ of: units.xuzhou }` */
function isPointer(node: unknown): boolean {
  if (!isMap(node) || node.items.length !== 1) return false
  node.flow = true
  return true
}
