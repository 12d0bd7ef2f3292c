import { z } from 'zod'
import { languageCodes } from '../renderer/languages/languages.ts'
import { textSizes } from './tables/textSizes.ts'

const MAX_REASONS = 100
const own = z.string().min(1).max(80) // as the core has it
const reason = z.strictObject({
  /** A code, whose text is under `reason` in the languages, or a person's own words. */
  id: own,
  /** It is not confirmed without a note. */
  needsNote: z.boolean(),
  isHidden: z.boolean(),
})
const report = z.strictObject({
  isOn: z.boolean(),
  /** Of day, where the workstation is. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  mail: z.boolean(),
  /** An instant, since which it is on; null: it never was. */
  since: z.iso.datetime().nullable(),
})
export type ReportSettings = Readonly<z.output<typeof report>>
const affix = z.string().max(8)

/** Of each person who works here. */
const personal = {
  language: z.enum(['system', ...languageCodes]),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.literal(textSizes),
  density: z.enum(['comfortable', 'compact']),
  /** Whether the system tells of new notices of a kind while no window is in front; of a backup that failed. */
  notifyWaiting: z.boolean(),
  notifyLate: z.boolean(),
  notifyBackup: z.boolean(),
  /** Whether the app's icon has the number of notices that the person has to deal with. */
  badge: z.boolean(),
}

/** Of this workstation, for all who work here. */
const common = {
  sounds: z.boolean(),
  /** Whether scanning the next batch confirms the entry of this one. */
  scanConfirms: z.boolean(),
  /** The longest time between two keys of the scanner, in milliseconds. */
  scanGap: z.enum(['20', '35', '60']),
  /** Where new versions come from; empty: from nowhere. Over plain HTTP from this computer only. */
  updateFeed: z.union([
    z.literal(''),
    z.url({ protocol: /^https$/ }),
    z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1)$/ }),
  ]),
  /** The public key of those who sign them: base64 of its DER. */
  updateKey: z.string().max(500),
  scanPrefix: affix,
  scanSuffix: affix,
  /** Why stock is written off: those that were changed or added here, in their order. */
  reasons: z.array(reason).max(MAX_REASONS),
  /** What a manager is told once a day. */
  report,
}

/** Of this workstation, chosen in dialogs of main only, so that no page can have files written anywhere. */
const folder = z.string().min(1).max(1_000).nullable()
const chosen = {
  /** Where backups are copied to; null: nowhere. */
  backupsFolder: folder,
  /** Where the daily report is written; null: a folder of the app's own among the documents. */
  reportFolder: folder,
}

const changeable = z.strictObject({ ...personal, ...common })
const schema = changeable.extend(chosen)
export const settingsChange = changeable.partial()

export type Settings = Readonly<z.output<typeof schema>>
export type SettingsChange = z.output<typeof settingsChange>
export type ChosenFolders = Pick<Settings, keyof typeof chosen>
export type PersonalSettings = Pick<Settings, keyof typeof personal>
export type CommonSettings = Pick<Settings, keyof typeof common | keyof typeof chosen>

/** Until somebody chooses. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  textSize: 100,
  density: 'comfortable',
  notifyWaiting: true,
  notifyLate: true,
  notifyBackup: true,
  badge: true,
  sounds: true,
  scanConfirms: false,
  scanGap: '35',
  updateFeed: '',
  updateKey: '',
  scanPrefix: '',
  scanSuffix: '',
  reasons: [],
  report: { isOn: false, time: '18:00', mail: false, since: null },
  backupsFolder: null,
  reportFolder: null,
}

/** What was stored; the default for each that is missing or that this version does not know. */
export const readPersonal = (stored: unknown): PersonalSettings => read(personal, stored)
export const readCommon = (stored: unknown): CommonSettings => read({ ...common, ...chosen }, stored)

function read<K extends keyof Settings>(shape: Readonly<Record<K, z.ZodType>>, stored: unknown): Pick<Settings, K> {
  const { data: given = {} } = z.record(z.string(), z.unknown()).safeParse(stored)
  const values = (Object.keys(shape) as K[]).map((key) => {
    const found = shape[key].safeParse(given[key])
    return [key, found.success ? found.data : defaultSettings[key]]
  })
  return Object.fromEntries(values)
}
