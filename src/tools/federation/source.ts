import { basename, dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readBytes } from '#read/files/regular-files.ts'
import { isPlainAddress } from '#schema/scalars.ts'

/** Why a city's data is not used; its message is Chinese and names what was asked for. */
export class Refused extends Error {}

/** No file of a city is larger; the tables of ten years are a tenth of it. */
export const largestFile = 32 * 1024 * 1024

/** Where a city's package lies. */
export interface Source {
  /**
   * The bytes of a file beside the package; of the package itself without a path.
   *
   * @param limit in bytes, at most `largestFile`: no more than one further is read
   */
  readonly read: (path?: string, limit?: number) => Promise<Uint8Array>
}

/**
 * A package at an address or on disk. Why it is refused is published with the overview, so that no
 * reason quotes the list, which may name folders of this machine.
 *
 * @param patience seconds that one file may take
 * @throws Refused where it is neither
 */
export function sourceOf(location: string, base: string, patience: number): Source {
  if (isAddress(location)) {
    const address = URL.parse(location)
    if (address === null || !isPlainAddress(location)) throw new Refused('“package”写的不是网址')
    return {
      read: (path, limit = largestFile) => download(new URL(path ?? '', address), patience, limit),
    }
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(location))
    throw new Refused('“package”写的不是网址，也不是本机的路径')
  const file = resolve(base, location)
  const name = basename(file)
  return {
    // The folder of the package is the office's choice; what lies in it comes from elsewhere.
    read: (path = name, limit = largestFile) => fromDisk(dirname(file), path, limit),
  }
}

export const isAddress = (location: string): boolean => /^https?:\/\//i.test(location)

/** A regular file; its reason names it as the package does, since it is published with the overview. */
async function fromDisk(folder: string, path: string, limit: number): Promise<Uint8Array> {
  const read = readBytes(folder, path, limit)
  if ('bytes' in read) return read.bytes
  throw new Refused(read.refused === 'too-big' ? `${path} 太大` : `读不到 ${path}`)
}

/** Two tries: a server that is only slow to wake is not gone. */
async function download(address: URL, patience: number, limit: number): Promise<Uint8Array> {
  try {
    return await downloadOnce(address, patience, limit)
  } catch (error) {
    if (!(error instanceof Refused) || !('again' in error)) throw error
    await pause(Math.min(patience, 1) * 200)
    return downloadOnce(address, patience, limit)
  }
}

class Failed extends Refused {
  readonly again = true
}

async function downloadOnce(address: URL, patience: number, limit: number): Promise<Uint8Array> {
  try {
    // A list names the address that is meant; where another answers, somebody has to look.
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(patience * 1000),
    })
    if (response.status >= 500) throw new Failed(`${address.href} 回答 ${response.status}`)
    if (!response.ok) throw new Refused(`${address.href} 回答 ${response.status}`)
    return await bodyOf(response, address, limit)
  } catch (error) {
    if (error instanceof Refused) throw error
    const slow = error instanceof Error && error.name === 'TimeoutError'
    throw new Failed(
      slow ? `${address.href} 超过 ${patience} 秒没有传完` : `${address.href} 连接不上或转到了别处`,
    )
  }
}

/** The size that a server announces is not trusted: it is counted. */
async function bodyOf(response: Response, address: URL, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  if (response.body === null) return new Uint8Array()
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > limit) throw new Refused(`${address.href} 太大`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
