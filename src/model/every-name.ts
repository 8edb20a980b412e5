/** A unit or an account. */
export interface NamedRecord {
  readonly name: string
  readonly earlier_names?: readonly string[] | undefined
}

/** Every name of a unit or an account, the present one first: old documents use earlier ones. */
export const everyName = ({
  name,
  earlier_names: earlier = [],
}: NamedRecord): readonly string[] => [name, ...earlier]

/** The ids of records by each of their names; a present name goes before an earlier one. */
export function idsByName(
  records: Readonly<Record<string, NamedRecord>>,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [id, record] of Object.entries(records))
    for (const name of record.earlier_names ?? []) if (!ids.has(name)) ids.set(name, id)
  for (const [id, { name }] of Object.entries(records)) ids.set(name, id)
  return ids
}
