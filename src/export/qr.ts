import encodeQR from 'qr'

interface QrCode {
  /** Modules on a side, with the quiet zone that readers need. */
  readonly size: number
  /** The dark modules as strokes of width 1, one unit a module. */
  readonly path: string
}

/** Readers accept any of the eight masks; choosing the best one takes eight times as long. */
const mask = 0

/** The QR code of an address as one SVG path, so that no picture file is needed. */
export function qrCode(address: string): QrCode {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: 4, mask })
  let path = ''
  for (const [y, row] of modules.entries()) {
    // Relative moves from run to run make the path half as long as absolute positions.
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
