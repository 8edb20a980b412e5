import { once } from 'node:events'
import { truncateSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { maxPublishedBytes, CityRefused, citySource } from '#tools/federation/source.ts'
import { folderOf } from '../../support/folder.ts'

/** The server of a city that gives these responses in turn, the last one repeatedly. */
async function cityServer(...answers: ((response: ServerResponse) => void)[]) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    answers[Math.min(asked.length, answers.length) - 1]?.(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const source = citySource(`http://127.0.0.1:${port}/jcgk/datapackage.json`, '.', 60)
  const text = async (path?: string): Promise<string> =>
    Buffer.from(await source.read(path)).toString()
  return { text, asked }
}

const says =
  (text: string) =>
  (response: ServerResponse): void =>
    void response.end(text)
const fails =
  (status: number, headers = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end()

describe('a city’s package on a server', () => {
  test('is read with the files beside it', async () => {
    const { text, asked } = await cityServer(says('一'), says('二'))
    expect([await text(), await text('all/rates.csv')]).toEqual(['一', '二'])
    expect(asked).toEqual(['/jcgk/datapackage.json', '/jcgk/all/rates.csv'])
  })

  test('is requested again if the server failed once', async () => {
    const { text, asked } = await cityServer(fails(503), says('一'))
    expect(await text()).toBe('一')
    expect(asked).toHaveLength(2)
  })

  test('is not requested again if it does not exist', async () => {
    const { text, asked } = await cityServer(fails(404))
    await expect(text()).rejects.toThrow(/datapackage\.json 回答 404$/)
    expect(asked).toHaveLength(1)
  })

  test('is not read from another address to which the server redirects', async () => {
    const { text } = await cityServer(fails(302, { location: 'http://127.0.0.1:9/' }))
    await expect(text()).rejects.toThrow('转到了别处')
  })

  test('is refused when it is larger than any package, whatever length was announced', async () => {
    const { text } = await cityServer((response) => {
      const part = Buffer.alloc(1024 * 1024, 'x')
      for (let sent = 0; sent <= maxPublishedBytes; sent += part.length) response.write(part)
      response.end()
    })
    await expect(text()).rejects.toThrow('太大')
  })
})

describe('a city’s package on disk', () => {
  test('is read from the folder of the list, with the files beside it', async () => {
    const folder = folderOf({ 'city/datapackage.json': '一', 'city/all/rates.csv': '二' })
    const { read } = citySource('city/datapackage.json', folder, 1)
    const texts = await Promise.all([read(), read('all/rates.csv')])
    expect(texts.map((bytes) => Buffer.from(bytes).toString())).toEqual(['一', '二'])
  })

  test('is refused when it is missing, or larger than any package', async () => {
    const folder = folderOf({})
    await expect(citySource('none.json', folder, 1).read()).rejects.toThrow('读不到')
    const large = join(folder, 'large.json')
    writeFileSync(large, '')
    truncateSync(large, maxPublishedBytes + 1)
    await expect(citySource(large, folder, 1).read()).rejects.toThrow('太大')
  })
})

test.each(['file:///etc/passwd', 'ftp://example.gov.cn/a.json', 'data:,x'])(
  '%s is neither a web address nor a path',
  (location) => {
    expect(() => citySource(location, '.', 1)).toThrow(CityRefused)
  },
)
