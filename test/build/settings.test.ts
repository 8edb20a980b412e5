import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asOfDay, settingsFrom, settingsMistake } from '#build/settings.ts'

describe('the settings', () => {
  test('are the folders of the project by default', () => {
    expect(settingsFrom({})).toEqual({
      dataDir: resolve('data'),
      contentDir: resolve('content'),
      outDir: resolve('dist'),
    })
    expect(settingsMistake(settingsFrom({}))).toBeNull()
  })

  test('are as if not set where a variable is empty, as CI leaves it', () => {
    expect(settingsFrom({ SITE_URL: '', AS_OF: '', OUT_DIR: '' })).toEqual(settingsFrom({}))
  })

  test.each([
    { AS_OF: '2024-06-06', SITE_URL: 'https://www.example.gov.cn/jcgk/' },
    { PDF: 'yes' },
    { HISTORY: 'git', ARCHIVES: 'yes', UNFINISHED: 'show', PRECOMPRESS: 'yes', PROPOSAL: 'yes' },
  ])('%j are valid', (environment) => {
    expect(settingsMistake(settingsFrom(environment))).toBeNull()
  })

  test.each([
    [{ AS_OF: '2024-02-30' }, '2024-06-06'],
    [{ SITE_URL: 'www.example.gov.cn' }, 'https://'],
    [{ SITE_URL: 'https:///jcgk/' }, 'https://'],
    [{ HISTORY: 'svn' }, 'git'],
    [{ ARCHIVES: 'no' }, 'yes'],
    [{ PDF: 'no' }, 'yes'],
    [{ UNFINISHED: 'hide' }, 'show'],
    [{ PRECOMPRESS: '1' }, 'yes'],
    [{ PROPOSAL: '1' }, 'yes'],
  ])('%j is refused with the valid values', (environment, instead) => {
    const [[name, value] = []] = Object.entries(environment)
    const mistake = settingsMistake(settingsFrom(environment))
    expect(mistake).toMatch(/^[^\n]+。$/)
    expect(mistake).toContain(`${name}“${value}”`)
    expect(mistake).toContain(instead)
  })

  test('the day is that of the site’s own time zone, unless one is set', () => {
    expect(asOfDay(settingsFrom({ AS_OF: '2024-06-06' }), 'Asia/Shanghai')).toBe('2024-06-06')
    expect(asOfDay(settingsFrom({}), 'Asia/Shanghai')).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('a command line', () => {
  const run = (args: string[], environment: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['src/cli/gongshi.js', ...args], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    })

  test.each(['chekc', ''])('with “%s” for a command prints all commands', (name) => {
    const { status, stderr } = run([name])
    expect(status).toBe(1)
    expect(stderr).toContain(`没有“${name}”这个命令`)
    expect(stderr).toContain('check、build')
  })

  test('with a wrong setting does nothing but report it', () => {
    const { status, stdout, stderr } = run(['check'], { AS_OF: 'heute' })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^AS_OF“heute”[^\n]+\n$/)
  })
})
