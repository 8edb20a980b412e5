import { isMap, isScalar, type Node, type Pair, type Scalar } from 'yaml'
import { editable } from './editable.ts'
import { keyText } from '#model/yaml-text.ts'
import type { Path } from '#schema/path.ts'
import { endOf, nodeStart } from './places.ts'
import type { Splice } from '#model/records/draft.ts'
import { spliced } from './splice.ts'

/**
 * Renames keys and leaves everything else as it is: values, comments and order.
 *
 * @param nameOf the new name of the key at a path; null to keep it
 * @throws NotEditable for a text that cannot be read for certain
 */
export function renameKeys(text: string, nameOf: (path: Path) => string | null): string {
  const splices: Splice[] = []
  const visit = (node: unknown, path: Path): void => {
    if (!isMap(node)) {
      const { items = [] } = (node ?? {}) as { items?: readonly unknown[] }
      items.forEach((item, n) => {
        visit(item, [...path, n])
      })
      return
    }
    for (const { key, value } of node.items as Pair<Scalar, Node | null>[]) {
      if (!isScalar(key)) continue
      const here = [...path, String(key.value)]
      const name = nameOf(here)
      if (name !== null && name !== String(key.value))
        splices.push({ from: nodeStart(key), to: endOf(key, text), by: keyText(name) })
      visit(value, here)
    }
  }
  visit(editable(text).document.contents, [])
  const edited = spliced(text, splices)
  // Throws if the renaming made a duplicate key.
  editable(edited)
  return edited
}
