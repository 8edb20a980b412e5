import { createServer } from 'node:http'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import type { Command } from './command.ts'
import { recoverOutput } from './output.ts'
import { printError, print } from './print.ts'

const firstPort = 4321
const portsTried = 20

/** Serves the built site on this machine and prints its address, until it is stopped. */
export const preview: Command = async ({ outDir, port: given }) => {
  await recoverOutput(outDir)
  if (!existsSync(join(outDir, 'index.html'))) {
    printError(`${outDir} 里还没有网站，请先运行 npm run build。\n`)
    return 1
  }
  const files = sirv(outDir, { etag: true, dev: true })
  const server = createServer((request, response) => {
    // Charts once had PNG files; the servers' configurations in `hosting` redirect them as well.
    const picture = /^(\/charts\/.+)\.png$/.exec(request.url ?? '')
    if (picture !== null) {
      response.writeHead(301, { Location: `${picture[1] ?? ''}.svg` }).end()
      return
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' })
      createReadStream(join(outDir, '404.html'))
        .on('error', () => response.end())
        .pipe(response)
    })
  })
  const wanted = Number(given ?? firstPort)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    printError(`PORT“${given ?? ''}”不是端口号，请写 1 到 65535 的整数。\n`)
    return 1
  }
  const port = await listen(server, wanted)
  if (port === null) {
    printError(
      `端口 ${wanted} 到 ${wanted + portsTried - 1} 都被占用，请用 PORT=端口号 指定一个。\n`,
    )
    return 1
  }
  print(`请在浏览器打开：http://localhost:${port}/（按 Ctrl+C 停止）\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
  server.close()
  server.closeAllConnections()
  return 0
}

/** Listens on the first free port from `wanted` on. */
async function listen(
  server: ReturnType<typeof createServer>,
  wanted: number,
): Promise<number | null> {
  for (let port = wanted; port < wanted + portsTried; port++) {
    const free = await new Promise<boolean>((resolve) => {
      const refused = (): void => {
        resolve(false)
      }
      server.once('error', refused)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', refused)
        resolve(true)
      })
    })
    if (free) return port
  }
  return null
}
