import { z } from 'zod'
import { dayOrMonth, described, name } from './scalars.ts'

/** The time window of some figures, which often differs from the period of the inspection. */
export const window = z.strictObject({
  label: described(name, '原文写法', '例如：第二季度').optional(),
  start: described(dayOrMonth, '起', undefined, '2023-12').optional(),
  end: described(dayOrMonth, '止', undefined, '2024-03-31').optional(),
})
