import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|js|astro)$/.test(path) && !path.startsWith('test/cases/'))

/** The code of a file; of an Astro file, its frontmatter and its scripts. */
function codeOf(path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  if (!path.endsWith('.astro')) return text
  const scripts = [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code)
  return [/^---\n([^]*?)\n---/.exec(text)?.[1], ...scripts].join('\n')
}

/** The file that an import names; null for a package. */
const target = (from: string, to: string): string | null =>
  to.startsWith('#')
    ? `src/${to.slice(1)}`
    : to.startsWith('.')
      ? posix.join(posix.dirname(from), to.replace(/\?.*/, ''))
      : null

/** What is imported, as `file name`, or `file *` where a file is imported as a whole. */
function importsOf(path: string, source: ts.SourceFile): string[] {
  const found: string[] = []
  const add = (to: string, names: readonly string[]): void => {
    const file = target(path, to)
    if (file !== null) found.push(...names.map((name) => `${file} ${name}`))
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings
      const names =
        named === undefined
          ? []
          : ts.isNamedImports(named)
            ? named.elements.map(({ propertyName, name }) => (propertyName ?? name).text)
            : ['*']
      add(node.moduleSpecifier.text, names)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add((node.argument.literal as ts.StringLiteral).text, ['*'])
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments
      if (to !== undefined && ts.isStringLiteral(to)) add(to.text, ['*'])
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The names that some statements of a file export. */
const exportsOf = (statements: readonly ts.Statement[]): string[] =>
  statements.flatMap((one) => {
    const { modifiers, name } = one as { modifiers?: readonly ts.Modifier[]; name?: ts.Identifier }
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    return ts.isVariableStatement(one)
      ? one.declarationList.declarations.flatMap((each) =>
          ts.isIdentifier(each.name) ? [each.name.text] : [],
        )
      : [name?.text ?? '']
  })

const parsed = [...filesIn('src'), ...filesIn('test'), 'astro.config.mjs', 'vitest.config.ts'].map(
  (path) => ({ path, source: ts.createSourceFile(path, codeOf(path), ts.ScriptTarget.Latest) }),
)
const exported = parsed
  .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'))
  .flatMap(({ path, source }) =>
    [...new Set(exportsOf(source.statements))].map((name) => ({ path, name })),
  )

test('what a file exports is imported by another file', () => {
  const imported = new Set(parsed.flatMap(({ path, source }) => importsOf(path, source)))
  const unused = exported.filter(
    ({ path, name }) => !imported.has(`${path} ${name}`) && !imported.has(`${path} *`),
  )
  expect(exported.length).toBeGreaterThan(1000)
  // Astro calls it by its name.
  expect(unused).toEqual([{ path: 'src/middleware.ts', name: 'onRequest' }])
})

test('the name of a type that other files import means one thing', () => {
  const isType = (one: ts.Statement): boolean =>
    ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one) || ts.isClassDeclaration(one)
  const types = parsed
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'))
    .flatMap(({ path, source }) =>
      exportsOf(source.statements.filter(isType)).map((name) => ({ name, path })),
    )
  const several = [...Map.groupBy(types, ({ name }) => name).values()].filter(
    (places) => places.length > 1,
  )
  expect(several).toEqual([])
})

test('a name that two files export is that of a file of its own, or an address', () => {
  // `view/tables/corrections.ts` and `check/corrections/corrections.ts` each hold their `corrections`,
  // and an address is read as `at.correctionFeed`.
  const bearsIt = ({ path, name }: (typeof exported)[number]): boolean => {
    const file = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
    return file.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase()) === name
  }
  const unclear = Map.groupBy(
    exported.filter((one) => one.path !== 'src/view/addresses.ts' && !bearsIt(one)),
    ({ name }) => name,
  )
  expect([...unclear.values()].filter((places) => places.length > 1)).toEqual([])
})

test('no function is written in two places', () => {
  const functions = parsed
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ path, source }) =>
      functionsOf(source.statements).map(({ name, node: { parameters, body } }) => ({
        place: `${path} ${name}`,
        text: [...parameters, body].map((part) => part?.getText(source)).join(' '),
      })),
    )
  expect(functions.length).toBeGreaterThan(1000)
  const same = Map.groupBy(functions, ({ text }) => text.replace(/\s+/g, ' '))
  const several = [...same.values()].filter((places) => places.length > 1)
  expect(several.map((places) => places.map(({ place }) => place))).toEqual([])
})

interface NamedFunction {
  readonly name: string | undefined
  readonly node: ts.FunctionDeclaration | ts.ArrowFunction
}

/** The functions that some statements of a file declare. */
const functionsOf = (statements: readonly ts.Statement[]): NamedFunction[] =>
  statements.flatMap((one): NamedFunction[] => {
    if (ts.isFunctionDeclaration(one)) return [{ name: one.name?.text, node: one }]
    if (!ts.isVariableStatement(one)) return []
    return one.declarationList.declarations.flatMap(({ name, initializer: node }) =>
      node !== undefined && ts.isArrowFunction(node) && ts.isIdentifier(name)
        ? [{ name: name.text, node }]
        : [],
    )
  })
