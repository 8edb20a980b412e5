import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pictures, pictureWidth } from '../pictures/pictures.ts'
import { fileOf, maxPictureBytes, picturesFolder, readShown } from '../pictures/shown.ts'

const manual = join(picturesFolder, '..')
const shown = readShown()
const names = Object.keys(pictures).sort()

interface Use {
  readonly name: string
  readonly alt: string
  /** The section of the manual that contains it. */
  readonly section: string
}

/** Every picture that a chapter uses, in the order of the chapters. */
const uses: Use[] = readdirSync(manual)
  .filter((file) => file.endsWith('.mdx'))
  .flatMap((file) => readFileSync(join(manual, file), 'utf8').split(/^## /m))
  .flatMap((section) =>
    [...section.matchAll(/!\[([^\]]*)\]\(\.\/pictures\/([^)]+)\.png\)/g)].map(
      ([, alt = '', name = '']) => ({ name, alt, section }),
    ),
  )

test('each picture is taken by the script, lies in the folder and is used once', () => {
  const files = readdirSync(picturesFolder).map((file) => file.replace(/\.png$/, ''))
  expect(files.sort()).toEqual(names)
  expect(Object.keys(shown)).toEqual(names)
  expect(uses.map(({ name }) => name).sort()).toEqual(names)
})

describe.each(names)('the picture %s', (name) => {
  const bytes = readFileSync(fileOf(name))

  test('is the file that the script wrote, and small', async () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(shown[name]?.sha256)
    expect(bytes.length).toBeLessThanOrEqual(maxPictureBytes)
    const { width, height } = await sharp(bytes).metadata()
    expect(width).toBe(pictureWidth * 2)
    // At most a screen and a half high, because a longer picture shows too much at once.
    expect(height).toBeLessThanOrEqual(1900)
  })

  const { alt = '', section = '' } = uses.find((use) => use.name === name) ?? {}

  test('has a text in its place that quotes only what it shows', () => {
    expect(alt.length).toBeGreaterThan(15)
    const quoted = [...alt.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words)
    const words = shown[name]?.words.replace(/\s/g, '') ?? ''
    expect(quoted.filter((one) => !words.includes(one.replace(/\s/g, '')))).toEqual([])
  })

  test('has every number that it marks in its text and in the section around it', () => {
    const numbers = (pictures[name]?.marks ?? []).map((_, n) => n + 1)
    expect(numbers.filter((n) => !alt.includes(String(n)))).toEqual([])
    const circled = numbers.map((n) => String.fromCodePoint(0x245f + n))
    expect(circled.filter((sign) => !section.includes(sign))).toEqual([])
  })
})
