import { authoredFile } from '#schema/authored-files.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/**
 * Every page names the source of the site, which cannot be a single bulletin once there is a second
 * inspection.
 */
export const siteSource: Check = {
  name: 'site-source',
  description:
    'The source that every page names is not the bulletin of an earlier inspection alone.',
  check({ dataset: { inspections, site } }): Problem[] {
    const title = site.source?.title
    const newest = inspections.at(-1)
    if (title === undefined || newest === undefined || title.includes(newest.period.label))
      return []
    const named = inspections.find(({ period }) => title.includes(period.label))
    if (named === undefined) return []
    const args = { label: named.period.label, newest: newest.period.label }
    return [
      problem(
        'source-of-one-period',
        authoredFile('site'),
        atValue('source', 'title'),
        args,
        'warning',
      ),
    ]
  },
}
