import { authoredFile } from '#schema/authored-files.ts'
import { inlineNodes } from '#model/bulletin.ts'
import type { Inspection } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import { atValue, inFile, type Place, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check, type CheckInput } from '../check.ts'

/** Every reference in a bulletin and in an appendix leads to a value. */
export const bulletinReferences: Check = {
  name: 'bulletin-references',
  description: 'References in bulletins and appendices lead to a value of the data.',
  check(input) {
    const { dataset } = input
    const problems: Problem[] = []
    const report = (file: string, place: Place, path: string, known: string | null): void => {
      if (known === null) return
      const code =
        known === ''
          ? 'reference-unknown-start'
          : known === path
            ? 'reference-not-value'
            : 'reference-unknown'
      problems.push(problem(code, file, place, { path, known }))
    }
    const inspections = new Map(
      dataset.inspections.map((inspection) => [inspection.id, inspection]),
    )
    for (const { id, blocks } of Object.values(dataset.bulletins)) {
      const file = authoredFile('bulletin', id)
      const inspection = inspections.get(id)
      if (inspection === undefined) {
        if (!input.exists(authoredFile('inspection', id), []))
          problems.push(problem('bulletin-without-inspection', file, inFile, { id }))
        continue
      }
      const marked = new Set<string>()
      for (const node of inlineNodes({ id, blocks })) {
        if (node.type !== 'value' && node.type !== 'passage') continue
        if (node.type === 'passage') {
          const place: Place = { at: 'offset', offset: node.offset }
          if (marked.has(node.of))
            problems.push(problem('passage-twice', file, place, { path: node.of }))
          marked.add(node.of)
        }
        const broken = node.type === 'value' ? brokenAt : missingAt
        report(
          file,
          { at: 'offset', offset: node.offset },
          node.of,
          broken(input, inspection, node.of),
        )
      }
      for (const block of blocks) {
        if (block.type !== 'appendix') continue
        const place: Place = { at: 'offset', offset: block.offset }
        if (/^appendices\.[^.]+$/.test(block.of))
          report(file, place, block.of, missingAt(input, inspection, block.of))
        else problems.push(problem('reference-not-appendix', file, place, { path: block.of }))
      }
    }
    for (const inspection of dataset.inspections)
      for (const [id, appendix] of Object.entries(inspection.appendices ?? {}))
        for (const [r, row] of (appendix.rows ?? []).entries())
          for (const [c, cell] of row.entries()) {
            if (typeof cell !== 'object') continue
            const place = atValue('appendices', id, 'rows', r, c, 'of')
            report(inspectionFile(inspection), place, cell.of, brokenAt(input, inspection, cell.of))
          }
    return problems
  },
}

/** The longest existing prefix of a reference that has no value; null if it has one. */
function brokenAt(input: CheckInput, inspection: Inspection, path: string): string | null {
  const resolved = resolveReference(input.dataset, inspection, path)
  if (resolved.found) return null
  const segments = path.split('.')
  const isWhole = resolved.known === path
  // A value that exists but was refused is already reported.
  if (!isWhole && missingAt(input, inspection, path) === null) return null
  // The same holds for a value computed from refused ones.
  if (segments[0] === 'areas' && !input.isUsable(inspectionFile(inspection), segments.slice(0, 2)))
    return null
  return resolved.known
}

/**
 * The longest existing prefix of a reference to a record, which need not be a value; null if it
 * exists.
 */
function missingAt({ exists }: CheckInput, inspection: Inspection, path: string): string | null {
  const segments = path.split('.')
  const [root] = segments
  const file =
    root === 'units' || root === 'channels' ? authoredFile(root) : inspectionFile(inspection)
  if (exists(file, segments)) return null
  const known = segments.filter((_, depth) => exists(file, segments.slice(0, depth + 1)))
  return known.join('.')
}
