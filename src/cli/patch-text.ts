import { createTwoFilesPatch } from 'diff'

/** The changes of a file as a patch: added and removed lines with a few lines of context. */
export function patchText({
  file,
  before,
  after,
}: {
  readonly file: string
  /** Null for a new file. */
  readonly before: string | null
  readonly after: string
}): string {
  return createTwoFilesPatch(file, file, before ?? '', after, undefined, undefined, { context: 2 })
    .split('\n')
    .filter((line) => !/^(?:=+$|Index: |--- )/.test(line))
    .join('\n')
}
