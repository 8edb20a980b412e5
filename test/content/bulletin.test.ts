import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Bulletin, inlineNodes, inlineText } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { cellText, resolveReference } from '#model/reference.ts'
import { sample, datasetOf } from '../support/authored.ts'
import { withoutSpace } from '../support/site.ts'

const seed = readFileSync(join(import.meta.dirname, '../cases/seed/yibin-2024-q1.txt'), 'utf8')

/** A place of the document that the data fills in: a reference in the text, or a cell. */
interface Place {
  readonly of: string
  readonly text: string
}

/** The parts of the document: typed text, and the places that the data fills in. */
function piecesOf(dataset: Dataset): (string | Place)[] {
  const [inspection] = dataset.inspections
  const bulletin = dataset.bulletins['2024-q1']
  if (inspection === undefined || bulletin === undefined) throw new Error('no bulletin')
  const resolve = (of: string): string => {
    const resolved = resolveReference(dataset, inspection, of)
    if (!resolved.found) throw new Error(`${of} leads nowhere`)
    return resolved.text
  }
  return bulletin.blocks.flatMap((block) => {
    if (block.type === 'appendix') return appendixPieces(dataset, inspection, block.of)
    return [...inlineNodes({ id: bulletin.id, blocks: [block] })].flatMap(
      (node): (string | Place)[] => {
        if (node.type === 'text') return [node.text]
        return node.type === 'value' ? [{ of: node.of, text: resolve(node.of) }] : []
      },
    )
  })
}

function appendixPieces(dataset: Dataset, inspection: Inspection, of: string): (string | Place)[] {
  const appendix = inspection.appendices?.[of.split('.')[1] ?? '']
  if (appendix === undefined) throw new Error(`${of} is no appendix`)
  const cells = (appendix.rows ?? []).flat().map((cell) => ({
    of: typeof cell === 'object' ? cell.of : `${of}.cell`,
    text: cellText(dataset, inspection, cell),
  }))
  return [{ of: `${of}.title`, text: appendix.title }, ...(appendix.columns ?? []), ...cells]
}

const textOf = (pieces: (string | Place)[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')

const original = datasetOf(sample)
const pieces = piecesOf(original)
const places = pieces.filter((piece) => typeof piece !== 'string')

test('the bulletin equals the document word for word, apart from white space', () => {
  expect(withoutSpace(textOf(pieces))).toBe(withoutSpace(seed.replace(/^\uFEFF/, '')))
})

describe('every figure, date and name of the document comes from the data', () => {
  let typed: string
  beforeAll(() => {
    typed = pieces.filter((piece) => typeof piece === 'string').join(' ')
  })

  test('no figure is typed, except years and the numbers of rules', () => {
    expect(typed.match(/\d+(?!\d*年)\S?/g) ?? []).toEqual([])
  })

  test.each([
    ['units', Object.values(original.units)],
    ['accounts', Object.values(original.channels)],
  ])('no name of %s is typed', (_, records) => {
    const names = records.map(({ name }) => name).filter((name) => name.length > 2)
    expect(names.filter((name) => typed.includes(name))).toEqual([])
  })
})

/** The place of the value that a reference prints, and another value for it with its text. */
function otherValue(of: string, before: unknown): { path: string[]; value: unknown; text: string } {
  const path = of.split('.')
  const [root] = path
  if (of === 'period' || of.endsWith('.period'))
    return { path: [...path, 'label'], value: '甲乙丙', text: '甲乙丙' }
  if (root === 'deadlines' && path.length === 2)
    return { path: [...path, 'stated'], value: '改日', text: '改日' }
  if (path.at(-2) === 'rates') return { path: [...path, 'stated'], value: '12.3%', text: '12.3%' }
  if ((root === 'units' || root === 'channels') && path.length === 2)
    return { path: [...path, 'name'], value: '甲乙丙', text: '甲乙丙' }
  if (typeof before === 'number') return { path, value: 98765, text: '98765' }
  if (/^\d{4}-\d{2}$/.test(String(before))) return { path, value: '1999-01', text: '1999年1月' }
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(before)))
    return { path, value: '1999-01-02', text: '1999年1月2日' }
  return { path, value: '甲乙丙', text: '甲乙丙' }
}

const valueAt = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root)

/** A copy of the dataset with one value changed. */
function changed(path: readonly string[], value: unknown): Dataset {
  const copy = structuredClone(original)
  const [root, last] = [path[0], path.at(-1)]
  if (last === undefined) throw new Error('no path')
  const start = root === 'units' || root === 'channels' ? copy : copy.inspections[0]
  const parent = valueAt(start, path.slice(0, -1)) as Record<string, unknown>
  expect(Object.hasOwn(parent, last)).toBe(true)
  parent[last] = value
  return copy
}

const references = [...new Set(places.map(({ of }) => of))].filter((of) => !of.endsWith('.cell'))

describe('changing one value changes its own places and nothing else', () => {
  test.each(references)('%s', (of) => {
    const inspection = original.inspections[0]
    const home = /^(units|channels)\./.test(of) ? original : inspection
    const { path, value, text } = otherValue(of, valueAt(home, of.split('.')))
    const after = piecesOf(changed(path, value))
    const expected = pieces.map((piece) =>
      typeof piece !== 'string' && piece.of === of ? { of, text } : piece,
    )
    expect(after).toEqual(expected)
    expect(textOf(after)).not.toBe(textOf(pieces))
  })
})

test('a passage is the part of the document on which a record rests', () => {
  const bulletin = original.bulletins['2024-q1'] as Bulletin
  const passages = [...inlineNodes(bulletin)].filter((node) => node.type === 'passage')
  for (const passage of passages) {
    const text = inlineText(passage.children, (of) => {
      const resolved = resolveReference(original, original.inspections[0] as Inspection, of)
      return resolved.found ? resolved.text : ''
    })
    expect(withoutSpace(seed)).toContain(withoutSpace(text))
  }
  const issues = Object.keys(original.inspections[0]?.issues ?? {}).map((id) => `issues.${id}`)
  expect(passages.map(({ of }) => of)).toEqual(expect.arrayContaining(issues))
})
