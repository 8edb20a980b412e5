import type { Model } from '#model/model.ts'
import { allPages } from '../routes.ts'

/**
 * The titles of all searched pages, so that a page is found by its title among thousands with the
 * same words.
 */
export const searchTitles = (model: Model) =>
  allPages(model)
    .filter(({ kind }) => kind !== null)
    .map(({ href, title, kind, period, units, states }) => ({
      raw_url: href,
      meta: { title, kind },
      has: { kind: [kind], period: [period], unit: units, state: states },
    }))
