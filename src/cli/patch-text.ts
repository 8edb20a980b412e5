import { createTwoFilesPatch } from 'diff'

/** How a file changes: the lines that are new and gone, with a few around them. */
export function patchText({
  file,
  before,
  after,
}: {
  readonly file: string
  /** Null for a file that is new. */
  readonly before: string | null
  readonly after: string
}): string {
  return createTwoFilesPatch(file, file, before ?? '', after, undefined, undefined, { context: 2 })
    .split('\n')
    .filter((line) => !/^(?:=+$|Index: |--- )/.test(line))
    .join('\n')
}
