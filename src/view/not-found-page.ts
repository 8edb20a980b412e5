import { createHash } from 'node:crypto'

/** The page for missing addresses is served at any depth: it can link no file, so its style stands inside it. */
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

/** What a policy calls that style (CSP 3, hash-source); the sample configurations of servers allow it. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

/** What the page allows itself: what every page does, and this one style. */
export const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  `style-src 'self' '${styleHash}'`,
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ')
