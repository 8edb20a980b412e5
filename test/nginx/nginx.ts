import { type ChildProcess, spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join, resolve } from 'node:path'
import { tmpdir } from 'node:os'

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

/** The path of nginx, if it is installed. */
export const nginxPath = (): string | undefined =>
  folders
    .map((folder) => join(folder, 'nginx'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

const module = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
/** Whether the module that sends `.br` copies is installed. */
export const hasBrotli = existsSync(module)

/** The sample configuration in the repository, as the manual prints it. */
export const sample = readFileSync('hosting/nginx.conf', 'utf8')

/** The ways in which a server sends the same files. */
export type Serving =
  /** As in the sample configuration, with the copies made by the build. */
  | 'sample'
  /** The same, but every response is compressed on request. */
  | 'compressing'
  /** The default configuration of nginx: no compression, and no headers of ours. */
  | 'plain'

export interface Nginx {
  /** The address of the site, with a closing slash, for each configuration. */
  readonly url: Readonly<Record<Serving, string>>
  /**
   * Processor time that the server has used so far, in milliseconds, which the system counts in
   * steps of ten; undefined on a system that does not report it.
   */
  readonly processorTime: () => number | undefined
  /** The lines that the server has written to its error log so far. */
  readonly log: () => string
  readonly stop: () => Promise<void>
}

/** The folder of the site in the sample configuration. */
export const base = '/zwgk/jcgk/'

/** Starts nginx on loopback with one worker, on ports that the system picks. */
export async function startNginx(site: string): Promise<Nginx> {
  const program = nginxPath()
  if (program === undefined) throw new Error('nginx is not installed')
  const home = mkdtempSync(join(tmpdir(), 'gongshi-nginx-'))
  // When nginx runs as root, its worker runs as another user.
  chmodSync(home, 0o755)
  const root = join(home, 'www')
  mkdirSync(dirname(join(root, base)), { recursive: true })
  symlinkSync(resolve(site), join(root, base.slice(1, -1)))
  copyFileSync(mimeTypes(), join(home, 'mime.types'))
  const ports = { sample: await freePort(), compressing: await freePort(), plain: await freePort() }
  writeFileSync(join(home, 'sample.conf'), placed(sample, ports.sample, root))
  writeFileSync(join(home, 'compressing.conf'), placed(compressing, ports.compressing, root))
  writeFileSync(join(home, 'nginx.conf'), wrapper(home, root, ports.plain))
  const errors = join(home, 'error.log')
  const server = spawn(
    program,
    ['-p', home, '-c', join(home, 'nginx.conf'), '-e', errors, '-g', 'daemon off;'],
    { stdio: 'ignore' },
  )
  const log = (): string => (existsSync(errors) ? readFileSync(errors, 'utf8') : '')
  const stop = async (): Promise<void> => {
    await ended(server)
    rmSync(home, { recursive: true, force: true })
  }
  const at = (port: number): string => `http://127.0.0.1:${String(port)}${base}`
  const url = {
    sample: at(ports.sample),
    compressing: at(ports.compressing),
    plain: at(ports.plain),
  }
  try {
    await answers(url.sample, server)
  } catch (error) {
    const output = log()
    await stop()
    throw new Error(`nginx does not start:\n${output}`, { cause: error })
  }
  return { url, processorTime: () => workerTime(server), log, stop }
}

/**
 * The configuration that compresses on request: the sample with its maps under other names, without
 * the copies of the build.
 */
const compressing = replaced(sample.replaceAll('gongshi_', 'compressing_'), [
  [
    'gzip_static on;',
    'gzip on; gzip_comp_level 6; gzip_types text/css application/javascript application/json text/xml image/svg+xml text/csv;',
  ],
])

/** The sample with its three places filled in, and with brotli if the module is installed. */
function placed(text: string, port: number, root: string): string {
  return replaced(text, [
    ['listen 80;', `listen 127.0.0.1:${String(port)};`],
    ['  listen [::]:80;\n', ''],
    ['root /srv/www;', `root ${root};`],
    ...(hasBrotli && text === sample
      ? [['# brotli_static on;', 'brotli_static on;'] satisfies [string, string]]
      : []),
  ])
}

function replaced(text: string, steps: readonly (readonly [string, string])[]): string {
  return steps.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`hosting/nginx.conf lacks ${from}`)
    return changed.replace(from, to)
  }, text)
}

const wrapper = (home: string, root: string, plainPort: number): string => `
${hasBrotli ? `load_module ${module};` : ''}
worker_processes 1;
pid ${join(home, 'nginx.pid')};
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${join(home, 'body')};
  proxy_temp_path ${join(home, 'proxy')};
  fastcgi_temp_path ${join(home, 'fastcgi')};
  uwsgi_temp_path ${join(home, 'uwsgi')};
  scgi_temp_path ${join(home, 'scgi')};
  include sample.conf;
  include compressing.conf;
  server {
    listen 127.0.0.1:${String(plainPort)};
    root ${root};
    include mime.types;
    error_page 404 ${base}404.html;
  }
}
`

function mimeTypes(): string {
  const file = ['/etc/nginx/mime.types', '/usr/local/nginx/conf/mime.types'].find(existsSync)
  if (file === undefined) throw new Error('nginx is installed without mime.types')
  return file
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Waits for the first response; throws when the server ends instead. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error('nginx ended')
    const answer = await fetch(url).catch(() => null)
    if (answer !== null) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('nginx does not answer')
}

/** The statistics of Linux for the worker of a server. */
function workerTime({ pid }: ChildProcess): number | undefined {
  try {
    const master = `/proc/${String(pid)}`
    const worker = readFileSync(`${master}/task/${String(pid)}/children`, 'utf8').trim()
    const [, fields = ''] = readFileSync(`/proc/${worker}/stat`, 'utf8').split(') ')
    // Fields 14 and 15: user time and system time, in hundredths of a second.
    const [user, system] = fields.split(' ').slice(11, 13).map(Number)
    return user === undefined || system === undefined ? undefined : (user + system) * 10
  } catch {
    return undefined
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const end = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await end
}
