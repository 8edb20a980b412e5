// Preloaded into a command: from the n-th write below the folders on, the disk is full.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'

const from = Number(process.env.FULL_DISK_FROM)
const folders = (process.env.FULL_DISK_IN ?? '').split('|').map((folder) => resolve(folder))
let writes = 0
/**
 * Files open for writing, by descriptor, because the system does not name the file of a failed
 * write.
 */
const open = new Map()
/** The file is already being checked. */
let isInside = false

/** @param {unknown} file */
function write(file, isNamed = true) {
  const path = file instanceof URL ? file.pathname : String(file)
  if (!folders.some((folder) => path.startsWith(folder)) || ++writes < from) return
  const named = isNamed ? ` '${path}'` : ''
  throw Object.assign(new Error(`ENOSPC: no space left on device, write${named}`), {
    code: 'ENOSPC',
    ...(isNamed ? { path } : {}),
  })
}

for (const [holder, name] of [
  [fs, 'writeFileSync'],
  [fs, 'mkdirSync'],
  [fs, 'copyFileSync'],
  [fs, 'linkSync'],
  [fs.promises, 'copyFile'],
  [fs.promises, 'writeFile'],
  [fs.promises, 'mkdir'],
]) {
  const real = holder[name]
  holder[name] = (...args) => {
    // The second argument is the target of a copy or a link.
    write(args[/^(copy|link)/.test(name) ? 1 : 0])
    isInside = true
    try {
      return real.apply(holder, args)
    } finally {
      isInside = false
    }
  }
}
const { openSync, writeSync, closeSync } = fs
fs.openSync = (path, flags, ...rest) => {
  const isWriting = !isInside && /[wa+]/.test(String(flags))
  if (isWriting) write(path)
  const file = openSync(path, flags, ...rest)
  if (isWriting) open.set(file, path)
  return file
}
fs.writeSync = (file, ...rest) => {
  if (open.has(file)) write(open.get(file), false)
  return writeSync(file, ...rest)
}
fs.closeSync = (file) => {
  open.delete(file)
  closeSync(file)
}
syncBuiltinESMExports()
