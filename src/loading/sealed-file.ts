import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'

/**
 * What a file holds that `writeSealed` has written: the hash of its content stands before it. Null
 * when it is not there or no longer what was written. Its time tells when it was last asked for.
 */
export function readSealed(file: string): Buffer | null {
  try {
    const bytes = readFileSync(file)
    const content = bytes.subarray(sealLength)
    if (!sealOf(content).equals(bytes.subarray(0, sealLength))) return null
    const now = new Date()
    utimesSync(file, now, now)
    return content
  } catch {
    return null
  }
}

/** Writes a file aside and then in its place: one who is killed leaves no half of it under its name. */
export function writeSealed(file: string, content: Uint8Array): void {
  const aside = `${file}-${process.pid}`
  try {
    writeFileSync(aside, Buffer.concat([sealOf(content), content]))
    renameSync(aside, file)
  } catch (error) {
    if (existsSync(aside)) rmSync(aside)
    throw error
  }
}

const sealOf = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest()
const sealLength = 32
