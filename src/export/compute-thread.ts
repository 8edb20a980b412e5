import { Worker } from 'node:worker_threads'
import type { Compute } from './compute.ts'
import type { Deflate } from './deflate.ts'
import type { ShareCard } from './share-picture.ts'

/** What the thread is sent: a content to compress, or a card to draw. */
export type Task = { readonly content: Uint8Array } | { readonly card: ShareCard }

/** The result of a task, and the processor time that it took, in seconds. */
export interface TaskResult {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly seconds: number
}

/**
 * A thread that compresses parts of workbooks and documents and draws pictures while this one computes
 * the next files. Its heap is small, so that collecting the megabytes of each picture costs little: in
 * this thread, the whole model would be marked every few pictures.
 */
export class ComputeThread implements Compute {
  /** Null until there is a task. */
  #worker: Worker | null = null
  /** The tasks that wait, in the order in which the thread answers. */
  readonly #waiting: PromiseWithResolvers<TaskResult>[] = []
  #secondsDrawn = 0
  #secondsCompressed = 0

  readonly deflate: Deflate = async (content) => {
    const { bytes, seconds } = await this.#answerTo({ content })
    this.#secondsCompressed += seconds
    return bytes
  }

  readonly draw: Compute['draw'] = async (card) => {
    const { bytes, seconds } = await this.#answerTo({ card })
    this.#secondsDrawn += seconds
    return bytes
  }

  /** The processor time that all pictures took so far, in seconds. */
  get secondsDrawn(): number {
    return this.#secondsDrawn
  }

  /** The processor time that compression took so far, in seconds. */
  get secondsCompressed(): number {
    return this.#secondsCompressed
  }

  /** Stops the thread. */
  async end(): Promise<void> {
    await this.#worker?.terminate()
  }

  #answerTo(task: Task): Promise<TaskResult> {
    const answer = Promise.withResolvers<TaskResult>()
    this.#waiting.push(answer)
    this.#worker ??= this.#started()
    this.#worker.postMessage(task)
    return answer.promise
  }

  #started(): Worker {
    const worker = new Worker(new URL('compute-worker.ts', import.meta.url))
    worker.on('message', (result: TaskResult) => {
      this.#waiting.shift()?.resolve(result)
    })
    worker.on('error', (error) => {
      this.#worker = null
      for (const waiting of this.#waiting.splice(0)) waiting.reject(error)
    })
    return worker
  }
}
