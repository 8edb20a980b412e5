import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { Locked, whileLocked } from '#build/output/lock.ts'

/** Writes a file while it holds the lock, and reports whether it was the only one. */
const [target = ''] = process.argv.slice(2)
const mine = `${target}.writing`
try {
  await whileLocked(target, async () => {
    const isAlone = !existsSync(mine)
    writeFileSync(mine, '')
    await new Promise((resolve) => setTimeout(resolve, 50))
    rmSync(mine)
    process.stdout.write(isAlone ? 'alone' : 'not alone')
  })
} catch (error) {
  if (!(error instanceof Locked)) throw error
  process.stdout.write('locked')
}
