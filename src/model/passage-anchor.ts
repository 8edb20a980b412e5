/**
 * Creates the function that gives each passage of a bulletin, by the path of its record, an element
 * id that other pages can link to. Call it in the order of the text: if two paths differ only in
 * characters that ids cannot contain (`a.b`, `a-b`, `a_b`), the first gets the plain id.
 */
export function passageAnchors(): (of: string) => string {
  const owners = new Map<string, string>()
  return (of) => {
    const plain = `p-${withEscapedCharacters(of.replace(/[._]/g, '-'), /[^A-Za-z0-9-]/gu)}`
    const owner = owners.get(plain) ?? of
    owners.set(plain, owner)
    // Here dots, underscores and hyphens are escaped too, so that the id differs from every plain
    // one.
    return owner === of ? plain : `p-${withEscapedCharacters(of, /[^A-Za-z0-9]/gu)}`
  }
}

/**
 * Escapes characters that an id cannot contain by their code points, so that two labels never share
 * an id.
 */
const withEscapedCharacters = (text: string, characters: RegExp): string =>
  text.replace(characters, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`)
