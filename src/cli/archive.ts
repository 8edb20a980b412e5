import { settingsFrom } from '#site/settings.ts'
import { build } from './build.ts'
import type { Command } from './command.ts'

/** Checks and builds, with an archive of each inspection in the site and a link to it. */
export const archive: Command = (_settings, args) => {
  // Astro and the pages read their settings from the environment.
  process.env['ARCHIVES'] = 'yes'
  return build(settingsFrom(process.env), args)
}
