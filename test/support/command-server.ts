import { spawn } from 'node:child_process'

export interface CommandServer {
  /** Scheme, host and port, without a closing slash. */
  readonly origin: string
  /** Stops it as Ctrl+C does, and gives the code with which it ends; null when it does not end itself. */
  readonly stop: () => Promise<number | null>
}

/** Starts the development server as a person would; it takes a port that is free. */
export const startDev = (environment: NodeJS.ProcessEnv): Promise<CommandServer> =>
  startServing('dev', {
    ...environment,
    NO_COLOR: '1',
    // For a test runner Astro answers no requests and tells no page of changes.
    VITEST: undefined,
    NODE_ENV: undefined,
    // On a server that runs jobs Astro does not ask for its newest version, on a desk it would.
    CI: 'false',
  })

/**
 * Starts a command that serves the site, and waits for the address that it prints.
 *
 * @throws what it printed, when it ends before
 */
export async function startServing(
  name: 'dev' | 'preview' | 'start',
  environment: NodeJS.ProcessEnv,
): Promise<CommandServer> {
  const server = spawn(process.execPath, ['src/cli/gongshi.js', name], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) =>
    server.once('exit', (code) => {
      resolve(code)
    }),
  )
  let said = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const [address] = /http:\/\/localhost:\d+/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    void ended.then(() => reject(new Error(said)))
  })
  return {
    origin,
    stop: async () => {
      server.kill('SIGTERM')
      return ended
    },
  }
}
