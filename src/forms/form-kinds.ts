import type { z } from 'zod'
import { placeholders } from '#read/records/placeholders.ts'
import { rectificationStatement, type RectificationStatement } from '#schema/rectification.ts'
import { selfInspection, type SelfInspection } from '#schema/self-inspection.ts'
import { type Field, fieldsOf } from './field.ts'
import type { FormKind } from '#view/form-data.ts'

/** The new file that a form is about. `of` is the period of a report, or the issue of a statement. */
export interface FormFile {
  readonly kind: FormKind
  readonly of: string
  readonly unit: string
}

export interface Form {
  readonly schema: z.ZodType<SelfInspection | RectificationStatement>
  readonly standIn: SelfInspection | RectificationStatement
  readonly fields: readonly Field[]
  /** Shown on request: most files do without. */
  readonly seldom: readonly string[]
  /** Titles of what has to be written in the file itself. */
  readonly left: readonly string[]
}

export const forms: Readonly<Record<FormKind, Form>> = {
  'self-inspection': formOf<SelfInspection>(selfInspection, placeholders.selfInspection, {
    seldom: ['window', 'figures', 'document', 'publish_on'],
    // A form hands in one file: what needs another one beside it, and what comes after publication, is no part of it.
    without: ['attachments', 'archived', 'corrections', 'acknowledged'],
  }),
  rectification: formOf<RectificationStatement>(rectificationStatement, placeholders.statement, {
    seldom: ['publish_on'],
    without: ['corrections', 'acknowledged'],
  }),
}

/** Where the file lies, as problems speak of it. */
export const fileOf = ({ kind, of, unit }: FormFile): string =>
  `data/${kind === 'self-inspection' ? 'self-inspections' : 'rectifications'}/${of}/${unit}.yaml`

function formOf<T extends SelfInspection | RectificationStatement>(
  schema: z.ZodType<T>,
  standIn: T,
  { seldom, without }: { seldom: readonly KeyOf<T>[]; without: readonly KeyOf<T>[] },
): Form {
  const all = fieldsOf(schema)
  const isLeft = ({ key }: Field): boolean => without.some((one) => one === key)
  return {
    schema,
    standIn,
    fields: all.fields.filter((field) => !isLeft(field)),
    seldom,
    left: [...all.left, ...all.fields.filter(isLeft).map(({ title }) => title)],
  }
}

type KeyOf<T> = Extract<keyof T, string>
