import { join, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { realPath } from '#read/files/files.ts'
import { chapterHeads, programContent } from '#read/manual.ts'
import { isPublished } from '#view/manual.ts'
import type { ModelSource } from './model-source.ts'
import type { Settings } from './settings.ts'

/** The folder of the manual's chapters, which are part of the program. */
export const manualFolder = join(programContent, 'manual')

const name = 'virtual:manual-texts'

/** Provides the compiled chapters of the manual to pages as a virtual module. */
export const manualTexts = (source: ModelSource): Plugin => ({
  name: 'manual-texts',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load(id) {
    if (id !== `\0${name}`) return null
    // A site without the manual imports no chapter, so that its build emits none of their pictures.
    const isShown = this.environment.mode === 'dev' || isPublished(source.get())
    const chapters = isShown ? chapterHeads() : []
    const files = chapters.map((chapter) => join(manualFolder, `${chapter.name}.mdx`))
    return [
      ...files.map((file, n) => `import * as chapter${n} from ${JSON.stringify(file)}`),
      `export const texts = {`,
      ...chapters.map((chapter, n) => `  ${JSON.stringify(chapter.name)}: chapter${n},`),
      `}`,
    ].join('\n')
  },
})

/**
 * Refuses to compile or import authored files. In the folders of data and content, only the
 * program's own chapters and their pictures may be modules.
 */
export function noAuthoredModules({ dataDir, contentDir }: Settings): Plugin {
  const folders = [dataDir, contentDir, programContent, join(programContent, '../data')]
    .flatMap((folder) => [folder, realPath(folder)])
    .map((folder) => resolve(folder) + sep)
  const isAuthored = (file: string): boolean => folders.some((folder) => file.startsWith(folder))
  const manual = manualFolder + sep
  const isOfManual = (file: string): boolean =>
    file.startsWith(manual) &&
    /^(?:[a-z0-9-]+\.mdx|pictures\/[a-z0-9-]+\.(?:png|jpg))$/.test(
      file.slice(manual.length).replaceAll(sep, '/'),
    )
  return {
    name: 'no-authored-modules',
    enforce: 'pre',
    load(id) {
      const path = id.replace(/^\0/, '').replace(/[?#].*$/s, '')
      const file = resolve(path.replace(/^\/@fs/, ''))
      const isText = /\.mdx?$/i.test(file)
      if (isOfManual(file) || !(isAuthored(file) || isText)) return null
      throw new Error(`“${path}”不是程序的一部分，不编译也不运行。`)
    },
  }
}
