/** What stands over a list of headlines and is none itself, lower case, without the colon. */
const LABELS = new Set(
  `read more|read also|also read|read next|more to read|further reading|see also|see more|related|related stories|related story|related articles|related news|related coverage|related links|related headlines|related reading|related content|related topics
  |more|more stories|more news|more headlines|more coverage|more from us|more on this|more on this story|more on this topic|more reading|more top stories
  |top stories|top headlines|top news|other stories|other news|other headlines|other top stories|in other news|also in the news|also in the headlines|also today|elsewhere|in the news|news in brief|in brief|briefs|news briefs|briefly
  |headlines|the headlines|today's headlines|today’s headlines|today in the news|latest|latest news|latest headlines|latest stories|the latest|breaking news|breaking|trending|trending now|most read|most popular|popular|recommended|recommended reading|recommended for you|you may also like|you might also like|you may have missed|don't miss|don’t miss|what else is happening|what to read next|up next|from our archives|stories|news|must read|must reads|editor's picks|editors' picks|editor’s picks|editors’ picks
  |mehr zum thema|mehr dazu|mehr nachrichten|mehr|lesen sie auch|lesen sie mehr|lesen sie weiter|auch interessant|weitere meldungen|weitere nachrichten|weitere schlagzeilen|weitere artikel|weitere themen|schlagzeilen|meldungen|kurz gemeldet|siehe auch|verwandte artikel|top-themen|aktuelle meldungen|das könnte sie auch interessieren
  |lire aussi|à lire aussi|a lire aussi|à lire|lire la suite|lire plus|voir aussi|sur le même sujet|en bref|autres titres|à la une|les titres|articles liés|plus d'actualités|plus d’actualités|à voir aussi|dans l'actualité|dans l’actualité
  |lea también|lea tambien|lee también|leer más|leer mas|lea más|más noticias|mas noticias|más información|noticias relacionadas|artículos relacionados|titulares|otros titulares|otras noticias|te puede interesar|le puede interesar|vea también|ver también|ver más|últimas noticias|también en las noticias
  |leia mais|leia também|leia tambem|veja também|veja mais|mais notícias|mais noticias|notícias relacionadas|manchetes|outras notícias|últimas notícias|outras manchetes|saiba mais|relacionadas
  |leggi anche|leggi di più|altre notizie|notizie correlate|lees ook|lees meer|meer nieuws|czytaj także|czytaj więcej
  |читайте также|читайте ещё|читайте еще|читать далее|другие новости|главные новости|ещё новости|еще новости|новости по теме|по теме|заголовки|также
  |διαβάστε επίσης|διαβάστε περισσότερα|διαβάστε ακόμη|περισσότερα|δείτε επίσης|σχετικά άρθρα|άλλες ειδήσεις|τίτλοι ειδήσεων
  |اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ المزيد|المزيد|أخبار ذات صلة|عناوين أخرى|أهم الأخبار|مواضيع ذات صلة|العناوين
  |קראו גם|קרא גם|קראו עוד|עוד בנושא|כתבות נוספות|כותרות|חדשות נוספות
  |यह भी पढ़ें|और पढ़ें|संबंधित खबरें|अन्य खबरें|मुख्य समाचार|ये भी पढ़ें
  |相关新闻|相关阅读|相關新聞|更多新闻|更多新聞|延伸阅读|延伸閱讀|阅读更多|其他新闻|頭條新聞|头条新闻|更多
  |関連記事|関連ニュース|その他のニュース|もっと読む|主なニュース|続きを読む|こちらもどうぞ|あわせて読みたい|ヘッドライン
  |관련 기사|관련 뉴스|관련기사|더 읽기|더 보기|함께 보기|다른 뉴스|주요 뉴스
  |อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง|ข่าวอื่นๆ|ข่าวเด่น`
    .split("|")
    .map((label) => label.trim().normalize("NFC")),
);
/** With a colon behind it, a few words more may follow: `More from Port Lumen:`. */
const LABEL_BEGINNINGS =
  /^(?:read more|read also|also read|see also|related|more (?:on|from|about|in|stories|news|headlines)|top (?:stories|headlines|news)|other (?:stories|news|headlines)|latest|also|headlines|today['’]s|in other news|elsewhere|mehr (?:zu|aus|zum|von)|weitere|lire aussi|à lire|plus|más|mais|leia|lea|читайте|ещё)(?!\p{L})/iu;
const LABEL_WORDS_MAX = 6;
const LABEL_CHARS_MAX = 60;

/** Labels that stand before their headline on the same line: only those that nobody writes at the start of a headline itself. */
const INLINE_LABELS = new Set(
  `also read|read more|read also|read next|see also|related|related story|related article|lesen sie auch|siehe auch
  |lire aussi|à lire aussi|voir aussi|lea también|lee también|lea más|ver también|leia mais|leia também|veja também
  |leggi anche|lees ook|читайте также`
    .split("|")
    .map((label) => label.trim()),
);
const INLINE_LABEL_CHARS_MAX = 20;
/** An address, or a sentence that goes on in lower case. */
const NO_HEADLINE = /^(?:$|\p{Ll}|\S*:\/\/|www\.)/u;

const SPACES = " \u00a0";
/** What plain-text writers put around a label: stars, hashes, equals signs, brackets, an arrow. */
const DECORATION = `${SPACES}*_#=~[]()>»►▶→-`;

/** Whether a line is a label over a list (`Read more:`, `TOP STORIES`, `**Related stories**`). */
export function isListLabel(text: string): boolean {
  if (text.length > LABEL_CHARS_MAX) return false;
  const bare = withoutEnd(withoutStart(text, DECORATION), DECORATION);
  const name = withoutEnd(bare, `${SPACES}:：…`);
  if (LABELS.has(name.normalize("NFC").toLowerCase())) return true;
  return /[:：]$/u.test(bare) && bare.split(" ").length <= LABEL_WORDS_MAX && LABEL_BEGINNINGS.test(bare);
}

/** How many code units of a line are a label before its headline: 11 in `Also read: Bank holds rates`; 0 if it has none. */
export function inlineLabelLength(text: string): number {
  const colon = text.slice(0, INLINE_LABEL_CHARS_MAX).search(/[:：]/);
  if (colon === -1 || !INLINE_LABELS.has(text.slice(0, colon).trim().toLowerCase())) return 0;
  const behind = withoutStart(text.slice(colon + 1), SPACES);
  return NO_HEADLINE.test(behind) ? 0 : text.length - behind.length;
}

function withoutStart(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start++;
  return text.slice(start);
}

function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
