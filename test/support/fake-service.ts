import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** The response of a service to a request: a value with status 200, or an error status. */
export type Answer = (request: {
  readonly method: string
  /** Path and query as `/repos/city/site/…?page=1`. */
  readonly path: string
  readonly page: number
  readonly body: unknown
}) => unknown

/** A status instead of a response. */
export class Refused {
  readonly status: number
  constructor(status: number) {
    this.status = status
  }
}

/**
 * A service on this machine, as its documentation describes it; it is stopped after the calling
 * test.
 */
export async function fakeService(
  answer: Answer,
): Promise<{ url: string; tokens: Set<string | undefined> }> {
  const tokens = new Set<string | undefined>()
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
      tokens.add(request.headers.authorization)
      const given = answer({
        method: request.method ?? '',
        path: pathname,
        page: Number(searchParams.get('page') ?? 1),
        body: text === '' ? null : JSON.parse(text),
      })
      if (given instanceof Refused) response.statusCode = given.status
      response.end(JSON.stringify(given instanceof Refused ? { message: 'no' } : given))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens }
}

/** Runs a script of `.ci/` against a service, for pull request 7 of city/site. */
export async function runScript(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const [script = '', ...rest] = args
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, '.ci', script), ...rest], {
      env: { ...process.env, REPOSITORY: 'city/site', NUMBER: '7', TOKEN: 'secret', ...env },
    })
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => (output[name] += chunk.toString()))
    child.on('close', (status) => {
      resolve({ status, ...output })
    })
  })
}
