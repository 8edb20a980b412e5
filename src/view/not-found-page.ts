import { createHash } from 'node:crypto'

/**
 * The style of the page for missing addresses. It is inline, because the page is served at any
 * depth and cannot link to files.
 */
export const style = `
body {
  max-width: 34em;
  margin: 15vh auto;
  padding: 0 1.25rem;
  color: #1a2027;
  overflow-wrap: break-word;
  font: 1.0625rem/1.75 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif;
}
h1 {
  padding-top: 1rem;
  border-top: 4px solid #1f4e8c;
  font-size: 1.75rem;
}
a {
  color: #1f4e8c;
}
`

/**
 * The hash of that style for a security policy (CSP 3, hash-source); the sample server
 * configurations allow it.
 */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

/** The policy of the page: that of every page, plus this inline style. */
export const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  `style-src 'self' '${styleHash}'`,
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ')
