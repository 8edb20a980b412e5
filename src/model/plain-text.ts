/** Full-width signs and spaces as half-width ones; every character keeps its place. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')

/** A text without the addresses in it, whose long numbers are nobody's; of the same length. */
export const withoutAddresses = (text: string): string =>
  text.includes('://')
    ? text.replace(/https?:\/\/[\x21-\x7e]+/g, (address) => ' '.repeat(address.length))
    : text
