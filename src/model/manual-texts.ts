import type { ExplanationFile } from '#messages/explanation.ts'

/** The front matter of a chapter of the manual, with the chapter's name. */
export interface ChapterHead {
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly reader?: string | undefined
}

/** The explanations of the codes of one subject; the id is the file name. */
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
