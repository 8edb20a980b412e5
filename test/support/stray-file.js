// Preloaded into a command: when it writes a file with the given name, a cache folder appears
// beside it, as a tool that works in the folder may leave one.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const beside = process.env.STRAY_BESIDE ?? ''

/** @param {unknown} file */
function leave(file) {
  const path = file instanceof URL ? fileURLToPath(file) : file
  if (typeof path !== 'string' || basename(path) !== beside) return
  const folder = join(dirname(path), '.cache')
  fs.mkdirSync(folder, { recursive: true })
  const inner = fs.openSync(join(folder, 'reading'), 'w')
  fs.closeSync(inner)
}

for (const [holder, name] of [
  [fs, 'openSync'],
  [fs, 'writeFileSync'],
  [fs.promises, 'writeFile'],
]) {
  const real = holder[name]
  holder[name] = (...args) => {
    leave(args[0])
    return real.apply(holder, args)
  }
}
syncBuiltinESMExports()
