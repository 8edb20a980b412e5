import encodeQR from 'qr'

export interface QrCode {
  /** Modules on a side, with the quiet zone that readers need. */
  readonly size: number
  /** The dark modules as strokes of width 1, one unit a module. */
  readonly path: string
}

/** Readers take any of the eight; choosing the best of them costs eight times as much. */
const mask = 0

/** The QR code of an address, as one path that needs no picture file. */
export function qrCode(address: string): QrCode {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: 4, mask })
  const path = modules
    .flatMap((row, y) => {
      // From run to run by relative steps, which is half as long as naming each place.
      let at = 0
      return [...runs(row)].map(([x, length], n) => {
        const step = n === 0 ? `M${x} ${y}.5` : `m${x - at} 0`
        at = x + length
        return `${step}h${length}`
      })
    })
    .join('')
  return { size: modules.length, path }
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
