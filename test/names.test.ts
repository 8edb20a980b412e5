import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The code of a file; of an Astro file, only its frontmatter. */
function codeOf(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  return path.endsWith('.astro') ? (/^---\n([^]*?)\n---/.exec(text)?.[1] ?? '') : text
}

/**
 * Every name that the files of a folder declare, with its file: types, functions, constants,
 * parameters, fields.
 */
const declaredIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(ts|js|astro)$/.test(path))
    .flatMap((path) => {
      const names: { name: string; path: string; kind: ts.SyntaxKind }[] = []
      const visit = (node: ts.Node): void => {
        const { name } = node as { name?: ts.Node }
        if (name !== undefined && ts.isIdentifier(name) && !ts.isPropertyAccessExpression(node))
          names.push({ name: name.text, path, kind: node.kind })
        ts.forEachChild(node, visit)
      }
      visit(ts.createSourceFile('file.ts', codeOf(path), ts.ScriptTarget.Latest))
      return names
    })

const declared = declaredIn('src')

test('a word that fits many things names one type or function in the whole program', () => {
  const words = [
    ...['Field', 'Cell', 'Table', 'Link', 'rowsOf', 'pathOf', 'partsOf'],
    ...[
      'Change',
      'namesIn',
      'Path',
      'Repository',
      'Bytes',
      'Splice',
      'ReportState',
      'DocumentFacts',
    ],
  ]
  const kinds = [
    ts.SyntaxKind.InterfaceDeclaration,
    ts.SyntaxKind.TypeAliasDeclaration,
    ts.SyntaxKind.ClassDeclaration,
    ts.SyntaxKind.FunctionDeclaration,
    ts.SyntaxKind.VariableDeclaration,
  ]
  const places = declared.filter(({ kind }) => kinds.includes(kind))
  const several = words.filter((word) => places.filter(({ name }) => name === word).length !== 1)
  expect(places.filter(({ name }) => several.includes(name))).toEqual([])
  expect(several).toEqual([])
})

test('the name of a limit begins with max or min', () => {
  const others = /^(most|longest|largest|fewest|shortest|smallest)[A-Z]/
  expect(declared.filter(({ name }) => others.test(name))).toEqual([])
})

test('names use the words of the trade, not words that only this project would use', () => {
  // Each with the word of the trade: cache, suggestion, recovered, typos, characters, context, and so on.
  const privateWords = [
    ...['kept', 'made', 'told', 'watched', 'finisher', 'snapshot', 'meant', 'mended', 'misread'],
    ...['slips', 'signs', 'ground', 'stands', 'intact', 'homes', 'circles', 'papers', 'sealed'],
    ...['settle', 'dear', 'whoever', 'every-page', 'plain-list', 'built-pages', 'stand-ins'],
    ...['own-names', 'own-modules', 'search-parts', 'searched-part', 'put-in-place', 'hangs-on'],
  ]
  // The properties of an object have their names from its type, a file format or a style sheet.
  const own = [...declared, ...declaredIn('test')].filter(
    ({ kind }) => kind !== ts.SyntaxKind.PropertyAssignment,
  )
  const isPrivate = (name: string): boolean => {
    const words = name.replace(/(?<=[a-z\d])(?=[A-Z])|[_.\/]/g, '-').toLowerCase()
    return privateWords.some((word) => `-${words}-`.includes(`-${word}-`))
  }
  const cases = readdirSync(join(root, 'test/cases/bad'))
  expect(own.filter(({ name, path }) => isPrivate(name) || isPrivate(path))).toEqual([])
  // A sign is also that of a number, and the name of a code.
  const ofCodes = ['change-with-sign', 'percent-sign']
  expect(cases.filter((name) => isPrivate(name.replace(/\bsign\b/, 'signs')))).toEqual(ofCodes)
})
