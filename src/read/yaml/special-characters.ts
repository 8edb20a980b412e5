/**
 * Characters that may change how the full parser reads a text: anchors, tags, escapes, odd numbers.
 */
export const specialCharacters =
  /[&*!\\]|\[[^[\]\n]*[，、；]|(?<![\d.-])0\d|\d\.\d*0(?![\d%％])|(?<![\p{L}\d_-])[+.]\d|\d[eE]\d|\d[\d.]{15}|\b0[xob][\da-f]/u
