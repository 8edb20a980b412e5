import type { Model } from '#model/model.ts'
import { allPages } from '../routes.ts'

/**
 * The titles of all pages, so that a page is found by its title among thousands with the same words.
 * Pages that only list others are in no index and are found in this way alone.
 */
export const searchTitles = (model: Model) =>
  allPages(model).map(({ href, title, earlierNames, isFurther, kind, period, units, states }) => ({
    raw_url: href,
    meta: { title, kind },
    ...(earlierNames === undefined ? {} : { also: earlierNames }),
    ...(isFurther === true ? { isFurther } : {}),
    has: { kind: [kind], period: [period], unit: units, state: states },
  }))
