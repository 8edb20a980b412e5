import { Document, isMap, isScalar, isSeq, type Node } from 'yaml'
import type { z } from 'zod'
import { oneLine } from '#model/one-line.ts'
import { fieldAt } from '#schema/schema-at.ts'

type Path = readonly (string | number)[]

/** How the files that programs begin are laid out: no line is broken, and `[a, b]` has no spaces inside. */
export const yamlLayout = { lineWidth: 0, flowCollectionPadding: false }

export interface CommentedFile {
  /** Lines above the first field. */
  readonly head: readonly string[]
  readonly schema: z.ZodType
  readonly value: object
  /** What there is to say of single places beyond what the field is: by path joined with dots. */
  readonly notes?: ReadonlyMap<string, string>
}

/** A YAML file that says of each field, where it comes first, what it is. */
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
  comment(document.contents, [], commentAt)
  const text = document.toString(yamlLayout)
  // Empty lines set off the parts of the file.
  const parts = text.replace(/^(?:# .*\n)?[a-z_]+:\n(?= )/gm, (start) => `\n${start}`)
  const top = head.map((line) => `# ${inComment(line)}`.trimEnd()).join('\n')
  return `${top}\n${parts.startsWith('\n') ? '' : '\n'}${parts}`
}

/** A line as it is indented, on one line: what is quoted from a document may have several. */
const inComment = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${oneLine(line)}`

function comment(node: unknown, path: Path, commentAt: (path: Path) => string): void {
  if (isSeq(node)) {
    // A list of ids or the cells of a row stand on one line.
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
