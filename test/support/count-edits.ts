/**
 * Edits every hostile or very large YAML text at three sizes, each twice the one before, and prints
 * one line of JSON for each: whether the text can be edited, and the number of steps. Run in a
 * process of its own.
 */
import { editable, NotEditable } from '#read/yaml-edit/editable.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { renameKeys } from '#read/yaml-edit/rename.ts'
import { updateYaml } from '#read/yaml-edit/update.ts'
import { editShapes } from './edit-shapes.ts'
import { shapes } from './hostile-shapes.ts'
import { type Steps, stepCounter, stepsAt } from './v8-steps.ts'

export interface CountedEdit extends Steps {
  readonly title: string
  readonly isEdited: boolean
}

/** The largest of the three sizes is this part of the size of the shape. */
const part = 0.03

const counter = await stepCounter()

/** Whether a task succeeded; a text that cannot be edited safely stays unchanged. */
function isDone(task: () => unknown): boolean {
  try {
    task()
    return true
  } catch (error) {
    if (error instanceof NotEditable) return false
    throw error
  }
}

async function count(
  title: string,
  size: number,
  task: (n: number) => () => unknown,
): Promise<void> {
  let isEdited = false
  const done = await stepsAt(counter, size, (n) => {
    const run = task(n)
    return () => (isEdited = isDone(run))
  })
  process.stdout.write(`${JSON.stringify({ title, isEdited, ...done } satisfies CountedEdit)}\n`)
}

for (const { title, size, text, wanted } of editShapes)
  await count(title, size, (n) => {
    const [before, says] = [text(n), wanted(n)]
    return () => updateYaml(before, says)
  })

/** As a migration does: every key is visited, and the file gets a new field. */
const migrated = (text: string): string => {
  const renamed = renameKeys(text, (path) => (path.at(-1) === 'closed-on-time' ? 'other' : null))
  return updateYaml(renamed, { ...(editable(text).value as Record<string, YamlValue>), format: 2 })
}

for (const { title, size, files } of shapes)
  await count(title, size * part, (n) => {
    const texts = Object.entries(files(n)).filter(([path]) => path.endsWith('.yaml'))
    return () => {
      for (const [, text] of texts.slice(0, 10)) migrated(text)
    }
  })
process.exit()
