import { authoredFile } from '#schema/authored-files.ts'
import type { z } from 'zod'
import { placeholders } from '#read/records/placeholders.ts'
import { unitOpenness, type UnitOpenness } from '#schema/openness.ts'
import { rectificationStatement, type RectificationStatement } from '#schema/rectification.ts'
import { selfInspection, type SelfInspection } from '#schema/self-inspection.ts'
import { type Field, fieldsOf } from './field.ts'
import type { FormKind } from '#view/form-data.ts'

/**
 * The file that a form writes. `of` is the period of a report, the issue of a statement, or the year
 * of a ledger.
 */
export interface FormFile {
  readonly kind: FormKind
  readonly of: string
  readonly unit: string
}

/** What a form writes. */
export type FormRecord = SelfInspection | RectificationStatement | UnitOpenness

interface Form {
  readonly schema: z.ZodType<FormRecord>
  readonly placeholder: FormRecord
  readonly fields: readonly Field[]
  /** Optional fields that are shown on request, because most files do not need them. */
  readonly optional: readonly string[]
  /**
   * Titles of the fields that the form does not support, which have to be written in the file
   * itself.
   */
  readonly unsupported: readonly string[]
}

export const forms: Readonly<Record<FormKind, Form>> = {
  'self-inspection': formOf<SelfInspection>(selfInspection, placeholders.selfInspection, {
    optional: ['window', 'figures', 'document', 'publish_on'],
    // A form submits one file, so it excludes fields that need further files and fields that are
    // filled after publication.
    without: ['attachments', 'archived', 'corrections', 'acknowledged'],
  }),
  rectification: formOf<RectificationStatement>(rectificationStatement, placeholders.statement, {
    optional: ['publish_on'],
    without: ['corrections', 'acknowledged'],
  }),
  openness: formOf<UnitOpenness>(unitOpenness, placeholders.openness, {
    optional: [],
    without: ['corrections', 'acknowledged'],
    // The report of a ledger is that of its year.
    derived: ['annual_report', 'year'],
  }),
}

/** The path of the file, as in problems. */
export const fileOf = ({ kind, of, unit }: FormFile): string => authoredFile(kind, of, unit)

function formOf<T extends FormRecord>(
  schema: z.ZodType<T>,
  placeholder: T,
  {
    optional,
    without,
    derived = [],
  }: {
    optional: readonly KeyOf<T>[]
    without: readonly KeyOf<T>[]
    derived?: readonly string[]
  },
): Form {
  const all = fieldsOf(schema)
  const isExcluded = ({ key }: Field): boolean => without.some((one) => one === key)
  return {
    schema,
    placeholder: placeholder,
    fields: withDerived(
      all.fields.filter((field) => !isExcluded(field)),
      derived,
    ),
    optional: optional,
    unsupported: [...all.unsupported, ...all.fields.filter(isExcluded).map(({ title }) => title)],
  }
}

/** The fields, of which the one at a path is not asked for. */
function withDerived(fields: readonly Field[], [key, ...rest]: readonly string[]): Field[] {
  return fields.map((field) => {
    if (field.key !== key) return field
    if (rest.length === 0) return { ...field, isDerived: true }
    const { shape } = field
    return 'fields' in shape
      ? { ...field, shape: { ...shape, fields: withDerived(shape.fields, rest) } }
      : field
  })
}

type KeyOf<T> = Extract<keyof T, string>
