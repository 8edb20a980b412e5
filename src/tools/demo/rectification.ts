import type { Issue, RectificationStep } from '#schema/issue.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import { addDays } from '#model/calendar.ts'
import { unitsOfIssue, compareText } from '#model/dataset.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import { workingDay } from './quarters.ts'
import type { Random } from './random.ts'

interface PlannedStep extends Pick<RectificationStep, 'step' | 'note' | 'reason'> {
  /** Days after publication. */
  readonly after: number
  /** Days after publication until which the deadline is extended. */
  readonly until?: number
}

const notified: PlannedStep = { step: 'notified', after: 2 }
const stillThere = '复核时问题仍然存在'

/** Possible courses of a rectification. */
const courses = {
  unsaid: [],
  silent: [notified],
  reported: [notified, { step: 'reported', after: 12 }],
  rectified: [notified, { step: 'reported', after: 12 }, { step: 'rectified', after: 20 }],
  late: [notified, { step: 'reported', after: 24 }, { step: 'rectified', after: 26 }],
  passed: [
    notified,
    { step: 'rectified', after: 9 },
    { step: 'reported', after: 13 },
    { step: 'recheck-passed', after: 38 },
  ],
  failed: [
    notified,
    { step: 'reported', after: 13 },
    { step: 'recheck-failed', after: 40, note: stillThere },
  ],
  extended: [
    notified,
    { step: 'extended', after: 11, until: 150, reason: '网站改版，栏目需要整体调整' },
  ],
  extendedThenClosed: [
    notified,
    { step: 'extended', after: 11, until: 45, reason: '账号主体正在变更' },
    { step: 'rectified', after: 30 },
    { step: 'reported', after: 32 },
    { step: 'recheck-passed', after: 50 },
    { step: 'closed', after: 62 },
  ],
  withdrawn: [
    notified,
    { step: 'withdrawn', after: 9, reason: '经核实，检查时正值系统维护，问题不成立' },
  ],
  closed: [
    notified,
    { step: 'rectified', after: 8 },
    { step: 'reported', after: 12 },
    { step: 'recheck-passed', after: 40 },
    { step: 'closed', after: 62 },
  ],
  twice: [
    notified,
    { step: 'reported', after: 13 },
    { step: 'recheck-failed', after: 40, note: stillThere },
    { step: 'rectified', after: 55 },
    { step: 'recheck-passed', after: 75 },
    { step: 'closed', after: 82 },
  ],
} as const satisfies Readonly<Record<string, readonly PlannedStep[]>>
type Course = keyof typeof courses

/** Courses for the findings of the last quarter but one, in turn, so that each occurs. */
const recent: readonly Course[] = [
  'extended',
  'withdrawn',
  'failed',
  'rectified',
  'passed',
  'late',
  'reported',
  'silent',
]

interface StepsPlan {
  readonly published: string
  /** How many quarters ago. */
  readonly age: number
  /** Index of the finding among those that name a unit. */
  readonly place: number
  readonly asOf: string
}

/** The recorded steps of a finding; its units may have different courses. */
export function makeSteps(random: Random, issue: Issue, plan: StepsPlan): RectificationStep[] {
  const units = unitsOfIssue(issue)
  if (units.length === 0) return []
  const shift = random.whole(0, 3)
  const apart = units.length > 1 && plan.age > 0 && random.chance(0.5)
  const common = courseOf(random, issue, plan)
  const byUnit = units.map((unit, n) => {
    const course =
      apart && n > 0 ? courseOf(random, issue, { ...plan, place: plan.place + n }) : common
    return { unit, steps: stepsOf(courses[course], plan, shift) }
  })
  const all = new Map<string, { step: RectificationStep; units: string[] }>()
  for (const { unit, steps } of byUnit)
    for (const step of steps) {
      const key = JSON.stringify(step)
      const known = all.get(key)
      if (known === undefined) all.set(key, { step, units: [unit] })
      else known.units.push(unit)
    }
  return [...all.values()]
    .map(({ step, units: own }): RectificationStep => {
      if (own.length === units.length) return step
      const { on, step: kind, ...rest } = step
      return { on, step: kind, units: own, ...rest }
    })
    .sort((a, b) => compareText(a.on, b.on))
}

const stepsOf = (
  planned: readonly PlannedStep[],
  { published, asOf }: StepsPlan,
  shift: number,
): RectificationStep[] =>
  planned
    .map(({ step, after, until, reason, note }): RectificationStep => ({
      on: workingDay(addDays(published, after + shift)),
      step,
      ...(until === undefined ? {} : { until: workingDay(addDays(published, until)) }),
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
    }))
    .filter(({ on }) => on <= asOf)

function courseOf(random: Random, issue: Issue, { age, place }: StepsPlan): Course {
  const chance = random.fraction()
  if (age === 0) return issue.counts_in_rate === true || chance < 0.4 ? 'silent' : 'unsaid'
  if (age === 1) return recent[place % recent.length] ?? 'unsaid'
  if (chance < 0.72) return 'closed'
  if (chance < 0.82) return 'twice'
  if (chance < 0.88) return 'passed'
  if (chance < 0.91) return 'extendedThenClosed'
  if (chance < 0.93) return 'withdrawn'
  if (chance < 0.96) return 'rectified'
  return chance < 0.98 ? 'reported' : 'silent'
}

const statements = [
  '收到通报后当日核查，问题属实，已完成整改，并对全部栏目和账号排查了一遍。',
  '已按要求整改，责任科室逐项核对，今后发布前实行两级审核。',
  '已联系运维单位处理完毕，整改前后的页面附后。',
]
const measures = ['每周检查一次链接和栏目更新情况', '发布前实行两级审核', '每季度集中排查一次']

/** Statements of some units on findings that they reported on, by issue, then by unit. */
export function makeStatements(
  random: Random,
  inspections: readonly InspectionFile[],
): ReadonlyMap<string, ReadonlyMap<string, RectificationStatement>> {
  const found = new Map<string, Map<string, RectificationStatement>>()
  for (const { issues = {} } of inspections.slice(-4))
    for (const [id, issue] of Object.entries(issues)) {
      const reported = (issue.rectification ?? []).filter(({ step }) => step === 'reported')
      for (const unit of unitsOfIssue(issue)) {
        const words = random.stream(`${id} ${unit}`)
        const step = reported.find(({ units }) => units === undefined || units.includes(unit))
        if (step === undefined || !words.chance(0.6)) continue
        const statement: RectificationStatement = {
          on: step.on,
          statement: words.pick(statements),
          ...(words.chance(0.7) ? { measures: words.sample(measures, words.whole(1, 2)) } : {}),
          ...(words.chance(0.6)
            ? {
                evidence: [
                  {
                    title: '整改后的页面',
                    address: `https://example.com/rectifications/${id}/${unit}.html`,
                    on: step.on,
                  },
                ],
              }
            : {}),
        }
        found.set(
          id,
          (found.get(id) ?? new Map<string, RectificationStatement>()).set(unit, statement),
        )
      }
    }
  return found
}
