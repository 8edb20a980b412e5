import { draftReport } from './unit-files.ts'
import type { Answers } from './answers.ts'
import type { FormFile } from './form-kinds.ts'
import type { FormContext } from '#model/form-context.ts'

/** The initial answers of a form: what the order says, and nothing on behalf of the unit. */
export function initialAnswers({ kind, of, unit }: FormFile, context: FormContext): Answers {
  if (kind !== 'self-inspection') return {}
  const orders = context.inspections.flatMap(({ deadlines = {} }) => Object.values(deadlines))
  const order = orders.find(({ period }) => period?.id === of)
  const name = context.units[unit]?.name ?? unit
  const open = context.periods?.[of]
  if (order !== undefined) return draftReport(name, order)
  return open === undefined ? {} : draftReport(name, { period: open }, open.subject)
}
