import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { sha256 } from '#model/sha256.ts'

/**
 * A name for this process that is valid in file names: machine, process id and, where the system
 * tells it, the start time. Process ids alone are not unique: containers reuse them at every start.
 */
export const thisProcess = (): string =>
  `${machineName}.${process.pid}.${beginningOf(process.pid) ?? 'unknown'}`

/**
 * The state of the process with a name; `elsewhere` for another machine, where it cannot be known.
 */
export function processState(name: string): 'running' | 'gone' | 'elsewhere' | 'no-name' {
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

/**
 * An id of the machine's boot and the process's start time since then; null where there is no
 * `/proc`.
 */
function beginningOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
    // The name of the program is in parentheses and may hold spaces.
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
    const machine = sha256(boot).slice(0, 8)
    return ticks === undefined ? null : `${machine}-${ticks}`
  } catch {
    return null
  }
}
