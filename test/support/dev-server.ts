import { spawn } from 'node:child_process'

export interface DevServer {
  /** Scheme, host and port, without a closing slash. */
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** Starts the development server as a person would; it takes a port that is free. */
export async function startDev(environment: NodeJS.ProcessEnv): Promise<DevServer> {
  const server = spawn(process.execPath, ['src/cli/gongshi.js', 'dev'], {
    // For a test runner Astro answers no requests and tells no page of changes.
    env: { ...process.env, ...environment, NO_COLOR: '1', VITEST: undefined, NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
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
      await ended
    },
  }
}
