import { resolve } from 'node:path'
import { sizeWords } from '#model/file-size.ts'
import { measuredPages } from '#view/measured-pages.ts'
import { routeAt } from '#view/routes.ts'
import { type BuildProgress, type Work, workWords } from '#build/build-progress.ts'
import { type Mistake, readOptions } from './options.ts'

/** Time spent, in seconds, and the output. */
interface WorkDone {
  wall: number
  /** User time of this process, all threads. */
  cpu: number
  files: number
  bytes: number
}

export interface BuildReport {
  readonly work: Readonly<Partial<Record<Work, WorkDone>>>
  readonly heaviest: readonly { readonly path: string; readonly bytes: number }[]
  /** Each kind of page that readers are led to, with its heaviest page. */
  readonly kinds: readonly KindOfPages[]
}

interface KindOfPages {
  readonly name: string
  readonly pages: number
  readonly path: string
  readonly bytes: number
  /** Of its heaviest page, compressed, without styles and scripts. */
  readonly zipped: number
}

/** Clock and terminal, as parameters for tests. */
interface Environment {
  readonly write: (text: string) => void
  /** Whether a line can be overwritten. */
  readonly isTerminal: boolean
  /** Seconds since an arbitrary moment. */
  readonly now: () => number
  /** Seconds of processor time since an arbitrary moment. */
  readonly cpu: () => number
}

const machine: Environment = {
  write: (text) => process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
  now: () => performance.now() / 1000,
  cpu: () => process.cpuUsage().user / 1e6,
}

const heaviestShown = 3
/** Builds with fewer files take only seconds and log no progress. */
const minLoggedFiles = 1000
/** Seconds between two updates on a terminal. */
const updateInterval = 0.2

/** Shows the progress of a build, and reports its output and where the time went. */
export class BuildMonitor implements BuildProgress {
  readonly #environment: Environment
  readonly #work = new Map<Work, WorkDone>()
  readonly #heaviest: { path: string; bytes: number }[] = []
  /** By the file that makes the pages. */
  readonly #kinds = new Map<string, { pages: number; path: string; bytes: number }>()
  #current: Work
  #since: { wall: number; cpu: number }
  #planned = 0
  #written = 0
  #started = 0
  #shown = 0

  /** Starts with the work that the process is doing now. */
  constructor(work: Work, environment: Environment = machine) {
    this.#environment = environment
    this.#current = work
    this.#since = { wall: environment.now(), cpu: environment.cpu() }
  }

  readonly enter = (work: Work): void => {
    // Reading the clock of the processor is a system call.
    if (work === this.#current) return
    this.#count()
    this.#current = work
    // Astro does not report its progress on pages.
    if (work === 'pages' && !this.#work.has('pages') && this.#environment.isTerminal)
      this.#environment.write(`\r\u001b[K正在生成${workWords[work]}……`)
  }

  readonly moveTime: BuildProgress['moveTime'] = ({ from, to, cpu }) => {
    this.#of(from).cpu -= cpu
    this.#of(to).cpu += cpu
  }

  /** Adds the time since the last call to the current kind of work. */
  #count(): void {
    const { now, cpu } = this.#environment
    const at = { wall: now(), cpu: cpu() }
    const done = this.#of(this.#current)
    done.wall += at.wall - this.#since.wall
    done.cpu += at.cpu - this.#since.cpu
    this.#since = at
  }

  /**
   * Ends the measurement and clears the progress line on a terminal.
   *
   * @param zippedSize the size of a page, compressed; only the heaviest page of each kind is asked for
   */
  end(zippedSize: (path: string) => number): BuildReport {
    this.#count()
    if (this.#environment.isTerminal) this.#environment.write('\r\u001b[K')
    const known = (Object.keys(workWords) as Work[]).filter((name) => this.#work.has(name))
    return {
      work: Object.fromEntries(known.map((name) => [name, this.#of(name)])),
      heaviest: this.#heaviest,
      kinds: measuredPages.flatMap(({ file, name }) => {
        const kind = this.#kinds.get(file)
        return kind === undefined ? [] : [{ name, ...kind, zipped: zippedSize(kind.path) }]
      }),
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
    this.#written = 0
    this.#shown = 0
    this.#started = this.#environment.now()
  }

  readonly written: BuildProgress['written'] = ({ path, work, bytes }) => {
    const done = this.#of(work)
    done.files++
    done.bytes += bytes
    if (work === 'pages') this.#weigh(path, bytes)
    // Neither pages nor the files that are written beside them are announced.
    if (work === 'pages' || this.#written === this.#planned) return
    this.#written++
    this.#show(work)
  }

  #weigh(path: string, bytes: number): void {
    const file = routeAt(`/${path}`)?.route.file ?? ''
    const kind = this.#kinds.get(file) ?? { pages: 0, path, bytes: 0 }
    const own = bytes > kind.bytes ? { path, bytes } : { path: kind.path, bytes: kind.bytes }
    this.#kinds.set(file, { pages: kind.pages + 1, ...own })
    if (bytes <= (this.#heaviest[heaviestShown - 1]?.bytes ?? -1)) return
    this.#heaviest.push({ path, bytes })
    this.#heaviest.sort((a, b) => b.bytes - a.bytes)
    this.#heaviest.splice(heaviestShown)
  }

  #show(work: Work): void {
    const { isTerminal, now, write } = this.#environment
    const [written, planned] = [this.#written, this.#planned]
    if (!isTerminal) {
      // In a log, a large site prints four lines and a small one none.
      if (planned < minLoggedFiles) return
      const quarter = Math.floor((written * 4) / planned)
      if (quarter === this.#shown) return
      this.#shown = quarter
      write(`已生成 ${written}/${planned} 个文件。\n`)
      return
    }
    const at = now()
    if (at - this.#shown < updateInterval) return
    this.#shown = at
    const rate = written / Math.max(at - this.#started, 0.001)
    const left = Math.ceil((planned - written) / rate)
    write(
      `\r\u001b[K正在生成${workWords[work]}：${written}/${planned}，每秒 ${Math.round(rate)} 个，还需约 ${left} 秒`,
    )
  }
}

/** The output of a build and where the time went, as Chinese lines. */
export function summaryOf({ work, heaviest, kinds }: BuildReport): string[] {
  const all = Object.entries(work) as [Work, WorkDone][]
  const written = all.filter(([, { files }]) => files > 0)
  const sum = (of: 'wall' | 'cpu'): number => all.reduce((total, [, done]) => total + done[of], 0)
  return [
    written
      .map(([name, { files, bytes }]) => `${workWords[name]} ${files} 个（${sizeWords(bytes)}）`)
      .join('，'),
    `最大的网页：${heaviest.map(({ path, bytes }) => `${path}（${sizeWords(bytes)}）`).join('，')}`,
    `各种网页里最大的一页，压缩后，不连样式和脚本：${kinds
      .toSorted((a, b) => b.zipped - a.zipped)
      .map(({ name, zipped }) => `${name} ${sizeWords(zipped)}`)
      .join('，')}`,
    `用时 ${seconds(sum('wall'))}，处理器 ${seconds(sum('cpu'))}：${all
      .map(([name, { wall }]) => `${workWords[name]} ${seconds(wall)}`)
      .join('，')}`,
  ].map((line) => `${line}。`)
}

const seconds = (time: number): string => `${time.toFixed(1)} 秒`

export interface BuildOptions {
  /** The file for the report in JSON; null when none is wanted. */
  readonly report: string | null
}

/** The options of a build, or what is wrong with them, in Chinese. */
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
