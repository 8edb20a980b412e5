/**
 * The bytes of a text in GBK, which older office programs write.
 *
 * @param other replaces characters that GBK does not have; without it such a character is an error
 */
export function inGbk(text: string, other?: string): Uint8Array {
  known ??= table()
  const codes = known
  return new Uint8Array(
    [...text].flatMap((sign) => {
      if (sign < '\u0080') return [sign.charCodeAt(0)]
      const code = codes.get(sign) ?? codes.get(other ?? '')
      if (code === undefined) throw new Error(`GBK has no ${sign}`)
      return code
    }),
  )
}

let known: ReadonlyMap<string, number[]> | undefined

function table(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(new Uint8Array([lead, trail]))
      if (sign.length === 1 && sign !== '\uFFFD') codes.set(sign, [lead, trail])
    }
  return codes
}
