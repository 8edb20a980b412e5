import { isToFill } from '#messages/unfinished.ts'
import { type Cell, typedCell } from '#read/spreadsheet/sheet.ts'
import type { Value } from '#read/yaml-edit/layout.ts'
import type { Codec } from './codec.ts'
import { type Fields, type Ground, isFields } from './context.ts'
import type { Row } from './rows.ts'

/**
 * Puts what a cell says into a field. An empty cell says nothing, and a cell that reads as the field
 * does already changes nothing: what the field holds beyond the cell stays.
 *
 * @returns whether the field is another now
 */
export function fill(
  fields: Fields,
  key: string,
  codec: Codec,
  row: Row,
  ground: Ground,
  field = key,
  said: Cell = row.cell(field),
): boolean {
  if (said.mistake !== null) {
    ground.note(row.note(field, `${said.mistake}。`))
    return false
  }
  if (said.text === '') return false
  const old = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (old !== undefined && shown(codec, old, ground) === said.text) return false
  const reading = codec.read(said, ground.dataset)
  if ('says' in reading) {
    ground.note(row.note(field, reading.says))
    return false
  }
  if (old !== undefined && isSame(old, reading.value)) return false
  // Words that hedge the old number would be wrong of another one.
  if (isFields(old) && isToFill(old['value'])) {
    fields[key] = { ...old, value: reading.value }
    return true
  }
  if (isFields(old)) {
    const words = codec.show(old, ground.dataset)
    ground.note(
      row.note(
        field,
        `数据文件里写的是“${words}”，另有说明；要改成“${said.text}”，请直接改数据文件。`,
      ),
    )
    return false
  }
  fields[key] = reading.value
  return true
}

const isSame = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other)

const shown = (codec: Codec, value: Value, { dataset }: Ground): string =>
  typedCell(codec.show(value, dataset)).text
