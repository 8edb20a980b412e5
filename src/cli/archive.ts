import { build } from './build.ts'
import type { Command } from './command.ts'

/** Checks and builds, with an archive of each inspection in the site and a link to it. */
export const archive: Command = (settings, args) => build({ ...settings, archives: 'yes' }, args)
