import { appendices } from './appendices.ts'
import { channels } from './channels.ts'
import { corrections } from './corrections.ts'
import { deadlines } from './deadlines.ts'
import { goodExamples } from './good-examples.ts'
import { inspections } from './inspections.ts'
import { issueGroups } from './issue-groups.ts'
import { issues } from './issues.ts'
import { figures, rates } from './numbers.ts'
import { consultations, openness, opennessRateTable, policies } from './openness.ts'
import { opennessDays } from './openness-days.ts'
import { rectification } from './rectification.ts'
import { openDutiesTable } from './open-duties.ts'
import { lateReports, register, reportProblems } from './self-inspections.ts'
import { unitRounds } from './unit-rounds.ts'
import { units } from './units.ts'
import type { TableKind } from './kind.ts'

/** Every kind of table, in the order of the catalogue. */
export const tableKinds: readonly TableKind[] = [
  inspections,
  issues,
  issueGroups,
  rectification,
  figures,
  rates,
  appendices,
  goodExamples,
  deadlines,
  openDutiesTable,
  register,
  lateReports,
  reportProblems,
  openness,
  opennessRateTable,
  policies,
  consultations,
  opennessDays,
  units,
  unitRounds,
  channels,
  corrections,
]
