/**
 * The room `cli/` holds the commands: options, exit codes and printing, one file for each command.
 * A command composes the other rooms and computes nothing itself. Start here: this file has the
 * table of commands and runs the one that is asked for.
 */

import { inspect } from 'node:util'
import { proposalProblems } from '#read/files/files.ts'
import { systemTrouble } from '#build/output/system-trouble.ts'
import { wording } from '#messages/format.ts'
import { foldersOf, settingsFrom, settingsMistake } from '#build/settings.ts'
import { type Command, exitCodeOf, fail } from './command.ts'

/**
 * The table of commands. Each is loaded on demand: a check must not wait for the site builder to
 * load.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  archive: async () => (await import('./archive.ts')).archive,
  verify: async () => (await import('./verify.ts')).verify,
  preview: async () => (await import('./preview.ts')).preview,
  dev: async () => (await import('./dev.ts')).dev,
  new: async () => (await import('./new.ts')).newFiles,
  diff: async () => (await import('./diff.ts')).diff,
  demo: async () => (await import('./demo.ts')).demo,
  annual: async () => (await import('./annual.ts')).annual,
  pdf: async () => (await import('./pdf.ts')).pdf,
  import: async () => (await import('./import.ts')).importSheet,
  'export-template': async () => (await import('./export-template.ts')).exportTemplate,
  migrate: async () => (await import('./migrate.ts')).migrate,
  due: async () => (await import('./due.ts')).due,
  codeowners: async () => (await import('./codeowners.ts')).codeowners,
  'compare-reports': async () => (await import('./compare-reports.ts')).compareReportsCommand,
  propose: async () => (await import('./propose.ts')).propose,
  confirm: async () => (await import('./confirm.ts')).confirm,
  dismiss: async () => (await import('./dismiss.ts')).dismiss,
  federate: async () => (await import('./federate.ts')).federate,
  schema: async () => (await import('./schema.ts')).schema,
  start: async () => (await import('./start.ts')).start,
}

/** The name of every command. */
export const commandNames: readonly string[] = Object.keys(commands)

const variablesOfHooks = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'],
  ...['GIT_COMMON_DIR', 'GIT_NAMESPACE'],
]

/** Runs one command and returns its exit code; errors of the system are reported in words. */
export async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name]
  if (command === undefined) {
    const known = commandNames.join('、')
    return fail(`没有“${name}”这个命令。可用的命令：${known}。`)
  }
  const settings = settingsFrom(process.env)
  const mistake = settingsMistake(settings)
  if (mistake !== null) return fail(mistake)
  // The check reports this in every format; no other command may start.
  const [refused] = name === 'check' ? [] : proposalProblems(foldersOf(settings))
  if (refused !== undefined) {
    const { says, write } = wording(refused)
    return fail(`${says}${write}[${refused.code}]`)
  }
  // A published site must not contain the development build with its wider policy, whatever the
  // shell sets.
  if (name !== 'dev') {
    process.env['NODE_ENV'] = 'production'
    // Astro reads a variable of this name.
    delete process.env['DEV']
  }
  // A git hook sets these for its own repository, which need not be that of the data.
  for (const name of variablesOfHooks) Reflect.deleteProperty(process.env, name)
  // Disables Astro's telemetry and update check, which have no other setting.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true'
  try {
    return await exitCodeOf(async () => (await command())(settings, args))
  } catch (error) {
    // An error of the program: its stack trace may contain file names.
    return fail(systemTrouble(error) ?? inspect(error))
  }
}
