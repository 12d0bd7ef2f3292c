/** Codes of why stock is written off; their texts are under `reason` in i18n. */
export const damageReasons = ['water', 'broken', 'failedInspection', 'expired', 'lost', 'other'] as const
