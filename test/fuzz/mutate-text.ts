import type { Random } from '#tools/demo/random.ts'
import { inGbk } from '../support/gbk.ts'
import { mdxPieces, yamlPieces } from './hostile-values.ts'

interface Mutated {
  readonly bytes: Buffer
  readonly did: string
}

const spliced = (text: string, at: number, gone: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at + gone)

/** An offset at the start of a line, or anywhere. */
function placeIn(text: string, random: Random): number {
  const at = random.whole(0, text.length)
  return random.chance(0.5) ? at : text.lastIndexOf('\n', at - 1) + 1
}

/** One change to the lines or characters of a text, such as a typo or a faulty program makes. */
export function mutatedText(text: string, isMdx: boolean, random: Random): Mutated {
  const lines = text.split('\n')
  const row = random.whole(0, lines.length - 1)
  const changes: (() => [string, string])[] = [
    () => {
      const piece = random.pick(isMdx ? mdxPieces : yamlPieces)
      return [
        spliced(text, placeIn(text, random), 0, piece),
        `inserted ${JSON.stringify(piece.slice(0, 60))}`,
      ]
    },
    () => [spliced(text, random.whole(0, text.length), random.whole(1, 12), ''), 'removed a piece'],
    () => [lines.toSpliced(row, 1).join('\n'), `removed line ${row + 1}`],
    () => [lines.toSpliced(row, 0, lines[row] ?? '').join('\n'), `doubled line ${row + 1}`],
    () => {
      const other = random.whole(0, lines.length - 1)
      return [
        lines
          .with(row, lines[other] ?? '')
          .with(other, lines[row] ?? '')
          .join('\n'),
        `swapped lines ${row + 1} and ${other + 1}`,
      ]
    },
    () => {
      const spaces = ' '.repeat(random.whole(1, 4))
      return [lines.with(row, spaces + (lines[row] ?? '')).join('\n'), `indented line ${row + 1}`]
    },
    () => [lines.with(row, (lines[row] ?? '').trimStart()).join('\n'), `outdented line ${row + 1}`],
    () => {
      // Rewrites a piece of the text.
      const digits = [...text.matchAll(/\d+/g)]
      const one = digits.length === 0 ? null : random.pick(digits)
      if (one === null) return [`${text}x`, 'appended x']
      const number = String(Number(one[0]) + random.pick([-1, 1, 10]))
      return [
        spliced(text, one.index, one[0].length, number),
        `${one[0]} became ${number} in the text`,
      ]
    },
    () => {
      const at = random.whole(0, text.length)
      const wide = text
        .slice(at, at + 8)
        .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
      return [spliced(text, at, 8, wide), 'wrote signs in full width']
    },
  ]
  const [after, did] = random.pick(changes)()
  return { bytes: Buffer.from(after), did }
}

/** One change to the bytes of a file, as a disk, a transfer or an editor makes it. */
export function mutatedBytes(bytes: Buffer, random: Random): Mutated {
  const text = bytes.toString('utf8')
  const at = random.whole(0, bytes.length)
  const insert = (piece: Buffer | string): Buffer =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(piece as string), bytes.subarray(at)])
  const changes: (() => [Buffer, string])[] = [
    () => [bytes.subarray(0, at), `cut off at ${at}`],
    () => [Buffer.alloc(0), 'emptied the file'],
    () => {
      const control = random.whole(0, 31)
      return [insert(Buffer.from([control])), `inserted control ${control}`]
    },
    () => [insert(Buffer.from([random.whole(128, 255)])), 'inserted a high byte'],
    () => [Buffer.concat([Buffer.from('\ufeff'), bytes]), 'put a byte-order mark before it'],
    () => [insert('\ufeff'), 'put a byte-order mark inside'],
    () => [Buffer.from(text.replaceAll('\n', '\r\n')), 'wrote CRLF'],
    () => [Buffer.from(text.replaceAll('\n', '\r')), 'wrote CR'],
    () => [Buffer.from(inGbk(text, '字')), 'wrote GBK'],
    () => [Buffer.from(text, 'utf16le'), 'wrote UTF-16'],
    () => [insert('<<<<<<< HEAD\n'), 'left a mark of a conflict'],
    () => [insert('\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n'), 'left a conflict'],
    () => {
      const flipped = Buffer.from(bytes)
      const place = Math.min(at, flipped.length - 1)
      if (place >= 0) flipped[place] = (flipped[place] ?? 0) ^ (1 << random.whole(0, 7))
      return [flipped, `flipped a bit at ${place}`]
    },
    () => [Buffer.concat([bytes, bytes]), 'doubled the file'],
    () => [insert('\0'.repeat(200)), 'inserted 200 zeros'],
    () => [insert('x'.repeat(30_000)), 'inserted a long line'],
    () => [Buffer.from(text.replaceAll('\n', '\u2028')), 'wrote line separators'],
    () => [Buffer.from(text.normalize('NFD')), 'decomposed the letters'],
  ]
  const [after, did] = random.pick(changes)()
  return { bytes: after, did }
}
