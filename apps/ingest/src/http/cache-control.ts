/** How long others may keep a reply; all of them carry an ETag, so that asking again is cheap. */
export const CacheControl = {
  /** What may change with the next upload: kept, but asked about every time. */
  revalidate: 'no-cache',
  /** What many look at and may be some minutes old: badges and feeds. */
  fiveMinutes: 'max-age=300',
} as const;
