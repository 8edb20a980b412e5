import { authoredFile } from '#schema/authored-files.ts'
import type { z } from 'zod'
import { placeholders } from '#read/records/placeholders.ts'
import { rectificationStatement, type RectificationStatement } from '#schema/rectification.ts'
import { selfInspection, type SelfInspection } from '#schema/self-inspection.ts'
import { type Field, fieldsOf } from './field.ts'
import type { FormKind } from '#view/form-data.ts'

/**
 * The new file that a form creates. `of` is the period of a report, or the issue of a statement.
 */
export interface FormFile {
  readonly kind: FormKind
  readonly of: string
  readonly unit: string
}

interface Form {
  readonly schema: z.ZodType<SelfInspection | RectificationStatement>
  readonly placeholder: SelfInspection | RectificationStatement
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
}

/** The path of the file, as in problems. */
export const fileOf = ({ kind, of, unit }: FormFile): string => authoredFile(kind, of, unit)

function formOf<T extends SelfInspection | RectificationStatement>(
  schema: z.ZodType<T>,
  placeholder: T,
  { optional, without }: { optional: readonly KeyOf<T>[]; without: readonly KeyOf<T>[] },
): Form {
  const all = fieldsOf(schema)
  const isExcluded = ({ key }: Field): boolean => without.some((one) => one === key)
  return {
    schema,
    placeholder: placeholder,
    fields: all.fields.filter((field) => !isExcluded(field)),
    optional: optional,
    unsupported: [...all.unsupported, ...all.fields.filter(isExcluded).map(({ title }) => title)],
  }
}

type KeyOf<T> = Extract<keyof T, string>
