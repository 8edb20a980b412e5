import { Worker } from 'node:worker_threads'
import type { Deflate } from './deflate.ts'

type Call = PromiseWithResolvers<Uint8Array<ArrayBuffer>>

/**
 * A thread that compresses workbooks and documents, which is half of the work on them, while this
 * one computes the next.
 */
export class DeflateThread {
  /** Null until something is compressed. */
  #worker: Worker | null = null
  /** The calls that wait, in the order in which the thread answers. */
  readonly #calls: Call[] = []

  readonly deflate: Deflate = (content) => {
    const call: Call = Promise.withResolvers()
    this.#calls.push(call)
    this.#worker ??= this.#started()
    this.#worker.postMessage(content)
    return call.promise
  }

  /** Stops the thread. */
  async end(): Promise<void> {
    await this.#worker?.terminate()
  }

  #started(): Worker {
    const worker = new Worker(new URL('deflate-worker.ts', import.meta.url))
    worker.on('message', (compressed: Uint8Array<ArrayBuffer>) => {
      this.#calls.shift()?.resolve(compressed)
    })
    worker.on('error', (error) => {
      for (const call of this.#calls.splice(0)) call.reject(error)
    })
    return worker
  }
}
