import { resolve } from 'node:path'
import { sizeWords } from '#model/file-size.ts'
import { type BuildProgress, type Work, workWords } from '#build/build-progress.ts'
import { type Mistake, readOptions } from './options.ts'

/** Time spent, in seconds, and what came of it. */
export interface WorkDone {
  wall: number
  /** Of this process, on all its threads, outside the system. */
  cpu: number
  files: number
  bytes: number
}

export interface BuildReport {
  readonly work: Readonly<Partial<Record<Work, WorkDone>>>
  readonly heaviest: readonly { readonly path: string; readonly bytes: number }[]
}

/** Clock and terminal are parameters, so that they can be tried. */
export interface Surroundings {
  readonly write: (text: string) => void
  /** Whether a line may be written over. */
  readonly isTerminal: boolean
  /** Seconds since some moment. */
  readonly now: () => number
  /** Seconds of processor time since some moment. */
  readonly cpu: () => number
}

const machine: Surroundings = {
  write: (text) => process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
  now: () => performance.now() / 1000,
  cpu: () => process.cpuUsage().user / 1e6,
}

const heaviestShown = 3
/** Fewer files than this are made in a few seconds. */
const fewestLogged = 1000
/** Seconds between two lines on a terminal. */
const pause = 0.2

/** Follows a build: shows how far it is, and afterwards tells what it made and where the time went. */
export class BuildWatch implements BuildProgress {
  readonly #around: Surroundings
  readonly #work = new Map<Work, WorkDone>()
  readonly #heaviest: { path: string; bytes: number }[] = []
  #current: Work
  #since: { wall: number; cpu: number }
  #planned = 0
  #made = 0
  #begun = 0
  #shown = 0

  /** Begins with what the process is doing now. */
  constructor(work: Work, around: Surroundings = machine) {
    this.#around = around
    this.#current = work
    this.#since = { wall: around.now(), cpu: around.cpu() }
  }

  readonly enter = (work: Work): void => {
    const { now, cpu } = this.#around
    const at = { wall: now(), cpu: cpu() }
    const done = this.#of(this.#current)
    done.wall += at.wall - this.#since.wall
    done.cpu += at.cpu - this.#since.cpu
    this.#current = work
    this.#since = at
    // Astro renders the pages without telling how far it is.
    if (work === 'pages' && this.#around.isTerminal)
      this.#around.write(`\r\u001b[K正在生成${workWords[work]}……`)
  }

  /** Ends the account; what was shown on a terminal is wiped away. */
  end(): BuildReport {
    this.enter(this.#current)
    if (this.#around.isTerminal) this.#around.write('\r\u001b[K')
    const known = (Object.keys(workWords) as Work[]).filter((name) => this.#work.has(name))
    return {
      work: Object.fromEntries(known.map((name) => [name, this.#of(name)])),
      heaviest: this.#heaviest,
    }
  }

  #of(work: Work): WorkDone {
    const known = this.#work.get(work)
    if (known !== undefined) return known
    const done = { wall: 0, cpu: 0, files: 0, bytes: 0 }
    this.#work.set(work, done)
    return done
  }

  readonly plan = (files: number): void => {
    this.#planned = files
    this.#made = 0
    this.#shown = 0
    this.#begun = this.#around.now()
  }

  readonly written: BuildProgress['written'] = ({ path, work, bytes }) => {
    const done = this.#of(work)
    done.files++
    done.bytes += bytes
    if (work === 'pages') {
      this.#weigh(path, bytes)
      return
    }
    this.#made++
    this.#show(work)
  }

  #weigh(path: string, bytes: number): void {
    if (bytes <= (this.#heaviest[heaviestShown - 1]?.bytes ?? -1)) return
    this.#heaviest.push({ path, bytes })
    this.#heaviest.sort((a, b) => b.bytes - a.bytes)
    this.#heaviest.splice(heaviestShown)
  }

  #show(work: Work): void {
    const { isTerminal, now, write } = this.#around
    const [made, planned] = [this.#made, this.#planned]
    if (!isTerminal) {
      // A log keeps every line: a small site needs none, a large one four.
      if (planned < fewestLogged) return
      const quarter = Math.floor((made * 4) / planned)
      if (quarter === this.#shown) return
      this.#shown = quarter
      write(`已生成 ${made}/${planned} 个文件。\n`)
      return
    }
    const at = now()
    if (at - this.#shown < pause) return
    this.#shown = at
    const rate = made / Math.max(at - this.#begun, 0.001)
    const left = Math.ceil((planned - made) / rate)
    write(
      `\r\u001b[K正在生成${workWords[work]}：${made}/${planned}，每秒 ${Math.round(rate)} 个，还需约 ${left} 秒`,
    )
  }
}

/** What a build made and where the time went, in Chinese, line by line. */
export function summaryOf({ work, heaviest }: BuildReport): string[] {
  const all = Object.entries(work) as [Work, WorkDone][]
  const made = all.filter(([, { files }]) => files > 0)
  const sum = (of: 'wall' | 'cpu'): number => all.reduce((total, [, done]) => total + done[of], 0)
  return [
    made
      .map(([name, { files, bytes }]) => `${workWords[name]} ${files} 个（${sizeWords(bytes)}）`)
      .join('，'),
    `最大的网页：${heaviest.map(({ path, bytes }) => `${path}（${sizeWords(bytes)}）`).join('，')}`,
    `用时 ${seconds(sum('wall'))}，处理器 ${seconds(sum('cpu'))}：${all
      .map(([name, { wall }]) => `${workWords[name]} ${seconds(wall)}`)
      .join('，')}`,
  ].map((line) => `${line}。`)
}

const seconds = (time: number): string => `${time.toFixed(1)} 秒`

export interface BuildOptions {
  /** The file that takes what the build made and where the time went; null when none is wanted. */
  readonly report: string | null
}

/** What was asked of a build, or why that is not understood. */
export function buildOptions(args: readonly string[]): BuildOptions | Mistake {
  const read = readOptions(args, { values: ['report'], flags: [] })
  if ('mistake' in read)
    return {
      mistake: `${read.mistake}可以写：--report 文件，把用时和产出写成 JSON。`,
    }
  const { report } = read.values
  return {
    report: report === undefined ? null : resolve(report),
  }
}
