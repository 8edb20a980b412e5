import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inspection } from '#model/dataset.ts'
import { issuesToAccountFor, previousOf } from '#model/open-issue.ts'
import type { FollowUp } from '#schema/inspection.ts'
import { inspectionWith, issue } from '../support/dataset.ts'

describe('of any sequence of inspections', () => {
  const answer = fc.constantFrom('yes', 'no', 'partly', 'not-stated')
  const followUp = fc.record({ rectified: answer, reported: answer })
  const rows: fc.Arbitrary<Inspection[]> = fc
    .array(
      fc.record({
        issuer: fc.constantFrom('甲办', '乙办'),
        joint: fc.option(fc.constantFrom('甲办', '乙办'), { nil: undefined }),
        activity: fc.option(fc.constant('考评'), { nil: undefined }),
        findings: fc.array(fc.constantFrom('open', 'closed'), { maxLength: 3 }),
        /** Its statements about the findings of earlier inspections. */
        said: fc.array(fc.tuple(fc.nat(), followUp), { maxLength: 4 }),
      }),
      { maxLength: 5 },
    )
    .map((all) => {
      const known: string[] = []
      return all.map(({ issuer, joint, activity, findings, said }, n) => {
        const id = `202${n}-q1`
        const follow_ups: Record<string, FollowUp> = {}
        for (const [at, one] of said) {
          const of = known[at % Math.max(known.length, 1)]
          if (of !== undefined) follow_ups[of] = one
        }
        const issues = Object.fromEntries(
          findings.map((state, m) => [
            `${id}-${m + 1}`,
            {
              ...issue,
              ...(state === 'open'
                ? {}
                : { rectification: [{ on: `202${n}-05-01`, step: 'closed' as const }] }),
            },
          ]),
        )
        known.push(...Object.keys(issues))
        return inspectionWith({
          id,
          issuer,
          ...(joint === undefined ? {} : { joint_issuers: [joint] }),
          ...(activity === undefined ? {} : { activity }),
          period: { label: id, start: `202${n}-01-01`, end: `202${n}-03-31` },
          published_here: `202${n}-04-10`,
          issues,
          follow_ups,
        })
      })
    })
  const inspectionOf = (id: string): string => id.split('-').slice(0, 2).join('-')

  test('none follows up its own findings or those of a later one, and none twice', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const [n, { id }] of all.entries()) {
          const asked = issuesToAccountFor(all, n)
          expect(new Set(asked).size).toBe(asked.length)
          for (const one of asked) expect(inspectionOf(one) < id).toBe(true)
        }
      }),
    )
  })

  test('each follows up the findings that the one before it found or carried over, and no older ones', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const n of all.keys()) {
          const before = previousOf(all, n)
          const known = { ...before?.issues, ...before?.follow_ups }
          for (const one of issuesToAccountFor(all, n)) expect(Object.keys(known)).toContain(one)
        }
      }),
    )
  })

  test('the one before it has the same kind and a common office', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const [n, { issuer, activity }] of all.entries()) {
          const before = previousOf(all, n)
          if (before === null) continue
          expect(all.indexOf(before)).toBeLessThan(n)
          expect(before.activity).toBe(activity)
          expect([before.issuer, ...(before.joint_issuers ?? [])]).toContain(issuer)
        }
      }),
    )
  })

  test('a finding that was closed, or reported as rectified and not reopened, needs no follow-up', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const n of all.keys())
          for (const one of issuesToAccountFor(all, n)) {
            const said = all
              .slice(0, n)
              .flatMap(({ follow_ups }) => follow_ups?.[one]?.rectified ?? [])
              .filter((word) => word !== 'not-stated')
            const isClosed = all.some(({ issues }) => issues?.[one]?.rectification !== undefined)
            expect(said.at(-1)).not.toBe('yes')
            if (isClosed) expect(said.at(-1)).toMatch(/^(no|partly)$/)
          }
      }),
    )
  })

  test('a finding without a follow-up that is not closed is due in the next one by the same office', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const n of all.keys()) {
          const before = previousOf(all, n)
          const asked = issuesToAccountFor(all, n)
          for (const [id, { rectification }] of Object.entries(before?.issues ?? {}))
            if (
              rectification === undefined &&
              all.slice(0, n).every(({ follow_ups }) => follow_ups?.[id] === undefined)
            )
              expect(asked).toContain(id)
        }
      }),
    )
  })
})
