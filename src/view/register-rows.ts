import type { Model } from '#model/model.ts'
import { inOrderOfNames } from '#model/name-order.ts'
import { subjectOf } from '#model/report-periods.ts'
import { areasLeftOut, groupOf, type Register, type RegisterRow } from '#model/register.ts'
import * as at from './addresses.ts'
import { registerState } from './deadline-lines.ts'
import { unitLink, unitName } from './names.ts'
import { dateWords } from './date-words.ts'

/** A row of the register's table. */
export function registerRow(
  model: Model,
  register: Register,
  { unit, status, report }: RegisterRow,
) {
  const { deadline } = register.order
  const missingAreas = report === null ? [] : areasLeftOut(deadline, report)
  const ordered = deadline.areas?.length ?? 0
  return {
    id: rowId(unit),
    group: groupOf(status),
    unit: unitLink(model, unit),
    state: registerState(model, register.order, status),
    ...(report === null
      ? {}
      : {
          date: dateWords(report.published),
          report: {
            label: `${subjectOf(report)}情况`,
            href: at.selfInspectionPage(register.period, unit),
          },
          ...(missingAreas.length === 0
            ? {}
            : { note: `报告涉及要求的${ordered - missingAreas.length}个领域，要求${ordered}个` }),
        }),
    ...(status.state === 'exempt' ? { note: status.reason, missing: '不要求' } : {}),
  }
}

/** Rows in the order of the units' names. */
export const rowsByName = (model: Model, rows: readonly RegisterRow[]): RegisterRow[] =>
  inOrderOfNames(rows, ({ unit }) => unitName(model, unit))

/** Anchor of a unit's row. */
export const rowId = (unit: string): string => `unit-${unit}`
