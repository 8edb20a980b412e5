import { editable } from '#read/yaml-edit/editable.ts'
import { yamlFile } from '#read/yaml-edit/layout.ts'
import { updateYaml } from '#read/yaml-edit/update.ts'
import type { EditorField } from './shape.ts'
import { storedGroup, shownGroup, type Shown } from './values.ts'

/** Hidden field with the original text: the form alone would lose its comments and order. */
export const textKey = '$text'

/** The values of a file, for its form. */
export function fromFile(text: string, fields: readonly EditorField[]): Record<string, Shown> {
  return { ...shownGroup(editable(text).value, fields), [textKey]: text }
}

/**
 * The file text after editing. For an existing file only the changes are written; comments, order,
 * quotes and hidden fields stay.
 *
 * @param head first line of a new file
 */
export function toFile(
  entered: Readonly<Record<string, unknown>>,
  fields: readonly EditorField[],
  head: string,
): string {
  const { [textKey]: before, ...values } = entered
  const text = typeof before === 'string' ? before : ''
  const value = storedGroup(values, fields, text === '' ? {} : editable(text).value)
  return text === ''
    ? yamlFile(head, value)
    : updateYaml(text, value as Parameters<typeof updateYaml>[1])
}
