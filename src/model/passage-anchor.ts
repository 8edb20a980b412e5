/**
 * Names the passages of one bulletin, in the order of its text: the id of the element that marks a
 * passage, by the path of its record, so that other pages can link to it. Where two paths differ
 * only in what an id sets aside (`a.b`, `a-b`, `a_b`), the first has the plain id.
 */
export function passageAnchors(): (of: string) => string {
  const owners = new Map<string, string>()
  return (of) => {
    const plain = `p-${withEscapedCharacters(of.replace(/[._]/g, '-'), /[^A-Za-z0-9-]/gu)}`
    const owner = owners.get(plain) ?? of
    owners.set(plain, owner)
    // No plain id spells a point, a line or a hyphen.
    return owner === of ? plain : `p-${withEscapedCharacters(of, /[^A-Za-z0-9]/gu)}`
  }
}

/** Signs that do not fit into an id, by their numbers: two labels must not lead to one place. */
const withEscapedCharacters = (text: string, characters: RegExp): string =>
  text.replace(characters, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`)
