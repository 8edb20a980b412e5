import { build } from './build.ts'
import type { Command } from './command.ts'

/** Checks and builds the site with an archive of each inspection and links to them. */
export const archive: Command = (settings, args) => build({ ...settings, archives: 'yes' }, args)
