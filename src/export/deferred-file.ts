import { Memoized } from '#model/memoized.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface DeferredFile<Metadata> {
  readonly metadata: Metadata
  /** Null once they were handed out. */
  bytes: Bytes | null
}

/**
 * Files whose metadata (a size, a hash) other files or pages state. A file is computed once,
 * whether its metadata or its bytes are asked for first, and its bytes are held until then only.
 */
export class DeferredFiles<Metadata> {
  readonly #files = new Memoized<Promise<DeferredFile<Metadata>>>()
  readonly #metadataOf: (bytes: Bytes, address: string) => Metadata

  constructor(metadataOf: (bytes: Bytes, address: string) => Metadata) {
    this.#metadataOf = metadataOf
  }

  /**
   * The metadata of the file at an address.
   *
   * @param owner what the file is computed from: a model, or a part of one
   * @param compute computes its bytes
   */
  async metadata(owner: object, address: string, compute: () => Promise<Bytes>): Promise<Metadata> {
    return (await this.#file(owner, address, compute)).metadata
  }

  /** The bytes of the file, which stay until `bytes` hands them out. */
  async shared(owner: object, address: string, compute: () => Promise<Bytes>): Promise<Bytes> {
    return (await this.#file(owner, address, compute)).bytes ?? compute()
  }

  /** The bytes of the file, which is then released: asked for again, it is computed again. */
  async bytes(owner: object, address: string, compute: () => Promise<Bytes>): Promise<Bytes> {
    const file = await this.#file(owner, address, compute)
    const { bytes } = file
    file.bytes = null
    return bytes ?? compute()
  }

  #file(
    owner: object,
    address: string,
    compute: () => Promise<Bytes>,
  ): Promise<DeferredFile<Metadata>> {
    return this.#files.of(
      owner,
      async () => {
        const bytes = await compute()
        return { metadata: this.#metadataOf(bytes, address), bytes }
      },
      address,
    )
  }
}
