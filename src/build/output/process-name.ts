import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * A name for a running process, fit for files and folders: machine, number, and where the system
 * tells it, when it began; numbers are given out again, in containers after every start.
 */
export const thisProcess = (): string =>
  `${machineName}.${process.pid}.${beginningOf(process.pid) ?? 'unknown'}`

/** What has become of the process that a name was made for; nobody can tell of another machine. */
export function stateOf(name: string): 'running' | 'gone' | 'elsewhere' | 'no-name' {
  const [, machine, number, began] = /^(.+)\.(\d+)\.([0-9a-f-]+|unknown)$/.exec(name) ?? []
  if (machine === undefined) return 'no-name'
  if (machine !== machineName) return 'elsewhere'
  const pid = Number(number)
  if (!isRunning(pid)) return 'gone'
  return began === 'unknown' || began === (beginningOf(pid) ?? began) ? 'running' : 'gone'
}

const machineName = hostname().replace(/[^A-Za-z0-9-]/g, '_') || 'machine'

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Which start of the machine, and how long after it; null where there is no `/proc`. */
function beginningOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
    // The name of the program stands in parentheses, and may hold spaces.
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
    const machine = createHash('sha256').update(boot).digest('hex').slice(0, 8)
    return ticks === undefined ? null : `${machine}-${ticks}`
  } catch {
    return null
  }
}
