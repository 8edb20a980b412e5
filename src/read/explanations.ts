import { authoredFile, authoredFolder, rootAndPath } from '#schema/authored-files.ts'
import { parse } from 'yaml'
import type { ExplanationGroup } from '#model/manual-texts.ts'
import { type ExplanationFile, explanationFile } from '#messages/explanation.ts'
import { readSource } from './files/files.ts'
import { programContent } from './manual.ts'
import { namesIn } from './files/regular-files.ts'

/**
 * The explanations of all messages, which come with the program as `content/manual/messages/<id>.yaml`.
 *
 * @throws Error where a file is not what its schema says: the program itself is broken
 */
export function explanationGroups(): ExplanationGroup[] {
  return namesIn(programContent, rootAndPath(authoredFolder('explanations')).path)
    .flatMap((file) => {
      const [, id] = /^([a-z-]+)\.yaml$/.exec(file) ?? []
      return id === undefined ? [] : [{ ...readGroup(authoredFile('explanations', id)), id }]
    })
    .sort((a, b) => a.order - b.order)
}

function readGroup(file: string): ExplanationFile {
  const { source } = readSource(programContent, rootAndPath(file).path, file)
  const read = explanationFile.safeParse(parse(source?.text ?? ''))
  if (!read.success) throw new Error(`${file}: ${read.error.message}`)
  return read.data
}
