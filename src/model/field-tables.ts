import { flowText, type YamlValue } from './yaml-text.ts'
import type { z } from 'zod'
import { definitionOf, withoutOptional } from '#schema/definition.ts'
import { correction } from '#schema/correction.ts'
import { change, count, countName, figure, measure, tally } from '#schema/figure.ts'
import { group, rate, split } from '#schema/group.ts'
import { window } from '#schema/window.ts'
import { period } from '#schema/period.ts'
import { day, dayOrMonth, httpAddress, id, missing, phrase } from '#schema/scalars.ts'
import { fileKinds } from '#schema/file-kinds.ts'

/** The fields of one concept: a file, or a group of fields that occurs in one or more places. */
interface FieldTable {
  /** Unique among the tables; the anchor of its heading. */
  readonly id: string
  readonly title: string
  /** The path pattern of such files; null for a group of fields. */
  readonly place: string | null
  readonly fields: readonly FieldRow[]
}

interface FieldRow {
  /** Keys from the level of the group down, joined with dots. */
  readonly path: string
  readonly title: string
  readonly description: string | null
  /** What to write, in words; some of them link to another table. */
  readonly type: readonly Words[]
  readonly mandatory: boolean
  /** As an editor types it. */
  readonly example: string | null
}

interface Words {
  readonly text: string
  /** Id of the table that explains these words. */
  readonly table: string | null
}

/** Groups of fields that occur in several places, with a name that fits all of them. */
const shared = new Map<unknown, Pick<FieldTable, 'id' | 'title'>>(
  (
    [
      [period, 'period', '期'],
      [group, 'group', '一块数字'],
      [tally, 'tally', '计数'],
      [figure, 'figure', '带说明的数量'],
      [rate, 'rate', '比率'],
      [split, 'split', '分组'],
      [window, 'window', '统计时段'],
      [measure, 'measure', '带说明的数字'],
      [change, 'change', '升降'],
      [correction, 'correction', '更正'],
    ] as const
  ).flatMap(([schema, id, title]) =>
    shapesIn(schema)
      .slice(0, 1)
      .map((shape) => [definitionOf(shape), { id, title }] as const),
  ),
)

/**
 * Every table: files first, each followed by the groups in it that have no table yet, then shared
 * groups.
 */
export function fieldTables(): FieldTable[] {
  return new Tables().all()
}

class Tables {
  readonly #tables = new Map<object, FieldTable>()
  readonly #uses = new Map<object, number>()

  all(): FieldTable[] {
    for (const { schema } of Object.values(fileKinds)) this.#count(schema)
    for (const [id, { title, place, schema }] of Object.entries(fileKinds))
      this.#add(schema, { id, title, place })
    const own = [...this.#tables.values()]
    const isShared = ({ id }: FieldTable): boolean =>
      [...shared.values()].some((known) => id === known.id || id.startsWith(`${known.id}-`))
    return [...own.filter((table) => !isShared(table)), ...own.filter(isShared)]
  }

  /** Counts how often each group of fields is used. */
  #count(schema: z.ZodType): void {
    for (const shape of shapesIn(schema)) {
      const uses = this.#uses.get(definitionOf(shape)) ?? 0
      this.#uses.set(definitionOf(shape), uses + 1)
      if (uses === 0) for (const field of Object.values(shapeOf(shape))) this.#count(field)
    }
  }

  #add(schema: z.ZodType, head: Omit<FieldTable, 'fields'>): void {
    const def = definitionOf(schema)
    if (this.#tables.has(def)) return
    const fields: FieldRow[] = []
    // Set before its fields are listed, because a group may contain itself.
    this.#tables.set(def, { ...head, fields })
    fields.push(...this.#fields(schema, head.id, ''))
  }

  #fields(schema: z.ZodType, tableId: string, above: string): FieldRow[] {
    return Object.entries(shapeOf(schema)).flatMap(([key, field]): FieldRow[] => {
      const inner = withoutOptional(field)
      const { title = key, description, examples } = inner.meta() ?? {}
      const path = `${above}${key}`
      const inline = this.#isInline(inner)
      const row = {
        path,
        title,
        description: description ?? null,
        type: inline
          ? [plain('一组字段，见下面几行')]
          : this.#words(inner, `${tableId}-${path.replaceAll('.', '-')}`, title),
        mandatory: inner === field,
        example: Array.isArray(examples) ? flowText(examples[0] as YamlValue) : null,
      }
      return inline ? [row, ...this.#fields(inner, tableId, `${path}.`)] : [row]
    })
  }

  /** Whether a group of fields is listed inline, because it occurs in one place only. */
  #isInline(schema: z.ZodType): boolean {
    const def = definitionOf(schema)
    return def.type === 'object' && this.#uses.get(def) === 1 && !shared.has(def)
  }

  #words(schema: z.ZodType, tableId: string, title: string): Words[] {
    const def = definitionOf(schema)
    const known = scalarWords.get(def)
    if (known !== undefined) return [known]
    if (def.type === 'object') {
      const table = shared.get(def) ?? { id: tableId, title }
      this.#add(schema, { ...table, place: null })
      const { id, title: name } = this.#tables.get(def) ?? table
      return [plain('一组字段：'), { text: name, table: id }]
    }
    const inside = (inner: z.ZodType): Words[] =>
      this.#words(withoutOptional(inner), tableId, title)
    if (def.type === 'array' && def.element !== undefined)
      return [plain('列表，每项是'), ...inside(def.element)]
    if (def.type === 'record' && def.valueType !== undefined) {
      const key =
        def.keyType !== undefined && definitionOf(def.keyType) === definitionOf(id)
          ? '编号'
          : '名称'
      return [plain(`一项或几项，左边是${key}，右边是`), ...inside(def.valueType)]
    }
    if (def.type === 'union')
      return (def.options ?? []).flatMap((option, n) => [
        ...(n > 0 ? [plain('；或')] : []),
        ...inside(option),
      ])
    if (def.type === 'enum')
      return [plain(`从 ${Object.values(def.entries ?? {}).join('、')} 中选一个`)]
    if (def.type === 'literal') return [plain(`写 ${(def.values ?? []).map(String).join('、')}`)]
    if (def.type === 'boolean') return [plain('是（true）或否（false）')]
    if (def.type === 'number') return [plain(def.format === undefined ? '数字' : '整数')]
    return [plain('文字')]
  }
}

const plain = (text: string): Words => ({ text, table: null })

const scalarWords = new Map<object, Words>([
  [definitionOf(id), plain('编号')],
  [definitionOf(phrase), plain('文字')],
  [definitionOf(day), plain('日期')],
  [definitionOf(dayOrMonth), plain('日期或月份')],
  [definitionOf(httpAddress), plain('网址')],
  [definitionOf(count), plain('整数')],
  [definitionOf(countName), { text: '计数的名称', table: 'tally' }],
  [definitionOf(missing), { text: '没有数的原因', table: 'missing' }],
])

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  definitionOf(schema).shape ?? {}

/** The outermost groups of fields that a value of this schema may be or contain. */
function shapesIn(schema: z.ZodType): z.ZodType[] {
  const { type, innerType, element, valueType, options = [] } = definitionOf(schema)
  if (type === 'object') return [schema]
  return [innerType, element, valueType, ...options].flatMap((inner) =>
    inner === undefined ? [] : shapesIn(inner),
  )
}
