import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The code of a file; of an Astro file, what stands before its markup. */
function codeOf(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  return path.endsWith('.astro') ? (/^---\n([^]*?)\n---/.exec(text)?.[1] ?? '') : text
}

/** Every name that the source declares, with its file: types, functions, constants, parameters, fields. */
const declared = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|js|astro)$/.test(path))
  .flatMap((path) => {
    const names: { name: string; path: string; kind: ts.SyntaxKind }[] = []
    const visit = (node: ts.Node): void => {
      const { name } = node as { name?: ts.Node }
      if (name !== undefined && ts.isIdentifier(name) && !ts.isPropertyAccessExpression(node))
        names.push({ name: name.text, path, kind: node.kind })
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile('file.ts', codeOf(`src/${path}`), ts.ScriptTarget.Latest))
    return names
  })

test('a word that fits many things names one type or function in the whole program', () => {
  const words = ['Field', 'Cell', 'Table', 'Link', 'rowsOf', 'pathOf', 'partsOf']
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
