import { dev as astroDev } from 'astro'
import type { Command } from './command.ts'

/** Serves the site while its data and pages are edited; runs until it is stopped. */
export const dev: Command = async () => {
  // Whoever writes a file wants to see it before it is finished.
  process.env.UNFINISHED ??= 'show'
  const server = await astroDev({})
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
  await server.stop()
  return 0
}
