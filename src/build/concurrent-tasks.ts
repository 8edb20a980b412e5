/** Tasks that run at the same time, up to a number of them. An error of any of them is never lost. */
export class ConcurrentTasks {
  readonly #most: number
  /** The tasks that are running or that failed. */
  readonly #tasks = new Set<Promise<void>>()

  /** @param most how many may be running when `add` returns */
  constructor(most: number) {
    this.#most = most
  }

  /**
   * Starts a task, and waits while too many are running.
   *
   * @throws whatever a task threw
   */
  async add(run: () => Promise<void>): Promise<void> {
    const task: Promise<void> = run().then(() => void this.#tasks.delete(task))
    // A failed task stays in the set, where the next call that waits finds it.
    task.catch(() => undefined)
    this.#tasks.add(task)
    if (this.#tasks.size > this.#most) await Promise.race(this.#tasks)
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
