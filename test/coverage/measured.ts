/** The folder, set by `npm run coverage`, into which commands write their coverage. */
export const commandCoverage = process.env['COMMAND_COVERAGE']

/** How much longer a test may take while coverage is measured. */
export const slowdown = commandCoverage === undefined ? 1 : 10

/**
 * The environment of a command that makes it write its coverage, including that of the bundled
 * program; empty when coverage is not measured.
 */
export const measured: Readonly<Record<string, string>> =
  commandCoverage === undefined
    ? {}
    : {
        NODE_V8_COVERAGE: commandCoverage,
        // Without this, Node does not cache the source maps of files below node_modules, such as
        // those of a build.
        NODE_OPTIONS: '--enable-source-maps',
      }
