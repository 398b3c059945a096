import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldByShape, namesField, slugField, textField } from "../../src/yaml/fields.ts";
import { describeMistake } from "../../src/yaml/mistake.ts";
import { readYaml } from "../../src/yaml/read-yaml.ts";

const name = textField((text) => text.trim());
const person = z.strictObject(
  { name, age: z.int({ error: "a whole number" }).exactOptional() },
  { error: "a person" },
);
const schema = z.strictObject(
  {
    title: name,
    tags: namesField((text) => text.trim()).exactOptional(),
    people: z.array(person, { error: "a list of people" }).exactOptional(),
    editor: fieldByShape<object>((value) =>
      typeof value === "string" ? name.transform((name) => ({ name })) : person,
    ).exactOptional(),
  },
  { error: "keys with values" },
);

function known([key]: readonly PropertyKey[]): readonly string[] {
  return key === undefined ? ["title", "tags", "people", "editor"] : ["name", "age"];
}

function read(yaml: string, firstLine?: number) {
  const reading = readYaml(yaml, schema, known, firstLine);
  return {
    value: "value" in reading ? reading.value : null,
    mistakes: "mistakes" in reading ? reading.mistakes.map(describeMistake) : [],
    unknown: reading.unknown.map(describeMistake),
  };
}

test("YAML becomes a checked value; a key without a value is not there", () => {
  expect(read("title: ' The weir '\ntags: a, b,, a\npeople:\neditor: Jo\n")).toEqual({
    value: { title: "The weir", tags: ["a", "b"], editor: { name: "Jo" } },
    mistakes: [],
    unknown: [],
  });
});

test("an anchor stands for what it names", () => {
  expect(read("title: &t Weir\ntags: [*t, dam]").value).toEqual({ title: "Weir", tags: ["Weir", "dam"] });
});

describe("keys that nobody knows are told apart from what is wrong", () => {
  test("and what is known is still read", () => {
    expect(read("titel: x\ntitle: y\neditor: { nme: J, name: Jo }\n1: x\n__proto__: { title: z }")).toEqual({
      value: { title: "y", editor: { name: "Jo" } },
      mistakes: [],
      unknown: [
        'line 3, editor.nme: found a key nobody knows, expected perhaps "name"',
        "line 4, 1: found a key nobody knows, expected one of title, tags, people, editor",
        'line 1, titel: found a key nobody knows, expected perhaps "title"',
        "line 5, __proto__: found a key nobody knows, expected one of title, tags, people, editor",
      ],
    });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
  test("and both come at once", () => {
    expect(read("title: 5\npeople:\n  - name: A\n    age: old\n    agee: 3\n", 11)).toEqual({
      value: null,
      mistakes: [
        "line 11, title: found 5, expected a text (in quotes, if YAML takes it for a number or a date)",
        'line 14, people[0].age: found "old", expected a whole number',
      ],
      unknown: ['line 15, people[0].agee: found a key nobody knows, expected perhaps "age"'],
    });
  });
});

describe("what is no YAML of ours is a mistake", () => {
  test.each(
    [
      ["", "the file: found null, expected keys with values"],
      ["- a", "the file: found a list of 1, expected keys with values"],
      [
        "title: a\ntitle: b\n",
        "line 2, title: found a key that stands on line 1, too, expected each key once",
      ],
      [
        "title: a\neditor: { name: x, 'name': y }",
        "line 2, name: found a key that stands on line 2, too, expected each key once",
      ],
      ["title: [", "line 1, the file: found Flow sequence in block collection must be sufficiently indented"],
      [
        "? [title]\n: a",
        "line 1, the file: found a list, a group or an alias as a key, expected a text as key",
      ],
      ["title: *nobody", "the file: found Unresolved alias"],
      ["title: &a [*a]", "line 1, title: found a list of 1, expected a text"],
      ["title: a\n---\ntitle: b", "the file: found Source contains multiple documents"],
      [`tags: [&a x, ${"*a, ".repeat(21)}]`, "the file: found 21 aliases, expected at most 20"],
      ["x".repeat(1_000_001), "the file: found 1000001 characters, expected at most 1000000"],
      [
        "[".repeat(100_000),
        "the file: found lists or groups deep inside each other, expected at most 50 levels",
      ],
      ["{a: ".repeat(100_000), "the file: found lists or groups deep inside each other"],
      ["- ".repeat(100_000), "the file: found lists or groups deep inside each other"],
      ["? ".repeat(100_000), "the file: found lists or groups deep inside each other"],
      [
        Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
        "the file: found lists or groups deep inside each other",
      ],
    ].map(([yaml = "", message = ""]) => ({ yaml, message, start: yaml.slice(0, 40) })),
  )("$start", ({ yaml, message }) => {
    const { value, mistakes } = read(yaml);
    expect(value).toBeNull();
    expect(mistakes[0]).toContain(message);
  });

  test("a bomb of aliases of aliases is refused", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [one, other] of ["ab", "bc", "cd"])
      bomb.push(`${other}: &${other} [*${one},*${one},*${one},*${one},*${one}]`);
    expect(read(bomb.join("\n")).mistakes[0]).toContain("Excessive alias count");
  });

  test("a hundred thousand keys are counted, not compared", () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `k${i}:`).join("\n");
    expect(read(`title: a\n${keys}\nk99999:`).mistakes).toEqual([
      "line 100002, k99999: found a key that stands on line 100001, too, expected each key once",
    ]);
  });

  test("a list of people may nest as a person would nest it", () => {
    const deep = "[".repeat(20) + "]".repeat(20);
    expect(read(`title: a\ntags: ${deep}`).mistakes).toEqual([
      "line 2, tags[0]: found a list of 1, expected a text (in quotes, if YAML takes it for a number or a date)",
    ]);
  });
});

describe("a slug", () => {
  test.each(["weir", "the-weir-2", "日本-銀行", "straße", "кран", "e\u0301lan", "ก่อน", "7"])(
    "may be %j",
    (slug) => {
      expect(slugField.parse(slug)).toBe(slug.normalize("NFC"));
    },
  );
  test.each(
    [
      "",
      "-",
      "a-",
      "-a",
      "a--b",
      "Weir",
      "a b",
      "a/b",
      "a.b",
      "a_b",
      "É",
      "\u0301a",
      "a".repeat(81),
      `${"a-".repeat(1_000_000)}!`,
    ].map((slug) => ({ slug, start: slug.slice(0, 20) })),
  )("may not be $start", ({ slug }) => {
    expect(slugField.safeParse(slug).success).toBe(false);
  });
});
