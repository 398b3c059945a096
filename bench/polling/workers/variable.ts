import { feedApp } from "./feed-app.ts";
import { renderSample } from "./render-sample.ts";

const rss = renderSample();

export default feedApp(() => rss);
