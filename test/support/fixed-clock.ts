/**
 * Preloaded into a program (`node --import`): `new Date()` is the moment in `FIXED_CLOCK`, so that
 * a build for the current day can be tested on any day.
 */
const moment = process.env['FIXED_CLOCK']
if (moment !== undefined) {
  globalThis.Date = new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [moment] : args, newTarget) as object,
  })
}
