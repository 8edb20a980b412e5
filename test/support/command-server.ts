import { spawn } from 'node:child_process'

export interface CommandServer {
  /** Scheme, host and port, without a closing slash. */
  readonly origin: string
  /** Stops the server as Ctrl+C does, and returns its exit code; null when it does not end. */
  readonly stop: () => Promise<number | null>
}

/** Starts the development server as a person would, on a free port. */
export const startDev = (environment: NodeJS.ProcessEnv): Promise<CommandServer> =>
  startServing('dev', {
    ...environment,
    NO_COLOR: '1',
    // In a test runner, Astro serves no requests and reports no changes to pages.
    VITEST: undefined,
    NODE_ENV: undefined,
    // In a pipeline Astro does not check for a new version, on a person's machine it would.
    CI: 'false',
  })

/**
 * Starts a command that serves the site, and waits for the address that it prints.
 *
 * @param folder of the program
 * @throws its output, when it ends before
 */
export async function startServing(
  name: 'dev' | 'preview' | 'start',
  environment: NodeJS.ProcessEnv,
  folder = '.',
): Promise<CommandServer> {
  const server = spawn(process.execPath, ['src/cli/gongshi.js', name], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) =>
    server.once('exit', (code) => {
      resolve(code)
    }),
  )
  let output = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString()
      const [address] = /http:\/\/localhost:\d+/.exec(output) ?? []
      if (address !== undefined) resolve(address)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    void ended.then(() => reject(new Error(output)))
  })
  return {
    origin,
    stop: async () => {
      server.kill('SIGTERM')
      return ended
    },
  }
}
