/** Namespaces of what our feeds hold, by the prefixes that everybody gives them. */
export const ATOM = "http://www.w3.org/2005/Atom";
export const CONTENT = "http://purl.org/rss/1.0/modules/content/";
export const DC = "http://purl.org/dc/elements/1.1/";
/** RFC 5005. */
export const FH = "http://purl.org/syndication/history/1.0";
/** RFC 6721. */
export const AT = "http://purl.org/atompub/tombstones/1.0";
export const MEDIA = "http://search.yahoo.com/mrss/";
export const PODCAST = "https://podcastindex.org/namespace/1.0";
export const CREATIVE_COMMONS = "http://backend.userland.com/creativeCommonsRssModule";
