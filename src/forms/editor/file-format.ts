import { editable } from '#read/yaml-edit/editable.ts'
import { yamlFile } from '#read/yaml-edit/layout.ts'
import { updateYaml } from '#read/yaml-edit/update.ts'
import type { Field } from './shape.ts'
import { keptGroup, shownGroup, type Shown } from './values.ts'

/** The file as it was read, in a field that nobody sees: a form would lose its comments and order. */
export const textKey = '$text'

/** A file's values for its form. */
export function fromFile(text: string, fields: readonly Field[]): Record<string, Shown> {
  return { ...shownGroup(editable(text).value, fields), [textKey]: text }
}

/**
 * The file after the form: of one that was there, only what differs is written; comments, order,
 * quotes and what the form does not show stay.
 *
 * @param head first line of a new file
 */
export function toFile(
  entered: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  head: string,
): string {
  const { [textKey]: before, ...values } = entered
  const text = typeof before === 'string' ? before : ''
  const value = keptGroup(values, fields, text === '' ? {} : editable(text).value)
  return text === ''
    ? yamlFile(head, value)
    : updateYaml(text, value as Parameters<typeof updateYaml>[1])
}
