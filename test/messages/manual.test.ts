import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explanationGroups } from '#read/explanations.ts'
import { type Against, loadChecked } from '#build/load-checked.ts'
import { catalogue, type ProblemCode } from '#messages/catalogue.ts'
import type { ExampleChange, Example, Explanation } from '#messages/explanation.ts'
import { hasErrors, type LocatedProblem } from '#messages/problem.ts'
import { applyEdit, base, copyOf } from '../support/authored.ts'

const allCodes = Object.keys(catalogue) as ProblemCode[]
const groups = explanationGroups()
const explanations = Object.assign({}, ...groups.map(({ messages }) => messages)) as Readonly<
  Record<ProblemCode, Explanation>
>

/** Those with an explanation, which are tried; the first test names the others. */
const codes = allCodes.filter((code) => Object.hasOwn(explanations, code))

test('every code has exactly one explanation', () => {
  const explained = groups.flatMap((group) => Object.keys(group.messages))
  const timesExplained = (code: string) => explained.filter((one) => one === code).length
  expect({
    'codes without an explanation': allCodes.filter((code) => timesExplained(code) === 0),
    'codes with several': allCodes.filter((code) => timesExplained(code) > 1),
  }).toEqual({
    'codes without an explanation': [],
    'codes with several': [],
  })
})

function make(folder: string, change: ExampleChange): void {
  const { file, append, times = 1, base64 } = change
  const path = join(folder, file)
  if (base64 !== undefined) writeFileSync(path, Buffer.from(base64, 'base64'))
  else if (times > 1) appendFileSync(path, (append ?? '').repeat(times))
  else applyEdit(folder, change)
}

function makeWrong(folder: string, example: Example): void {
  if ('does' in example) make(folder, example.does)
  else if ('name' in example) {
    const to = join(folder, example.by)
    mkdirSync(dirname(to), { recursive: true })
    renameSync(join(folder, example.name), to)
  } else make(folder, { file: example.file, replace: example.replace, by: example.by })
}

/** The problems of the base data with the setup of an example and its right or wrong version. */
function found(example: Example, way: 'right' | 'wrong'): LocatedProblem[] {
  const { folder, data, content } = copyOf(base)
  for (const change of example.given ?? []) make(folder, change)
  if (way === 'wrong') makeWrong(folder, example)
  // The text of the example must be at its place.
  else if ('replace' in example) make(folder, { ...example, by: example.replace })
  const { problems, hints } = loadChecked({ data, content }, against(example))
  return [...problems, ...hints].map((problem) => ({
    ...problem,
    args: Object.fromEntries(
      Object.entries(problem.args).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace(`${folder}/`, '') : value,
      ]),
    ),
  }))
}

function against({ published }: Example): Against | null {
  if (published === undefined) return null
  const { folder, data, content } = copyOf(base)
  for (const change of published) make(folder, change)
  return { folders: { data, content }, ref: 'main', asOf: () => '2026-12-01' }
}

/** The arguments that the message shows. */
function shownArgs({ code, args }: LocatedProblem): Record<string, unknown> {
  const { says, write } = catalogue[code]
  const names = [...`${says}${write}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.includes(name)))
}

describe('the example of', () => {
  const examples = codes.flatMap((code) => {
    const { example, ...rest } = explanations[code]
    return example === null ? [] : [{ code, example, ...rest }]
  })

  test.each(examples)(
    '$code: the wrong text is reported, the right text is not',
    ({ code, example, level, args }) => {
      const right = found(example, 'right')
      expect(right.filter((problem) => problem.level !== 'hint')).toEqual([])
      // The bulletin of the base has hints of its own, which are left out.
      const seen = new Set(right.map((problem) => JSON.stringify(problem)))
      const wrong = found(example, 'wrong').filter(
        (problem) =>
          !seen.has(JSON.stringify(problem)) && (level === 'hint' || problem.level !== 'hint'),
      )
      expect([...new Set(wrong.map((problem) => problem.code))].sort()).toEqual(
        [code, ...(example.also ?? [])].sort(),
      )
      const [problem] = wrong.filter((one) => one.code === code)
      expect(problem?.level).toBe(level === 'either' ? 'error' : level)
      expect(problem === undefined ? {} : shownArgs(problem)).toEqual(args)
    },
  )
})

test('only codes that no file can cause have no example', () => {
  const without = codes.filter((code) => explanations[code].example === null)
  // A letterhead needs a picture, which an example in text cannot contain.
  expect(without).toEqual([
    'proposal-folder',
    'folder-too-many',
    'expects-missing',
    'expects-picture',
    'value-range',
    'attachments-unread',
    'base-unreadable',
    'base-empty',
  ])
})

test.each(['parts-do-not-add-up', 'count-exceeds', 'outcome-does-not-add-up'] as const)(
  '%s becomes a warning when the document itself is marked',
  (code) => {
    expect(explanations[code].level).toBe('either')
    const { example } = explanations[code]
    if (example === null || !('file' in example)) throw new Error('no text')
    const { folder, data, content } = copyOf(base)
    for (const change of example.given ?? []) make(folder, change)
    makeWrong(folder, example)
    for (const area of ['media', 'messages'])
      make(folder, {
        file: example.file,
        replace: `  ${area}:\n`,
        by: `  ${area}:\n    as_printed: true\n`,
      })
    const { problems } = loadChecked({ data, content })
    expect(hasErrors(problems)).toBe(false)
    expect(problems.map((problem) => problem.code)).toContain(code)
  },
)
