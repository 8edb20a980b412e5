import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'

export interface Served {
  /** Scheme, host and port, without a closing slash. */
  origin: string
  /** The address of the folder's `index.html`; ends in a slash. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a folder on loopback, on a port the system picks, as a plain portal server would: exact
 * file names only, `index.html` for a folder, and 404.html with status 404 for everything else.
 * @param base path the site is mounted at, for example `/xxgk/jcgk/`
 */
export async function serve(folder: string, base = '/'): Promise<Served> {
  // `dev` reads the disk on each request, so the folder may be rebuilt while it is served.
  const files = sirv(folder, { dev: true, extensions: [] })

  const server = createServer((request, response) => {
    const notFound = () => {
      void readFile(join(folder, '404.html'))
        .catch(() => 'Not found')
        .then((body) => {
          response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(body)
        })
    }
    const [path = '/', query] = (request.url ?? '/').split('?', 2)
    if (!path.startsWith(base)) {
      notFound()
      return
    }
    const inside = `/${path.slice(base.length)}`
    const file = inside.endsWith('/') ? `${inside}index.html` : inside
    request.url = query === undefined ? file : `${file}?${query}`
    files(request, response, notFound)
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${String(port)}`
  return {
    origin,
    url: origin + base,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error)
          else resolve()
        })
        server.closeAllConnections()
      }),
  }
}
