import { authoredFile } from '#schema/authored-files.ts'
import { isDay } from '#model/calendar.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { consultationThreshold, daysOpen } from '#model/openness-thresholds.ts'
import { consultationKinds } from '#schema/openness-codes.ts'
import type { Consultation } from '#schema/openness.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { problem, type Check, type CheckInput } from '../check.ts'

/** A consultation ends after it begins, lasts as long as its kind asks, and its numbers fit. */
export const consultations: Check = {
  name: 'consultations',
  description:
    'A consultation ends after it begins, lasts as long as the catalogue asks, publishes its feedback after its end, and adopts no more opinions than it received.',
  check(input) {
    return unitLedgers(input.dataset).flatMap(({ year, unit, ledger }) =>
      Object.entries(ledger.consultations ?? {}).flatMap(([id, one]) =>
        inConsultation(input, authoredFile('openness', year, unit), id, one),
      ),
    )
  },
}

function inConsultation(
  { dataset, isUsable }: CheckInput,
  file: string,
  id: string,
  consultation: Consultation,
): Problem[] {
  const { kind, opened, closes, shortened, received, adopted, feedback } = consultation
  if (!isUsable(file, ['consultations', id])) return []
  const at = (...path: string[]) => atValue('consultations', id, ...path)
  const problems: Problem[] = []
  if (isDay(opened) && isDay(closes) && closes < opened)
    problems.push(problem('period-backwards', file, at('closes'), { start: opened, end: closes }))
  const threshold = consultationThreshold(dataset, consultation)
  const days = daysOpen(dataset, consultation, threshold)
  if (threshold !== null && days !== null && days < threshold.days && shortened === undefined)
    problems.push(
      problem(
        'consultation-short',
        file,
        at('closes'),
        {
          kind: consultationKinds[kind],
          days,
          least: threshold.days,
          unit: threshold.isWorking ? '个工作日' : '天',
        },
        'warning',
      ),
    )
  if (typeof feedback === 'object' && isDay(feedback.published) && isDay(closes))
    if (feedback.published < closes)
      problems.push(
        problem(
          'feedback-early',
          file,
          at('feedback', 'published'),
          { on: feedback.published, closes },
          'warning',
        ),
      )
  if (typeof received === 'number' && typeof adopted === 'number' && adopted > received)
    problems.push(problem('adopted-exceeds', file, at('adopted'), { adopted, received }))
  return problems
}
