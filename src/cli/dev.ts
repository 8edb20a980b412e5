import { dev as astroDev } from 'astro'
import { astroConfig } from '#build/astro-config.ts'
import type { Command } from './command.ts'

/** Serves the site while its data and pages are edited, until it is stopped. */
export const dev: Command = async (settings) => {
  // Editors want to see unfinished files too.
  const { unfinished = 'show' } = settings
  const server = await astroDev({ ...astroConfig({ ...settings, unfinished }), configFile: false })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
  await server.stop()
  return 0
}
