import { feedApp } from "./feed-app.ts";
import { renderSample } from "./render-sample.ts";

export default feedApp(renderSample);
