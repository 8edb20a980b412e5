/** Converts full-width characters and spaces to half-width. Offsets do not change. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')

/**
 * Replaces addresses by spaces, because their long numbers are not personal numbers. Offsets do not
 * change.
 */
export const withoutAddresses = (text: string): string =>
  text.includes('/')
    ? text
        .replace(/https?:\/\/[\x21-\x7e]+/g, blanks)
        .replace(addressWithoutScheme, (address) =>
          host.test(address) ? blanks(address) : address,
        )
    : text

/** `gov.cn/c/1.html`: a host, whose name ends with a word after a dot, and a path. */
const host = /^[^/]{1,250}\.[a-z]{2,24}\//i
const addressWithoutScheme = /(?<![\w.-])[\w.-]{1,253}\/[\w./?=&%#~+-]{1,2000}/g

const blanks = (text: string): string => ' '.repeat(text.length)
