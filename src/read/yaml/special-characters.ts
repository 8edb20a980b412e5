/** Signs that make the careful parser take a text for something else, or part of it away. */
export const signs =
  /[&*!\\]|\[[^[\]\n]*[，、；]|(?<![\d.-])0\d|\d\.\d*0(?![\d%％])|(?<![\p{L}\d_-])[+.]\d|\d[eE]\d|\d[\d.]{15}|\b0[xob][\da-f]/u
