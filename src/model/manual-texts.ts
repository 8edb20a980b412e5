import type { ExplanationFile } from '#messages/explanation.ts'

/** What is written above the text of a chapter of the manual, with the chapter's name. */
export interface ChapterHead {
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly reader?: string | undefined
}

/** What the manual says of the codes of one subject; its id is the name of the file. */
export interface ExplanationGroup extends ExplanationFile {
  readonly id: string
}

/** The texts of the manual that come with the program. */
export interface ManualTexts {
  /** By name. */
  readonly chapters: readonly ChapterHead[]
  /** In the order of the manual. */
  readonly messages: readonly ExplanationGroup[]
}
