import type { Appendix } from '#schema/inspection.ts'

type Row = NonNullable<Appendix['rows']>[number]
export type AppendixValue = Row[number]

/** The units that a row of an appendix names: those that its cells point at. */
export const unitsInRow = (row: Row): string[] =>
  row.flatMap((cell) => {
    if (typeof cell !== 'object') return []
    const [root, id] = cell.of.split('.')
    return root === 'units' && id !== undefined ? [id] : []
  })

/** The units that an appendix names. */
export const unitsInAppendix = (appendix: Appendix): string[] => [
  ...new Set((appendix.rows ?? []).flatMap(unitsInRow)),
]
