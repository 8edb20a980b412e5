import type { Model } from '#model/model.ts'
import { Memoized } from '#model/memoized.ts'

const kept = new Memoized<Promise<string>>()

/**
 * Markup that many pages share, rendered once for each name: what stands around thousands of pages
 * takes as long to render as what is in them. The data is known, so that a name tells only what
 * differs between pages.
 */
export const keptMarkup = (
  model: Model,
  name: string,
  render: () => Promise<string>,
): Promise<string> => kept.of(model, render, name)
