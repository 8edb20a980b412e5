import type { Answer, Answers } from '#forms/answers.ts'
import type { AnswerPath } from '#forms/edit.ts'
import type { Choices, Field, Shape } from '#forms/field.ts'
import type { FormFile } from '#forms/form-kinds.ts'

/** The state of a form and its callbacks. */
export interface View {
  readonly about: FormFile
  readonly unitName: string
  /** The answers of this moment, not those of the last drawing. */
  readonly answers: Answers
  readonly areas: Choices
  /** The messages of the check, by the id of the control. */
  readonly messages: ReadonlyMap<string, readonly string[]>
  /** Called when a value was typed or chosen. */
  readonly enter: (place: AnswerPath, answer: Answer) => void
  /**
   * Called when rows were added or removed, or a group was pasted; afterwards the element with the id
   * `focus` gets the focus.
   */
  readonly reshape: (place: AnswerPath, answer: Answer, focus: string) => void
  /** Tells a change that may be out of sight. */
  readonly say: (text: string) => void
  /** The ids of the records that are shown, not collapsed. */
  readonly open: Set<string>
}

declare global {
  interface Window {
    /** Controls of tables of records, on the pages that load their script. */
    formRecords?: FormRecords
    /** A place to paste a group from a spreadsheet, on the same pages; null for other groups. */
    formPaste?: FormPaste
  }
}

/** What the script of the form lends to this one. */
export interface Tools {
  readonly idOf: (place: AnswerPath) => string
  readonly controls: (fields: readonly Field[], view: View, place: AnswerPath) => HTMLElement[]
  readonly group: (
    field: Field,
    place: AnswerPath,
    view: View,
    inside: readonly HTMLElement[],
  ) => HTMLElement
  readonly labelled: (
    field: Field,
    view: View,
    place: AnswerPath,
    make: (described: string | null) => HTMLElement[],
  ) => HTMLElement
  readonly select: (
    attributes: Readonly<Record<string, string | null>>,
    choices: Choices,
    value: string,
  ) => HTMLSelectElement
}

type FormPaste = (
  field: Field,
  fields: readonly Field[],
  view: View,
  place: AnswerPath,
) => HTMLElement | null

export type Records = Extract<Shape, { kind: 'records' }>
export type GroupOrWord = Extract<Shape, { kind: 'group-or-word' }>
export type Reference = Extract<Shape, { kind: 'reference' }>

/** The controls of the kinds of fields that only forms with records have. */
type FormRecords = (
  field: Field,
  shape: Records | GroupOrWord | Reference,
  view: View,
  place: AnswerPath,
  tools: Tools,
) => HTMLElement
