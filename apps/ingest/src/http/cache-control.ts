/** How long others may keep a reply; all of them carry an ETag, so that asking again is cheap. */
export const CacheControl = {
  /** What may change with the next upload: kept, but asked about every time. */
  revalidate: 'no-cache',
  /** What many look at and may be a minute old: badges and feeds. */
  minute: 'max-age=60',
  /** What changes with a new version of the service only. */
  hour: 'max-age=3600',
} as const;
