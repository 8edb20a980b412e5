import type { Path } from '#schema/path.ts'

interface Node {
  readonly children: Map<string, Node>
  /** Whether a path of the set ends here. */
  isEnd: boolean
  /** Whether a path of the set ends one step below. */
  hasEndBelow: boolean
}

const node = (): Node => ({ children: new Map(), isEnd: false, hasEndBelow: false })

/** A set of paths, stored as a tree. Each query takes as many steps as its path has segments. */
export class PathSet {
  readonly #root = node()
  readonly #lastSegments = new Set<string>()

  add(path: Path): void {
    let here = this.#root
    for (const [depth, segment] of path.entries()) {
      if (depth === path.length - 1) here.hasEndBelow = true
      const known = here.children.get(String(segment)) ?? node()
      here.children.set(String(segment), known)
      here = known
    }
    here.isEnd = true
    this.#lastSegments.add(String(path.at(-1)))
  }

  /** Whether the set contains this path or one above it. */
  hasAtOrAbove(path: Path): boolean {
    let here: Node | undefined = this.#root
    for (const segment of path) {
      if (here.isEnd) return true
      here = here.children.get(String(segment))
      if (here === undefined) return false
    }
    return here.isEnd
  }

  /** Whether the set contains this path or one below it. */
  hasAtOrBelow(path: Path): boolean {
    return this.#find(path) !== undefined
  }

  /** Whether the set contains a direct child of this path. */
  hasChildOf(path: Path): boolean {
    return this.#find(path)?.hasEndBelow === true
  }

  /** Whether the set contains a path whose last segment is this one. */
  hasLastSegment(segment: string | number | undefined): boolean {
    return this.#lastSegments.has(String(segment))
  }

  #find(path: Path): Node | undefined {
    let here: Node | undefined = this.#root
    for (const segment of path) {
      here = here.children.get(String(segment))
      if (here === undefined) return undefined
    }
    // An empty set has a root node but no path.
    return here.isEnd || here.children.size > 0 ? here : undefined
  }
}
