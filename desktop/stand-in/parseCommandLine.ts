/** What `electron [-r module]… [--switch[=value]]… <app> [argument…]` says. */
export type CommandLine = {
  /** The app's folder or .asar file, as it was written. */
  readonly app: string
  /** Modules to load before the app's own. */
  readonly preloads: readonly string[]
  /** Every `--name[=value]`, before and after the app, without the dashes. */
  readonly switches: Map<string, string>
}

export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = []
  const switches = new Map<string, string>()
  let app = ''
  const rest = args.values()
  for (const arg of rest) {
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? []
    if (name) switches.set(name, value)
    else if (!app && (arg === '-r' || arg === '--require')) preloads.push(rest.next().value ?? '')
    else if (!arg.startsWith('-')) app ||= arg
  }
  return { app, preloads, switches }
}
