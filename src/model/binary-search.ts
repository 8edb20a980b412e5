/**
 * How many items of a list come first: those before the first that is not one. All of them have to
 * be before all others, as in a sorted list. Takes logarithmic time.
 */
export function countFirst<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isFirst(items[middle] as Item)) low = middle + 1
    else high = middle
  }
  return low
}
