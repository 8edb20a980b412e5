import type { Appendix } from '#schema/inspection.ts'

export type Cell = NonNullable<Appendix['rows']>[number][number]

/** The units that an appendix names: those that its cells point at. */
export function unitsInAppendix(appendix: Appendix): string[] {
  const units = (appendix.rows ?? []).flatMap((row) =>
    row.flatMap((cell) => {
      if (typeof cell !== 'object') return []
      const [root, id] = cell.of.split('.')
      return root === 'units' && id !== undefined ? [id] : []
    }),
  )
  return [...new Set(units)]
}
