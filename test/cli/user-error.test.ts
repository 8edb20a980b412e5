import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LinkedFiles } from '#build/output/linked-files.ts'
import { exitCodeOf } from '../../src/cli/command.ts'
import { whilePrinting } from '../support/printed.ts'

test('an error for the user is printed in its words, without a stack trace', async () => {
  const linked = new LinkedFiles()
  linked.add('index.html', ['units/none.html'])
  const run = () => {
    linked.ensureExisting(() => false)
    return 0
  }
  const { text, result } = await whilePrinting(() => exitCodeOf(run))
  expect(result).toBe(1)
  expect(text).toContain('index.html 指向 "units/none.html"')
  expect(text).not.toMatch(/\bat .*\.ts/)
})

test('an error of the program is not taken for one of the user', async () => {
  const run = (): number => {
    throw new TypeError('a mistake')
  }
  await expect(exitCodeOf(run)).rejects.toThrow('a mistake')
})

test('every error whose message is for a user is printed like this', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('src', path), 'utf8'))
  const others = files.flatMap((text) =>
    [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:export )?class (\w+) extends Error\b/g)]
      .filter(([, words = '']) => /for the user|message is Chinese/.test(words))
      .map(([, , name]) => name),
  )
  // The base itself, and one that is caught: its message becomes part of a longer one.
  expect(others.sort()).toEqual(['CityRefused', 'UserError'])
})
