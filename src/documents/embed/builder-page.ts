import { html } from "hono/html";
import type { Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { frontCrumb, type Guide } from "../pages/guide.ts";
import type { Html, Page } from "../pages/layout.ts";
import { wordsOf } from "../pages/words.ts";
import type { EmbedRelease, Scripts } from "../scripts.ts";
import { BUILDER_STYLESHEET } from "./builder-stylesheet.ts";
import { FRAME_DEFAULTS, FRAME_ITEMS_MAX } from "./frame-options.ts";
import { EMBED_FOLDER, releasePath } from "./frame-path.ts";

/**
 * The page at `/embed`, where one chooses what to show elsewhere and copies a line. Without its script it shows the lines for everything,
 * and says what to change in them. Its texts are for those who make sites, and English.
 */
export function builderPage({ site }: Edition, { all }: Guide, { embed }: Scripts): Page {
  const words = wordsOf(site.language, site);
  const heading = words.text("embed");
  const release = embed.at(-1);
  const main = html`<h1${words.lang("embed")}>${heading}</h1>
<link rel="stylesheet" href="${BUILDER_STYLESHEET.path}">
<div lang="en" dir="ltr">
<p>Paste one line into a page of yours, and it shows the newest headlines from here.</p>
${release !== undefined && form(release, site)}<h2>How it looks</h2>
<div id="preview">
<noscript><iframe src="${EMBED_FOLDER}/all" title="Preview" width="100%" height="664"></iframe></noscript>
</div>
<h2>Other ways</h2>
${otherWays(site)}</div>
`;
  return {
    kind: "page",
    about: { kind: "builder" },
    path: EMBED_FOLDER,
    title: `${heading} – ${site.title}`,
    heading,
    canonical: new URL(EMBED_FOLDER, site.url).href,
    language: site.language,
    channels: all,
    trail: [frontCrumb(site.language, site)],
    script: "builder",
    main,
  };
}

function form(newest: EmbedRelease, site: Site): Html {
  const path = releasePath(newest);
  const line = `<script src="${site.url}${path}" integrity="${newest.integrity}" crossorigin="anonymous" data-channel="all" async></script>`;
  return html`<form id="builder" data-site="${site.url}" data-script="${path}" data-integrity="${newest.integrity}">
<noscript><p>To choose here needs JavaScript; below stands what can be changed by hand.</p></noscript>
<fieldset id="choices" disabled>
<legend>What to show</legend>
<p><label for="channel">Channel</label> <select id="channel"><option value="all">${site.title}</option></select></p>
<p><label for="way">As</label> <select id="way">
<option value="script">a script: looks like your page</option>
<option value="light">a script: styled by your own style sheet</option>
<option value="frame">a frame: looks like ours</option>
<option value="static">plain HTML: for mail, stays as it is now</option>
</select></p>
<p><label for="items">Headlines</label> <input id="items" type="number" min="1" max="${FRAME_ITEMS_MAX}" value="${FRAME_DEFAULTS.items}"></p>
<p><label for="theme">Colours</label> <select id="theme">
<option value="auto">as around it</option>
<option value="light">light</option>
<option value="dark">dark</option>
</select></p>
<p><input id="summary" type="checkbox"> <label for="summary">with summaries</label></p>
</fieldset>
<p><label for="snippet">The line to copy</label></p>
<textarea id="snippet" rows="6" readonly spellcheck="false">${line}</textarea>
<p><button id="copy" type="button" disabled>Copy</button> <span id="copied" role="status"></span></p>
</form>
`;
}

function otherWays({ url }: Site): Html {
  const frame = `<iframe src="${url}${EMBED_FOLDER}/all?items=5" title="Headlines" width="100%" height="364" frameborder="0"></iframe>`;
  return html`<p>For another channel put the path of its page in the place of <code>all</code>, such as <code>headlines</code> or
<code>sections/sport</code>. <code>data-items</code> (1 to ${FRAME_ITEMS_MAX}), <code>data-theme</code> (<code>auto</code>,
<code>light</code>, <code>dark</code>) and <code>data-summary</code> (<code>yes</code>) change what is shown.</p>
<p>A frame needs no script:</p>
<pre><code>${frame}</code></pre>
<p>In WordPress, Ghost and wherever else links become cards, the address of an article or a channel on a line of its own is
enough. Programs read <a href="${url}/feed.json">the JSON Feed</a>, and scripts of any site may.</p>
`;
}
