/**
 * A TrueType font under another name, of regular weight, for simulated machines: made from the
 * fonts of the project, so that no test needs a font of the machine.
 */
export function renamedFont(font: Buffer, family: string): Buffer {
  const names = nameTable(family)
  const renamed = Buffer.concat([font, names])
  const tables = font.readUInt16BE(4)
  for (let entry = 12; entry < 12 + tables * 16; entry += 16) {
    const tag = font.toString('latin1', entry, entry + 4)
    if (tag === 'name') {
      renamed.writeUInt32BE(font.length, entry + 8)
      renamed.writeUInt32BE(names.length, entry + 12)
    }
    // The weight, which distinguishes the fonts of a family.
    if (tag === 'OS/2') renamed.writeUInt16BE(400, font.readUInt32BE(entry + 8) + 4)
  }
  return renamed
}

/** The names of family, style, font and PostScript, in English for Windows. */
function nameTable(family: string): Buffer {
  const names: readonly (readonly [id: number, text: string])[] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ]
  const head = Buffer.alloc(6 + names.length * 12)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  const texts: Buffer[] = []
  let offset = 0
  for (const [n, [id, text]] of names.entries()) {
    const bytes = Buffer.from(text, 'utf16le').swap16()
    for (const [place, value] of [3, 1, 0x409, id, bytes.length, offset].entries())
      head.writeUInt16BE(value, 6 + n * 12 + place * 2)
    texts.push(bytes)
    offset += bytes.length
  }
  return Buffer.concat([head, ...texts])
}
