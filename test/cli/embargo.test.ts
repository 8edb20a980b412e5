import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandNames } from '../../src/cli/main.ts'
import { applyEdit, base, copyOf } from '../support/authored.ts'
import { command } from '../support/command.ts'
import { embargoDays, embargoedRecords, embargoedWords } from '../support/embargoed.ts'
import { temporaryFolder } from '../support/folder.ts'
import { filesContaining, textContains } from '../support/find-words.ts'

/** Why the output of a command never becomes public, so that it may name embargoed records. */
const forTheOffice: Readonly<Record<string, string>> = {
  check: 'tells those who write the records what is wrong in them',
  diff: 'tells those who approve a change what is in it; it is read where the records are read',
  new: 'writes into the records',
  import: 'writes into the records',
  confirm: 'writes into the records',
  migrate: 'rewrites the records',
  dev: 'serves a preview on the machine of the editor',
}

/** The other command that does all of its work, or why it reads no record of the office. */
const coveredElsewhere: Readonly<Record<string, string>> = {
  build: 'archive is a build with archives',
  start: 'a build and a server of its folder',
  preview: 'serves the folder of a build as it is',
  pdf: 'prints pages of the folder of a build, and reads nothing else',
  demo: 'builds from generated records only',
  schema: 'writes the schemas of the program',
  dismiss: 'records a decision on a working paper, and reads no record',
  'compare-reports': 'reads reports in folders of the office, and no record',
  propose: 'reads the ledgers of policies, of which none has an embargo',
}

const { folder, remove } = temporaryFolder()
afterAll(remove)
const environment = {
  AS_OF: embargoDays.before,
  DATA_DIR: join(folder, 'data'),
  CONTENT_DIR: join(folder, 'content'),
  OUT_DIR: join(folder, 'site'),
}

/** Everything that a command prints. */
function outputOf(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/gongshi.js', ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return stdout + stderr
}

beforeAll(() => {
  copyOf(base, folder)
  for (const edit of embargoedRecords) applyEdit(folder, edit)
  // With all features of a site: the content editor, feeds, pictures, archives, copies.
  appendFileSync(
    join(folder, 'data/site.yaml'),
    'repository: { kind: github, address: https://github.com/shi/gongshi }\neditor: {}\n',
  )
  command(['archive'], {
    ...environment,
    SITE_URL: 'https://www.example.com/',
    PRECOMPRESS: 'yes',
    UNFINISHED: 'show',
  })
})

describe('before its day, embargoed data are in no file, not even compressed or hidden, of', () => {
  test('a site with archives and compressed copies', () => {
    expect(filesContaining(join(folder, 'site'), embargoedWords)).toEqual([])
  })

  test('an overview built beside the records, and its cached packages', () => {
    const list = join(folder, 'cities.yaml')
    writeFileSync(
      list,
      'name: 某省\ncities:\n  jia: { name: 甲市, package: site/data/datapackage.json }\n',
    )
    const overview = join(folder, 'overview')
    const copies = join(folder, 'copies')
    const text = outputOf('federate', list, '--out', overview, '--kept', copies)
    expect(filesContaining(overview, embargoedWords)).toEqual([])
    expect(filesContaining(copies, embargoedWords)).toEqual([])
    expect(textContains(text, embargoedWords)).toBe(false)
  })

  test.each([
    'annual 2024',
    'export-template self-inspection 2024-q2',
    'export-template issues 2024-q1',
  ])('the workbook of %s', (words) => {
    const workbooks = join(folder, words.replaceAll(' ', '-'))
    mkdirSync(workbooks)
    const text = outputOf(...words.split(' '), '--out', join(workbooks, 'a.xlsx'))
    expect(filesContaining(workbooks, embargoedWords)).toEqual([])
    expect(textContains(text, embargoedWords)).toBe(false)
  })
})

describe('before its day, no output for other people contains embargoed data:', () => {
  test.each([
    'due --within 365 --past 365',
    'due --within 365 --format csv',
    'due --within 365 --format json',
    'codeowners --for gitlab --office @shi/office --unit @shi/{unit}',
  ])('%s', (words) => {
    expect(textContains(outputOf(...words.split(' ')), embargoedWords)).toBe(false)
  })

  test('verify', () => {
    expect(textContains(outputOf('verify', join(folder, 'site/archives')), embargoedWords)).toBe(
      false,
    )
  })
})

test('the search of this test finds embargoed data in every compressed form', () => {
  expect(filesContaining(join(folder, 'data'), embargoedWords)).not.toEqual([])
  const sheet = join(folder, 'office')
  mkdirSync(sheet)
  // The workbook of embargoed records is written for the office when it is asked for by name.
  outputOf('export-template', 'issues', '2024-batch-7', '--out', join(sheet, 'a.xlsx'))
  expect(filesContaining(sheet, embargoedWords)).toContainEqual(
    expect.stringMatching(/^a\.xlsx > xl\//),
  )
})

test('every command is tested here, or listed with the reason why not', () => {
  const tried = ['archive', 'federate', 'annual', 'export-template', 'due', 'codeowners', 'verify']
  const named = [...tried, ...Object.keys(forTheOffice), ...Object.keys(coveredElsewhere)]
  expect(named.sort()).toEqual([...commandNames].sort())
})
