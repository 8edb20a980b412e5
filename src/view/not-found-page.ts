import { policyHash } from '#model/sha256.ts'

/**
 * The style of the page for missing addresses. It is inline, because the page is served at any
 * depth and cannot link to files.
 */
export const style = `
:root {
  color-scheme: light dark;
}
body {
  margin: 0;
  background: #fff;
  color: #1a2027;
  overflow-wrap: break-word;
  font: 1.0625rem/1.75 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif;
}
header {
  display: flex;
  flex-wrap: wrap;
  gap: 0 2rem;
  align-items: center;
  justify-content: space-between;
  padding: 0.75rem 1.25rem;
  background: #1f4e8c;
  color: #fff;
}
header p {
  min-width: 0;
  margin: 0;
  font-weight: 700;
}
header a {
  color: inherit;
  text-decoration: none;
}
form {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  align-items: center;
}
input,
button {
  box-sizing: border-box;
  min-height: 2.75rem;
  padding: 0 0.75rem;
  border: 1px solid #78838f;
  border-radius: 2px;
  background: #fff;
  color: #1a2027;
  font: inherit;
}
input {
  flex: 1;
  min-width: 0;
  width: 9rem;
}
:focus {
  outline: 3px solid;
  outline-offset: 2px;
}
:focus:not(:focus-visible) {
  outline: 0;
}
main {
  max-width: 34em;
  margin: 4rem auto;
  padding: 0 1.25rem;
}
h1 {
  font-size: 1.75rem;
  line-height: 1.35;
}
nav ul {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  padding: 0;
  list-style: none;
}
.starts-group {
  grid-column-start: 1;
}
nav a {
  display: block;
  padding: 0.5rem 0;
}
main a {
  color: #1f4e8c;
}
@media (prefers-color-scheme: dark) {
  body {
    background: #12161b;
    color: #e9ecef;
  }
  header {
    background: #17365f;
  }
  input,
  button {
    background: #12161b;
    color: #e9ecef;
  }
  main a {
    color: #93bbec;
  }
}
`

/** The hash of that style; the sample server configurations allow it. */
export const styleHash = policyHash(style)

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
