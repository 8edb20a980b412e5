/**
 * Polyfills for the methods that the rules of the check call and that the oldest supported browser
 * lacks. Existing methods are not replaced.
 */
export const polyfills: Readonly<Record<string, () => void>> = {
  groupBy: () => {
    provide(Map, 'groupBy', function groupBy<
      T,
      K,
    >(items: Iterable<T>, keyOf: (item: T, n: number) => K) {
      const groups = new Map<K, T[]>()
      let n = 0
      for (const item of items) {
        const key = keyOf(item, n++)
        const group = groups.get(key)
        if (group === undefined) groups.set(key, [item])
        else group.push(item)
      }
      return groups
    })
  },
  hasOwn: () => {
    provide(Object, 'hasOwn', (object: object, key: PropertyKey) =>
      Object.prototype.hasOwnProperty.call(object, key),
    )
  },
  at: () => {
    const at = function (this: ArrayLike<unknown>, n: number) {
      return this[n < 0 ? this.length + n : n]
    }
    provide(Array.prototype, 'at', at)
    provide(String.prototype, 'at', at)
  },
  findLast: () => {
    provide(Array.prototype, 'findLast', function <T>(this: T[], is: (item: T) => unknown) {
      return [...this].reverse().find((item) => is(item))
    })
  },
  toSpliced: () => {
    provide(Array.prototype, 'toSpliced', function <
      T,
    >(this: T[], ...args: [number, number, ...T[]]) {
      const copy = [...this]
      copy.splice(...args)
      return copy
    })
  },
  toSorted: () => {
    provide(Array.prototype, 'toSorted', function <T>(this: T[], order?: (a: T, b: T) => number) {
      return [...this].sort(order)
    })
  },
  toReversed: () => {
    provide(Array.prototype, 'toReversed', function <T>(this: T[]) {
      return [...this].reverse()
    })
  },
  replaceAll: () => {
    provide(String.prototype, 'replaceAll', function (this: string, from: string, to: string) {
      return this.split(from).join(to)
    })
  },
  // Enough for the values of a YAML file, which are plain.
  structuredClone: () => {
    provide(globalThis, 'structuredClone', (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value)),
    )
  },
}

function provide(owner: object, name: string, implementation: (...args: never[]) => unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, {
      value: implementation,
      configurable: true,
      writable: true,
    })
}

for (const install of Object.values(polyfills)) install()
