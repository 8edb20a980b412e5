import { readFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { styleHash } from '#view/not-found-page.ts'
import { readSite } from '../support/site.ts'
import { hasBrotli, type Nginx, startNginx } from './nginx.ts'

const folder = inject('compressedSite')
const { files, pages } = readSite(folder)
let nginx: Nginx

beforeAll(async () => {
  nginx = await startNginx(folder)
})
afterAll(async () => {
  await nginx.stop()
})

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: Buffer
}
/** The transferred bytes, without decompression. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(new URL(path, nginx.url.sample), { headers }, (response) => {
      const parts: Buffer[] = []
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          const { statusCode: status, headers: answered } = response
          resolve({ status, headers: answered, body: Buffer.concat(parts) })
        })
        .on('error', reject)
    }).on('error', reject)
  })
const first = (fits: RegExp): string => {
  const found = [...files].find((file) => fits.test(file))
  if (found === undefined) throw new Error(`no file fits ${String(fits)}`)
  return found
}

test('every file of the site is sent completely, without a server error', async () => {
  for (const file of files) {
    const { status, body } = await ask(file)
    expect(status, file).toBe(200)
    expect(body.equals(readFileSync(join(folder, file))), file).toBe(true)
  }
})

describe.each([
  ['index.html', 'text/html; charset=utf-8'],
  [first(/^assets\/.*\.css$/), 'text/css; charset=utf-8'],
  [first(/^assets\/.*\.js$/), /^(application|text)\/javascript; charset=utf-8$/],
  [first(/^data\/.*\.csv$/), 'text/csv; charset=utf-8'],
  [first(/^data\/.*\.json$/), 'application/json; charset=utf-8'],
  [first(/\.jsonld$/), 'application/ld+json; charset=utf-8'],
  [first(/\.ics$/), 'text/calendar; charset=utf-8'],
  ['feed.xml', 'text/xml; charset=utf-8'],
  ['sitemap.xml', 'text/xml; charset=utf-8'],
  [first(/\.xlsx$/), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['favicon.svg', 'image/svg+xml; charset=utf-8'],
] as const)('%s', (path, type) => {
  test('is sent with its media type, compressed and uncompressed', async () => {
    for (const accepted of ['', 'gzip', 'br']) {
      const { headers } = await ask(path, accepted === '' ? {} : { 'Accept-Encoding': accepted })
      expect(headers['content-type'], accepted).toMatch(type)
    }
  })
})

test('the compressed copies are sent to clients that accept them, with a Vary header', async () => {
  const whole = readFileSync(join(folder, 'index.html'))
  const gzip = await ask('index.html', { 'Accept-Encoding': 'gzip' })
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(gzip.headers.vary).toBe('Accept-Encoding')
  expect(gzip.body.equals(readFileSync(join(folder, 'index.html.gz')))).toBe(true)
  expect(gunzipSync(gzip.body).equals(whole)).toBe(true)
  const neither = await ask('index.html')
  expect(neither.headers['content-encoding']).toBeUndefined()
  expect(neither.headers.vary).toBe('Accept-Encoding')
})

test.skipIf(!hasBrotli)('brotli is preferred if the server has its module', async () => {
  const { headers, body } = await ask('index.html', { 'Accept-Encoding': 'gzip, br' })
  expect(headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(body).equals(readFileSync(join(folder, 'index.html')))).toBe(true)
})

test('files with a hash in their name are cached for a year, pages are revalidated', async () => {
  const cached = 'public, max-age=31536000, immutable'
  for (const file of files) {
    if (/\.(gz|br)$/.test(file)) continue
    const { headers } = await ask(file)
    const hashed =
      /^assets\/.*\.(css|js|png|jpg)$/.test(file) ||
      /^pagefind\/([a-z]+\/)?(fragment|index|filter)\//.test(file)
    const picture = /^(share\/|favicon)/.test(file)
    expect(headers['cache-control'], file).toBe(
      hashed ? cached : picture ? 'public, max-age=86400' : 'no-cache',
    )
  }
})

test('an unchanged file is not sent again', async () => {
  const { headers } = await ask('units.html')
  const again = await ask('units.html', { 'If-None-Match': headers.etag ?? '' })
  expect(again.status).toBe(304)
  expect(again.body).toHaveLength(0)
})

test('every response has the security headers, even a 404', async () => {
  for (const path of ['index.html', 'search.html', 'units/nobody.html', 'data/', 'feed.xml']) {
    const { headers } = await ask(path)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("default-src 'self'; img-src 'self' data:; style-src 'self'")
    expect(policy, path).toMatch(/; frame-ancestors 'self'$/)
    expect(policy.includes('wasm-unsafe-eval'), path).toBe(path === 'search.html')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
    expect(headers.server, path).toBe('nginx')
  }
})

test('other sites may embed the figures of an inspection, and nothing else', async () => {
  const { headers } = await ask(first(/^figures\/.*\.html$/))
  expect(headers['content-security-policy']).toMatch(/; frame-ancestors \*$/)
  for (const path of ['pieces.html', 'figures/nobody.html', first(/^inspections\/.*\.html$/)]) {
    const answer = await ask(path)
    expect(answer.headers['content-security-policy'], path).toMatch(/; frame-ancestors 'self'$/)
  }
})

test('the policy of the server allows everything that the policy of each page allows', async () => {
  // A browser obeys two policies at once, so the narrower one decides.
  for (const { path, $ } of pages) {
    const own = $('meta[http-equiv="Content-Security-Policy"]').attr('content')
    if (own === undefined) continue
    const frames = `frame-ancestors ${/^figures\/[^/]+\.html$/.test(path) ? '*' : "'self'"}`
    const { headers } = await ask(path)
    // The page of the editor allows more than the server can know: the host of its repository.
    expect(headers['content-security-policy'], path).toBe(
      path.startsWith('admin/') ? frames : `${own}; ${frames}`,
    )
  }
})

test('the server allows only the editor to connect to its repository', async () => {
  expect(pages.map(({ path }) => path)).toContain('admin/index.html')
  for (const path of ['admin/', 'admin/index.html', first(/^admin\/content-editor-.*\.js$/)])
    expect((await ask(path)).headers['content-security-policy'], path).toBe(
      "frame-ancestors 'self'",
    )
  for (const path of ['admin/nobody.html', 'administration.html', 'units/admin/'])
    expect((await ask(path)).headers['content-security-policy'], path).toContain(
      "default-src 'self'",
    )
})

test('only the page for missing addresses may have an inline style', async () => {
  for (const path of ['units/nobody.html', '404.html'])
    expect((await ask(path)).headers['content-security-policy'], path).toContain(styleHash)
  expect((await ask('index.html')).headers['content-security-policy']).not.toContain('sha256')
})

test.each([
  'units/nobody.html',
  'nothing/at/all',
  'index.php?id=1',
  'units/',
  'data/inspections/',
  'assets/no.js',
  '.git/config',
])('a missing address gets a 404 page in Chinese, which is not cached: %s', async (path) => {
  const { status, headers, body } = await ask(path)
  expect(status).toBe(404)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['cache-control']).toBe('no-cache')
  expect(body.toString()).toContain('没有找到这个页面')
})

test('no file outside the folder can be requested', async () => {
  for (const path of ['..%2f..%2fetc/passwd', '../../../../etc/passwd', '%2e%2e/%2e%2e/nginx.conf'])
    expect((await ask(path)).status, path).toBeGreaterThanOrEqual(400)
})

test('an address without its closing slash leads to the one with it, where relative links are right', async () => {
  for (const [from, to] of [
    ['/zwgk/jcgk', '/zwgk/jcgk/'],
    ['/zwgk/jcgk/units', '/zwgk/jcgk/units/'],
  ] as const) {
    const { status, headers } = await ask(from)
    expect([status, headers.location]).toEqual([301, to])
  }
})

test('a PNG file that a chart once had leads to its SVG file', async () => {
  const { status, headers } = await ask('/zwgk/jcgk/charts/2024-q1/areas.png')
  expect([status, headers.location]).toEqual([301, '/zwgk/jcgk/charts/2024-q1/areas.svg'])
})

test('nginx logged no error', () => {
  // A missing file is an error in nginx's log; every other line would be our mistake.
  const lines = nginx.log().split('\n')
  const worse = lines.filter((line) => /\[(warn|error|crit|alert|emerg)\]/.test(line))
  expect(worse.filter((line) => !/No such file|Not a directory|is forbidden/.test(line))).toEqual(
    [],
  )
})
