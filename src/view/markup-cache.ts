import type { Model } from '#model/model.ts'
import { Memoized } from '#model/memoized.ts'

const cache = new Memoized<Promise<string>>()

/**
 * Markup that many pages share, rendered once for each name: rendering the header of thousands of
 * pages takes as long as rendering their content. A name has to hold all that the markup depends on
 * besides the model.
 */
export const cachedMarkup = (
  model: Model,
  name: string,
  render: () => Promise<string>,
): Promise<string> => cache.of(model, render, name)
