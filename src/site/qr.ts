import { encode } from 'uqr'

export interface QrCode {
  /** Modules on a side, with the quiet zone that readers need. */
  readonly size: number
  /** Path of the dark modules, one unit a module. */
  readonly path: string
}

/** The QR code of an address, as one path that needs no picture file. */
export function qrCode(address: string): QrCode {
  const { size, data } = encode(address, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) =>
      // Neighbours in a row are one stroke, which halves the path.
      [...runs(row)].map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
    )
    .join('')
  return { size, path }
}

function* runs(row: readonly boolean[]): Generator<[start: number, length: number]> {
  let start = -1
  for (let x = 0; x <= row.length; x++) {
    if (row[x] === true && start < 0) start = x
    else if (row[x] !== true && start >= 0) {
      yield [start, x - start]
      start = -1
    }
  }
}
