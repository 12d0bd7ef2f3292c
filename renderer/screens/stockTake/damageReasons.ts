/** Why stock is written off; the words for them are among the texts, under `reason`. */
export const damageReasons = ['water', 'broken', 'failedInspection', 'expired', 'lost', 'other'] as const
