/**
 * The bytes of a text in GBK, which older office programs write.
 *
 * @param other replaces characters that GBK does not have; without it such a character is an error
 */
export function inGbk(text: string, other?: string): Uint8Array {
  known ??= table()
  const codes = known
  return new Uint8Array(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)]
      const code = codes.get(character) ?? codes.get(other ?? '')
      if (code === undefined) throw new Error(`GBK has no ${character}`)
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
      const character = decoder.decode(new Uint8Array([lead, trail]))
      if (character.length === 1 && character !== '\uFFFD') codes.set(character, [lead, trail])
    }
  return codes
}
