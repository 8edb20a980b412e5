// Preloaded into a command: when it writes a file of the given name, a cache appears beside it, as a
// tool that works in the folder may leave one.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join } from 'node:path'

const beside = process.env.STRAY_BESIDE ?? ''

/** @param {unknown} file */
function leave(file) {
  if (typeof file !== 'string' || basename(file) !== beside) return
  const folder = join(dirname(file), '.cache')
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
