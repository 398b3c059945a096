/** A player that pages put into a frame: where it is, and the page with the same for a link to lead to. */
type Player = {
  readonly hosts: readonly string[];
  /** Its group is the name of what it plays. */
  readonly path: RegExp;
  /** The page's address up to that name. Without it, or without a name, the player's own address is the best there is. */
  readonly page?: string;
};

const PLAYERS: readonly Player[] = [
  {
    hosts: ["www.youtube.com", "youtube.com", "www.youtube-nocookie.com", "youtube-nocookie.com"],
    // Two words that are as long as a film's name, and none.
    path: /^\/embed\/((?!videoseries$|live_stream$)[\w-]{11}$)?/,
    page: "https://www.youtube.com/watch?v=",
  },
  { hosts: ["player.vimeo.com"], path: /^\/video\/(\d+$)?/, page: "https://vimeo.com/" },
  {
    hosts: ["www.dailymotion.com"],
    path: /^\/embed\/video\/(\w+$)?/,
    page: "https://www.dailymotion.com/video/",
  },
  { hosts: ["open.spotify.com"], path: /^\/embed\/(.+)?/, page: "https://open.spotify.com/" },
  { hosts: ["embed.podcasts.apple.com"], path: /^\/(.+)?/, page: "https://podcasts.apple.com/" },
  { hosts: ["archive.org"], path: /^\/embed\/(.+)?/, page: "https://archive.org/details/" },
  { hosts: ["embed.ted.com"], path: /^\/talks\/(.+)?/, page: "https://www.ted.com/talks/" },
  { hosts: ["w.soundcloud.com"], path: /^\/player\// },
  { hosts: ["bandcamp.com"], path: /^\/EmbeddedPlayer\// },
  { hosts: ["player.twitch.tv", "clips.twitch.tv", "codepen.io"], path: /^\// },
  { hosts: ["www.google.com"], path: /^\/maps\/embed/ },
  { hosts: ["www.openstreetmap.org"], path: /^\/export\/embed\.html$/ },
];

/** The address that a frame's link leads to, from the frame's own, absolute; null for a frame that nobody needs. */
export function embedLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const player = PLAYERS.find(({ hosts, path }) => hosts.includes(url.host) && path.test(url.pathname));
  if (player === undefined) return null;
  const name = player.path.exec(url.pathname)?.[1];
  return player.page === undefined || name === undefined ? url.href : player.page + name;
}
