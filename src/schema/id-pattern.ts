/**
 * Ids become addresses and file names: lower-case ASCII letters, digits and single hyphens, at most
 * 60 characters. Names that Windows reserves for devices are excluded, with any file extension
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and so is `constructor`, which
 * every JavaScript object has, so a lookup in an empty record would find it.
 */
export const idPattern =
  /^(?!(?:con|prn|aux|nul|com\d|lpt\d|constructor)$)(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/
