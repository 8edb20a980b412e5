import { basename, dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readBytes } from '#read/files/regular-files.ts'
import { isPlainAddress } from '#schema/scalars.ts'

/**
 * Thrown when a city's data cannot be used; the message is Chinese and names what was requested.
 */
export class CityRefused extends Error {}

/** In bytes; the tables of ten years are a tenth of it. */
export const maxPublishedBytes = 32 * 1024 * 1024

/** The source of a city's data package. */
export interface CitySource {
  /**
   * Reads a file beside the package, or the package itself without a path.
   *
   * @param limit in bytes, at most `maxFileBytes`; at most one byte more is read
   */
  readonly read: (path?: string, limit?: number) => Promise<Uint8Array>
}

/**
 * A package at an address or on disk. The reason of a refusal is published with the overview, so it
 * must not quote the list, which may name folders of this machine.
 *
 * @param timeout seconds allowed for one file
 * @throws CityRefused where it is neither
 */
export function citySource(location: string, base: string, timeout: number): CitySource {
  if (isAddress(location)) {
    const address = URL.parse(location)
    if (address === null || !isPlainAddress(location))
      throw new CityRefused('“package”写的不是网址')
    return {
      read: (path, limit = maxPublishedBytes) =>
        download(new URL(path ?? '', address), timeout, limit),
    }
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(location))
    throw new CityRefused('“package”写的不是网址，也不是本机的路径')
  const file = resolve(base, location)
  const name = basename(file)
  return {
    // The office chooses the folder of the package, but its content comes from elsewhere.
    read: (path = name, limit = maxPublishedBytes) => fromDisk(dirname(file), path, limit),
  }
}

export const isAddress = (location: string): boolean => /^https?:\/\//i.test(location)

/**
 * Reads a regular file. An error names it by its path in the package, because the reason is
 * published with the overview.
 */
async function fromDisk(folder: string, path: string, limit: number): Promise<Uint8Array> {
  const read = readBytes(folder, path, limit)
  if ('bytes' in read) return read.bytes
  throw new CityRefused(read.refused === 'too-big' ? `${path} 太大` : `读不到 ${path}`)
}

/** Tries twice, because a server may be slow to start. */
async function download(address: URL, timeout: number, limit: number): Promise<Uint8Array> {
  try {
    return await downloadOnce(address, timeout, limit)
  } catch (error) {
    if (!(error instanceof CityRefused) || !('again' in error)) throw error
    await pause(Math.min(timeout, 1) * 200)
    return downloadOnce(address, timeout, limit)
  }
}

class TemporaryFailure extends CityRefused {
  readonly again = true
}

async function downloadOnce(address: URL, timeout: number, limit: number): Promise<Uint8Array> {
  try {
    // Redirects are refused: if another address answers, a person has to check the list.
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeout * 1000),
    })
    if (response.status >= 500)
      throw new TemporaryFailure(`${address.href} 回答 ${response.status}`)
    if (!response.ok) throw new CityRefused(`${address.href} 回答 ${response.status}`)
    return await bodyOf(response, address, limit)
  } catch (error) {
    if (error instanceof CityRefused) throw error
    const slow = error instanceof Error && error.name === 'TimeoutError'
    throw new TemporaryFailure(
      slow ? `${address.href} 超过 ${timeout} 秒没有传完` : `${address.href} 连接不上或转到了别处`,
    )
  }
}

/** Reads a body and counts its size, because the announced size is not trusted. */
async function bodyOf(response: Response, address: URL, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  if (response.body === null) return new Uint8Array()
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > limit) throw new CityRefused(`${address.href} 太大`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
