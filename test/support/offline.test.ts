import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs a script as tests run commands. */
const run = (script: string) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })

test.each([
  ['fetch', `await fetch('https://www.example.com/').catch(() => {})`],
  ['https', `(await import('node:https')).get('https://www.example.com/').on('error', () => {})`],
  ['a socket', `(await import('node:net')).connect(443, '192.0.2.1').on('error', () => {})`],
  ['a datagram', `(await import('node:dgram')).createSocket('udp4').send('x', 53, '192.0.2.1')`],
])(
  'a process that connects to another machine by %s is ended, even if it ignores errors',
  (_way, script) => {
    const { signal, stderr } = run(script)
    expect(signal).toBe('SIGKILL')
    expect(stderr).toMatch(/^A connection to (www\.example\.com|192\.0\.2\.1) was refused/)
  },
)

test('a server on the same machine is reached', () => {
  const { status, stdout } = run(`
    const { createServer } = await import('node:http')
    const server = createServer((_request, response) => response.end('reached'))
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const answer = await fetch('http://127.0.0.1:' + server.address().port)
    process.stdout.write(await answer.text())
    server.close()
    server.closeAllConnections()`)
  expect([status, stdout]).toEqual([0, 'reached'])
})
