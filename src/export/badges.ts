import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { registerOf, type RegisterState, unaskedState } from '#model/register.ts'
import { subjectOf } from '#model/report-periods.ts'
import { Memoized } from '#model/memoized.ts'
import { termsOf, termsText } from '#model/terms.ts'
import type { Badge } from './badge.ts'
import * as at from '#view/addresses.ts'
import { unitName } from '#view/names.ts'
import { reportPeriodsOf } from '#view/report-periods.ts'
import { registerWords } from '#view/register-words.ts'

/** The states that may change with the next day. A badge shows them with their day. */
const changing = new Set<RegisterState['state']>(['upcoming', 'due-today', 'not-recorded'])

/**
 * The register's words, without the number of days left, because badges are not built every day.
 */
const stateWords = (status: RegisterState): string =>
  status.state === 'upcoming' ? '未到期' : registerWords(status).label

const done = new Set<RegisterState['state']>(['on-time', 'late', 'published', 'undated'])

/** A badge for every unit of every register and for every other report, by its address. */
export const siteBadges = (model: Model): ReadonlyMap<string, Badge> =>
  badges.of(model, () => badgesOf(model))

const badges = new Memoized<ReadonlyMap<string, Badge>>()

function badgesOf(model: Model): ReadonlyMap<string, Badge> {
  const { dataset, asOf } = model
  const terms = termsText(termsOf(dataset.site))
  const badge = (label: string, status: RegisterState): Badge => ({
    label,
    state: stateWords(status),
    asOf: changing.has(status.state) ? chineseDate(asOf) : undefined,
    isDone: done.has(status.state),
    notice: dataset.site.notice,
    terms,
  })
  return new Map(
    reportPeriodsOf(model).flatMap(({ id, label, order, unasked }) => {
      const rows = order === undefined ? [] : registerOf(dataset, order, asOf).rows
      return [
        ...rows.map(({ unit, status }): [string, Badge] => [
          at.badge(id, unit),
          badge(`${unitName(model, unit)}${label}自查整改`, status),
        ]),
        ...unasked.map(({ unit, report }): [string, Badge] => [
          at.badge(id, unit),
          badge(`${unitName(model, unit)}${label}${subjectOf(report)}`, unaskedState(report)),
        ]),
      ]
    }),
  )
}
