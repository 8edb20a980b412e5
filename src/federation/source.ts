import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Why a city's data is not used; its message is Chinese and names what was asked for. */
export class Refused extends Error {}

/** No file of a city is larger; the tables of ten years are a tenth of it. */
export const largestFile = 32 * 1024 * 1024

/** Where a city's package lies. */
export interface Source {
  /** The bytes of a file beside the package; of the package itself without a path. */
  readonly read: (path?: string) => Promise<Uint8Array>
}

/**
 * A package at an address or on disk.
 *
 * @param patience seconds that one file may take
 */
export function sourceOf(location: string, base: string, patience: number): Source {
  if (/^https?:\/\//i.test(location))
    return { read: (path) => download(new URL(path ?? '', location), patience) }
  if (/^[a-z][a-z0-9+.-]+:/i.test(location))
    throw new Refused(`“${location}”不是网址，也不是本机的路径`)
  const file = resolve(base, location)
  return { read: (path) => fromDisk(path === undefined ? file : resolve(dirname(file), path)) }
}

async function fromDisk(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > largestFile) throw new Refused(`${path} 太大`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`读不到 ${path}`)
  }
}

/** Two tries: a server that is only slow to wake is not gone. */
async function download(address: URL, patience: number): Promise<Uint8Array> {
  try {
    return await downloadOnce(address, patience)
  } catch (error) {
    if (!(error instanceof Refused) || !('again' in error)) throw error
    await pause(Math.min(patience, 1) * 200)
    return downloadOnce(address, patience)
  }
}

class Failed extends Refused {
  readonly again = true
}

async function downloadOnce(address: URL, patience: number): Promise<Uint8Array> {
  try {
    // A list names the address that is meant; where another answers, somebody has to look.
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience * 1000),
    })
    if (response.status >= 500) throw new Failed(`${address.href} 回答 ${response.status}`)
    if (!response.ok) throw new Refused(`${address.href} 回答 ${response.status}`)
    return await bodyOf(response, address)
  } catch (error) {
    if (error instanceof Refused) throw error
    const slow = error instanceof Error && error.name === 'TimeoutError'
    throw new Failed(
      slow ? `${address.href} 超过 ${patience} 秒没有传完` : `${address.href} 连接不上或转到了别处`,
    )
  }
}

/** The size that a server announces is not trusted: it is counted. */
async function bodyOf(response: Response, address: URL): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  if (response.body === null) return new Uint8Array()
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > largestFile) throw new Refused(`${address.href} 太大`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
