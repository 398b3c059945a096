import { describe, expect, test } from "vitest";
import { isHeadlineLike } from "../../src/newswire/is-headline-like.ts";

describe("could be a headline", () => {
  test.each([
    ["Mill burns down", "no stop"],
    ["mill burns down", "letter case says nothing"],
    ["Who burned the mill?", "a question mark may end it"],
    ["Mill burned!", "so may an exclamation mark"],
    ["And then it burned…", "an ellipsis"],
    ["And then it burned...", "three dots are one"],
    ["Miller: ‘It Was Me’", "a quote"],
    ["Miller says “never again”", "a quote"],
    ["Mill sold (again)", "a bracket"],
    ["Mill sold to Weir Inc.", "an abbreviation is no end"],
    ["Mill moves to the U.S.", "letters with stops"],
    ["Mill opens at 9 a.m.", "also in lower case"],
    ["MILL SOLD TO WEIR CORP.", "also in capitals"],
    ["MILL VS. WEIR: WHO WINS", "those of small letters, too"],
    ["NO. 2 MILL BURNS", "a number's word in capitals"],
    ["Mill owner is Sam Hale Jr.", "a name's end"],
    ["Dr. Weir buys No. 5 mill", "abbreviations inside"],
    ["J. K. Weir wins St. Mary vote", "initials"],
    ["EE. UU. compra el molino", "a plural in Spanish"],
    ["Am 16. Januar brennt die Mühle", "an ordinal"],
    ["Mill at 3.5 per cent", "a number's stop"],
    ["weir.example opens", "a name's stop"],
    ["水車小屋が燃える", "no stop, no spaces"],
    ["Мельница сгорела", "any script"],
    ["هل احترقت الطاحونة؟", "an Arabic question mark"],
    ["😀", "anything that is no sentence"],
    ["x".repeat(180), "180 characters"],
    ["😀".repeat(180), "characters, not code units"],
    [Array(28).fill("mill").join(" "), "28 words"],
  ])("%j (%s)", (text) => {
    expect(isHeadlineLike(text)).toBe(true);
  });
});

describe("could be none", () => {
  test.each([
    ["Nobody was inside.", "a full stop"],
    ["“Nobody was inside.”", "also inside quotes"],
    ["(Nobody was inside.)", "also inside brackets"],
    ["« Nous partons. »", "a French quote has a space"],
    ["誰もいなかった。", "a full-width stop"],
    ["वहाँ कोई नहीं था।", "a danda"],
    ["ማንም አልነበረም።", "an Ethiopic stop"],
    ["Mill, weir,", "a comma leaves it open"],
    ["Among the dead:", "a colon"],
    ["The mill burned;", "a semicolon"],
    ["The mill -", "a hyphen"],
    ["The mill –", "a dash"],
    ["The mill —", "a long dash"],
    ["工場、", "an ideographic comma"],
    ["It burned. Nobody was inside", "two sentences"],
    ["It burned! Nobody was inside.", "a stop behind two"],
    ["燃えた。誰もいなかった", "two sentences without a space"],
    ["He moved to the U.S. The mill was sold", "an abbreviation can end a sentence"],
    ["x".repeat(181), "181 characters"],
    ["😀".repeat(181), "181 characters of two code units"],
    [Array(29).fill("mill").join(" "), "29 words"],
    [
      "โรงสีริมฝายเก่าแก่อายุกว่าสองร้อยปีถูกไฟไหม้เมื่อคืนวันอาทิตย์ขณะที่ชาวบ้านกำลังหลับอยู่ในบ้าน",
      "Thai sentences have no mark: only length tells",
    ],
  ])("%j (%s)", (text) => {
    expect(isHeadlineLike(text)).toBe(false);
  });
});
