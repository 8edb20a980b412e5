import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import type { DeadlineRecord } from '#model/dataset.ts'
import { lastDayInTime, unitsOwing } from '#model/deadline.ts'
import { hasReported, lastDayFor } from '#model/ledger.ts'
import { registerOf } from '#model/register.ts'
import { ledger } from './ledger.ts'

/**
 * How many units have fulfilled an order to publish or to report: 本站已收录23份，应公开的有25个单位. Missing
 * units are counted only after the office has recorded a check. Undefined for other duties.
 */
export function progressOf(model: Model, record: DeadlineRecord): string | undefined {
  const { what, period } = record.deadline
  if (what === 'self-inspection' && period !== undefined) return published(model, record)
  return what === 'rectification-report' ? reported(model, record) : undefined
}

const whole = (model: Model, what: string): string =>
  model.dataset.roster === 'partial' ? `本站名录中应${what}的` : `应${what}的`

function published(model: Model, record: DeadlineRecord): string {
  const { dataset, asOf } = model
  const { published: count, expected, lookedOn, rows } = registerOf(dataset, record, asOf)
  const overdue = rows.filter(({ status }) => status.state === 'overdue').length
  const looked =
    lookedOn === null || overdue === 0
      ? ''
      : `；主管机关${chineseDate(lookedOn)}核查，${overdue}个未公开`
  return `本站已收录${count}份，${whole(model, '公开')}有${expected}个单位${looked}`
}

/** Undefined when the document names no unit, or no report or extension is recorded. */
function reported(model: Model, record: DeadlineRecord): string | undefined {
  const units = unitsOwing(model.dataset, record)
  const done = units.filter((unit) => hasReported(ledger(model), record, unit)).length
  const last = lastDayInTime(record.deadline)
  const extended = units.filter((unit) => lastDayFor(ledger(model), record, unit) !== last).length
  if (done + extended === 0) return undefined
  const more = extended === 0 ? '' : `；${extended}个单位已同意延期`
  return `${done}个单位已报送或已办结，${whole(model, '报送')}有${units.length}个单位${more}`
}
