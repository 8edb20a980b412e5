import { inlineNodes } from '#domain/bulletin.ts'
import type { Inspection } from '#domain/dataset.ts'
import { resolveReference } from '#domain/reference.ts'
import { atValue, inFile, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check, type CheckInput } from './check.ts'

/** Every reference in a bulletin and in an appendix leads to a value. */
export const bulletinReferences: Check = {
  name: 'bulletin-references',
  description: 'References in bulletins and appendices lead to a value of the data.',
  check(input) {
    const problems: Problem[] = []
    const { dataset } = input
    const inspectionById = new Map(dataset.inspections.map((inspection) => [inspection.id, inspection]))
    for (const bulletin of Object.values(dataset.bulletins)) {
      const file = `content/bulletins/${bulletin.id}.mdx`
      const inspection = inspectionById.get(bulletin.id)
      if (inspection === undefined) {
        if (!input.stands(`data/inspections/${bulletin.id}.yaml`, []))
          problems.push(problem('bulletin-without-inspection', file, inFile, { id: bulletin.id }))
        continue
      }
      const report = (path: string, offset: number, known: string | null): void => {
        if (known !== null)
          problems.push(problem('reference-unknown', file, { at: 'offset', offset }, { path, known }))
      }
      for (const node of inlineNodes(bulletin)) {
        if (node.type === 'value') report(node.of, node.offset, brokenAt(input, inspection, node.of))
        if (node.type === 'passage') report(node.of, node.offset, missingAt(input, inspection, node.of))
      }
      for (const block of bulletin.blocks)
        if (block.type === 'appendix') report(block.of, block.offset, missingAt(input, inspection, block.of))
    }
    for (const inspection of dataset.inspections)
      for (const [id, appendix] of Object.entries(inspection.appendices ?? {}))
        appendix.rows.forEach((row, r) => {
          row.forEach((cell, c) => {
            const path = typeof cell === 'object' ? cell.of : null
            const known = path === null ? null : brokenAt(input, inspection, path)
            if (path !== null && known !== null)
              problems.push(
                problem('reference-unknown', inspectionFile(inspection),
                  atValue('appendices', id, 'rows', r, c, 'of'), { path, known }),
              )
          })
        })
    return problems
  },
}

/** The beginning of a reference that exists, when it leads to no value; null when it does. */
function brokenAt(input: CheckInput, inspection: Inspection, path: string): string | null {
  const resolved = resolveReference(input.dataset, inspection, path)
  if (resolved.found) return null
  // A value that stands in its file but was refused has a problem of its own already.
  const refused = resolved.known !== path && missingAt(input, inspection, path) === null
  return refused ? null : resolved.known || '（开头）'
}

/** The same for a record, which need not be a value. */
function missingAt({ stands }: CheckInput, inspection: Inspection, path: string): string | null {
  const segments = path.split('.')
  const [root] = segments
  const file = root === 'units' || root === 'channels' ? `data/${root}.yaml` : inspectionFile(inspection)
  if (stands(file, segments)) return null
  const known = segments.filter((_, depth) => stands(file, segments.slice(0, depth + 1)))
  return known.join('.') || '（开头）'
}
