import { isList, type Pairs } from '#model/yaml-text.ts'
import { fieldLines, type Layout, usualIndents } from '#read/yaml-edit/layout.ts'

/** Every field has a line of its own, as in a file written by hand. */
const formLayout: Layout = {
  indents: usualIndents,
  // Lists of ids go on one line; in a list of texts a Chinese comma would look like a separator.
  isOnOneLine: (value) =>
    isList(value) && value.every((item) => typeof item === 'string' && /^[a-z0-9-]+$/.test(item)),
}

/** Writes entered values as YAML, in the layout of files written by hand. */
export const yamlText = (entered: Pairs): string =>
  entered.entries.length === 0
    ? '{}\n'
    : entered.entries
        .flatMap(([key, value]) => fieldLines(key, value, 0, formLayout))
        .map((line) => `${line}\n`)
        .join('')
