/** A name for a file, without what would lead to another folder, or what names cannot have on some system. */
export const plainName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
