import { isToFill } from '#messages/unfinished.ts'
import { type Cell, typedCell } from '#read/spreadsheet/sheet.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import type { Codec } from './codec.ts'
import { type Fields, type ImportContext, isFields } from './context.ts'
import type { ImportRow } from './rows.ts'

/**
 * Sets a field to the value of a cell. An empty cell, or one that equals the field already, changes
 * nothing, so additions to the field stay.
 *
 * @returns whether the field changed
 */
export function fill(
  fields: Fields,
  key: string,
  codec: Codec,
  row: ImportRow,
  context: ImportContext,
  field = key,
  cell: Cell = row.cell(field),
): boolean {
  if (cell.mistake !== null) {
    context.note(row.note(field, `${cell.mistake}。`))
    return false
  }
  if (cell.text === '') return false
  const old = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (old !== undefined && shown(codec, old, context) === cell.text) return false
  const reading = codec.read(cell, context.dataset)
  if ('says' in reading) {
    context.note(row.note(field, reading.says))
    return false
  }
  if (old !== undefined && isSame(old, reading.value)) return false
  // Notes on the old number would be wrong for a new one.
  if (isFields(old) && isToFill(old['value'])) {
    fields[key] = { ...old, value: reading.value }
    return true
  }
  if (isFields(old)) {
    const words = codec.show(old, context.dataset)
    context.note(
      row.note(
        field,
        `数据文件里写的是“${words}”，另有说明；要改成“${cell.text}”，请直接改数据文件。`,
      ),
    )
    return false
  }
  fields[key] = reading.value
  return true
}

const isSame = (one: YamlValue, other: YamlValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const shown = (codec: Codec, value: YamlValue, { dataset }: ImportContext): string =>
  typedCell(codec.show(value, dataset)).text
