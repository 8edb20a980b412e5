import { begunReport } from './unit-files.ts'
import type { Answers } from './answers.ts'
import type { FormFile } from './form-kinds.ts'
import type { FormContext } from '#model/form-context.ts'

/** What a form holds before anything is entered: what the order says, nothing in the unit's name. */
export function startOf({ kind, of, unit }: FormFile, context: FormContext): Answers {
  if (kind === 'rectification') return {}
  const orders = context.inspections.flatMap(({ deadlines = {} }) => Object.values(deadlines))
  const order = orders.find(({ period }) => period?.id === of)
  return order === undefined ? {} : begunReport(context.units[unit]?.name ?? unit, order)
}
