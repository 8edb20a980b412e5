import { Memoized } from '#model/memoized.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Made<Told> {
  readonly told: Told
  /** Until it is taken. */
  bytes: Bytes | null
}

/** Files of which others tell something, their size or hash: whichever comes first, each is made once. */
export class MadeAhead<Told> {
  readonly #made = new Memoized<Promise<Made<Told>>>()
  readonly #tell: (bytes: Bytes, address: string) => Told

  constructor(tell: (bytes: Bytes, address: string) => Told) {
    this.#tell = tell
  }

  /** What others tell of a file that `make` makes of a dataset, or of a part of it. */
  async told(of: object, address: string, make: () => Promise<Bytes>): Promise<Told> {
    return (await this.#of(of, address, make)).told
  }

  /** The bytes of such a file, for the file itself: they are held until then, and no longer. */
  async take(of: object, address: string, make: () => Promise<Bytes>): Promise<Bytes> {
    const made = await this.#of(of, address, make)
    const { bytes } = made
    made.bytes = null
    return bytes ?? make()
  }

  #of(of: object, address: string, make: () => Promise<Bytes>): Promise<Made<Told>> {
    return this.#made.of(
      of,
      async () => {
        const bytes = await make()
        return { told: this.#tell(bytes, address), bytes }
      },
      address,
    )
  }
}
