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
  let path = ''
  for (const [y, row] of modules.entries()) {
    // From run to run by relative steps, which is half as long as naming each place.
    let at: number | null = null
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== true) continue
      const start = x
      while (row[x] === true) x++
      path += `${at === null ? `M${start} ${y}.5` : `m${start - at} 0`}h${x - start}`
      at = x
    }
  }
  return { size: modules.length, path }
}
