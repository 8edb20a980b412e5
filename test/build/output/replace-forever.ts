import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { replaceAtomically } from '#build/output/atomic-replace.ts'

/** Replaces the output with the sites `a` and `b` of a folder in turn, until it is killed. */
const [folder = '', target = ''] = process.argv.slice(2)
for (let round = 0; ; round++) {
  const built = join(folder, 'built')
  rmSync(built, { recursive: true, force: true })
  cpSync(join(folder, round % 2 === 0 ? 'a' : 'b'), built, { recursive: true })
  replaceAtomically(built, target)
  if (round === 0) process.stdout.write('begun\n')
}
