import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { afterAll, expect, test, vi } from 'vitest'

const root = join(import.meta.dirname, '..')
// The folders left out belong to processes of their own.
const files = globSync('src/{check,messages,model,read}/**/*.ts', { cwd: root })
  .filter((file) => !/-process\.ts$|\.d\.ts$/.test(file))
  .sort()

/**
 * Patterns that are tried once, at the start of a line or cell, and so take at worst the square of
 * its length; only an unexpected line break makes them start again.
 */
const onceALine: readonly string[] = [
  // A typo in a value or key of YAML, searched for only where the value is already known to be
  // wrong.
  String.raw`/^(.*?\S)(?:\s*＃|#(?=\s*\p{Script=Han}))\s*(.+)$/u`,
  String.raw`/^([^\s:：]+?)([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[:：][\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*)(.*)$/u`,
  // A printed number, and a number format of a workbook.
  '/^(.*?)([零〇一二两三四五六七八九十百千万亿]+)(.*)$/',
  String.raw`/^((?:"[^"]*"|\\[^]|[^"\\#0?.,])*)([#0?.,]*)([^]*)$/`,
]

/** The regular expressions in the code of a file. */
function written(file: string): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, look)
  }
  const text = readFileSync(join(root, file), 'utf8')
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found
}

/** The regular expressions that a file composes when it is loaded. */
async function composed(file: string): Promise<string[]> {
  const found: string[] = []
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct(constructor, given) {
        const pattern = new constructor(...(given as [string, string?]))
        found.push(String(pattern))
        return pattern
      },
    }),
  )
  await import(join(root, file))
  vi.unstubAllGlobals()
  return found
}

/** How the time of a regular expression may grow faster than the text: `Self`, `Trade`. */
function slowness(pattern: string): string | null {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? []
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: false } })
  return reports[0]?.type ?? null
}

afterAll(() => {
  vi.unstubAllGlobals()
})

test('the analysis finds parts beside each other that may share the same characters', () => {
  expect(slowness('/(?:a*)*b/')).toBe('Self')
  expect(slowness(String.raw`/^密\s*[:：]?\s*级$/`)).toBe('Trade')
  expect(slowness(String.raw`/^密\s*级$/`)).toBeNull()
})

test.each(files)('%s tries each character of a text a few times at most', async (file) => {
  const slow = [...written(file), ...(await composed(file))].filter(
    (pattern) => slowness(pattern) !== null && !onceALine.includes(pattern),
  )
  expect(slow).toEqual([])
})
