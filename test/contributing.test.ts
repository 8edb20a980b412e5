import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync('CONTRIBUTING.md', 'utf8')
const sectionOf = (heading: string): string => {
  const [, section = ''] = text.split(`\n${heading}\n`)
  return section.split(/\n#{2,3} /)[0] ?? ''
}

test('every file and folder that CONTRIBUTING.md names exists', () => {
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path)
  const typed = text
    .replace(/\]\([^)]*\)/g, ' ')
    .match(/(?<![\w/])(?:src|test|public|hosting|content\/manual)\/[\w./-]*(?:\[\w+\][\w.-]*)?/g)
  const paths = [...new Set([...linked, ...(typed ?? [])])]
  expect(paths.length).toBeGreaterThan(60)
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
