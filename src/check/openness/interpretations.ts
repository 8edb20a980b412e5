import { authoredFile } from '#schema/authored-files.ts'
import { isDay } from '#model/calendar.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/** An interpretation follows its document, and each of the two links to the other. */
export const interpretations: Check = {
  name: 'interpretations',
  description:
    'No interpretation is published before its document, and the two pages link to each other.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const { year, unit, ledger } of unitLedgers(dataset)) {
      const file = authoredFile('openness', year, unit)
      for (const [id, { published, interpretation }] of Object.entries(ledger.policies ?? {}))
        for (const [n, item] of (interpretation?.items ?? []).entries()) {
          const path = ['policies', id, 'interpretation', 'items', n]
          const { links_to_policy: to, linked_from_policy: from } = item
          if (isDay(published) && isDay(item.published) && item.published < published)
            problems.push(
              problem(
                'interpretation-early',
                file,
                atValue(...path, 'published'),
                { on: item.published, published },
                'warning',
              ),
            )
          if (to !== undefined && from !== undefined && to !== from)
            problems.push(
              problem(
                'interpretation-one-way',
                file,
                atValue(...path, to ? 'linked_from_policy' : 'links_to_policy'),
                { missing: to ? '文件没有链接到解读' : '解读没有链接到文件' },
                'warning',
              ),
            )
        }
    }
    return problems
  },
}
