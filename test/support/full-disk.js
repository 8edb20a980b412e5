// Preloaded into a command: from the n-th write below the folders on, the disk is full.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'

const from = Number(process.env.FULL_DISK_FROM)
const folders = (process.env.FULL_DISK_IN ?? '').split('|').map((folder) => resolve(folder))
let writes = 0

/** @param {unknown} file */
function write(file) {
  const path = file instanceof URL ? file.pathname : String(file)
  if (!folders.some((folder) => path.startsWith(folder)) || ++writes < from) return
  throw Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), {
    code: 'ENOSPC',
    path,
  })
}

for (const [holder, name] of [
  [fs, 'writeFileSync'],
  [fs, 'mkdirSync'],
  [fs, 'copyFileSync'],
  [fs.promises, 'copyFile'],
  [fs.promises, 'writeFile'],
  [fs.promises, 'mkdir'],
]) {
  const real = holder[name]
  holder[name] = (...args) => {
    // A copy writes to its second.
    write(args[name.startsWith('copy') ? 1 : 0])
    return real.apply(holder, args)
  }
}
syncBuiltinESMExports()
