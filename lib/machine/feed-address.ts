/** Where the feed is, and what it is called where somebody may follow it. */
export const FEED_PATH = "/feed.xml";
export const FEED_TITLE = "Nice Pick: what is new, and what we changed our mind about";
