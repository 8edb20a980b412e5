/** The folder, set by `npm run coverage`, into which commands tell what of them ran. */
export const commandCoverage = process.env['COMMAND_COVERAGE']

/**
 * What the environment of a command needs so that it tells by itself what of it ran, the bundled
 * program included; nothing where that is not asked for.
 */
export const measured: Readonly<Record<string, string>> =
  commandCoverage === undefined
    ? {}
    : {
        NODE_V8_COVERAGE: commandCoverage,
        // Without this Node does not keep the maps of what lies below node_modules, as a build does.
        NODE_OPTIONS: '--enable-source-maps',
      }
