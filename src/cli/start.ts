import { build } from './build.ts'
import type { Command } from './command.ts'
import { preview } from './preview.ts'

/** Checks, builds and serves: the whole product with one command. */
export const start: Command = async (settings, args) =>
  (await build(settings, args)) || (await preview(settings, args))
