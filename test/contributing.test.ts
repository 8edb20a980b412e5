import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync('CONTRIBUTING.md', 'utf8')
const sectionOf = (heading: string): string => {
  const [, section = ''] = text.split(`\n${heading}\n`)
  return section.split(/\n#{2,3} /)[0] ?? ''
}

/** The files and folders that a text names, in links from the root or as words. */
function pathsIn(markdown: string): string[] {
  const linked = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
  const typed = markdown
    .replace(/\]\([^)]*\)/g, ' ')
    .match(/(?<![\w/])(?:src|test|public|hosting|content\/manual)\/[\w./-]*(?:\[\w+\][\w.-]*)?/g)
  return [...new Set([...linked, ...(typed ?? [])])]
}

test.each([
  ['CONTRIBUTING.md', 60],
  ['test/cases/README.md', 4],
])('every file and folder that %s names exists', (file, atLeast) => {
  const paths = pathsIn(readFileSync(file, 'utf8'))
  expect(paths.length).toBeGreaterThan(atLeast)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('every room of the source is described, and no other', () => {
  const rooms = [...sectionOf('### Rooms').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, name]) => name)
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(rooms.toSorted()).toEqual(folders.toSorted())
})

test('the recipes say how to add a rule, a page, a table format and a field, and how to try each', () => {
  const headings = [
    '### A rule of the check',
    '### A page',
    '### A table format',
    '### A field that is shown on a page',
  ]
  for (const heading of headings) {
    const recipe = sectionOf(heading)
    expect(recipe.match(/^\d\. /gm)?.length, heading).toBeGreaterThanOrEqual(4)
    expect(recipe, heading).toMatch(/`npx vitest run --project (unit|built) test\//)
  }
})
