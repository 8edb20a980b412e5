/**
 * Tasks that run at the same time. Whoever adds a task waits while too many are running, and an error
 * of any task is thrown by `add` or `end`.
 */
export class ConcurrentTasks {
  readonly #maxRunning: number
  /** The tasks that are running or that failed. */
  readonly #tasks = new Set<Promise<void>>()

  /** @param maxRunning how many may be running when `add` returns */
  constructor(maxRunning: number) {
    this.#maxRunning = maxRunning
  }

  /**
   * Starts a task at once, then waits until no more than the limit are running.
   *
   * @throws whatever a task threw
   */
  async add(run: () => Promise<void>): Promise<void> {
    const task: Promise<void> = run().then(() => void this.#tasks.delete(task))
    // A failed task stays in the set, where the next call that waits finds it.
    task.catch(() => undefined)
    this.#tasks.add(task)
    if (this.#tasks.size > this.#maxRunning) await Promise.race(this.#tasks)
  }

  /**
   * Waits for all tasks.
   *
   * @throws whatever a task threw
   */
  async end(): Promise<void> {
    await Promise.all(this.#tasks)
  }
}
