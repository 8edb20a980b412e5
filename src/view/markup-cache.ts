import type { Model } from '#model/model.ts'
import { Memoized } from '#model/memoized.ts'

const cache = new Memoized<Promise<string>>()

/**
 * Markup that many pages share, rendered once for each name: what stands around thousands of pages
 * takes as long to render as what is in them. The data is known, so that a name tells only what
 * differs between pages.
 */
export const cachedMarkup = (
  model: Model,
  name: string,
  render: () => Promise<string>,
): Promise<string> => cache.of(model, render, name)
